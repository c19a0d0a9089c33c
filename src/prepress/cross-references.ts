/**
 * Where the objects of a file lie: its cross-reference tables and streams (ISO 32000-1 §7.5.4, §7.5.8), the newest first, and its trailer.
 * Files that have both (§7.5.8.4) are read as the specification has it.
 */
import { addStreamEntries } from './cross-reference-stream.ts';
import { emptyTable, notInUse, type ObjectTable } from './object-ranges.ts';
import type { Cursor, PdfFault } from './pdf-syntax.ts';
import { faultAt, isFault, readValue, skipWhite, takeInteger, takeKeyword } from './pdf-syntax.ts';
import type { PdfDictionary } from './pdf-values.ts';
import { asDictionary, asNumber } from './pdf-values.ts';

/** What a file says of its objects. */
export interface CrossReferences {
  readonly kind: 'cross-references';
  /** The newest trailer. */
  readonly trailer: PdfDictionary;
  readonly table: ObjectTable;
  /** Offsets of the tables. */
  readonly starts: ReadonlySet<number>;
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

/** Reads the subsections of one table, after `xref`. */
const readTable = (cursor: Cursor, table: ObjectTable): PdfFault | undefined => {
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
      table.offsets[number] = used && offset < cursor.bytes.length ? offset : notInUse;
      table.generations[number] = generation;
    }
  }
};

/** Adds what an older table says; what newer tables say stays. */
const addOlder = (table: ObjectTable, older: ObjectTable): void => {
  for (let number = 0; number < older.offsets.length; number += 1) {
    if (older.offsets[number] === undefined) continue;
    if (table.offsets[number] !== undefined || table.packed.has(number)) continue;
    table.offsets[number] = older.offsets[number];
    table.generations[number] = older.generations[number];
  }
  for (const [number, stream] of older.packed) {
    if (table.offsets[number] === undefined && !table.packed.has(number)) table.packed.set(number, stream);
  }
};

/** Reads the table with its trailer, or the stream, that begins at `offset`, and adds it. Goes out: its trailer. */
const readSection = (bytes: Uint8Array, offset: number, table: ObjectTable): PdfDictionary | PdfFault => {
  const cursor: Cursor = { bytes, at: offset };
  skipWhite(cursor);
  const own = emptyTable();
  if (!takeKeyword(cursor, 'xref')) {
    const trailer = addStreamEntries(cursor, own, mostObjects);
    if (trailer.kind === 'dictionary') addOlder(table, own);
    return trailer;
  }
  const fault = readTable(cursor, own);
  if (fault !== undefined) return fault;
  const value = readValue(cursor);
  if (isFault(value)) return value;
  const trailer = asDictionary(value);
  if (trailer === undefined) return faultAt(cursor, 'a trailer dictionary');
  const hidden = asNumber(trailer.entries.get('XRefStm'));
  if (hidden !== undefined) {
    // The table calls the objects of this stream free, for readers that do not know streams; so the stream goes before it.
    const streamed = emptyTable();
    const also = addStreamEntries({ bytes, at: hidden }, streamed, mostObjects);
    if (also.kind === 'fault') return also;
    addOlder(table, streamed);
  }
  addOlder(table, own);
  return trailer;
};

/** Reads all tables and streams; a fault where one is damaged. A circle of them is gone round once. */
export const readCrossReferences = (bytes: Uint8Array): CrossReferences | PdfFault => {
  const start = findStart(bytes);
  if (typeof start !== 'number') return start;
  const table = emptyTable();
  const starts = new Set<number>();
  let newest: PdfDictionary | undefined;
  for (let offset: number | undefined = start; offset !== undefined && !starts.has(offset);) {
    starts.add(offset);
    const trailer = readSection(bytes, offset, table);
    if (trailer.kind === 'fault') return trailer;
    newest ??= trailer;
    offset = asNumber(trailer.entries.get('Prev'));
  }
  return newest === undefined
    ? faultAt({ bytes, at: start }, 'a trailer dictionary')
    : { kind: 'cross-references', trailer: newest, table, starts };
};
