/** The languages of a publication must say the same. */
import { describe, expect, test } from 'vitest';
import { compareEditions } from '../../src/manuscript/compare-editions.ts';
import type { Manuscript } from '../../src/manuscript/manuscript.ts';
import { expectDiagnostics } from '../support/diagnostics.ts';
import { plainLanguage } from './plain-language.ts';
import { readChapters, titled } from './read-text.ts';

/** A language that writes `1.234,5`. */
const commas = plainLanguage('fr', {
  parseNumber: (text) => {
    const plain = text.replaceAll('.', '').replace(',', '.');
    return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
  },
});

const read = (tag: string, ...texts: readonly string[]): Manuscript => {
  const { manuscript, diagnostics } = readChapters(
    texts.map((text, index) => (index === 0 ? titled(text) : text)),
    { tag, language: tag === 'fr' ? commas : plainLanguage(tag) },
  );
  expectDiagnostics(diagnostics);
  if (manuscript === undefined) throw new Error('no manuscript');
  return manuscript;
};

const compare = (source: readonly string[], other: readonly string[]) =>
  compareEditions(read('en', ...source), [read('fr', ...other)]);

const table = (cell: string): string => `:::table[T]{#t}\n| A | B |\n| - | - |\n| x | ${cell} |\n:::`;

test('editions that say the same are left in peace', () => {
  const text = (sum: string): string => `# A\n\nx[^a]^[b]\n\n## B\n\n${table(sum)}\n\n[^a]: N.`;
  expect(compare([text('1,234.5')], [text('1.234,5')])).toEqual([]);
});

describe('a difference is told with both places', () => {
  const cases: Readonly<Record<string, readonly [en: string, fr: string, expected: readonly string[]]>> = {
    'a note missing in the other': [
      'x[^a] y[^b]\n\n[^a]: A.\n\n[^b]: B.',
      'x[^a]\n\n[^a]: A.',
      ['content/book/en.md:8:1 manuscript/edition-notes-differ'],
    ],
    'another label': [
      'x[^a]\n\n[^a]: A.',
      'x[^b]\n\n[^b]: A.',
      [
        'content/book/en.md:6:1 manuscript/edition-notes-differ',
        'content/book/fr.md:6:1 manuscript/edition-notes-differ',
      ],
    ],
    'a note without a label more': [
      'x^[a]',
      'x^[a] y^[b]',
      ['content/book/fr.md:4:8 manuscript/edition-notes-differ'],
    ],
    'a head of another level': [
      '# A\n\n## B\n\n## C',
      '# A\n\n# B\n\n## C',
      ['content/book/fr.md:6:1 manuscript/edition-heads-differ'],
    ],
    'a head missing': ['# A\n\n## B', '# A', ['content/book/fr.md:4:1 manuscript/edition-heads-differ']],
    'a table of another id': [
      table('1'),
      table('1').replace('#t', '#u'),
      [
        'content/book/en.md:4:1 manuscript/edition-floats-differ',
        'content/book/fr.md:4:1 manuscript/edition-floats-differ',
      ],
    ],
    'a number in a table': [
      table('3,528,900'),
      table('3.528.000'),
      ['content/book/fr.md:4:1 manuscript/edition-figures-differ'],
    ],
    'a number missing in a table': [
      table('7 of 24'),
      table('7'),
      ['content/book/fr.md:4:1 manuscript/edition-figures-differ'],
    ],
  };
  for (const [name, [en, fr, expected]] of Object.entries(cases)) {
    test(name, () => {
      const found = compare([en], [fr]);
      expectDiagnostics(found, expected);
      for (const { place, related } of found) expect(related?.[0]?.place.file).not.toBe(place?.file);
    });
  }
});

test('a chapter missing in a language is told', () => {
  const found = compareEditions(read('en', 'a', 'b', 'c'), [read('fr', 'a', 'b')]);
  expectDiagnostics(found, ['content/book/fr/01-part.md:1:1 manuscript/edition-chapter-missing']);
  expect(found[0]?.related?.[0]?.place.file).toBe('content/book/en/03-part.md');
});

test('the message names the numbers', () => {
  expect(compare([table('24')], [table('14')])[0]?.message).toBe(
    'Unexpected `14` in row 1 of table `t` in `fr`, expected `24` as in `en`',
  );
});
