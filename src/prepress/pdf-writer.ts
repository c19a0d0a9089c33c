/** Writes values as PDF syntax, and the cross-reference table of a file (ISO 32000-1 §7.3, §7.5.4). */
import type { PdfDictionary, PdfValue } from './pdf-values.ts';
import { latinBytes, latinText } from './pdf-values.ts';

/** No length or count comes near it. */
const largest = 2 ** 53;

/** A number without exponent, at most six decimals: finer than any device and what readers keep. */
export const writeNumber = (number: number): string => {
  const value = Math.min(Math.max(number, -largest), largest);
  if (Number.isInteger(value)) return String(value === 0 ? 0 : value);
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
};

const plainName = /^[A-Za-z0-9._+-]*$/;

/** A name with what it may not hold written as `#xx` (§7.3.5). */
export const writeName = (name: string): string =>
  plainName.test(name)
    ? `/${name}`
    : `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (letter) => `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

/** A string: as letters where all its bytes are printable, else in hexadecimal. */
export const writeString = (bytes: Uint8Array): string => {
  const text = latinText(bytes);
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[()\\]/g, String.raw`\$&`)})`;
  let hex = '';
  for (const code of bytes) hex += code.toString(16).toUpperCase().padStart(2, '0');
  return `<${hex}>`;
};

/** What says of which kind a dictionary is comes first, for who reads the file. */
const rank = (key: string): number => (key === 'Type' ? 0 : key === 'Subtype' ? 1 : 2);

const isBefore = (key: string, other: string): boolean => {
  const difference = rank(key) - rank(other);
  return difference === 0 ? key < other : difference < 0;
};

/** The keys of a dictionary in the order in which they are written. */
export const keysInOrder = (dictionary: PdfDictionary): readonly string[] => {
  const keys = [...dictionary.entries.keys()];
  for (let index = 1; index < keys.length; index += 1) {
    // Most dictionaries are in order or nearly so: this is faster than a sort with a comparison of its own.
    const key = keys[index] ?? '';
    let at = index - 1;
    while (at >= 0 && isBefore(key, keys[at] ?? '')) {
      keys[at + 1] = keys[at] ?? '';
      at -= 1;
    }
    keys[at + 1] = key;
  }
  return keys;
};

/** The new number for an old one; undefined where there is no such object: the reference stands for null (§7.3.10). */
export type Renumber = (number: number) => number | undefined;

const writeEntries = (dictionary: PdfDictionary, renumber: Renumber): string => {
  let text = '<<';
  for (const key of keysInOrder(dictionary)) {
    const value = writeValue(dictionary.entries.get(key) ?? null, renumber);
    text += text.length === 2 ? `${writeName(key)} ${value}` : `\n${writeName(key)} ${value}`;
  }
  return `${text}>>`;
};

/** The syntax of a value, its dictionaries in one order. Of a stream, its dictionary. */
export const writeValue = (value: PdfValue, renumber: Renumber = (number) => number): string => {
  if (value === null) return 'null';
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'boolean') return String(value);
  switch (value.kind) {
    case 'name':
      return writeName(value.name);
    case 'string':
      return writeString(value.bytes);
    case 'reference': {
      const number = renumber(value.number);
      return number === undefined ? 'null' : `${number} 0 R`;
    }
    case 'array': {
      let text = '[';
      for (const item of value.items)
        text += text.length === 1 ? writeValue(item, renumber) : ` ${writeValue(item, renumber)}`;
      return `${text}]`;
    }
    case 'dictionary':
      return writeEntries(value, renumber);
    case 'stream':
      return writeEntries(value.dictionary, renumber);
  }
};

const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/** Bytes one after the other. */
export const joinBytes = (parts: readonly Uint8Array[]): Uint8Array =>
  joinedIn(new Uint8Array(lengthOf(parts)), parts);

/** The bytes of a whole file, in memory that threads share: those that read it back need no copy of it. */
export const fileBytes = (parts: readonly Uint8Array[]): Uint8Array =>
  joinedIn(new Uint8Array(new SharedArrayBuffer(lengthOf(parts))), parts);

const joinedIn = (joined: Uint8Array, parts: readonly Uint8Array[]): Uint8Array => {
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

const entryLength = 20;

/** The cross-reference table, by the offsets of objects: an entry of twenty bytes for every number below `size`. */
export const writeTable = (offsets: ReadonlyMap<number, number>, size: number): Uint8Array => {
  const head = latinBytes(`xref\n0 ${size}\n`);
  const table = new Uint8Array(head.length + size * entryLength);
  table.set(head);
  const free = latinBytes('0000000000 00000 f \n');
  const used = latinBytes('0000000000 00000 n \n');
  for (let number = 0; number < size; number += 1) {
    const at = head.length + number * entryLength;
    const offset = offsets.get(number);
    table.set(offset === undefined ? free : used, at);
    let rest = offset ?? 0;
    for (let digit = 9; rest > 0; digit -= 1) {
      table[at + digit] = 0x30 + (rest % 10);
      rest = Math.floor(rest / 10);
    }
  }
  table.set(latinBytes('0000000000 65535 f \n'), head.length);
  return table;
};
