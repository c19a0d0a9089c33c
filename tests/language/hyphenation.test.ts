/** Where words may break, in the three shipped languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divided, shipped } from './shipped-languages.ts';

const cases = readFileSync(join(import.meta.dirname, 'cases', 'az-hyphenation.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('Azerbaijani', () => {
  test('the list of words', () => {
    expect(cases.length).toBeGreaterThan(750);
    expect(cases.map((line) => divided(shipped('az'), line.replaceAll('-', '')))).toEqual(cases);
  });

  test('the two letters i', () => {
    expect(['İSTİQLAL', 'IŞIQLI', 'İlham', 'Işıqlı'].map((word) => divided(shipped('az'), word))).toEqual([
      'İS-TİQ-LAL',
      'IŞIQ-LI',
      'İl-ham',
      'Işıq-lı',
    ]);
  });
});

describe('words of other languages, unmarked', () => {
  test.each([
    ['az', 'Washington'],
    ['az', 'Müller'.replace('ü', 'ä')],
    ['az', 'Зеркало'],
    ['en', 'façade'],
    ['ru', 'Monitoring'],
    ['ru', 'Вінниця'],
  ])('%s has no breaks for %s: a letter is not of its alphabet', (tag, word) => {
    expect(shipped(tag).hyphenate(word, 'shown')).toEqual([]);
  });

  test('but those of a publication', () => {
    expect(shipped('az').withExceptions(['Wa-shing-ton']).hyphenate('Washington')).toEqual([2, 7]);
  });
});

test('English is divided the British way', () => {
  expect(
    ['demining', 'international', 'Azerbaijan', 'development', 'programme', 'organisation', 'region'].map(
      (word) => divided(shipped('en'), word),
    ),
  ).toEqual([
    'de-min-ing',
    'in-ter-na-tional',
    'Azerbaijan',
    'de-vel-op-ment',
    'pro-gramme',
    'or-gan-isa-tion',
    're-gion',
  ]);
});

test('Russian', () => {
  expect(
    ['разминирование', 'Азербайджан', 'международный', 'подъезд', 'объект', 'взгляд', 'ёлочный'].map((word) =>
      divided(shipped('ru'), word),
    ),
  ).toEqual([
    'раз-ми-ни-ро-ва-ние',
    'Азер-бай-джан',
    'меж-ду-на-род-ный',
    'подъ-езд',
    'объ-ект',
    'взгляд',
    'ёлоч-ный',
  ]);
});

describe('every language', () => {
  const letters = {
    en: 'abcdefghijklmnopqrstuvwxyz',
    az: 'abcçdeəfgğhxıijklmnoöpqrsştuüvyz',
    ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  };
  const vowels = { en: 'aeiouy', az: 'aeəıioöuü', ru: 'аеёиоуыэюя' };

  test.each(['en', 'az', 'ru'] as const)('%s: every part has a vowel and letters enough', (tag) => {
    const language = shipped(tag);
    const right = tag === 'en' ? 3 : 2;
    const word = fc
      .array(fc.constantFrom(...letters[tag].split('')), { minLength: 1, maxLength: 24 })
      .map((units) => units.join(''));
    fc.assert(
      fc.property(word, (text) => {
        const breaks = language.hyphenate(text);
        expect([...breaks].sort((a, b) => a - b)).toEqual(breaks);
        const ends = [0, ...breaks, text.length];
        const parts = ends.slice(1).map((end, index) => text.slice(ends[index], end));
        if (breaks.length === 0) return;
        expect(parts.filter((part) => ![...part].some((letter) => vowels[tag].includes(letter)))).toEqual([]);
        expect(parts[0]?.length).toBeGreaterThanOrEqual(2);
        expect(parts.at(-1)?.length).toBeGreaterThanOrEqual(right);
      }),
      { seed: 1918, numRuns: 3000 },
    );
  });

  test.each(['en', 'az', 'ru'])('%s breaks in no capitals, figures, signs, or short words', (tag) => {
    const { hyphenate } = shipped(tag);
    const words =
      'NATO BMT АНАМА КООРДИНАЦИЯ İSTİQLALİYYƏT COORDINATION COVID19 5561 ATX1000 www.example.org e-mail it’s ' +
      'a or да — inter\u00ADnational https://example.org/international 🙂🙂🙂🙂🙂🙂';
    expect(
      ['', ' ', 'inter national', ...words.split(' ')].filter((word) => hyphenate(word).length > 0),
    ).toEqual([]);
  });

  test('capitals are divided where that is asked for', () => {
    expect(shipped('az').hyphenate('KİTABXANA')).toEqual([]);
    expect(shipped('az').hyphenate('KİTABXANA', 'shown')).toEqual([2, 5, 7]);
    expect(shipped('az').hyphenate('KİTABXANA')).toEqual([]);
  });

  test('no break stands between a letter and its accent', () => {
    const stressed = 'за\u0301мок междунаро\u0301дный о\u0301бщество'.split(' ');
    expect(stressed.map((word) => divided(shipped('ru'), word))).toEqual([
      'за\u0301-мок',
      'меж-ду-на-ро\u0301д-ный',
      'об-ще-ство'.replace('об', 'о\u0301б'),
    ]);
    // A letter that is decomposed is the letter it stands for.
    expect(divided(shipped('ru'), 'юбилейный'.normalize('NFD'))).toBe('юби-лей-ный'.normalize('NFD'));
    expect(divided(shipped('az'), 'müəllim'.normalize('NFD'))).toBe('mü-əl-lim'.normalize('NFD'));
  });

  test('a very long word ends well', () => {
    const word = 'разминирование'.repeat(2000);
    expect(shipped('ru').hyphenate(word)).toEqual([]);
    expect(shipped('az').hyphenate('kitab'.repeat(2000))).toHaveLength(3999);
  });
});

describe('exceptions of a publication', () => {
  const language = shipped('az').withExceptions(['az-bu-ka', 'Bakıxanov', 'gün-orta', 'İS-Tİ']);

  test('win over the patterns, in any case of letters', () => {
    expect(['azbuka', 'Azbuka', 'Bakıxanov', 'Günorta'].map((word) => language.hyphenate(word))).toEqual([
      [2, 4],
      [2, 4],
      [],
      [3],
    ]);
  });

  test('hold for capitals only where they are given so', () => {
    expect(language.hyphenate('AZBUKA')).toEqual([]);
    expect(language.hyphenate('AZBUKA', 'shown')).toEqual([2, 4]);
    expect(language.hyphenate('İSTİ')).toEqual([2]);
  });

  test('come on top of one another and leave the language as it was', () => {
    const more = language.withExceptions(['azbu-ka']);
    expect(more.hyphenate('azbuka')).toEqual([4]);
    expect(more.hyphenate('günorta')).toEqual([3]);
    expect(language.hyphenate('azbuka')).toEqual([2, 4]);
    expect(shipped('az').hyphenate('azbuka')).toEqual([2, 4]);
    expect(more.message('contents')).toBe('Mündəricat');
  });
});
