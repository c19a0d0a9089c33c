/** Figures, tables and charts: captions, numbers, data. */
import { describe, expect, test } from 'vitest';
import { expectDiagnostics, marked } from '../support/diagnostics.ts';
import { folderWith } from '../support/temporary-folder.ts';
import { expectHtml, htmlOf, readChapters, readMarked, titled } from './read-text.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';

const funding = `kind: bars
unit: usd
values: [needed, raised]
rows:
  needed: 3528900
  raised: 12.5
words:
  en: { usd: US dollars, needed: Needed, raised: Raised, item: Item }
`;

const folder = folderWith({
  'figures/map.svg': svg,
  'figures/b c.svg': svg,
  'figures/funding.yaml': funding,
});

test('a figure with a caption is numbered', () => {
  expectHtml(
    ':::figure[The *map*]{#map}\n![Shown](figures/map.svg)\n:::\n\nSee :ref[map], :see[map].',
    '<figure id="map" class="figure"><img src="asset/1/map.svg" alt="Shown"><figcaption><span class="caption-label">Figure 1</span> The <em>map</em></figcaption></figure>' +
      '<p>See <a href="#map" class="reference">Figure 1</a>, <a href="#map" class="reference">see Figure 1 on page <span class="tf-page" data-target="map" data-form="plain"></span></a>.</p>',
    { folder },
  );
});

test('a picture alone in its paragraph is a figure; its title is the caption', () => {
  expectHtml(
    '![One](figures/map.svg)\n\n![Two](<figures/b c.svg> "Caption")\n\nWords ![three](figures/b%20c.svg).',
    '<figure class="figure"><img src="asset/1/map.svg" alt="One"></figure>' +
      '<figure id="figure-1" class="figure"><img src="asset/2/b_c.svg" alt="Two"><figcaption><span class="caption-label">Figure 1</span> Caption</figcaption></figure>' +
      '<p>Words <img src="asset/2/b_c.svg" alt="three">.</p>',
    { folder },
  );
});

test('a figure may hold several pictures and words', () => {
  expectHtml(
    ':::figure[C]\n![a](figures/map.svg)\n\n![b](figures/map.svg)\n\nSource: we.\n:::',
    '<figure id="figure-1" class="figure"><img src="asset/1/map.svg" alt="a"><img src="asset/1/map.svg" alt="b"><p>Source: we.</p><figcaption><span class="caption-label">Figure 1</span> C</figcaption></figure>',
    { folder },
  );
});

test('a table with a caption is numbered for itself', () => {
  expectHtml(
    ':::table[Budget]{#budget}\n| A | B |\n| - | - |\n| x | 1 |\n\nSource: we.\n:::',
    '<figure class="table"><table id="budget"><caption><span class="caption-label">Table 1</span> Budget</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>x</td><td>1</td></tr></tbody></table><p>Source: we.</p></figure>',
  );
});

test('without a caption there is an id but no number', () => {
  const manuscript = readMarked(':::table{#t}\n| A |\n| - |\n| x |\n:::\n\n[so](#t)');
  expect(htmlOf(manuscript)).toContain('<figure class="table"><table id="t"><thead>');
  expect(manuscript.floats).toEqual([]);
});

test('the numbers in a table are found, as the language writes them', () => {
  const table = [
    '| Item 7 | Sum |',
    '| ------ | --: |',
    '| Mines, 2000 | 1,200,000 |',
    '| −3.5 % | 24 and 7 |',
    '| none | 3 528 900 |',
  ].join('\n');
  const [float] = readMarked(`:::table[T]\n${table}\n:::`).floats;
  expect(float).toMatchObject({ id: 'table-1', kind: 'table', number: 1, caption: 'T' });
  expect(float?.figures).toEqual([[2000, 1_200_000], [-3.5, 24, 7], [3_528_900]]);
});

test('numbers go on from file to file', () => {
  const one = ':::figure[A]\n![a](figures/map.svg)\n:::';
  const { manuscript, diagnostics } = readChapters([titled(one), one], { folder });
  expectDiagnostics(diagnostics);
  expect(manuscript?.floats.map(({ id, number }) => `${id} ${number}`)).toEqual(['figure-1 1', 'figure-2 2']);
  expect(manuscript?.assets).toHaveLength(1);
});

describe('a chart', () => {
  const source = '::chart[What was *needed*]{#funding data="figures/funding.yaml"}';

  test('is drawn from its data, which follow as a table', () => {
    const manuscript = readMarked(source, { folder });
    const html = htmlOf(manuscript);
    expect(html).toMatch(
      /^<figure id="funding" class="chart"><figcaption><span class="caption-label">Figure 1<\/span> What was <em>needed<\/em><\/figcaption><svg /,
    );
    expect(html).toContain('aria-label="What was needed (US dollars) Needed: 3,528,900; Raised: 12.5"');
    expect(html).toContain('<text class="chart-value" x="376" y="53" font-size="11">3,528,900</text>');
    expect(html).toMatch(
      /<table class="chart-data"><thead><tr><th scope="col">Item<\/th><th scope="col" align="right">US dollars<\/th><\/tr><\/thead><tbody><tr><th scope="row">Needed<\/th><td align="right">3,528,900<\/td><\/tr>/,
    );
    expect(manuscript.floats[0]).toMatchObject({ kind: 'figure', figures: [[3_528_900], [12.5]] });
  });

  test('has its bars as long as its numbers', () => {
    const html = htmlOf(readMarked(source, { folder }));
    const lengths = [...html.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(lengths).toEqual([370, 0]);
  });

  const broken: Readonly<Record<string, string>> = {
    'another kind': funding.replace('kind: bars', 'kind: ⟦manuscript/chart-data⟧pie'),
    'an unknown key': `${funding}legend: ⟦manuscript/chart-data⟧x\n`,
    'a row without a number': funding.replace('raised]', '⟦manuscript/chart-data⟧lost]'),
    'a number with a comma': funding.replace('12.5', '⟦manuscript/chart-data⟧12,5'),
    'a negative number': funding.replace('12.5', '⟦manuscript/chart-data⟧-1'),
    'no words of the language': funding.replace('  en:', '  ⟦manuscript/chart-words⟧fr:'),
    'a word missing': funding.replace('{ usd: US dollars,', '⟦manuscript/chart-words⟧{'),
  };
  for (const [name, yaml] of Object.entries(broken)) {
    test(`is refused with ${name}`, () => {
      const { text, expected } = marked('content/book/figures/funding.yaml', yaml);
      const here = folderWith({ 'figures/funding.yaml': text });
      const { diagnostics, manuscript } = readChapters([titled(source)], { folder: here });
      expectDiagnostics(diagnostics, expected);
      expect(manuscript && htmlOf(manuscript)).toBe('<p>What was <em>needed</em></p>');
    });
  }

  test('is refused without data, with data elsewhere, or without words', () => {
    readMarked('⟦manuscript/directive-content⟧::chart[C]', { folder });
    readMarked('⟦manuscript/picture-missing⟧::chart[C]{data="figures/found.yaml"}', { folder });
    readMarked('⟦manuscript/picture-outside⟧::chart[C]{data="../secret.yaml"}', { folder });
    readMarked('⟦manuscript/directive-content⟧::chart{data="figures/funding.yaml"}', { folder });
  });

  test('of broken YAML tells where it is broken', () => {
    const here = folderWith({ 'figures/funding.yaml': 'kind: "bars\n' });
    const { diagnostics } = readChapters([titled(source)], { folder: here });
    expectDiagnostics(diagnostics, ['config/yaml-syntax']);
  });
});

test('a figure without a picture and a table without a table are told; their words stay', () => {
  const manuscript = readMarked(
    '⟦manuscript/directive-content⟧:::figure[Cap]\nWords.\n:::\n\n⟦manuscript/directive-content⟧:::table[Cap]\nWords.\n:::',
  );
  expect(htmlOf(manuscript).match(/Cap/g)).toHaveLength(2);
  expect(htmlOf(manuscript).match(/Words/g)).toHaveLength(2);
});
