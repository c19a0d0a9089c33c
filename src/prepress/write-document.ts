/**
 * Writes a document as a file (ISO 32000-1 §7.5), always in one way: entries in the order of their names, objects numbered as they are met from the
 * trailer on, what nothing leads to left out, equal streams once, an id that is the content's checksum. Two documents that say the same give the same bytes.
 */
import { checksumOf } from '../platform/checksum.ts';
import { deflate } from '../platform/deflate.ts';
import { equalStreams } from './merge-streams.ts';
import type { PdfDocument } from './pdf-document.ts';
import { trailerOf } from './pdf-document.ts';
import type { PdfDictionary, PdfStream, PdfValue } from './pdf-values.ts';
import { asName, latinBytes, pdfArray, pdfName, pdfString, withEntries } from './pdf-values.ts';
import { joinBytes, writeName, writeNumber, writeString, writeTable } from './pdf-writer.ts';

/** Versions that a file may be headed with: PDF 1.7 is ISO 32000-1; PDF/X-4 (ISO 15930-7) knows 1.6. */
type PdfVersion = '1.6' | '1.7';

/** Four bytes above 127 tell transfer programs that the file is binary (§7.5.2). */
const headerOf = (version: PdfVersion): Uint8Array =>
  Uint8Array.from([...latinBytes(`%PDF-${version}\n%`), 0xe2, 0xe3, 0xcf, 0xd3, 10]);

/** How a file is headed. */
export const fileHeader = headerOf('1.7');

/** What says of which kind a dictionary is comes first, for who reads the file. */
const keysInOrder = (dictionary: PdfDictionary): readonly string[] => {
  const keys = [...dictionary.entries.keys()];
  for (let index = 1; index < keys.length; index += 1) {
    // Chromium's own order is nearly right: this is faster than a sort with a comparison of its own.
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

const rank = (key: string): number => (key === 'Type' ? 0 : key === 'Subtype' ? 1 : 2);

const isBefore = (key: string, other: string): boolean => {
  const [first, second] = [rank(key), rank(other)];
  return first === second ? key < other : first < second;
};

/** The new number for an old one; undefined where there is no such object: the reference stands for null (§7.3.10). */
export type Renumber = (number: number) => number | undefined;

const writeEntries = (dictionary: PdfDictionary, renumber: Renumber): string => {
  let text = '<<';
  for (const key of keysInOrder(dictionary)) {
    text += `${writeName(key)} ${writeCanonical(dictionary.entries.get(key) ?? null, renumber)}\n`;
  }
  return `${text}>>`;
};

/** The syntax of a value, its dictionaries in their order. Of a stream, its dictionary. */
export const writeCanonical = (value: PdfValue, renumber: Renumber): string => {
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
      for (const [index, item] of value.items.entries())
        text += `${index === 0 ? '' : ' '}${writeCanonical(item, renumber)}`;
      return `${text}]`;
    }
    case 'dictionary':
      return writeEntries(value, renumber);
    case 'stream':
      return writeEntries(value.dictionary, renumber);
  }
};

/** Metadata must be readable by programs that know no PDF (§14.3.2); all else that lies unpacked is packed. */
export const packed = (stream: PdfStream): PdfStream => {
  const { dictionary } = stream;
  const isPlain = dictionary.entries.has('Filter') || asName(dictionary.entries.get('Type')) === 'Metadata';
  const bytes = isPlain ? stream.bytes : deflate(stream.bytes);
  const Filter = isPlain ? dictionary.entries.get('Filter') : pdfName('FlateDecode');
  return { kind: 'stream', dictionary: withEntries(dictionary, { Filter, Length: bytes.length }), bytes };
};

/** The objects in their new order, with their new numbers. */
export interface Order {
  readonly values: readonly PdfValue[];
  readonly renumber: Renumber;
}

/** Numbers objects from the trailer on, depth first. */
export const orderOf = (document: PdfDocument, trailer: PdfDictionary): Order => {
  const equal = equalStreams(document);
  const numbers = new Map<number, number>();
  const values: PdfValue[] = [];
  const same = (number: number): number => equal.get(number) ?? number;
  const waiting: number[] = [];
  const found: number[] = [];
  const collect = (value: PdfValue): void => {
    if (typeof value !== 'object' || value === null) return;
    switch (value.kind) {
      case 'reference':
        found.push(same(value.number));
        break;
      case 'array':
        for (const item of value.items) collect(item);
        break;
      case 'dictionary':
        for (const key of keysInOrder(value)) collect(value.entries.get(key) ?? null);
        break;
      case 'stream':
        collect(value.dictionary);
        break;
      default:
    }
  };
  const queue = (value: PdfValue): void => {
    collect(value);
    for (let number = found.pop(); number !== undefined; number = found.pop())
      if (!numbers.has(number)) waiting.push(number);
  };
  queue(trailer);
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const value = document.objects.get(number);
    if (numbers.has(number) || value === undefined) continue;
    values.push(value);
    numbers.set(number, values.length);
    queue(value);
  }
  return { values, renumber: (number) => numbers.get(same(number)) };
};

/** Text waits until there is this much of it before it becomes bytes. */
const chunkLength = 1 << 20;

/** The file of a document. Pure. */
export const writeDocument = (document: PdfDocument, version: PdfVersion = '1.7'): Uint8Array => {
  const header = headerOf(version);
  const trailer = trailerOf(document);
  const { values, renumber } = orderOf(document, trailer);
  const parts: Uint8Array[] = [header];
  const offsets = new Map<number, number>();
  let done = header.length;
  let text = '';
  const flush = (): void => {
    parts.push(Buffer.from(text, 'latin1'));
    done += text.length;
    text = '';
  };
  for (const [index, value] of values.entries()) {
    const number = index + 1;
    offsets.set(number, done + text.length);
    const stream = typeof value === 'object' && value?.kind === 'stream' ? packed(value) : undefined;
    text += `${number} 0 obj\n${writeCanonical(stream?.dictionary ?? value, renumber)}`;
    if (stream !== undefined) {
      text += ' stream\n';
      flush();
      parts.push(stream.bytes);
      done += stream.bytes.length;
      text += '\nendstream';
    }
    text += '\nendobj\n';
    if (text.length > chunkLength) flush();
  }
  flush();
  const body = joinBytes(parts);
  const id = pdfString(checksumOf(body).slice(0, 32));
  const size = values.length + 1;
  const last = withEntries(trailer, { ID: pdfArray([id, id]), Size: size });
  const tail = `trailer\n${writeCanonical(last, renumber)}\nstartxref\n${body.length}\n%%EOF\n`;
  return joinBytes([body, writeTable(offsets, size), latinBytes(tail)]);
};
