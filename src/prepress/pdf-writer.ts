/** Writes values as PDF syntax, and the cross-reference table of a file (ISO 32000-1 §7.3, §7.5.4). */
import type { PdfDictionary, PdfValue } from './pdf-values.ts';
import { latinBytes } from './pdf-values.ts';

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
  const printable = bytes.every((code) => code >= 0x20 && code <= 0x7e);
  if (printable) {
    let text = '';
    for (const code of bytes) text += String.fromCharCode(code);
    return `(${text.replace(/[()\\]/g, String.raw`\$&`)})`;
  }
  let hex = '';
  for (const code of bytes) hex += code.toString(16).toUpperCase().padStart(2, '0');
  return `<${hex}>`;
};

const writeDictionary = (dictionary: PdfDictionary): string => {
  const entries = [...dictionary.entries].map(([key, value]) => `${writeName(key)} ${writeValue(value)}`);
  return `<<${entries.join('\n')}>>`;
};

/** The syntax of a value. Of a stream, its dictionary. */
export const writeValue = (value: PdfValue): string => {
  if (value === null) return 'null';
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'boolean') return String(value);
  switch (value.kind) {
    case 'name':
      return writeName(value.name);
    case 'string':
      return writeString(value.bytes);
    case 'reference':
      return `${value.number} ${value.generation} R`;
    case 'array':
      return `[${value.items.map((item) => writeValue(item)).join(' ')}]`;
    case 'dictionary':
      return writeDictionary(value);
    case 'stream':
      return writeDictionary(value.dictionary);
  }
};

/** Bytes one after the other. */
export const joinBytes = (parts: readonly Uint8Array[]): Uint8Array => {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
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
