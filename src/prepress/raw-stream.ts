/** The bytes of a stream as they lie in a file (ISO 32000-1 §7.3.8). */
import type { Cursor, PdfFault } from './pdf-syntax.ts';
import { faultAt, skipWhite, takeKeyword } from './pdf-syntax.ts';
import type { PdfDictionary, PdfStream } from './pdf-values.ts';

/** Reads the stream whose `stream` was passed just now; `length` as its dictionary says. A fault where it does not end there. */
export const readStream = (
  cursor: Cursor,
  dictionary: PdfDictionary,
  length: number | undefined,
): PdfStream | PdfFault => {
  const { bytes } = cursor;
  if (bytes[cursor.at] === 13) cursor.at += 1;
  if (bytes[cursor.at] === 10) cursor.at += 1;
  const start = cursor.at;
  if (length === undefined || !Number.isInteger(length) || length < 0 || start + length > bytes.length)
    return faultAt(cursor, 'a stream of the length its dictionary says');
  cursor.at = start + length;
  skipWhite(cursor);
  if (!takeKeyword(cursor, 'endstream')) return faultAt(cursor, '`endstream`');
  return { kind: 'stream', dictionary, bytes: bytes.subarray(start, start + length) };
};
