/** Letters that look right and are wrong, in the three shipped languages. Cyrillic letters are written as escapes where they would not be seen. */
import { describe, expect, test } from 'vitest';
import { judgeLetters } from '../../src/language/judge-letters.ts';
import { letterRulesOfTag } from '../../src/language/letter-rules.ts';
import { shipped } from './shipped-languages.ts';

const judge = (tag: string, text: string): readonly string[] =>
  judgeLetters(text, shipped(tag).letters).map((fault) =>
    fault.kind === 'foreign'
      ? `foreign ${fault.word}`
      : `${fault.kind} ${fault.word} ${fault.meant ?? '?'}${fault.isSure ? '' : ' perhaps'}`,
  );

describe('two alphabets in one word', () => {
  test.each([
    ['az', '\u0410N\u0410\u041C\u0410', ['mixed \u0410N\u0410\u041C\u0410 ANAMA']],
    ['az', 'Qaraba\u0491', ['mixed Qaraba\u0491 ?']],
    ['az', 'm\u04D9kt\u04D9b', ['mixed m\u04D9kt\u04D9b məktəb']],
    ['en', 'demining p\u0430rty', ['mixed p\u0430rty party']],
    ['ru', 'c\u043B\u043E\u0432\u043E', ['mixed c\u043B\u043E\u0432\u043E слово']],
    ['ru', 'Яndex', ['mixed Яndex ?']],
    // Both alphabets have all its letters: it is the language's own.
    ['ru', 'C\u041E\u0420', ['mixed C\u041E\u0420 СОР']],
    ['az', 'C\u041E\u0420', ['mixed C\u041E\u0420 COP']],
    ['ru', 'UNICEF и МЧС, IT-отдел', []],
  ])('%s: %s', (tag, text, expected) => {
    expect(judge(tag, text)).toEqual(expected);
  });

  test('Greek letters stand in units and formulas, unless they look Latin', () => {
    expect(judge('en', '5 k\u03A9, 3 \u03BCm, \u0394T')).toEqual([]);
    expect(judge('en', '\u0391N\u0391MA')).toEqual(['mixed \u0391N\u0391MA ANAMA']);
  });
});

describe('Roman numerals are Latin', () => {
  test.each([
    ['az', 'XİX əsr, İV fəsil, Xİ', ['numeral XİX XIX', 'numeral İV IV', 'numeral Xİ XI']],
    ['az', 'İ Pyotr, DİM, BİR, İTV, XIX', []],
    ['ru', '\u0425I\u0425 век', ['numeral \u0425I\u0425 XIX']],
    [
      'ru',
      '\u0425\u0425 век, \u0425\u0406\u0425',
      ['numeral \u0425\u0425 XX', 'numeral \u0425\u0406\u0425 XIX'],
    ],
    ['ru', 'XIX век, в XX веке, глава I, X и V', []],
    ['en', '\u0425I\u0425 century', ['numeral \u0425I\u0425 XIX']],
  ])('%s: %s', (tag, text, expected) => {
    expect(judge(tag, text)).toEqual(expected);
  });
});

describe('words in look-alikes', () => {
  test.each([
    ['az', '\u0410\u041D\u0410\u041C\u0410 layihəsi', ['disguised \u0410\u041D\u0410\u041C\u0410 AHAMA']],
    ['az', 'bu \u0430', ['disguised \u0430 a']],
    ['ru', 'слова c латиницей', ['disguised c с perhaps']],
    ['ru', 'Mop в море', ['disguised Mop Мор']],
    // Capitals may be an abbreviation: told, and no error.
    ['ru', 'страны OPEC', ['disguised OPEC ОРЕС perhaps']],
    ['ru', 'витамин C, гепатит B, UNICEF, HALO Trust, www.opec.org, A4', []],
    ['en', 'www.example.org/\u0430', []],
  ])('%s: %s', (tag, text, expected) => {
    expect(judge(tag, text)).toEqual(expected);
  });
});

test('letters of the same alphabet that the language does not have', () => {
  expect(judge('az', '\u01DDlifba, ba\u0219, da\u01E7, i\u0307lham')).toEqual([
    'look-alike \u01DDlifba əlifba',
    'look-alike ba\u0219 baş',
    'look-alike da\u01E7 dağ',
    'look-alike i\u0307lham ilham',
  ]);
  expect(judge('en', 'i\u0307lham')).toEqual(['look-alike i\u0307lham ilham']);
  expect(judge('az', 'ə, Ə, İ, i, I, ı, ğ, ş, ç, ö, ü, naïve, Kəbə')).toEqual([]);
});

describe('words of another alphabet', () => {
  test('are told together, look-alikes among them too', () => {
    expect(judge('az', 'roman “Война и мир”, o \u043E войне')).toEqual([
      'foreign Война и мир',
      'foreign \u043E войне',
    ]);
    expect(judge('en', 'Baku, Баку')).toEqual(['foreign Баку']);
    expect(judge('en', '\u0394x, \u03B1, \u03B2')).toEqual([]);
  });

  test('Latin words stand in every text', () => {
    expect(judge('ru', 'организация Human Rights Watch')).toEqual([]);
  });
});

test('of a language without a folder its tag tells the alphabet; without one, mixtures alone are judged', () => {
  const kinds = (tag: string, text: string): readonly string[] =>
    judgeLetters(text, letterRulesOfTag(tag)).map(({ kind }) => kind);
  expect(kinds('de', 'Straße Улица')).toEqual(['foreign']);
  expect(kinds('uk', 'Київ Kyiv')).toEqual([]);
  expect(kinds('mul', 'Straße Улица Яndex')).toEqual(['mixed']);
  expect(kinds('not a tag', 'Straße Улица')).toEqual([]);
});
