/** Labels of pages from their printed numbers. */
import { expect, test } from 'vitest';
import { pageLabels } from '../../src/prepress/page-labels.ts';
import { writeValue } from '../../src/prepress/pdf-writer.ts';

test.each([
  ['1 2 3', '0 <</S /D>>'],
  ['i ii iii 1 2', '0 <</S /r>> 3 <</S /D>>'],
  ['II III', '0 <</S /R\n/St 2>>'],
  ['5 6 9', '0 <</S /D\n/St 5>> 2 <</S /D\n/St 9>>'],
  ['A-1 A-2', '0 <</P (A-1)>> 1 <</P (A-2)>>'],
  ['iv iiii', '0 <</S /r\n/St 4>> 1 <</P (iiii)>>'],
  ['mcmxcix mm', '0 <</S /r\n/St 1999>>'],
])('%s', (folios, labels) => {
  expect(writeValue(pageLabels(folios.split(' ')))).toBe(`<</Nums [${labels}]>>`);
});

test('a page without a number has an empty label', () => {
  expect(writeValue(pageLabels(['', '1']))).toBe('<</Nums [0 <<>> 1 <</S /D>>]>>');
});
