/** Names: of languages, of publications, and those that were probably meant. */
import { describe, expect, test } from 'vitest';
import { editDistance, nearestName, suggestion } from '../../src/diagnostics/nearest-name.ts';
import { byChapter } from '../../src/project/find-publications.ts';
import { canonicalTag } from '../../src/project/language-tag.ts';
import { textFor } from '../../src/project/localised.ts';
import { outputFileName } from '../../src/project/outputs.ts';
import { nameFault } from '../../src/project/publication-name.ts';

test.each([
  ['en', 'en'],
  ['EN', 'en'],
  ['aze', 'az'],
  ['az-latn', 'az-Latn'],
  ['en-gb', 'en-GB'],
  ['zz', 'zz'],
  ['art-x-invented', 'art-x-invented'],
  ['english', undefined],
  ['e', undefined],
  ['', undefined],
  ['en-', undefined],
  ['en_GB', undefined],
  ['figures', undefined],
  ['en-a', undefined],
])('the tag %j', (text, tag) => {
  expect(canonicalTag(text)).toBe(tag);
});

describe('what was meant', () => {
  test('distance', () => {
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('template', 'tempalte')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('şəhər', 'seher')).toBe(3);
  });

  test('the nearest, if it is near', () => {
    expect(nearestName('color', ['colour', 'contact'])).toBe('colour');
    expect(nearestName('Report', ['report'])).toBe('report');
    expect(nearestName('Gence', ['Bakı', 'Gəncə'])).toBe('Gəncə');
    expect(nearestName('Sekı', ['Şəki'])).toBe('Şəki');
    expect(nearestName('en', ['az', 'ru'])).toBeUndefined();
    expect(nearestName('x'.repeat(10_000), ['x'])).toBeUndefined();
  });

  test('in words', () => {
    expect(suggestion('color', ['colour'])).toBe('did you mean `colour`?');
    expect(suggestion('xyz', ['aaa', 'bbb'])).toBe('there is `aaa`, `bbb`');
    expect(suggestion('xyz', [])).toBeUndefined();
    expect(
      suggestion(
        '?',
        Array.from({ length: 20 }, (_, index) => `name-${index}`),
      ),
    ).toMatch(/ and others$/);
  });
});

test.each(['report', 'Gəncə 2000', 'отчёт', 'a.b', '2000', 'x'.repeat(150)])('a good name: %s', (name) => {
  expect(nameFault(name)).toBeUndefined();
});

test.each([
  '',
  ' ',
  '.',
  '..',
  '.hidden',
  '-x',
  'a/b',
  'a\\b',
  'C:x',
  'a?',
  'a\nb',
  'a\0b',
  'a.',
  'a ',
  ' a',
  'con',
  'NUL.txt',
  'com1',
  'ə'.repeat(76),
])('a bad name: %j', (name) => {
  expect(nameFault(name)).toBeTypeOf('string');
});

test('chapters in order', () => {
  expect(['b.md', '2.md', '10.md', '02-z.md', '1-ə.md', 'a.md'].sort(byChapter)).toEqual([
    '1-ə.md',
    '02-z.md',
    '2.md',
    '10.md',
    'a.md',
    'b.md',
  ]);
});

test('a text for an edition', () => {
  expect(textFor('A', 'az', 'en')).toBe('A');
  expect(textFor({ az: 'B', en: 'A' }, 'az', 'en')).toBe('B');
  expect(textFor({ az: 'B', en: 'A' }, 'ru', 'en')).toBe('A');
  expect(textFor({ az: 'B' }, 'ru', 'en')).toBe('B');
  expect(textFor({}, 'ru', 'en')).toBeUndefined();
});

test('names of PDFs', () => {
  expect(outputFileName('x', 'az', 'print')).toBe('x.az.pdf');
  expect(outputFileName('x', 'az', 'booklet')).toBe('x.az.booklet.pdf');
});
