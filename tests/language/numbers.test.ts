/** Numbers as they are printed, and as they are read back from a table. */
import { describe, expect, test } from 'vitest';
import { shipped } from './shipped-languages.ts';

describe('printing', () => {
  test.each([
    ['en', ['0', '999', '1,039', '10,390', '3,528,900', '12.5', '0.125', '−5']],
    ['az', ['0', '999', '1039', '10\u00A0390', '3\u00A0528\u00A0900', '12,5', '0,125', '−5']],
    ['ru', ['0', '999', '1039', '10\u00A0390', '3\u00A0528\u00A0900', '12,5', '0,125', '−5']],
  ])('%s', (tag, expected) => {
    expect([0, 999, 1039, 10390, 3528900, 12.5, 0.125, -5].map(shipped(tag).number)).toEqual(expected);
  });
});

describe('reading', () => {
  test.each([
    ['en', '3,528,900', 3528900],
    ['en', 'US$3,528,900', 3528900],
    ['en', '$ 0.5', 0.5],
    ['en', '1.234', 1.234],
    ['en', '12.5%', 12.5],
    ['en', '12.5 per cent', 12.5],
    ['en', '5 561', 5561],
    ['en', '-7', -7],
    ['az', '3 528 900 ABŞ dolları', 3528900],
    ['az', '3.528.900', 3528900],
    ['az', '12,5%', 12.5],
    ['az', '12,5 %', 12.5],
    ['az', '5 ₼', 5],
    ['ru', '3\u00A0528\u00A0900 долл. США', 3528900],
    ['ru', '3\u202F528\u2009900', 3528900],
    ['ru', '12,5 %', 12.5],
    ['ru', '−0,5', -0.5],
    ['ru', '5561', 5561],
  ])('%s reads %o as %d', (tag, text, value) => {
    expect(shipped(tag).parseNumber(text)).toBe(value);
  });

  test.each([
    [
      'en',
      [
        '',
        '–',
        'none',
        '1999–2000',
        '24 regions',
        '1,23',
        '1,2345',
        '12,34,567',
        '1,234 567',
        '1.2.3',
        '5-',
        '1 June 2000',
      ],
    ],
    ['az', ['2000-ci', '1,234,567', '12.5', '1.23', 'Bakı', '28.05.1918']],
    ['ru', ['1.5', '1,234,567', 'XX', '10–12', '5-й']],
  ])('%s reads no number', (tag, texts) => {
    expect(texts.filter((text) => shipped(tag).parseNumber(text) !== undefined)).toEqual([]);
  });

  test.each(['en', 'az', 'ru'])('%s reads what it prints', (tag) => {
    const { number, parseNumber } = shipped(tag);
    const values = [0, 7, 19.75, 999, 1000, 12345, 1234567.5, -40000];
    expect(values.map((value) => parseNumber(number(value)))).toEqual(values);
  });
});
