/**
 * Opens a PDF file by its cross-reference table (ISO 32000-1 §7.5.4) and reads its objects one by one. Files with cross-reference
 * streams are told from broken ones. Nothing is repaired by guessing.
 */
import {
  notInUse,
  numbersInUse,
  objectRanges,
  takeHead,
  type ObjectRange,
  type ObjectTable,
} from './object-ranges.ts';
import type { PdfDictionary, PdfReference, PdfValue } from './pdf-values.ts';
import { asDictionary, asNumber, asReference } from './pdf-values.ts';
import { resolverOf, type PdfObjects } from './pdf-objects.ts';
import type { Cursor, PdfFault } from './pdf-syntax.ts';
import { faultAt, isFault, readValue, skipWhite, takeInteger, takeKeyword } from './pdf-syntax.ts';

/** An opened file. */
export interface PdfFile extends PdfObjects {
  readonly bytes: Uint8Array;
  /** Numbers of the objects in use, ascending. */
  readonly numbers: readonly number[];
  /** Where the objects lie, as far as they are whole, in the order of the file. */
  readonly ranges: () => readonly ObjectRange[];
  /** What could not be read so far. */
  readonly faults: () => readonly PdfFault[];
}

/** No file of ours comes near it, and it bounds what a hostile table can ask for (ISO 32000-1 Annex C). */
const mostObjects = 8_388_607;

const findStart = (bytes: Uint8Array): number | PdfFault => {
  const keyword = 'startxref';
  for (let at = bytes.length - keyword.length; at >= Math.max(0, bytes.length - 2048); at -= 1) {
    const cursor = { bytes, at };
    if (!takeKeyword(cursor, keyword)) continue;
    skipWhite(cursor);
    return takeInteger(cursor) ?? faultAt(cursor, 'the offset of the cross-reference table');
  }
  return faultAt({ bytes, at: bytes.length }, '`startxref` near the end of the file');
};

/** Reads the subsections of one table; what newer tables say stays. */
const readTable = (cursor: Cursor, table: ObjectTable): PdfFault | undefined => {
  skipWhite(cursor);
  if (!takeKeyword(cursor, 'xref')) return faultAt(cursor, 'a cross-reference table (`xref`)');
  for (;;) {
    skipWhite(cursor);
    if (takeKeyword(cursor, 'trailer')) return undefined;
    const first = takeInteger(cursor);
    skipWhite(cursor);
    const count = takeInteger(cursor);
    if (first === undefined || count === undefined || first + count > mostObjects)
      return faultAt(cursor, 'a subsection of the cross-reference table or `trailer`');
    for (let number = first; number < first + count; number += 1) {
      skipWhite(cursor);
      const offset = takeInteger(cursor);
      skipWhite(cursor);
      const generation = takeInteger(cursor);
      skipWhite(cursor);
      const used = takeKeyword(cursor, 'n');
      if (offset === undefined || generation === undefined || (!used && !takeKeyword(cursor, 'f')))
        return faultAt(cursor, 'an entry of the cross-reference table');
      if (table.offsets[number] !== undefined) continue;
      table.offsets[number] = used && offset < cursor.bytes.length ? offset : notInUse;
      table.generations[number] = generation;
    }
  }
};

interface Tables {
  readonly kind: 'tables';
  readonly trailer: PdfDictionary;
  readonly table: ObjectTable;
  /** Offsets of the tables. */
  readonly starts: ReadonlySet<number>;
}

const readTables = (bytes: Uint8Array): Tables | PdfFault => {
  const start = findStart(bytes);
  if (typeof start !== 'number') return start;
  const table: ObjectTable = { offsets: [], generations: [] };
  const seen = new Set<number>();
  let trailer: PdfDictionary | undefined;
  for (let offset: number | undefined = start; offset !== undefined && !seen.has(offset);) {
    seen.add(offset);
    const cursor: Cursor = { bytes, at: offset };
    const fault = readTable(cursor, table);
    if (fault !== undefined) return fault;
    const value = readValue(cursor);
    if (isFault(value)) return value;
    const dictionary = asDictionary(value);
    if (dictionary === undefined) return faultAt(cursor, 'a trailer dictionary');
    trailer ??= dictionary;
    offset = asNumber(dictionary.entries.get('Prev'));
  }
  return trailer === undefined
    ? faultAt({ bytes, at: start }, 'a trailer dictionary')
    : { kind: 'tables', trailer, table, starts: seen };
};

/** Reads the stream after its dictionary; `length` as the dictionary says. */
const readStream = (
  cursor: Cursor,
  dictionary: PdfDictionary,
  length: number | undefined,
): PdfValue | PdfFault => {
  const { bytes } = cursor;
  if (bytes[cursor.at] === 13) cursor.at += 1;
  if (bytes[cursor.at] === 10) cursor.at += 1;
  const start = cursor.at;
  if (length === undefined || !Number.isInteger(length) || length < 0 || start + length > bytes.length)
    return faultAt(cursor, 'a stream of the length its dictionary says');
  cursor.at = start + length;
  skipWhite(cursor);
  if (!takeKeyword(cursor, 'endstream')) return faultAt(cursor, '`endstream`');
  return { kind: 'stream', dictionary, bytes: bytes.subarray(start, start + length) };
};

/** Opens a file; a fault where it is none that we can read. */
export const openPdf = (bytes: Uint8Array): PdfFile | PdfFault => {
  const tables = readTables(bytes);
  if (tables.kind === 'fault') return tables;
  const { table, trailer } = tables;
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

  const object = (number: number): PdfValue => {
    const known = values.get(number);
    if (known !== undefined) return known;
    if ((table.offsets[number] ?? notInUse) === notInUse) return null;
    const read = readObject(number);
    if (isFault(read)) faults.push(read);
    const value = isFault(read) ? null : read;
    values.set(number, value);
    return value;
  };

  return {
    bytes,
    trailer,
    numbers: numbersInUse(table),
    object,
    resolve: resolverOf(object),
    ranges: () => objectRanges(bytes, table, tables.starts),
    faults: () => faults,
  };
};

/** True when what was opened is a file. */
export const isPdfFile = (opened: PdfFile | PdfFault): opened is PdfFile => !('kind' in opened);
