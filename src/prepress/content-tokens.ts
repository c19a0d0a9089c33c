/**
 * Reads content streams (ISO 32000-1 §7.8.2): operands, then the operator that uses them. A page of text has tens of thousands of
 * them, so operands lie in arrays that are filled again for every operator, and strings stay where they are in the bytes.
 */
import { isRegular, isWhite } from './pdf-syntax.ts';

/** What an operand is. */
export type OperandKind = 'number' | 'hex' | 'literal' | 'name' | 'array' | 'dictionary' | 'word';

/** The operands before an operator; valid until the next one. */
export interface Operands {
  /** How many there are. */
  count: number;
  readonly kinds: OperandKind[];
  /** The numbers, 0 for anything else. */
  readonly numbers: number[];
  /** Where each begins and ends in the content, its delimiters included. */
  readonly starts: number[];
  readonly ends: number[];
}

/** An operator as a number: its letters, one byte each, first letter highest. */
export const operatorCode = (operator: string): number => {
  let code = 0;
  for (let index = 0; index < operator.length; index += 1) code = code * 256 + operator.charCodeAt(index);
  return code;
};

const opening = new Set([0x5b, 0x3c]);

/** The end of a literal string that opens at `at`. */
export const literalEnd = (bytes: Uint8Array, at: number): number => {
  let depth = 0;
  for (let index = at; index < bytes.length; index += 1) {
    const code = bytes[index];
    if (code === 0x5c) index += 1;
    else if (code === 0x28) depth += 1;
    else if (code === 0x29 && (depth -= 1) === 0) return index + 1;
  }
  return bytes.length;
};

/** The end of an array or dictionary that opens at `at`, without reading what is in it. */
const nestedEnd = (bytes: Uint8Array, at: number): number => {
  let depth = 0;
  let index = at;
  while (index < bytes.length) {
    const code = bytes[index] ?? 0;
    if (code === 0x28) {
      index = literalEnd(bytes, index);
      continue;
    }
    const double = (code === 0x3c || code === 0x3e) && bytes[index + 1] === code;
    if (double) index += 1;
    else if (code === 0x3c) while (index < bytes.length && bytes[index] !== 0x3e) index += 1;
    if (code === 0x5b || (double && code === 0x3c)) depth += 1;
    if (code === 0x5d || (double && code === 0x3e)) depth -= 1;
    index += 1;
    if (depth === 0) return index;
  }
  return bytes.length;
};

/** The byte after an inline image's data: `EI` between white space (§8.9.7). */
const inlineImageEnd = (bytes: Uint8Array, at: number): number => {
  for (let index = at; index + 2 < bytes.length; index += 1) {
    if (
      isWhite(bytes[index]) &&
      bytes[index + 1] === 0x45 &&
      bytes[index + 2] === 0x49 &&
      !isRegular(bytes[index + 3])
    )
      return index + 3;
  }
  return bytes.length;
};

const inlineImageData = operatorCode('ID');

/** Walks over a content stream and tells of every operator with its operands. What cannot be read is passed over. */
export const readContent = (
  bytes: Uint8Array,
  operate: (operator: number, operands: Operands) => void,
): void => {
  const operands: Operands = { count: 0, kinds: [], numbers: [], starts: [], ends: [] };
  const { kinds, numbers, starts, ends } = operands;
  const { length } = bytes;
  let count = 0;
  let at = 0;
  const push = (kind: OperandKind, end: number): void => {
    kinds[count] = kind;
    numbers[count] = 0;
    starts[count] = at;
    ends[count] = end;
    count += 1;
    at = end;
  };
  while (at < length) {
    const code = bytes[at] ?? 0;
    if (code === 32 || code === 10 || isWhite(code)) {
      at += 1;
    } else if ((code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b) {
      const start = at;
      let value = 0;
      let divisor = 0;
      if (code === 0x2d || code === 0x2b) at += 1;
      for (; at < length; at += 1) {
        const digit = (bytes[at] ?? 0) - 0x30;
        if (digit >= 0 && digit <= 9) {
          value = value * 10 + digit;
          divisor *= 10;
        } else if (digit === -2 && divisor === 0) {
          divisor = 1;
        } else {
          break;
        }
      }
      if (divisor > 1) value /= divisor;
      if (at === start) at += 1;
      kinds[count] = 'number';
      numbers[count] = code === 0x2d ? -value : value;
      starts[count] = start;
      ends[count] = at;
      count += 1;
    } else if (code === 0x3c && bytes[at + 1] !== 0x3c) {
      let end = at + 1;
      while (end < length && bytes[end] !== 0x3e) end += 1;
      push('hex', end + 1);
    } else if (code === 0x28) {
      push('literal', literalEnd(bytes, at));
    } else if (code === 0x2f) {
      let end = at + 1;
      while (isRegular(bytes[end])) end += 1;
      push('name', end);
    } else if (opening.has(code)) {
      push(code === 0x5b ? 'array' : 'dictionary', nestedEnd(bytes, at));
    } else if (code === 0x25) {
      while (at < length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
    } else if (isRegular(code)) {
      let end = at;
      let operator = 0;
      for (; isRegular(bytes[end]); end += 1) operator = operator * 256 + (bytes[end] ?? 0);
      if (end - at > 3) {
        push('word', end);
        continue;
      }
      at = operator === inlineImageData ? inlineImageEnd(bytes, end) : end;
      operands.count = count;
      operate(operator, operands);
      count = 0;
    } else {
      at += 1;
    }
    // No operator takes so many: a stream without operators does not fill the memory.
    if (count > 4096) count = 0;
  }
};
