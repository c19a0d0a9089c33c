/**
 * Writes a document as a file (ISO 32000-1 §7.5), always in one way: entries in the order of their names, objects numbered as they are met from the
 * trailer on, what nothing leads to left out, equal streams once, an id that is the content's checksum. Two documents that say the same give the same bytes.
 */
import { checksumOf } from '../platform/checksum.ts';
import { orderOf } from './object-order.ts';
import { packedAside } from './pack-streams.ts';
import type { PdfDocument } from './pdf-document.ts';
import { trailerOf } from './pdf-document.ts';
import type { PdfStream, PdfValue } from './pdf-values.ts';
import { asStream, latinBytes, pdfArray, pdfString, withEntries } from './pdf-values.ts';
import { fileBytes, writeTable, writeValue, type Renumber } from './pdf-writer.ts';

/** Versions that a file may be headed with: PDF 1.7 is ISO 32000-1; PDF/X-4 (ISO 15930-7) knows 1.6. */
type PdfVersion = '1.6' | '1.7';

/** Four bytes above 127 tell transfer programs that the file is binary (§7.5.2). */
const headerOf = (version: PdfVersion): Uint8Array =>
  Uint8Array.from([...latinBytes(`%PDF-${version}\n%`), 0xe2, 0xe3, 0xcf, 0xd3, 10]);

/** How a file is headed. */
export const fileHeader = headerOf('1.7');

/** The objects as they stand between their heads and `endobj`, streams left open: they are packed meanwhile. */
const textsOf = (values: readonly PdfValue[], renumber: Renumber): readonly string[] =>
  values.map((value) => (asStream(value) === undefined ? writeValue(value, renumber) : ''));

const packedStream = async (value: PdfValue): Promise<PdfStream | undefined> => {
  const stream = asStream(value);
  return stream === undefined ? undefined : packedAside(stream);
};

/** Text waits until there is this much of it before it becomes bytes. */
const chunkLength = 1 << 20;

/** The file of a document. The same document gives the same bytes. */
export const writeDocument = async (
  document: PdfDocument,
  version: PdfVersion = '1.7',
): Promise<Uint8Array> => {
  const header = headerOf(version);
  const trailer = trailerOf(document);
  const { values, renumber } = orderOf(document, trailer);
  const packing = Promise.all(values.map((value) => packedStream(value)));
  const texts = textsOf(values, renumber);
  const streams = await packing;
  const parts: Uint8Array[] = [header];
  const offsets = new Map<number, number>();
  let done = header.length;
  let text = '';
  const flush = (): void => {
    parts.push(Buffer.from(text, 'latin1'));
    done += text.length;
    text = '';
  };
  for (let index = 0; index < values.length; index += 1) {
    const stream = streams[index];
    const written = stream === undefined ? texts[index] : writeValue(stream.dictionary, renumber);
    offsets.set(index + 1, done + text.length);
    text += `${index + 1} 0 obj\n${written}`;
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
  const id = pdfString(checksumOf(...parts).slice(0, 32));
  const size = values.length + 1;
  const last = withEntries(trailer, { ID: pdfArray([id, id]), Size: size });
  const tail = `trailer\n${writeValue(last, renumber)}\nstartxref\n${done}\n%%EOF\n`;
  return fileBytes([...parts, writeTable(offsets, size), latinBytes(tail)]);
};
