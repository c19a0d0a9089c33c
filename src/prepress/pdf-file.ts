/**
 * Opens a PDF file by its cross-references (ISO 32000-1 §7.5) and reads its objects one by one, those in object streams too. Nothing is
 * repaired by guessing.
 */
import { readCrossReferences } from './cross-references.ts';
import { notInUse, numbersInUse, objectRanges, takeHead, type ObjectRange } from './object-ranges.ts';
import { resolverOf, type PdfObjects } from './pdf-objects.ts';
import { objectStreams } from './object-streams.ts';
import { readStream } from './raw-stream.ts';
import type { PdfReference, PdfValue } from './pdf-values.ts';
import { asNumber, asReference } from './pdf-values.ts';
import type { Cursor, PdfFault } from './pdf-syntax.ts';
import { faultAt, isFault, readValue, skipWhite, takeInteger, takeKeyword } from './pdf-syntax.ts';

/** An opened file. */
export interface PdfFile extends PdfObjects {
  readonly bytes: Uint8Array;
  /** Numbers of the objects in use, ascending. */
  readonly numbers: readonly number[];
  /** As `object`, but keeps nothing: for what is asked for once. */
  readonly read: (number: number) => PdfValue;
  /** Where the objects lie, as far as they are whole, in the order of the file. */
  readonly ranges: () => readonly ObjectRange[];
  /** What could not be read so far. */
  readonly faults: () => readonly PdfFault[];
}

/** Opens a file; a fault where it is none that we can read. */
export const openPdf = (bytes: Uint8Array): PdfFile | PdfFault => {
  const references = readCrossReferences(bytes);
  if (references.kind === 'fault') return references;
  const { table, trailer } = references;
  const values = new Map<number, PdfValue>();
  const faults: PdfFault[] = [];

  /** A cursor after the head of an object; undefined where there is no such object. */
  const openObject = (number: number): Cursor | undefined => {
    const offset = table.offsets[number] ?? notInUse;
    if (offset === notInUse) return undefined;
    const cursor: Cursor = { bytes, at: offset };
    return takeHead(cursor, number, table.generations[number] ?? 0) ? cursor : undefined;
  };

  const readObject = (number: number): PdfValue | PdfFault => {
    const cursor = openObject(number);
    if (cursor === undefined) return faultAt({ bytes, at: table.offsets[number] ?? 0 }, `object ${number}`);
    let value = readValue(cursor);
    if (isFault(value)) return value;
    skipWhite(cursor);
    if (typeof value === 'object' && value?.kind === 'dictionary' && takeKeyword(cursor, 'stream')) {
      const length = value.entries.get('Length');
      const reference = asReference(length);
      // The length of a stream is a number, so an object that is itself a stream never leads back here.
      value = readStream(cursor, value, asNumber(reference === undefined ? length : plainNumber(reference)));
      if (isFault(value)) return value;
      skipWhite(cursor);
    }
    return takeKeyword(cursor, 'endobj') ? value : faultAt(cursor, '`endobj`');
  };

  const plainNumber = (reference: PdfReference): PdfValue => {
    const cursor = openObject(reference.number);
    if (cursor === undefined) return null;
    skipWhite(cursor);
    return takeInteger(cursor) ?? null;
  };

  const read = (number: number): PdfValue => {
    const packed = table.packed.get(number);
    if (packed === undefined && (table.offsets[number] ?? notInUse) === notInUse) return null;
    const value = packed === undefined ? readObject(number) : inStream(packed, number);
    if (!isFault(value)) return value;
    faults.push(value);
    return null;
  };

  const object = (number: number): PdfValue => {
    const known = values.get(number);
    if (known !== undefined) return known;
    // An object that is read while it is being read leads to itself, and is nothing.
    values.set(number, null);
    const value = read(number);
    values.set(number, value);
    return value;
  };

  const resolve = resolverOf(object);
  const inStream = objectStreams(object, resolve);

  return {
    bytes,
    trailer,
    numbers: numbersInUse(table),
    object,
    read,
    resolve,
    ranges: () => objectRanges(bytes, table, references.starts),
    faults: () => faults,
  };
};

/** True when what was opened is a file. */
export const isPdfFile = (opened: PdfFile | PdfFault): opened is PdfFile => !('kind' in opened);
