/** The page numbers a reader program shows (ISO 32000-1 §12.4.2), so that its page 4 is the page that says 4. */
import type { PdfValue } from './pdf-values.ts';
import { pdfArray, pdfDictionary, pdfName, pdfText } from './pdf-values.ts';

interface Label {
  readonly style: string | undefined;
  readonly prefix: string;
  readonly number: number;
}

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const toRoman = (number: number): string => {
  let rest = number;
  let text = '';
  for (const [value, digits] of romanDigits) {
    for (; rest >= value; rest -= value) text += digits;
  }
  return text;
};

const fromRoman = (text: string): number | undefined => {
  let number = 0;
  let at = 0;
  for (const [value, digits] of romanDigits) {
    for (; text.startsWith(digits, at); at += digits.length) number += value;
  }
  return number > 0 && number < 4000 && toRoman(number) === text ? number : undefined;
};

const readFolio = (folio: string): Label => {
  if (/^[1-9]\d{0,8}$/.test(folio)) return { style: 'D', prefix: '', number: Number(folio) };
  const lower = fromRoman(folio);
  if (lower !== undefined) return { style: 'r', prefix: '', number: lower };
  const upper = /^[A-Z]+$/.test(folio) ? fromRoman(folio.toLowerCase()) : undefined;
  if (upper !== undefined) return { style: 'R', prefix: '', number: upper };
  return { style: undefined, prefix: folio, number: 1 };
};

/** The number tree of labels for the folios of all pages, in order; a folio that is no number stands as it is. */
export const pageLabels = (folios: readonly string[]): PdfValue => {
  const items: PdfValue[] = [];
  let previous: Label | undefined;
  for (const [index, folio] of folios.entries()) {
    const label = readFolio(folio);
    const goesOn =
      previous !== undefined &&
      label.style !== undefined &&
      label.style === previous.style &&
      label.number === previous.number + 1;
    previous = label;
    if (goesOn) continue;
    items.push(
      index,
      pdfDictionary({
        S: label.style === undefined ? undefined : pdfName(label.style),
        P: label.prefix === '' ? undefined : pdfText(label.prefix),
        St: label.style === undefined || label.number === 1 ? undefined : label.number,
      }),
    );
  }
  return pdfDictionary({ Nums: pdfArray(items) });
};
