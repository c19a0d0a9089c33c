/** The house's own words in the three shipped languages, and what an editor of each would find. */
import { describe, expect, test } from 'vitest';
import { allMessageKeys, shapeOf } from '../../src/language/message-keys.ts';
import { listLanguages } from '../../src/language/load-language.ts';
import { shipped, shippedLocales } from './shipped-languages.ts';

const values = { number: 2, page: '4', text: 'Demining', names: 'A', isbn: '1', date: '2000', language: 'X' };

/** No-break spaces as plain ones, for reading. */
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

const said = (tag: string, key: string, more: Readonly<Record<string, string | number>> = {}): string => {
  const language = shipped(tag);
  return plain(language.message(key, { ...values, ordinal: language.ordinal(4), ...more }));
};

test('the three languages are found', () => {
  expect(listLanguages(shippedLocales)).toEqual(['az', 'en', 'ru']);
});

test.each(['az', 'en', 'ru'])('%s says everything, and plainly', (tag) => {
  for (const key of allMessageKeys) {
    const text = said(tag, key, shapeOf(key).plural ? { count: 3 } : {});
    expect(text, key).not.toMatch(/[{}]|undefined|\s$|^\s/);
  }
});

describe('references', () => {
  test.each([
    ['figure.caption', 'Figure 2', 'Şəkil 2', 'Рисунок 2'],
    ['figure.name', 'Figure 2', 'şəkil 2', 'рисунок 2'],
    ['figure.see', 'see Figure 2 on page 4', 'bax: şəkil 2, 4-cü səhifə', 'см. рисунок 2 на с. 4'],
    ['table.caption', 'Table 2', 'Cədvəl 2', 'Таблица 2'],
    ['table.name', 'Table 2', 'cədvəl 2', 'таблица 2'],
    ['table.see', 'see Table 2 on page 4', 'bax: cədvəl 2, 4-cü səhifə', 'см. таблицу 2 на с. 4'],
    ['heading.see', 'see “Demining” on page 4', 'bax: “Demining”, 4-cü səhifə', 'см. «Demining» на с. 4'],
    ['page.reference', 'page 4', '4-cü səhifə', 'с. 4'],
  ])('%s', (key, en, az, ru) => {
    expect([said('en', key), said('az', key), said('ru', key)]).toEqual([en, az, ru]);
  });
});

describe('plural forms', () => {
  test.each([
    [
      'en',
      [0, 1, 2, 21, 1039],
      ['0 footnotes', '1 footnote', '2 footnotes', '21 footnotes', '1,039 footnotes'],
    ],
    ['az', [0, 1, 2, 21, 10390], ['0 qeyd', '1 qeyd', '2 qeyd', '21 qeyd', '10 390 qeyd']],
    [
      'ru',
      [0, 1, 2, 5, 11, 12, 21, 22, 25, 111, 1.5],
      [
        '0 сносок',
        '1 сноска',
        '2 сноски',
        '5 сносок',
        '11 сносок',
        '12 сносок',
        '21 сноска',
        '22 сноски',
        '25 сносок',
        '111 сносок',
        '1,5 сноски',
      ],
    ],
  ] as const)('notes in %s', (tag, counts, texts) => {
    expect(counts.map((count) => said(tag, 'notes', { count }))).toEqual(texts);
  });

  test('a byline', () => {
    const two = { count: 2, names: 'A, B' };
    expect([said('en', 'authors', { count: 1 }), said('en', 'authors', two)]).toEqual([
      'Author: A',
      'Authors: A, B',
    ]);
    expect([said('az', 'editors', { count: 1 }), said('az', 'editors', two)]).toEqual([
      'Redaktor: A',
      'Redaktorlar: A, B',
    ]);
    // In Russian 21 takes the form of 1: the label must not say how many there are.
    expect([1, 2, 21].map((count) => said('ru', 'translators', { count }))).toEqual(
      Array(3).fill('Перевод: A'),
    );
  });
});

describe('values', () => {
  test('print as they are: no markup, no reference, no escape', () => {
    const names = '{{count}} $t(contents) <b>&amp;</b> %s \u{F0000}';
    expect(said('en', 'authors', { count: 1, names })).toBe(`Author: ${names}`);
    expect(said('en', 'heading.see', { text: '$t(contents)', page: '{{number}}' })).toBe(
      'see “$t(contents)” on page {{number}}',
    );
  });

  test('that stand for a page number arrive whole', () => {
    expect(shipped('az').message('page.reference', { page: '\uE000', ordinal: '\uE001' })).toBe(
      '\uE001 səhifə',
    );
    expect(plain(shipped('ru').message('page.reference', { page: '\uE000', ordinal: '\uE001' }))).toBe(
      'с. \uE000',
    );
  });
});

describe('our own mistakes are thrown', () => {
  const { message } = shipped('en');
  test.each([
    ['an unknown key', () => message('figure.look')],
    ['a plural form as a key', () => message('pages_one', { count: 1 })],
    ['a key of every object', () => message('toString')],
    ['a value that the text needs', () => message('figure.caption')],
    ['a plural without a count', () => message('pages')],
    ['a count in words', () => message('pages', { count: 'three' })],
  ])('%s', (_, call) => {
    expect(call).toThrow(/no .* in the messages/);
  });
});
