/** Dates in running text. */
import { expect, test } from 'vitest';
import { shipped } from './shipped-languages.ts';

test.each([
  ['en', ['2000', 'June 2000', '1 June 2000', '31 December 1999', '29 February 2000']],
  ['az', ['2000', 'iyun 2000', '1 iyun 2000-ci il', '31 dekabr 1999-cu il', '29 fevral 2000-ci il']],
  ['ru', ['2000', 'июнь 2000 г.', '1 июня 2000 г.', '31 декабря 1999 г.', '29 февраля 2000 г.']],
])('%s', (tag, expected) => {
  const { date } = shipped(tag);
  expect(['2000', '2000-06', '2000-06-01', '1999-12-31', '2000-02-29'].map(date)).toEqual(expected);
});

test('the year has its Azerbaijani suffix', () => {
  const { date } = shipped('az');
  expect(['1994-05-12', '1993-05-12', '1990-05-12', '1991-05-12', '2016-05-12'].map(date)).toEqual([
    '12 may 1994-cü il',
    '12 may 1993-cü il',
    '12 may 1990-cı il',
    '12 may 1991-ci il',
    '12 may 2016-cı il',
  ]);
});

test.each([
  '',
  '00',
  '2000-13',
  '2000-00',
  '2000-06-31',
  '2001-02-29',
  '2000-6-1',
  '1 June 2000',
  '2000-06-01T00:00',
])('%o is no date', (text) => {
  expect(() => shipped('en').date(text)).toThrow(RangeError);
});
