/** A document numbered in one order, so that two that say the same become the same; equal streams are one. */
import { trailerOf, type PdfDocument } from '../pdf-document.ts';
import { referenceTo } from '../pdf-objects.ts';
import type { PdfDictionary, PdfValue } from '../pdf-values.ts';
import { orderOf } from '../object-order.ts';
import type { Renumber } from '../pdf-writer.ts';

const ledDictionary = ({ entries }: PdfDictionary, renumber: Renumber): PdfDictionary => ({
  kind: 'dictionary',
  entries: new Map([...entries].map(([key, value]) => [key, led(value, renumber)])),
});

/** The value with its references led to the new numbers; one that leads nowhere stands for null (ISO 32000-1 §7.3.10). */
const led = (value: PdfValue, renumber: Renumber): PdfValue => {
  if (typeof value !== 'object' || value === null) return value;
  switch (value.kind) {
    case 'reference': {
      const number = renumber(value.number);
      return number === undefined ? null : referenceTo(number);
    }
    case 'array':
      return { kind: 'array', items: value.items.map((item) => led(item, renumber)) };
    case 'dictionary':
      return ledDictionary(value, renumber);
    case 'stream':
      return { ...value, dictionary: ledDictionary(value.dictionary, renumber) };
    default:
      return value;
  }
};

/** The document in the order in which it would be written. */
export const orderedDocument = (document: PdfDocument): PdfDocument => {
  const { values, renumber } = orderOf(document, trailerOf(document));
  return {
    objects: new Map(values.map((value, index) => [index + 1, led(value, renumber)])),
    catalog: renumber(document.catalog) ?? 0,
    information: document.information === undefined ? undefined : renumber(document.information),
  };
};
