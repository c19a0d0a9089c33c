/**
 * Reads PDF syntax (ISO 32000-1 §7.2 and §7.3): white space, numbers, names, strings, arrays, dictionaries, references.
 * A cursor walks over the bytes once. What is not PDF ends in a fault, which is a value.
 */
import { latinText, pdfName, type PdfName, type PdfValue } from './pdf-values.ts';

/** Bytes and where we are in them; moves on as values are read. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

/** Something that is not PDF, and the byte it was met at. */
export interface PdfFault {
  readonly kind: 'fault';
  readonly at: number;
  /** What was expected there. */
  readonly expected: string;
}

/** Deeper than this nothing sensible is nested, and the call stack ends. */
const deepest = 200;

const classes = new Uint8Array(256);
const white = 1;
const delimiter = 2;
const digit = 4;
for (const code of [0, 9, 10, 12, 13, 32]) classes[code] = white;
for (const letter of '()<>[]{}/%') classes[letter.charCodeAt(0)] = delimiter;
for (let code = 0x30; code <= 0x39; code += 1) classes[code] = digit;

/** NUL, tab, line feed, form feed, carriage return or space. */
export const isWhite = (code: number | undefined): boolean => code !== undefined && classes[code] === white;

/** A byte that is neither white space nor a delimiter. */
export const isRegular = (code: number | undefined): boolean =>
  code !== undefined && ((classes[code] ?? 0) & (white | delimiter)) === 0;

const isDigit = (code: number | undefined): boolean => code !== undefined && classes[code] === digit;

/** What was expected where the cursor stands. */
export const faultAt = (cursor: Cursor, expected: string): PdfFault => ({
  kind: 'fault',
  at: cursor.at,
  expected,
});

/** True for a fault. */
export const isFault = (value: PdfValue | PdfFault): value is PdfFault =>
  typeof value === 'object' && value !== null && value.kind === 'fault';

/** Moves past white space and comments. */
export const skipWhite = (cursor: Cursor): void => {
  const { bytes } = cursor;
  let { at } = cursor;
  for (;;) {
    const code = bytes[at];
    if (code === 0x25) {
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
    } else if (isWhite(code)) {
      at += 1;
    } else {
      cursor.at = at;
      return;
    }
  }
};

/** True, and past it, when the keyword stands at the cursor. */
export const takeKeyword = (cursor: Cursor, keyword: string): boolean => {
  for (let index = 0; index < keyword.length; index += 1) {
    if (cursor.bytes[cursor.at + index] !== keyword.charCodeAt(index)) return false;
  }
  if (isRegular(cursor.bytes[cursor.at + keyword.length])) return false;
  cursor.at += keyword.length;
  return true;
};

/** Reads an integer without sign; undefined where there is none. */
export const takeInteger = (cursor: Cursor): number | undefined => {
  const { bytes } = cursor;
  let { at } = cursor;
  let value = 0;
  while (isDigit(bytes[at])) {
    value = value * 10 + (bytes[at] ?? 0) - 0x30;
    at += 1;
  }
  if (at === cursor.at || at - cursor.at > 15) return undefined;
  cursor.at = at;
  return value;
};

/** Above it a number has all the digits that it can keep. */
export const mostDigits = 1e16;

const readNumber = (cursor: Cursor): number | PdfFault => {
  const { bytes } = cursor;
  let { at } = cursor;
  const sign = bytes[at] === 0x2d ? -1 : 1;
  if (bytes[at] === 0x2d || bytes[at] === 0x2b) at += 1;
  const first = at;
  let value = 0;
  let scale = 0;
  for (; ; at += 1) {
    const code = bytes[at];
    if (isDigit(code)) {
      // Digits beyond what a number holds change nothing, and must not make it infinite.
      if (value > mostDigits) continue;
      value = value * 10 + (code ?? 0) - 0x30;
      scale *= 10;
    } else if (code === 0x2e && scale === 0) {
      scale = 1;
    } else {
      break;
    }
  }
  if (at === first || isRegular(bytes[at])) return faultAt(cursor, 'a number');
  cursor.at = at;
  return (sign * value) / Math.max(scale, 1);
};

const hexDigit = (code: number | undefined): number => {
  if (code === undefined) return -1;
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
};

/** Names that were read before: a file has few different ones, tens of thousands of times. Each has the place that its letters lead to. */
const knownNames: (PdfName | undefined)[] = [];
const knownNamesPlaces = 1024;

/** True where the letters of a name stand from `at` to `end`. */
const isNamed = ({ name }: PdfName, bytes: Uint8Array, at: number, end: number): boolean => {
  if (name.length !== end - at) return false;
  for (let index = 0; index < name.length; index += 1)
    if (name.charCodeAt(index) !== bytes[at + index]) return false;
  return true;
};

const readName = (cursor: Cursor): PdfName => {
  const { bytes } = cursor;
  const start = cursor.at + 1;
  let at = start;
  let place = 0;
  for (; isRegular(bytes[at]) && bytes[at] !== 0x23; at += 1) place = (place * 31 + (bytes[at] ?? 0)) | 0;
  if (bytes[at] === 0x23) return readEscapedName(cursor);
  cursor.at = at;
  place &= knownNamesPlaces - 1;
  const known = knownNames[place];
  if (known !== undefined && isNamed(known, bytes, start, at)) return known;
  const name = pdfName(latinText(bytes.subarray(start, at)));
  knownNames[place] = name;
  return name;
};

const readEscapedName = (cursor: Cursor): PdfName => {
  const { bytes } = cursor;
  let at = cursor.at + 1;
  let name = '';
  for (; isRegular(bytes[at]); at += 1) {
    const high = bytes[at] === 0x23 ? hexDigit(bytes[at + 1]) : -1;
    const low = high < 0 ? -1 : hexDigit(bytes[at + 2]);
    if (low >= 0) {
      name += String.fromCharCode(high * 16 + low);
      at += 2;
    } else {
      name += String.fromCharCode(bytes[at] ?? 0);
    }
  }
  cursor.at = at;
  return { kind: 'name', name };
};

const readHexString = (cursor: Cursor): PdfValue | PdfFault => {
  const { bytes } = cursor;
  const out: number[] = [];
  let at = cursor.at + 1;
  let high = -1;
  for (; ; at += 1) {
    const code = bytes[at];
    if (code === 0x3e) break;
    if (isWhite(code)) continue;
    const value = hexDigit(code);
    if (value < 0) return faultAt({ bytes, at }, 'a hexadecimal digit or `>`');
    if (high < 0) {
      high = value;
    } else {
      out.push(high * 16 + value);
      high = -1;
    }
  }
  if (high >= 0) out.push(high * 16);
  cursor.at = at + 1;
  return { kind: 'string', bytes: new Uint8Array(out) };
};

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

const readLiteralString = (cursor: Cursor): PdfValue | PdfFault => {
  const { bytes } = cursor;
  const out: number[] = [];
  let open = 1;
  let at = cursor.at + 1;
  for (; open > 0; at += 1) {
    const code = bytes[at];
    if (code === undefined) return faultAt(cursor, 'a string that ends');
    if (code === 0x5c) {
      at += 1;
      const escaped = bytes[at] ?? 0;
      if (escaped >= 0x30 && escaped <= 0x37) {
        let octal = 0;
        let digits = 0;
        while (digits < 3 && (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x37) {
          octal = octal * 8 + (bytes[at] ?? 0) - 0x30;
          digits += 1;
          at += 1;
        }
        at -= 1;
        out.push(octal & 0xff);
      } else if (escaped === 13) {
        if (bytes[at + 1] === 10) at += 1;
      } else if (escaped !== 10) {
        out.push(escapes[String.fromCharCode(escaped)] ?? escaped);
      }
      continue;
    }
    if (code === 0x28) open += 1;
    if (code === 0x29) open -= 1;
    if (open > 0) out.push(code);
  }
  cursor.at = at;
  return { kind: 'string', bytes: new Uint8Array(out) };
};

const readArray = (cursor: Cursor, depth: number): PdfValue | PdfFault => {
  const items: PdfValue[] = [];
  cursor.at += 1;
  for (;;) {
    skipWhite(cursor);
    if (cursor.bytes[cursor.at] === 0x5d) {
      cursor.at += 1;
      return { kind: 'array', items };
    }
    const value = readNested(cursor, depth + 1);
    if (isFault(value)) return value;
    items.push(value);
  }
};

const readDictionary = (cursor: Cursor, depth: number): PdfValue | PdfFault => {
  const entries = new Map<string, PdfValue>();
  cursor.at += 2;
  for (;;) {
    skipWhite(cursor);
    if (cursor.bytes[cursor.at] === 0x3e && cursor.bytes[cursor.at + 1] === 0x3e) {
      cursor.at += 2;
      return { kind: 'dictionary', entries };
    }
    if (cursor.bytes[cursor.at] !== 0x2f) return faultAt(cursor, 'a name or `>>`');
    const key = readName(cursor);
    const value = readNested(cursor, depth + 1);
    if (isFault(value)) return value;
    entries.set(key.name, value);
  }
};

/** A number, or the reference that two numbers and an `R` make. */
const readNumberOrReference = (cursor: Cursor): PdfValue | PdfFault => {
  const start = cursor.at;
  const number = takeInteger(cursor);
  if (number !== undefined && isWhite(cursor.bytes[cursor.at])) {
    skipWhite(cursor);
    const generation = takeInteger(cursor);
    if (generation !== undefined && isWhite(cursor.bytes[cursor.at])) {
      skipWhite(cursor);
      if (takeKeyword(cursor, 'R')) return { kind: 'reference', number, generation };
    }
  }
  cursor.at = start;
  return readNumber(cursor);
};

const readNested = (cursor: Cursor, depth: number): PdfValue | PdfFault => {
  skipWhite(cursor);
  if (depth > deepest) return faultAt(cursor, `values nested at most ${deepest} deep`);
  const code = cursor.bytes[cursor.at];
  switch (code) {
    case 0x2f:
      return readName(cursor);
    case 0x28:
      return readLiteralString(cursor);
    case 0x5b:
      return readArray(cursor, depth);
    case 0x3c:
      return cursor.bytes[cursor.at + 1] === 0x3c ? readDictionary(cursor, depth) : readHexString(cursor);
    case 0x74:
      return takeKeyword(cursor, 'true') || faultAt(cursor, 'a value');
    case 0x66:
      return takeKeyword(cursor, 'false') ? false : faultAt(cursor, 'a value');
    case 0x6e:
      return takeKeyword(cursor, 'null') ? null : faultAt(cursor, 'a value');
    default:
      return isDigit(code) ? readNumberOrReference(cursor) : readNumber(cursor);
  }
};

/** Reads one value at the cursor and leaves the cursor after it. Streams are read by the file, which knows their length. */
export const readValue = (cursor: Cursor): PdfValue | PdfFault => readNested(cursor, 0);
