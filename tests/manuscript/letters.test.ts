/** Letters judged in a manuscript: where, with which place, and where not. */
import { describe, expect, test } from 'vitest';
import { shipped } from '../language/shipped-languages.ts';
import { expectDiagnostics } from '../support/diagnostics.ts';
import { readChapters, readMarked, titled } from './read-text.ts';

const az = { language: shipped('az'), tag: 'en' };
const mixed = 'm\u04D9kt\u04D9b';

describe('the place is that of the word', () => {
  test.each([
    [
      'in a paragraph of two lines',
      `bir\niki ⟦manuscript/mixed-alphabets⟧${mixed} və ⟦manuscript/mixed-alphabets⟧${mixed}`,
    ],
    ['across emphasis', `a ⟦manuscript/mixed-alphabets⟧*m*\u04D9kt\u04D9b`.replace('*m*', 'm*a*')],
    ['after escapes', `\\*bir\\* ⟦manuscript/mixed-alphabets⟧${mixed}`],
    ['in a quote', `> bir\n> ⟦manuscript/mixed-alphabets⟧${mixed}`],
    ['in a head', `# ⟦manuscript/mixed-alphabets⟧${mixed} {#a}`],
    ['in a cell', `| a | b |\n| - | - |\n| c | ⟦manuscript/mixed-alphabets⟧${mixed} |`],
    ['in a note', `a[^n]\n\n[^n]: ⟦manuscript/mixed-alphabets⟧${mixed}`],
    ['in an inline note', `a^[b ⟦manuscript/mixed-alphabets⟧${mixed}]`],
    [
      'in a box and its title',
      `:::key[⟦manuscript/mixed-alphabets⟧${mixed}]\nB ⟦manuscript/mixed-alphabets⟧${mixed}\n:::`,
    ],
    ['in words of another language', `:lang[⟦manuscript/mixed-alphabets⟧cлово]{ru}`],
    ['in raw HTML', `a <small>⟦manuscript/mixed-alphabets⟧${mixed}</small>`],
    ['of a numeral', `⟦manuscript/numeral-letters⟧XİX əsr`],
    ['of a disguised word', `bu ⟦manuscript/disguised-word⟧\u0430`],
    ['of a look-alike', `⟦manuscript/look-alike-letter⟧\u01DDlifba`],
    ['of a foreign word', `⟦manuscript/unmarked-language warning⟧Зеркало qəzeti`],
    ['of an id', `# A ⟦manuscript/mixed-alphabets⟧{#${mixed}}`],
  ])('%s', (_, source) => {
    readMarked(source, az);
  });
});

test('not in code, marked languages, addresses; an id and a label are no text of the language', () => {
  readMarked(
    [
      `\`${mixed}\` and :lang[Зеркало]{ru}, :lang[Яndex]{mul}, <https://example.org/opec>`,
      '',
      '# A {#cop}',
      '',
      'See :ref[cop].[^map]',
      '',
      '[^map]: A note.',
    ].join('\n'),
    { language: shipped('ru'), tag: 'en' },
  );
});

test('in the alternative text and the name of a picture', () => {
  const { diagnostics } = readChapters([titled(`![${mixed}](${mixed}.png)`)], az);
  expectDiagnostics(diagnostics, [
    'content/book/en.md:4:1 manuscript/mixed-alphabets',
    'content/book/en.md:4:1 manuscript/mixed-alphabets',
    'manuscript/picture-missing',
  ]);
});

test('in the front matter, not in its comments and not in its keys', () => {
  const text = `---\ntitle: ${mixed} # ${mixed}\nnotice: a # \u0430\nkeywords: [one, \u01DDlifba]\n---\n\nA\n`;
  expectDiagnostics(readChapters([text], az).diagnostics, [
    'content/book/en.md:2:8 manuscript/mixed-alphabets',
    'content/book/en.md:4:17 manuscript/look-alike-letter',
  ]);
  expectDiagnostics(
    readChapters(['---\ntitle: Море\nshort: Мор\n---\n\nА\n'], { language: shipped('ru') }).diagnostics,
  );
});

test('in the name of the file', () => {
  const { diagnostics } = readChapters([titled('A')], { ...az, tag: 'b\u0430k' });
  expectDiagnostics(diagnostics, ['content/book/b\u0430k.md:1:1 manuscript/mixed-alphabets']);
});

test('what is told', () => {
  const told = (text: string): readonly string[] =>
    readChapters([titled(text)], az).diagnostics.map(({ message, hint }) => `${message}: ${hint}`);
  expect(told('\u0410N\u0410\u041C\u0410')).toEqual([
    'Unexpected Cyrillic `\u0410` (U+0410), `\u041C` (U+041C) in `\u0410N\u0410\u041C\u0410`, expected letters of one alphabet: write `ANAMA`',
  ]);
  expect(told('XİX')).toEqual([
    'Unexpected Latin `İ` (U+0130) in the numeral `XİX`, expected Latin I, V and X: write `XIX`',
  ]);
  expect(told('i\u0307')).toEqual([
    'Unexpected `i\u0307` (U+0069 U+0307) in `i\u0307`, expected letters of the language: write `i`',
  ]);
  expect(told('\u0410\u041D\u0410\u041C\u0410')[0]).toMatch(
    /^Unexpected Cyrillic letters in `.*`, expected Latin ones: write it anew: the letters look like `AHAMA`/,
  );
});
