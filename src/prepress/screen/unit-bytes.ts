/** Objects as they lie in the file: one by one, or gathered in an object stream (ISO 32000-1 §7.5.7). */
import type { PdfStream, PdfValue } from '../pdf-values.ts';
import { asStream, latinBytes, pdfDictionary, pdfName } from '../pdf-values.ts';
import { joinBytes, writeValue, type Renumber } from '../pdf-writer.ts';
import { packedAside } from '../pack-streams.ts';
import type { FileUnit } from './file-parts.ts';

/** A stream, packed already, from its number to `endobj` and the line end after it. */
export const streamBytes = (
  number: number,
  { dictionary, bytes }: PdfStream,
  renumber: Renumber,
): Uint8Array => {
  const head = `${number} 0 obj\n${writeValue(dictionary, renumber)} stream\n`;
  return joinBytes([latinBytes(head), bytes, latinBytes('\nendstream\nendobj\n')]);
};

/** The stream of gathered objects: pairs of number and offset, then the objects. */
const gatheredStream = (
  { numbers }: FileUnit,
  objectOf: (number: number) => PdfValue,
  renumber: Renumber,
): PdfStream => {
  let head = '';
  let body = '';
  for (const each of numbers) {
    head += `${renumber(each) ?? 0} ${body.length} `;
    body += `${writeValue(objectOf(each), renumber)}\n`;
  }
  const dictionary = pdfDictionary({ Type: pdfName('ObjStm'), N: numbers.length, First: head.length });
  return { kind: 'stream', dictionary, bytes: latinBytes(head + body) };
};

/** A unit by its number; streams are packed on other threads. `objectOf` gives the objects of the document. */
export const unitBytes = async (
  unit: FileUnit,
  number: number,
  objectOf: (number: number) => PdfValue,
  renumber: Renumber,
): Promise<Uint8Array> => {
  const value = unit.isGathered ? gatheredStream(unit, objectOf, renumber) : objectOf(unit.numbers[0] ?? 0);
  const stream = asStream(value);
  if (stream !== undefined) return streamBytes(number, await packedAside(stream), renumber);
  return latinBytes(`${number} 0 obj\n${writeValue(value, renumber)}\nendobj\n`);
};
