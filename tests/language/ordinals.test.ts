/** Ordinals after figures. */
import { describe, expect, test } from 'vitest';
import { shipped } from './shipped-languages.ts';

test('English', () => {
  const { ordinal } = shipped('en');
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111, 112, 1000].map(ordinal)).toEqual(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 101st 111th 112th 1000th'.split(' '),
  );
});

test('Russian agrees with the page', () => {
  expect([1, 2, 3, 40, 2000].map(shipped('ru').ordinal)).toEqual(['1-я', '2-я', '3-я', '40-я', '2000-я']);
});

describe('Azerbaijani', () => {
  const { ordinal } = shipped('az');

  test('as editors write them', () => {
    const expected =
      '1-ci 2-ci 3-cü 4-cü 5-ci 6-cı 7-ci 8-ci 9-cu 10-cu 11-ci 16-cı 19-cu 20-ci 30-cu 40-cı 50-ci 60-cı 70-ci 80-ci 90-cı 100-cü ' +
      '101-ci 110-cu 200-cü 1000-ci 1001-ci 1990-cı 1993-cü 1994-cü 1999-cu 2000-ci 2006-cı 2010-cu 9999-cu 10000-ci 1000000-cu 1000000000-cı';
    const numbers = expected.split(' ').map((text) => Number.parseInt(text, 10));
    expect(numbers.map(ordinal).join(' ')).toBe(expected);
  });

  test('1 to 9999 follow the last spoken word', () => {
    // The suffix follows the last vowel of the last word of the number: birinci, üçüncü, altıncı, onuncu.
    const units = ['', 'bir', 'iki', 'üç', 'dörd', 'beş', 'altı', 'yeddi', 'səkkiz', 'doqquz'];
    const tens = ['', 'on', 'iyirmi', 'otuz', 'qırx', 'əlli', 'altmış', 'yetmiş', 'səksən', 'doxsan'];
    const lastWord = (n: number): string =>
      units[n % 10] || tens[Math.floor(n / 10) % 10] || (n % 1000 === 0 ? 'min' : 'yüz');
    const suffix = (word: string): string => {
      const vowel = [...word].findLast((letter) => 'aeəiıoöuü'.includes(letter)) ?? '';
      return 'aı'.includes(vowel) ? 'cı' : 'ou'.includes(vowel) ? 'cu' : 'öü'.includes(vowel) ? 'cü' : 'ci';
    };
    const wrong = Array.from({ length: 9999 }, (_, index) => index + 1).filter(
      (n) => ordinal(n) !== `${n}-${suffix(lastWord(n))}`,
    );
    expect(wrong).toEqual([]);
  });
});
