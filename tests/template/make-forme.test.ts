/** The forme: the layout round the manuscript, its fonts and pictures, and what is told of faulty layouts. */
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/diagnostics/diagnostic.ts';
import type { Manuscript } from '../../src/manuscript/manuscript.ts';
import type { Forme } from '../../src/template/forme.ts';
import { familiesOf } from '../../src/template/load-fonts.ts';
import { makeForme } from '../../src/template/make-forme.ts';
import { expectDiagnostics, expectNoDiagnostics, marked } from '../support/diagnostics.ts';
import { folderWith, temporaryFolder } from '../support/temporary-folder.ts';
import { smallManuscript, smallPublication, spelledLanguage } from './small-edition.ts';
import { loadSmall } from './small-template.ts';

const parts = '{{ front | raw }}\n{{ body | raw }}\n{{ back | raw }}\n{{ imprint | raw }}\n';

const layoutName = 'templates/small/page.liquid';

interface Given {
  readonly layout?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly manuscript?: Manuscript;
  readonly publication?: ReturnType<typeof smallPublication>;
}

const forme = (given: Given = {}): Outcome<Forme> => {
  const template = loadSmall({ 'page.liquid': given.layout ?? parts, ...given.files });
  expectNoDiagnostics(template.diagnostics);
  if (template.value === undefined) throw new Error('no template');
  return makeForme(
    template.value,
    given.manuscript ?? smallManuscript(),
    spelledLanguage,
    given.publication ?? smallPublication(temporaryFolder()),
  );
};

const made = (given: Given = {}): Forme => {
  const { value, diagnostics } = forme(given);
  expectNoDiagnostics(diagnostics);
  if (value === undefined) throw new Error('no forme');
  return value;
};

const flowOf = (html: string): string =>
  /<main class="tf-flow">\n(.*)\n<\/main>/su.exec(html)?.[1]?.trim() ?? '';

const printed = (layout: string, more: Given = {}): string =>
  flowOf(made({ ...more, layout: `${layout}\n---\n${parts}` }).html)
    .split('---')[0]
    ?.trim() ?? '';

describe('the page', () => {
  test('has the manuscript in its flow and the notes after it', () => {
    const { html } = made();
    expect(flowOf(html).replaceAll('\u00AD', '|')).toBe(
      '<section class="front opening"><p>Fore</p></section>\n' +
        '<section class="body opening"><h1 id="one">Beginnings</h1><p>abc|def|gh</p></section>\n' +
        '<section class="body"><p>more</p></section>\n\n' +
        '<p>Made</p>',
    );
    expect(html).toContain(
      '<div class="tf-notes">\n<aside class="note" id="note-2.003Ax" data-note="2.003Ax" data-place="content/small/xx.md:3:1"><p>A note</p></aside>\n</div>',
    );
  });

  test('is in its language, with its title, and lets no script run', () => {
    const { html, title, tag } = made();
    expect(html).toContain('<html lang="xx" dir="ltr">');
    expect(html).toContain('<title>Bread &amp; &lt;butter&gt;</title>');
    expect(html).toMatch(/Content-Security-Policy" content="default-src 'none';/u);
    expect([title, tag]).toEqual(['Bread & <butter>', 'xx']);
  });

  test('registers the properties of the paginator and brings its fonts', () => {
    const { html, faces, assets } = made();
    expect(html).toContain('@property --tf-float{syntax:"*";inherits:false}');
    expect(html).toContain('url("/font/Literata_400Regular.ttf")');
    expect(assets.get('/font/Literata_400Regular.ttf')?.mime).toBe('font/ttf');
    expect(familiesOf(faces)).toEqual(['Literata']);
  });

  test('has the pictures of manuscript and template', () => {
    const { assets } = made({
      files: { 'page.css': 'p { background: url("a b.svg") }', 'a b.svg': '<svg/>' },
      manuscript: smallManuscript({
        assets: [{ url: 'asset/1/map.svg', path: '/nowhere/map.svg', mime: 'image/svg+xml' }],
      }),
    });
    expect(assets.get('/asset/1/map.svg')).toEqual({ path: '/nowhere/map.svg', mime: 'image/svg+xml' });
    expect(assets.get('/template/a%20b.svg')?.mime).toBe('image/svg+xml');
  });

  test('is not ended by a style sheet', () => {
    const { html } = made({ files: { 'page.css': 'p::after { content: "</style>" }' } });
    expect(html.match(/<\/style>/gu)).toHaveLength(1);
  });

  test('takes words that a publication divides itself', () => {
    const { html } = made({ publication: smallPublication(temporaryFolder(), {}, { xx: ['abcdefgh'] }) });
    expect(html).toContain('<p>abcdefgh</p>');
  });

  test('has text outside sections in the body', () => {
    const [chapter] = smallManuscript().chapters;
    const loose = chapter?.body.children[0];
    const { html } = made({
      manuscript: smallManuscript({
        chapters: [
          {
            file: 'x',
            body: {
              type: 'root',
              children: loose === undefined ? [] : loose.type === 'element' ? loose.children : [],
            },
          },
        ],
      }),
    });
    expect(flowOf(html)).toContain('<section class="body opening"><p>Fore</p></section>');
  });
});

describe('a layout', () => {
  test.each([
    ['{{ title }}', 'Bread &amp; &lt;butter&gt;'],
    ['{{ short }}', 'Bread &amp; &lt;butter&gt;'],
    ['[{{ subtitle }}{{ series }}{{ status }}{{ notice }}{{ abstract }}]', '[]'],
    ['{{ lang }} {{ language }}', 'xx Spelled'],
    ['{{ authors | list }}', 'A &amp; B'],
    ['{{ date }} {{ date | date }}', '2000-07 the day 2000-07'],
    ["{{ 'contents' | t }}", 'contents'],
    [
      "{% assign names = authors | list %}{{ 'authors' | t: names: names, count: 2 }}",
      'authors names=A &amp; B count=2',
    ],
    ['{{ "i" | upcase }}{{ 3 | number }}', 'I3'],
    [
      '{% for entry in contents %}{{ entry.level }} {{ entry.id }} {{ entry.text }} {{ entry.matter }}{% endfor %}',
      '1 one Beginnings body',
    ],
  ])('%s', (layout, expected) => {
    expect(printed(layout)).toBe(expected);
  });

  test('may be in parts', () => {
    expect(printed("{% render 'part', what: title %}", { files: { 'part.liquid': '[{{ what }}]' } })).toBe(
      '[Bread &amp; &lt;butter&gt;]',
    );
  });

  test('does not read the text of the manuscript', () => {
    const manuscript = smallManuscript({ meta: { ...smallManuscript().meta, title: '{{ lang }}{% x %}' } });
    expect(printed('{{ title }}', { manuscript })).toBe('{{ lang }}{% x %}');
  });

  test.each([
    ['an unknown variable', '{{ ⟦template/liquid-value⟧titel }}'],
    ['an unknown variable in a condition', '{% if ⟦template/liquid-value⟧subtitel != "" %}{% endif %}'],
    ['an unknown message', "{% assign key = 'no.such' %}⟦template/unknown-message⟧{{ key | t }}"],
    ['a message without its values', "⟦template/liquid-value⟧{{ 'pages' | t }}"],
    ['a missing part', "⟦template/liquid-value⟧{% render 'absent' %}"],
    ['a file above', "⟦template/liquid-value⟧{% render '../small/page' %}"],
    ['two faults', '{{ ⟦template/liquid-value⟧titel }}\n{{ ⟦template/liquid-value⟧authros }}'],
  ])('is refused for %s', (_, source) => {
    const { text, expected } = marked(layoutName, source);
    const { value, diagnostics } = forme({ layout: text });
    expectDiagnostics(diagnostics, expected);
    expect(value).toBeUndefined();
  });

  test('must print every part of the manuscript', () => {
    expectDiagnostics(forme({ layout: '{{ front | raw }}{{ imprint | raw }}' }).diagnostics, [
      `${layoutName}:1:1 template/no-flow`,
    ]);
  });

  test('must print it once', () => {
    expectDiagnostics(forme({ layout: parts + parts }).diagnostics, [
      `${layoutName}:1:1 template/no-flow`,
      `${layoutName}:1:1 template/no-flow`,
      `${layoutName}:1:1 template/no-flow`,
    ]);
  });

  test('must not escape it', () => {
    expectDiagnostics(forme({ layout: parts.replace('body | raw', 'body') }).diagnostics, [
      `${layoutName}:1:1 template/no-flow`,
    ]);
  });
});

describe('the house', () => {
  const layout =
    '{{ house.organisation.name }}|{{ house.organisation.logo }}|{{ house.funders[0].name }}|{{ house.disclaimer }}|{{ house.contact }}|{{ house.isbn }}';

  test('has its texts in the language, and its logo', () => {
    const folder = folderWith({ 'figures/The logo.svg': '<svg/>' });
    const publication = smallPublication(folder, {
      organisation: { name: { xx: 'Ours', yy: 'Theirs' }, logo: 'figures/The logo.svg' },
      funders: [{ name: 'Funds' }],
      disclaimer: 'No',
      contact: { yy: 'elsewhere' },
    });
    expect(printed(layout, { publication })).toBe('Ours|/house/1/The%20logo.svg|Funds|No|elsewhere|');
    expect(made({ publication }).assets.get('/house/1/The%20logo.svg')?.mime).toBe('image/svg+xml');
  });

  test('colours the page', () => {
    const files = {
      'page.css': '@page { background: var(--house-colour) } p { color: var(--house-colour) }',
    };
    const publication = smallPublication(temporaryFolder(), { colour: '#0b5394' });
    const { html, rules } = made({ files, publication });
    expect(html).toContain(':root{--house-colour:#0b5394}');
    expect(rules.rules[0]?.background).toBe('background:#0b5394;');
  });

  test.each(['red;} * { display: none', 'url(x)', '#12'])('has no colour %j', (colour) => {
    const { value, diagnostics } = forme({ publication: smallPublication(temporaryFolder(), { colour }) });
    expectDiagnostics(diagnostics, ['content/small/publication.yaml:2:9 template/house-colour']);
    expect(value?.html).toContain(':root{--house-colour:#000000}');
  });

  test.each(['absent.svg', '../logo.svg', 'logo.txt'])('has no logo %j', (logo) => {
    const publication = smallPublication(folderWith({ 'logo.txt': 'x' }), {
      organisation: { name: 'x', logo },
    });
    expectDiagnostics(forme({ publication }).diagnostics, ['template/house-picture']);
  });
});
