/** Where objects lie, as a stream (ISO 32000-1 §7.5.8). */
import type { PdfDictionary } from '../pdf-values.ts';
import { pdfArray, pdfName, withEntries } from '../pdf-values.ts';

/** An object lies at an offset (1), or in the stream of a number as which of its objects (2). */
export type Location = readonly [kind: 1 | 2, first: number, second: number];

/** Bytes of each field: a file has at most four gigabytes. */
const widths = [1, 4, 2] as const;

/** The entries, unpacked; what is undefined is not in use. */
export const locationBytes = (locations: readonly (Location | undefined)[]): Uint8Array => {
  const bytes: number[] = [];
  for (const location of locations) {
    const entry = location ?? [0, 0, 0];
    for (const [field, width] of widths.entries()) {
      const value = entry[field] ?? 0;
      for (let byte = width - 1; byte >= 0; byte -= 1) bytes.push(Math.floor(value / 256 ** byte) % 256);
    }
  }
  return Uint8Array.from(bytes);
};

/** The dictionary of a stream of `count` entries from number `first`; `trailer` has the entries of a trailer, `size` is its `Size`. */
export const tableDictionary = (
  trailer: PdfDictionary,
  size: number,
  [first, count]: readonly [first: number, count: number],
  length: number,
): PdfDictionary =>
  withEntries(trailer, {
    Type: pdfName('XRef'),
    Size: size,
    Index: pdfArray([first, count]),
    W: pdfArray([...widths]),
    Length: length,
  });
