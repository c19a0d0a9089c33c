/** Fine typography in the tree of a manuscript: across inline marks, never in code, addresses or what the author escaped. */
import { describe, expect, test } from 'vitest';
import type { Explained } from '../../src/manuscript/typography/explain-line.ts';
import { explainLine } from '../../src/manuscript/typography/explain-line.ts';
import { expectDiagnostics } from '../support/diagnostics.ts';
import { shipped } from '../language/shipped-languages.ts';
import { faultsOf, htmlOf, htmlOfNodes, noFiles, readChapters, readMarked, titled } from './read-text.ts';
import type { Reading } from './read-text.ts';

const english: Reading = { language: shipped('en'), tag: 'en' };
const azerbaijani: Reading = { language: shipped('az'), tag: 'az' };
const russian: Reading = { language: shipped('ru'), tag: 'ru' };

const html = (text: string, reading: Reading): string =>
  htmlOf(readMarked(text, reading)).replaceAll('\u00A0', '~');

describe('across inline marks', () => {
  test('quotes', () => {
    expect(html('"*Avesta*"nın **"İstiqlal"** ordeni', azerbaijani)).toBe(
      '<p>“<em>Avesta</em>”nın <strong>“İstiqlal”</strong> ordeni</p>',
    );
    expect(html('"*A "b*" c"', russian)).toBe('<p>«<em>A „b</em>“ c»</p>');
  });

  test('dashes and ranges', () => {
    expect(html('*so* - **so**, *1918*-*1920*', english)).toBe(
      '<p><em>so</em>~– <strong>so</strong>, <em>1918</em><span class="glued">–<em>1920</em></span></p>',
    );
  });

  test('suffixes and units', () => {
    expect(html('**15** %-i, *5*-ci', azerbaijani)).toBe(
      '<p><strong>15</strong><span class="glued"> </span>%<span class="glued">-i</span>, <em>5</em><span class="glued">-ci</span></p>',
    );
  });

  test('a tie that ends in another mark than it begins in takes the whole mark', () => {
    expect(html('<mark>5-</mark>ci', azerbaijani)).toBe(
      '<p><span class="glued"><mark>5-</mark>ci</span></p>',
    );
  });

  test('ties inside marks, and spaces at which a line is rather not broken', () => {
    expect(html('*в Баку*', russian)).toBe('<p><em>в<span class="tie"> </span>Баку</em></p>');
  });
});

describe('what is left alone', () => {
  test('code, addresses, other languages, raised figures', () => {
    expect(html('`"a" - b...` :lang["x" - y...]{ru} https://a.az/1-2?x=3-4', english)).toBe(
      '<p><code>"a" - b...</code> <span lang="ru">"x" - y...</span> <a href="https://a.az/1-2?x=3-4">https://a.az/1-2?x=3-4</a></p>',
    );
    expect(html('10<sup>-12</sup> and 3-4', english)).toBe(
      '<p>10<sup>-12</sup> and 3<span class="glued">–4</span></p>',
    );
  });

  test('what the author escaped, in lines with marks of their own too', () => {
    expect(html('\\"a\\" 1918\\-1920 a \\-- b &quot;c&quot;', english)).not.toContain('“');
    expect(html('> one\n> \\"two\\" "three"', english)).toContain('"two" “three”');
  });

  test('a publication with the rule off', () => {
    const language = shipped('en').withRules({ quotes: false });
    expect(html('"a" - b', { language })).toBe('<p>"a"~– b</p>');
  });
});

describe('calls of notes', () => {
  const note = '\n\n[^n]: Words.';
  const call = '<a class="tf-note-call" href="#note-n" id="call-n-1" data-note="n">1</a>';

  test('stand after the stop, or before it, as the language has it', () => {
    expect(html(`Word[^n].${note}`, english)).toBe(`<p>Word.${call}</p>`);
    expect(html(`Word *so*[^n], more.${note}`, azerbaijani)).toBe(`<p>Word <em>so</em>,${call} more.</p>`);
    expect(html(`Слово.[^n] Ещё.${note}`, russian)).toBe(`<p>Слово${call}. Ещё.</p>`);
    expect(html(`*Слово.*[^n]${note}`, russian)).toBe(`<p><em>Слово</em>${call}.</p>`);
  });

  test('are kept with the mark before them', () => {
    expect(html(`Why?[^n]${note}`, english)).toBe(`<p>Why<span class="glued">?${call}</span></p>`);
  });
});

describe('everywhere', () => {
  test('heads, cells, notes, captions and front matter', () => {
    const { manuscript } = readChapters(
      [
        '---\ntitle: The "truce" - a story\n---\n# A "head"\n\n| a - b |\n| - |\n| -5 |\n\nText[^n]\n\n[^n]: "Note" - so.',
      ],
      english,
    );
    expect(manuscript?.meta.title).toBe('The “truce”\u00A0– a story');
    expect(manuscript?.headings[0]?.text).toContain('“head”');
    const [section] = manuscript?.chapters[0]?.body.children ?? [];
    expect(htmlOfNodes(section === undefined ? [] : [section])).toContain('<td>−5</td>');
    expect(htmlOfNodes(manuscript?.notes[0]?.body ?? [])).toContain('“Note”\u00A0– so.');
  });

  test('the id of a head is that of its words as they were typed', () => {
    const { manuscript } = readChapters([titled('# One - "two"...')], english);
    expect(manuscript?.headings[0]?.id).toBe('one-two');
  });
});

describe('what is checked', () => {
  test('has its place, also after escapes and in quotations', () => {
    expect(faultsOf(titled('2000-cu il.\n\n> söz\n> \\*söz* 12.5 %\n\nO "dedi.'), azerbaijani)).toEqual([
      '4:1 ordinal-form: Unexpected ordinal `2000-cu`, expected `2000-ci`',
      '7:10 number-form: Unexpected number `12.5`, expected `12,5`',
      '9:3 quote-unpaired: Unexpected quotation mark `"`, expected a pair',
    ]);
  });

  test('under the names of its rules', () => {
    const { diagnostics } = readChapters([titled('2000-cu il 12.5 % "söz')], azerbaijani);
    expectDiagnostics(diagnostics, [
      'manuscript/ordinal-form',
      'manuscript/number-form',
      'manuscript/quote-unpaired',
    ]);
  });

  test('is not doubted where it is escaped', () => {
    readMarked('12\\.5 %, 2000\\-cu', azerbaijani);
  });
});

describe('explaining a line', () => {
  const explain = (text: string, line: number, reading: Reading): readonly Explained[] | undefined =>
    explainLine(
      { publication: 'book', tag: reading.tag ?? '', sources: [{ file: 'content/book/x.md', text }] },
      reading.language ?? shipped('en'),
      noFiles,
      { file: 'content/book/x.md', line },
    );

  test('tells every change and tie of that line', () => {
    const found = explain('One "line".\n\nTwo "words" - 15 %\nthree...\n', 3, english);
    expect(
      found?.map(({ kind, rule, column, before, after }) => [kind, rule, column, before, after]),
    ).toEqual([
      ['changed', 'quotes', 5, '"words"', '“words”'],
      ['changed', 'dashes', 12, '"words" - 15', '“words”\u00A0– 15'],
      ['changed', 'number-spaces', 17, '15 %', '15%'],
    ]);
  });

  test('knows the files and lines of the edition alone', () => {
    expect(explain('One', 2, english)).toBeUndefined();
    expect(explain('One', 1, english)).toEqual([]);
  });
});

describe('figures in the columns of a table', () => {
  const table = (...rows: readonly string[]): string =>
    titled(['| № | % |', '| - | -: |', ...rows.map((row) => `| ${row} |`)].join('\n'));
  const grouped = 'in a column of grouped figures, expected';

  test.each([
    ['az', azerbaijani, '10\u00A0390', '1\u00A0039'],
    ['ru', russian, '10\u00A0390', '1\u00A0039'],
    ['en', english, '10,390', '1,039'],
  ] as const)('four are grouped beside five: %s', (_, reading, long, short) => {
    expect(
      faultsOf(table(`№ 1 | ${long}`, '*№ 2* | **1039**', `№ 3 | ${short}`, '№ 4 | 874'), reading),
    ).toEqual([`7:13 column-figures: Unexpected number \`1039\` ${grouped} \`${short}\``]);
    expect(
      faultsOf(
        table(`№ 1 | ${short}`, '№ 2 | −1039,5 %'.replace(',', reading === english ? '.' : ',')),
        reading,
      ),
    ).toEqual([`7:10 column-figures: Unexpected number \`1039\` ${grouped} \`${short}\``]);
    expect(faultsOf(table('№ 1 | 1039', '№ 2 | 874'), reading), 'where none is grouped').toEqual([]);
    const off = { ...reading, language: shipped(reading.tag ?? '').withRules({ 'number-form': false }) };
    expect(faultsOf(table(`№ 1 | ${long}`, '№ 2 | 1039'), off), 'switched off').toEqual([]);
  });

  test.each([
    ['az', azerbaijani, 'İl', 'Təsis ili'],
    ['ru', russian, 'Год', 'Год основания'],
    ['en', english, 'Year', 'Founded'],
  ] as const)('years are none: %s', (_, reading, head, label) => {
    const long = reading === english ? '10,390' : '10\u00A0390';
    expect(faultsOf(table(`${label} | 1918`, `№ 1 | ${long}`), reading), 'by the row').toEqual([]);
    expect(faultsOf(titled(`| ${head} | № |\n| - | - |\n| 1918 | ${long} |\n| 1920 | 5 |`), reading)).toEqual(
      [],
    );
    expect(faultsOf(table('1918 | 1100', `1920 | ${long}`), reading), 'a row of a year').toHaveLength(1);
    expect(faultsOf(table('№ 1 | 1918–1920', `№ 2 | ${long}`, '№ 3 | [1918] [5]'), reading)).toEqual([]);
  });

  test('under the name of its rule', () => {
    const { diagnostics } = readChapters([table('№ 1 | 10\u00A0390', '№ 2 | 1039')], azerbaijani);
    expectDiagnostics(diagnostics, ['manuscript/column-figures']);
  });
});
