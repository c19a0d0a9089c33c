/** The page numbers a reader program shows (ISO 32000-1 §12.4.2), so that its page 4 is the page that says 4. */
import { romanNumber } from '../protocol/counter-styles.ts';
import type { PdfValue } from './pdf-values.ts';
import { pdfArray, pdfDictionary, pdfName, pdfText } from './pdf-values.ts';

interface Label {
  readonly style: string | undefined;
  readonly prefix: string;
  readonly number: number;
}

const readFolio = (folio: string): Label => {
  if (/^[1-9]\d{0,8}$/.test(folio)) return { style: 'D', prefix: '', number: Number(folio) };
  const lower = romanNumber(folio);
  if (lower !== undefined) return { style: 'r', prefix: '', number: lower };
  const upper = /^[A-Z]+$/.test(folio) ? romanNumber(folio.toLowerCase()) : undefined;
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
