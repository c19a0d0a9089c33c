/** A fourth language is a folder and no code. */
import { expect, test } from 'vitest';
import { listLanguages } from '../../src/language/load-language.ts';
import { inventedLocales, inventedSettings, inventedTag } from './invented-language.ts';
import { divided, loadWhole } from './shipped-languages.ts';

test('the folder is the language', () => {
  const locales = inventedLocales();
  expect(listLanguages(locales)).toEqual([inventedTag]);
  const language = loadWhole(locales, inventedTag);
  expect(language.tag).toBe(inventedTag);
  expect(language.name).toBe('Trifolian');
  expect(language.direction).toBe('rtl');
  expect(language.quotes).toEqual([{ open: '»', close: '«' }]);
  expect(language.noteMark).toBe('before');
  expect(language.ibidem).toEqual(['ōlu mene']);
});

test('its words and its six plural forms', () => {
  const { message } = loadWhole(inventedLocales(), inventedTag);
  expect(message('contents')).toBe('Umu');
  expect(message('table.see', { number: 2, page: 'iv', ordinal: 'x' })).toBe('tabu 2 u iv (x)');
  expect([0, 1, 2, 3, 6, 5, 1039].map((count) => message('notes', { count }))).toEqual([
    '0 nolu zero',
    '1 nolu one',
    '2 nolu two',
    '3 nolu few',
    '6 nolu many',
    '5 nolu other',
    '1’039 nolu other',
  ]);
});

test('its dates, numbers and ordinals', () => {
  const language = loadWhole(inventedLocales(), inventedTag);
  expect(['2000', '2000-06', '2000-06-01'].map(language.date)).toEqual([
    'Y2000',
    '2000 Mehefin',
    'Mehefin 1, cº2000',
  ]);
  expect(language.number(1234567.5)).toBe('1’234’567·5');
  expect(['1’039 tal', '12,5', '1 039'].map(language.parseNumber)).toEqual([1039, 12.5, undefined]);
  expect([0, 1, 2, 3, 5, 11, 100, 101].map(language.ordinal)).toEqual([
    'zº0',
    'oº1',
    'tº2',
    'fº3',
    'mº5',
    'xº11',
    'cº100',
    'xº101',
  ]);
});

test('its hyphens', () => {
  const language = loadWhole(inventedLocales(), inventedTag);
  expect(['olutali', 'olta', 'TRIFOLIO', 'trifolios'].map((word) => divided(language, word))).toEqual([
    'o-lu-ta-li',
    'olta',
    'TRI-FOLIO',
    'trifo-lios',
  ]);
  expect(language.hyphenate('OLUTA')).toEqual([1, 3]);
});

test('a language without `hyphenation` breaks only the words that are given', () => {
  const settings = inventedSettings.slice(0, inventedSettings.indexOf('hyphenation:'));
  const language = loadWhole(inventedLocales({ settings }), inventedTag);
  expect(language.hyphenate('olutali')).toEqual([]);
  expect(language.withExceptions(['olu-tali']).hyphenate('olutali')).toEqual([3]);
});
