/**
 * Opens a PDF file by its cross-reference table (ISO 32000-1 §7.5.4) and reads its objects one by one. Files with cross-reference
 * streams are told from broken ones. Nothing is repaired by guessing.
 */
import type { PdfDictionary, PdfReference, PdfValue } from './pdf-values.ts';
import { asDictionary, asNumber, asReference } from './pdf-values.ts';
import type { Cursor, PdfFault } from './pdf-syntax.ts';
import { faultAt, isFault, isWhite, readValue, skipWhite, takeInteger, takeKeyword } from './pdf-syntax.ts';

/** An opened file. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly trailer: PdfDictionary;
  /** Numbers of the objects in use, ascending. */
  readonly numbers: readonly number[];
  /** The object of a number; null where there is none (§7.3.10) or where it cannot be read. Reads each once. */
  readonly object: (number: number) => PdfValue;
  /** The value itself, or the object it points at, however long the chain. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
  /** The bytes of an object from its number to `endobj`, found without reading it; undefined where it is not whole. */
  readonly source: (number: number) => Uint8Array | undefined;
  /** What could not be read so far. */
  readonly faults: () => readonly PdfFault[];
}

interface Entry {
  readonly offset: number;
  readonly generation: number;
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

/** Reads the subsections of one table into `entries`; entries of newer tables stay. */
const readTable = (cursor: Cursor, entries: Map<number, Entry | undefined>): PdfFault | undefined => {
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
    skipWhite(cursor);
    for (let index = 0; index < count; index += 1) {
      skipWhite(cursor);
      const offset = takeInteger(cursor);
      skipWhite(cursor);
      const generation = takeInteger(cursor);
      skipWhite(cursor);
      const used = takeKeyword(cursor, 'n');
      if (offset === undefined || generation === undefined || (!used && !takeKeyword(cursor, 'f')))
        return faultAt(cursor, 'an entry of the cross-reference table');
      const number = first + index;
      if (!entries.has(number)) entries.set(number, used ? { offset, generation } : undefined);
    }
  }
};

interface Tables {
  readonly kind: 'tables';
  readonly trailer: PdfDictionary;
  readonly entries: ReadonlyMap<number, Entry | undefined>;
  /** Offsets of the tables. */
  readonly starts: ReadonlySet<number>;
}

const readTables = (bytes: Uint8Array): Tables | PdfFault => {
  const start = findStart(bytes);
  if (typeof start !== 'number') return start;
  const entries = new Map<number, Entry | undefined>();
  const seen = new Set<number>();
  let trailer: PdfDictionary | undefined;
  for (let offset: number | undefined = start; offset !== undefined && !seen.has(offset);) {
    seen.add(offset);
    const cursor: Cursor = { bytes, at: offset };
    const fault = readTable(cursor, entries);
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
    : { kind: 'tables', trailer, entries, starts: seen };
};

/** Past `number generation obj`, and true, where it stands at the cursor. */
const takeHead = (cursor: Cursor, number: number, generation: number): boolean => {
  if (takeInteger(cursor) !== number) return false;
  skipWhite(cursor);
  if (takeInteger(cursor) !== generation) return false;
  skipWhite(cursor);
  return takeKeyword(cursor, 'obj');
};

/** For every offset of an object, the offset of what follows it in the file. */
const endsOf = (tables: Tables): ReadonlyMap<number, number> => {
  const offsets = new Set(tables.starts);
  for (const entry of tables.entries.values()) if (entry !== undefined) offsets.add(entry.offset);
  const ascending = Float64Array.from(offsets).toSorted();
  return new Map(Array.from(ascending, (offset, index) => [offset, ascending[index + 1] ?? offset]));
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
  const { entries, trailer } = tables;
  const values = new Map<number, PdfValue>();
  const faults: PdfFault[] = [];
  let ends: ReadonlyMap<number, number> | undefined;

  const readObject = (number: number, entry: Entry): PdfValue | PdfFault => {
    const cursor: Cursor = { bytes, at: entry.offset };
    if (!takeHead(cursor, number, entry.generation))
      return faultAt({ bytes, at: entry.offset }, `object ${number}`);
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
    const entry = entries.get(reference.number);
    if (entry === undefined) return null;
    const cursor: Cursor = { bytes, at: entry.offset };
    if (!takeHead(cursor, reference.number, entry.generation)) return null;
    skipWhite(cursor);
    return takeInteger(cursor) ?? null;
  };

  const object = (number: number): PdfValue => {
    const known = values.get(number);
    if (known !== undefined) return known;
    const entry = entries.get(number);
    if (entry === undefined) return null;
    const read = readObject(number, entry);
    if (isFault(read)) faults.push(read);
    const value = isFault(read) ? null : read;
    values.set(number, value);
    return value;
  };

  return {
    bytes,
    trailer,
    numbers: [...entries]
      .filter(([, entry]) => entry !== undefined)
      .map(([number]) => number)
      .toSorted((first, second) => first - second),
    object,
    resolve: (value) => {
      let current: PdfValue = value ?? null;
      for (let steps = 0; steps < 32; steps += 1) {
        const reference = asReference(current);
        if (reference === undefined) return current;
        current = object(reference.number);
      }
      return null;
    },
    source: (number) => {
      const entry = entries.get(number);
      if (entry === undefined) return undefined;
      ends ??= endsOf(tables);
      const cursor: Cursor = { bytes, at: entry.offset };
      if (!takeHead(cursor, number, entry.generation)) return undefined;
      let end = ends.get(entry.offset) ?? entry.offset;
      while (end > cursor.at && isWhite(bytes[end - 1])) end -= 1;
      return takeKeyword({ bytes, at: end - 'endobj'.length }, 'endobj')
        ? bytes.subarray(entry.offset, end)
        : undefined;
    },
    faults: () => faults,
  };
};

/** True when what was opened is a file. */
export const isPdfFile = (opened: PdfFile | PdfFault): opened is PdfFile => !('kind' in opened);
