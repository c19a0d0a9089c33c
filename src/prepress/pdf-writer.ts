/** Writes values as PDF syntax, and objects as a whole file with a fresh cross-reference table (ISO 32000-1 §7.5). */
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

/** A name with what it may not hold written as `#xx` (§7.3.5). */
export const writeName = (name: string): string =>
  `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (letter) => `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

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

/** The syntax of a value. A stream is written by {@link writeObject}, which has its bytes. */
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

/** An indirect object of a value. */
export const writeObject = (number: number, value: PdfValue): WrittenObject => {
  const head = `${number} 0 obj\n${writeValue(value)}`;
  const isStream = typeof value === 'object' && value?.kind === 'stream';
  const bytes = isStream
    ? joinBytes([latinBytes(`${head} stream\n`), value.bytes, latinBytes('\nendstream\nendobj')])
    : latinBytes(`${head}\nendobj`);
  return { number, bytes, start: 0, end: bytes.length };
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

/** PDF 1.7 is ISO 32000-1; four bytes above 127 tell transfer programs that the file is binary (§7.5.2). */
const header = Uint8Array.from([...latinBytes('%PDF-1.7\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 10]);

/** An object in its bytes, from its number to `endobj`. */
export interface WrittenObject {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

const newline = 10;

/** Objects one after the other; those that follow each other in the same bytes anyway are copied in one go. */
const joinObjects = (
  objects: readonly WrittenObject[],
): { readonly body: Uint8Array; readonly offsets: ReadonlyMap<number, number> } => {
  const offsets = new Map<number, number>();
  const parts: Uint8Array[] = [header];
  let at = header.length;
  let from = 0;
  for (let index = 0; index < objects.length; index += 1) {
    const object = objects[index];
    const first = objects[from];
    if (object === undefined || first === undefined) continue;
    offsets.set(object.number, at + object.start - first.start);
    const next = objects[index + 1];
    if (next?.bytes === object.bytes && next.start === object.end + 1 && object.bytes[object.end] === newline)
      continue;
    parts.push(object.bytes.subarray(first.start, object.end), Uint8Array.of(newline));
    at += object.end - first.start + 1;
    from = index + 1;
  }
  return { body: joinBytes(parts), offsets };
};

const entryLength = 20;

/** The cross-reference table: an entry of twenty bytes for every number (§7.5.4). */
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

/**
 * A whole file of these objects, in this order. The trailer, without its `Size`, may depend on the bytes before it. The table is classic, so
 * that any reader of the last thirty years opens it.
 */
export const writeFile = (
  objects: readonly WrittenObject[],
  trailer: (body: Uint8Array) => PdfDictionary,
): Uint8Array => {
  const { body, offsets } = joinObjects(objects);
  let size = 1;
  for (const number of offsets.keys()) size = Math.max(size, number + 1);
  const entries = new Map(trailer(body).entries).set('Size', size);
  const tail = `trailer\n${writeDictionary({ kind: 'dictionary', entries })}\nstartxref\n${body.length}\n%%EOF\n`;
  return joinBytes([body, writeTable(offsets, size), latinBytes(tail)]);
};
