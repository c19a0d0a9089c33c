/** Paged-media CSS as a designer writes it, through the whole program, read back from the PDF by a second reader. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';
import { prose } from './print-forme.ts';
import type { ReadPage } from './read-pages.ts';
import { readPages } from './read-pages.ts';

const templateYaml = `layout: lab.liquid
styles: [lab.css]
fonts:
  - family: Literata
    package: '@expo-google-fonts/literata'
    files:
      - { weight: 400, file: 400Regular/Literata_400Regular.ttf }
      - { weight: 400, style: italic, file: 400Regular_Italic/Literata_400Regular_Italic.ttf }
      - { weight: 700, file: 700Bold/Literata_700Bold.ttf }
`;

const layout = `<section class="front-page"><p>{{ title }}</p>
<ol class="list">{% for entry in contents %}<li><a href="#{{ entry.id }}">{{ entry.text }}</a></li>{% endfor %}</ol></section>
<section class="text"><div class="runner">Runner of <b>the house</b></div>{{ front | raw }}{{ body | raw }}{{ back | raw }}{{ imprint | raw }}</section>
`;

const css = `
@page {
  size: A6; margin: 15mm 12mm 18mm 16mm; counter-reset: footnote;
  @bottom-center { content: 'folio ' counter(page) ' of ' counter(pages); }
  @top-left { content: string(section, first); }
  @top-right { content: string(section, last); }
  @top-center { content: element(runner); }
}
@page :left { margin-left: 12mm; margin-right: 16mm; }
@page opening { @bottom-center { content: 'opening ' counter(page, upper-roman); } @top-left { content: none; } }
@page :blank { @bottom-center { content: 'left blank'; } @top-left { content: none; } @top-right { content: none; } @top-center { content: none; } }
body { font: 9pt/12pt Literata; font-synthesis: none; }
p { margin: 0; text-align: justify; orphans: 2; widows: 2; }
.front-page { page: opening; }
.text { counter-reset: page 1; }
.list { padding: 0; list-style: none; }
.list a::after { content: leader('.') target-counter(attr(href), page); }
.runner { position: running(runner); }
h1 { break-before: recto; font-size: 12pt; line-height: 14pt; margin: 0 0 6pt; string-set: section content(); }
h2 { font-size: 10pt; line-height: 12pt; margin: 12pt 0 3pt; break-after: avoid; string-set: section content(); bookmark-level: none; }
.note { font-size: 7.5pt; line-height: 10pt; }
.note p { text-align: left; }
@footnote { padding-top: 4pt; border-top: 0.5pt solid black; }
::footnote-call { content: '(' counter(footnote, lower-alpha) ')'; }
::footnote-marker { content: counter(footnote, lower-alpha) '. '; }
`;

const chapter = (name: string, id: string): string =>
  `# ${name} {#${id}}\n\n${prose(90)}[^${id}1] ${prose(80, 2)}\n\n## ${name} continued {#${id}-more}\n\n${prose(120, 3)}[^${id}2]\n\n${prose(90, 4)}[^${id}3]\n\n` +
  [1, 2, 3].map((at) => `[^${id}${at}]: Note ${id} ${at}.\n`).join('\n');

const markdown = `---\ntitle: The lab\n---\n\n${chapter('Alpha', 'a')}\n${chapter('Beta', 'b')}`;

describe('paged-media CSS', () => {
  let pages: readonly ReadPage[] = [];
  let outline = '';
  beforeAll(async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'content/lab/en.md': markdown,
      'content/lab/publication.yaml': 'template: lab\n',
      'templates/lab/template.yaml': templateYaml,
      'templates/lab/lab.liquid': layout,
      'templates/lab/lab.css': css,
    });
    const run = await runCli(
      [
        'build',
        '--content',
        'content',
        '--templates',
        'templates',
        '--locales',
        join(import.meta.dirname, '..', '..', 'locales'),
      ],
      { cwd: folder },
    );
    expect(run.code, run.stderr).toBe(0);
    const pdf = readFileSync(join(folder, 'dist', 'lab', 'lab.en.pdf'));
    pages = await readPages(pdf);
    outline = pdf.toString('latin1');
  });

  test('A6 is a size of page, exact', () => {
    for (const { width, height } of pages) {
      expect(width).toBeCloseTo((105 * 72) / 25.4, 2);
      expect(height).toBeCloseTo((148 * 72) / 25.4, 2);
    }
  });

  test('a named page has its own folio, in roman; the counter begins again after it', () => {
    expect(pages[0]?.text).toContain('opening I');
    expect(pages[2]?.text).toContain(`folio 1 of ${pages.length}`);
  });

  test('a head that asks for a recto leaves a true blank page', () => {
    expect(pages[1]?.text).toBe('left blank');
    for (const [index, page] of pages.entries()) if (page.text === 'left blank') expect(index % 2).toBe(1);
  });

  test('contents carry leaders and the true page numbers', () => {
    const beta = pages.findIndex(({ text }, index) => index > 1 && text.startsWith('Beta')) - 1;
    expect(beta).toBeGreaterThan(1);
    expect(pages[0]?.text).toMatch(new RegExp(`Beta \\.{5,}${beta} `, 'u'));
  });

  test('named strings: the first and the last of a page', () => {
    expect(pages[2]?.text).toMatch(/^Alpha/u);
    const second = pages[3]?.text ?? '';
    expect(second).toContain('Alpha continued');
  });

  test('a running element stands on every page but the blank ones', () => {
    for (const page of pages.slice(2)) {
      if (page.text !== 'left blank') expect(page.text).toContain('Runner of the house');
    }
    expect(pages[0]?.text).not.toContain('Runner of');
  });

  test('notes are numbered by page, in letters, as call and marker say', () => {
    const withNotes = pages.filter(({ text }) => /Note [ab] \d/u.test(text));
    expect(withNotes.length).toBeGreaterThan(1);
    for (const { text } of withNotes) {
      expect(text).toContain('(a)');
      expect(text).toMatch(/a\. Note [ab] \d\./u);
    }
  });

  test('the outline has the heads that bookmark-level leaves in it', () => {
    expect(outline).toContain('/Outlines');
    expect(outline).toMatch(/\/Title\s*\(Alpha\)/u);
    expect(outline).toMatch(/\/Title\s*\(Beta\)/u);
    expect(outline).not.toMatch(/\/Title\s*\(Alpha continued\)/u);
  });
});
