/** Casing, sorting and lists go through the language of the edition. */
import { expect, test } from 'vitest';
import { shipped } from './shipped-languages.ts';

test('Azerbaijani has two letters i', () => {
  const { upper, lower } = shipped('az');
  expect(upper('istiqlal, ışıq, kitab')).toBe('İSTİQLAL, IŞIQ, KİTAB');
  expect(lower('İSTANBUL, IŞIQ')).toBe('istanbul, ışıq');
  expect(lower('İLHAM')).toHaveLength(5);
});

test('English and Russian have one', () => {
  expect([shipped('en').upper('mining'), shipped('ru').upper('разминирование')]).toEqual([
    'MINING',
    'РАЗМИНИРОВАНИЕ',
  ]);
});

test('the alphabet decides the order', () => {
  expect(
    'z y v ü u t ş s r p ö o n m l q k j i ı x h ğ g f ə e d ç c b a'
      .split(' ')
      .sort(shipped('az').compare)
      .join(' '),
  ).toBe('a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z');
  expect(['Я', 'ель', 'ёж', 'Баку', 'ежа'].sort(shipped('ru').compare)).toEqual([
    'Баку',
    'ёж',
    'ежа',
    'ель',
    'Я',
  ]);
  expect(['Zeal', 'éclair', 'ebb', 'Edge'].sort(shipped('en').compare)).toEqual([
    'ebb',
    'éclair',
    'Edge',
    'Zeal',
  ]);
});

test.each([
  ['en', 'A, B and C', 'A and B'],
  ['az', 'A, B və C', 'A və B'],
  ['ru', 'A, B и C', 'A и B'],
])('lists in %s', (tag, three, two) => {
  const { list } = shipped(tag);
  expect([list(['A', 'B', 'C']), list(['A', 'B']), list(['A']), list([])]).toEqual([three, two, 'A', '']);
});

test('quotes, note marks and words that point back', () => {
  expect(shipped('ru').quotes).toEqual([
    { open: '«', close: '»' },
    { open: '„', close: '“' },
  ]);
  expect(['en', 'az', 'ru'].map((tag) => shipped(tag).noteMark)).toEqual(['after', 'after', 'before']);
  expect(shipped('az').ibidem).toContain('yenə orada');
  expect(shipped('ru').ibidem).toContain('там же');
  expect(shipped('en').ibidem).toContain('ibid');
});
