/** Where the objects of a file lie in its bytes, found without reading them. */
import type { Cursor } from './pdf-syntax.ts';
import { isWhite, skipWhite, takeInteger, takeKeyword } from './pdf-syntax.ts';

/** Where the objects of a file begin, by number, as its cross-reference tables say; holes for numbers they do not name. */
export interface ObjectTable {
  /** {@link notInUse} for an object that is free or lies beyond the end. */
  readonly offsets: (number | undefined)[];
  readonly generations: (number | undefined)[];
  /** Objects that lie in another, which is a stream (ISO 32000-1 §7.5.7), by their number: the number of that stream. */
  readonly packed: Map<number, number>;
}

/** A table that names nothing. */
export const emptyTable = (): ObjectTable => ({ offsets: [], generations: [], packed: new Map() });

/** The offset of an object that is not there. */
export const notInUse = -1;

/** The numbers of the objects that are there, ascending. */
export const numbersInUse = (table: ObjectTable): readonly number[] => {
  const numbers = unpackedNumbers(table);
  return table.packed.size === 0 ? numbers : [...numbers, ...table.packed.keys()].sort((a, b) => a - b);
};

const unpackedNumbers = ({ offsets }: ObjectTable): readonly number[] => {
  const numbers: number[] = [];
  for (let number = 0; number < offsets.length; number += 1) {
    if ((offsets[number] ?? notInUse) !== notInUse) numbers.push(number);
  }
  return numbers;
};

/** The bytes of an object, from its number to `endobj`. */
export interface ObjectRange {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** Past `number generation obj`, and true, where it stands at the cursor. */
export const takeHead = (cursor: Cursor, number: number, generation: number): boolean => {
  if (takeInteger(cursor) !== number) return false;
  skipWhite(cursor);
  if (takeInteger(cursor) !== generation) return false;
  skipWhite(cursor);
  return takeKeyword(cursor, 'obj');
};

/** Numbers of objects are smaller (ISO 32000-1 Annex C), so offset and number fit into one number that sorts by itself. */
const numberSpan = 2 ** 23;

/** Offsets with the numbers of their objects, in the order of the file; number 0 for a table. */
const inFileOrder = (table: ObjectTable, starts: ReadonlySet<number>): Float64Array => {
  const numbers = unpackedNumbers(table);
  const keys = new Float64Array(numbers.length + starts.size);
  for (const [index, number] of numbers.entries())
    keys[index] = (table.offsets[number] ?? 0) * numberSpan + number;
  for (const [index, start] of [...starts].entries()) keys[numbers.length + index] = start * numberSpan;
  return keys.sort();
};

/**
 * The objects that lie whole between their offset and whatever the tables know to follow, in the order of the file. `starts` are the
 * offsets of the tables themselves.
 */
export const objectRanges = (
  bytes: Uint8Array,
  table: ObjectTable,
  starts: ReadonlySet<number>,
): readonly ObjectRange[] => {
  const keys = inFileOrder(table, starts);
  const ranges: ObjectRange[] = [];
  const cursor: Cursor = { bytes, at: 0 };
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const number = key % numberSpan;
    const start = (key - number) / numberSpan;
    cursor.at = start;
    if (number === 0 || !takeHead(cursor, number, table.generations[number] ?? 0)) continue;
    let end = Math.floor((keys[index + 1] ?? 0) / numberSpan);
    while (end > cursor.at && isWhite(bytes[end - 1])) end -= 1;
    cursor.at = end - 'endobj'.length;
    if (takeKeyword(cursor, 'endobj')) ranges.push({ number, start, end });
  }
  return ranges;
};
