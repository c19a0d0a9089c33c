/**
 * Reads content streams (ISO 32000-1 §7.8.2): operands, then the operator that uses them. A page of text has tens of thousands of
 * them, so operands lie in arrays that are filled again for every operator, and strings stay where they are in the bytes.
 */
import { isRegular, isWhite, mostDigits } from './pdf-syntax.ts';

/** What an operand is. */
export type OperandKind = 'number' | 'hex' | 'literal' | 'name' | 'array' | 'dictionary' | 'word';

/** The operands before an operator; valid until the next one. */
export interface Operands {
  /** How many there are. */
  count: number;
  readonly kinds: OperandKind[];
  /** The numbers, 0 for anything else. */
  readonly numbers: Float64Array;
  /** Where each begins and ends in the content, its delimiters included. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The byte after the operator itself, where reading goes on; who reads further himself moves it. */
  end: number;
}

/** No operator takes so many (ISO 32000-1 Annex C): a stream without operators does not fill the memory. */
const mostOperands = 64;

/** An operator as a number: its letters, one byte each, first letter highest. */
export const operatorCode = (operator: string): number => {
  let code = 0;
  for (let index = 0; index < operator.length; index += 1) code = code * 256 + operator.charCodeAt(index);
  return code;
};

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

const addOperand = (operands: Operands, kind: OperandKind, start: number, end: number): void => {
  const { count } = operands;
  operands.kinds[count] = kind;
  operands.starts[count] = start;
  operands.ends[count] = end;
  operands.count = count + 1 < mostOperands ? count + 1 : 0;
};

/** Reads the number that begins at `start` and gives the byte after it. */
const addNumber = (operands: Operands, bytes: Uint8Array, start: number): number => {
  const { length } = bytes;
  const sign = bytes[start] ?? 0;
  let at = sign === 0x2d || sign === 0x2b ? start + 1 : start;
  let value = 0;
  let divisor = 0;
  for (; at < length; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit >= 0 && digit <= 9) {
      if (value > mostDigits) continue;
      value = value * 10 + digit;
      divisor *= 10;
    } else if (digit === -2 && divisor === 0) {
      divisor = 1;
    } else {
      break;
    }
  }
  if (divisor > 1) value /= divisor;
  // Numbers are written where they stay: handed on from function to function, each would become an object.
  operands.numbers[operands.count] = sign === 0x2d ? -value : value;
  addOperand(operands, 'number', start, at);
  return at;
};

const wordEnd = (bytes: Uint8Array, start: number): number => {
  let end = start;
  while (isRegular(bytes[end])) end += 1;
  return end;
};

const hexEnd = (bytes: Uint8Array, start: number): number => {
  let end = start;
  while (end < bytes.length && bytes[end] !== 0x3e) end += 1;
  return end + 1;
};

const lineEnd = (bytes: Uint8Array, start: number): number => {
  let end = start;
  while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end += 1;
  return end;
};

/** The operand other than a number that begins at `at`; the byte after it. Undefined where an operator begins. */
const addDelimited = (operands: Operands, bytes: Uint8Array, at: number): number | undefined => {
  const add = (kind: OperandKind, end: number): number => {
    operands.numbers[operands.count] = 0;
    addOperand(operands, kind, at, end);
    return end;
  };
  switch (bytes[at]) {
    case 0x3c:
      return bytes[at + 1] === 0x3c ? add('dictionary', nestedEnd(bytes, at)) : add('hex', hexEnd(bytes, at));
    case 0x28:
      return add('literal', literalEnd(bytes, at));
    case 0x2f:
      return add('name', wordEnd(bytes, at + 1));
    case 0x5b:
      return add('array', nestedEnd(bytes, at));
    case 0x25:
      return lineEnd(bytes, at);
    case 0x29:
    case 0x3e:
    case 0x5d:
    case 0x7b:
    case 0x7d:
      return at + 1;
    default:
      return undefined;
  }
};

/**
 * Walks over a content stream and tells of every operator with its operands and the byte after it. What cannot be read is passed over.
 */
export const readContent = (
  bytes: Uint8Array,
  operate: (operator: number, operands: Operands, end: number) => void,
): void => {
  const operands: Operands = {
    count: 0,
    kinds: [],
    numbers: new Float64Array(mostOperands),
    starts: new Int32Array(mostOperands),
    ends: new Int32Array(mostOperands),
    end: 0,
  };
  const { length } = bytes;
  let at = 0;
  while (at < length) {
    const code = bytes[at] ?? 0;
    if (code === 0x20 || code === 0x0a || isWhite(code)) {
      at += 1;
      continue;
    }
    if (code <= 0x39 && (code >= 0x30 || code === 0x2d || code === 0x2e || code === 0x2b)) {
      at = addNumber(operands, bytes, at);
      continue;
    }
    // Letters begin operators: nothing that is delimited has to be looked for.
    const after = code > 0x40 && code < 0x5b ? undefined : addDelimited(operands, bytes, at);
    if (after !== undefined) {
      at = after;
      continue;
    }
    const start = at;
    let operator = 0;
    for (; at < length && isRegular(bytes[at]); at += 1) operator = operator * 256 + (bytes[at] ?? 0);
    if (at - start > 3) {
      operands.numbers[operands.count] = 0;
      addOperand(operands, 'word', start, at);
      continue;
    }
    if (operator === inlineImageData) at = inlineImageEnd(bytes, at);
    operands.end = at;
    operate(operator, operands, at);
    at = operands.end;
    operands.count = 0;
  }
};
