/** Writes values as PDF syntax, and objects as a whole file with a fresh cross-reference table (ISO 32000-1 §7.5). */
import type { PdfDictionary, PdfValue } from './pdf-values.ts';
import { latinBytes } from './pdf-values.ts';

/** No length or count comes near it. */
const largest = 2 ** 53;

/** A number without exponent, at most six decimals: finer than any device and what readers keep. */
const writeNumber = (number: number): string => {
  const value = Math.min(Math.max(number, -largest), largest);
  if (Number.isInteger(value)) return String(value === 0 ? 0 : value);
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
};

const writeName = (name: string): string =>
  `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (letter) => `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

const writeString = (bytes: Uint8Array): string => {
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

/** The bytes of an indirect object, from its number to `endobj`. */
export const writeObject = (number: number, value: PdfValue): Uint8Array => {
  const head = `${number} 0 obj\n${writeValue(value)}`;
  if (typeof value !== 'object' || value?.kind !== 'stream') return latinBytes(`${head}\nendobj`);
  return joinBytes([latinBytes(`${head} stream\n`), value.bytes, latinBytes('\nendstream\nendobj')]);
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

/** Four bytes above 127 tell transfer programs that the file is binary (§7.5.2). */
const header = Uint8Array.from([...latinBytes('%PDF-1.4\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 10]);

/**
 * A whole file: objects as they are to stand, by ascending number; the trailer, without its `Size`, may depend on the bytes before it.
 * The table is classic, so that any reader of the last thirty years opens it.
 */
export const writeFile = (
  objects: readonly { readonly number: number; readonly bytes: Uint8Array }[],
  trailer: (body: Uint8Array) => PdfDictionary,
): Uint8Array => {
  const size = (objects.at(-1)?.number ?? 0) + 1;
  const offsets = new Map<number, number>();
  const parts: Uint8Array[] = [header];
  const newline = Uint8Array.of(10);
  let at = header.length;
  for (const { number, bytes } of objects) {
    offsets.set(number, at);
    parts.push(bytes, newline);
    at += bytes.length + 1;
  }
  const table = ['xref', `0 ${size}`, '0000000000 65535 f '];
  for (let number = 1; number < size; number += 1) {
    const offset = offsets.get(number);
    table.push(offset === undefined ? '0000000000 00000 f ' : `${String(offset).padStart(10, '0')} 00000 n `);
  }
  const body = joinBytes(parts);
  const entries = new Map(trailer(body).entries).set('Size', size);
  table.push('trailer', writeDictionary({ kind: 'dictionary', entries }), 'startxref', String(at), '%%EOF\n');
  return joinBytes([body, latinBytes(table.join('\n'))]);
};
