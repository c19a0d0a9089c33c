/** Cross-reference streams (ISO 32000-1 §7.5.8): the table as packed numbers, its dictionary the trailer. */
import { notInUse, type ObjectTable } from './object-ranges.ts';
import type { Cursor, PdfFault } from './pdf-syntax.ts';
import { faultAt, isFault, readValue, skipWhite, takeInteger, takeKeyword } from './pdf-syntax.ts';
import type { PdfDictionary, PdfStream } from './pdf-values.ts';
import { asDictionary, asItems, asName, asNumber } from './pdf-values.ts';
import { readStream } from './raw-stream.ts';
import { decodeStream } from './stream-filters.ts';

/** An entry takes twenty bytes at most; more than the largest table needs is a trap. */
const largest = 160 * 1024 * 1024;

const readStreamObject = (cursor: Cursor): PdfStream | PdfFault => {
  const wanted = 'a cross-reference table (`xref`) or stream';
  const begin = { ...cursor };
  takeInteger(cursor);
  skipWhite(cursor);
  takeInteger(cursor);
  skipWhite(cursor);
  if (!takeKeyword(cursor, 'obj')) return faultAt(begin, wanted);
  const value = readValue(cursor);
  if (isFault(value)) return value;
  const dictionary = asDictionary(value);
  skipWhite(cursor);
  if (asName(dictionary?.entries.get('Type')) !== 'XRef' || !takeKeyword(cursor, 'stream'))
    return faultAt(begin, wanted);
  return dictionary === undefined
    ? faultAt(begin, wanted)
    : readStream(cursor, dictionary, asNumber(dictionary.entries.get('Length')));
};

/** Numbers of objects that the stream tells of: pairs of a first number and a count. */
const subsectionsOf = (dictionary: PdfDictionary): readonly (readonly [number, number])[] => {
  const index = asItems(dictionary.entries.get('Index'))?.map((item) => asNumber(item) ?? 0) ?? [
    0,
    asNumber(dictionary.entries.get('Size')) ?? 0,
  ];
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at + 1 < index.length; at += 2) pairs.push([index[at] ?? 0, index[at + 1] ?? 0]);
  return pairs;
};

const isCount = (number: number, most: number): boolean =>
  Number.isInteger(number) && number >= 0 && number <= most;

/**
 * Reads the stream at the cursor and writes its entries into an empty table. Goes out: its dictionary, which is a trailer. A fault where
 * it is damaged or names objects beyond `mostObjects`.
 */
export const addStreamEntries = (
  cursor: Cursor,
  table: ObjectTable,
  mostObjects: number,
): PdfDictionary | PdfFault => {
  const start = { ...cursor };
  const stream = readStreamObject(cursor);
  if (stream.kind === 'fault') return stream;
  const { dictionary } = stream;
  // All of its values are direct (§7.5.8.2).
  const bytes = decodeStream((value) => value ?? null, stream, largest);
  const widths = (asItems(dictionary.entries.get('W')) ?? []).map((item) => asNumber(item) ?? 0);
  const size = widths.reduce((sum, width) => sum + width, 0);
  if (bytes === undefined || widths.length < 3 || size === 0 || !widths.every((width) => isCount(width, 8)))
    return faultAt(start, 'a cross-reference stream that can be unpacked');
  let at = 0;
  const field = (index: number, otherwise: number): number => {
    const width = widths[index] ?? 0;
    if (width === 0) return otherwise;
    let value = 0;
    const end = at + width;
    for (; at < end; at += 1) value = value * 256 + (bytes[at] ?? 0);
    return value;
  };
  for (const [first, count] of subsectionsOf(dictionary)) {
    if (!isCount(first, mostObjects) || !isCount(count, mostObjects - first))
      return faultAt(start, 'subsections of a cross-reference stream');
    for (let number = first; number < first + count && at + size <= bytes.length; number += 1) {
      const next = at + size;
      const kind = field(0, 1);
      const where = field(1, 0);
      const generation = field(2, 0);
      at = next;
      if (table.offsets[number] !== undefined || table.packed.has(number)) continue;
      if (kind === 2) {
        table.packed.set(number, where);
        continue;
      }
      table.offsets[number] = kind === 1 && where < cursor.bytes.length ? where : notInUse;
      table.generations[number] = generation;
    }
  }
  return dictionary;
};
