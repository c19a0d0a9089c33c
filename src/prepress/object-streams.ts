/** Objects that lie packed in a stream (ISO 32000-1 §7.5.7). */
import type { Cursor, PdfFault } from './pdf-syntax.ts';
import { faultAt, readValue, skipWhite, takeInteger } from './pdf-syntax.ts';
import type { PdfValue } from './pdf-values.ts';
import { asName, asNumber, asStream } from './pdf-values.ts';
import { decodeStream, type Resolve } from './stream-filters.ts';

/** What all object streams of a file may unpack to: no book's structure comes near it. */
const mostBytes = 512 * 1024 * 1024;

interface UnpackedStream {
  readonly bytes: Uint8Array;
  /** Where each object begins, by its number. */
  readonly offsets: ReadonlyMap<number, number>;
}

const unpack = (resolve: Resolve, value: PdfValue, limit: number): UnpackedStream | undefined => {
  const stream = asStream(value);
  if (stream === undefined || asName(resolve(stream.dictionary.entries.get('Type'))) !== 'ObjStm')
    return undefined;
  const bytes = decodeStream(resolve, stream, limit);
  const first = asNumber(resolve(stream.dictionary.entries.get('First')));
  const count = asNumber(resolve(stream.dictionary.entries.get('N')));
  if (bytes === undefined || first === undefined || count === undefined) return undefined;
  const offsets = new Map<number, number>();
  const cursor: Cursor = { bytes, at: 0 };
  for (let index = 0; index < count; index += 1) {
    skipWhite(cursor);
    const number = takeInteger(cursor);
    skipWhite(cursor);
    const offset = takeInteger(cursor);
    if (number === undefined || offset === undefined) break;
    if (!offsets.has(number)) offsets.set(number, first + offset);
  }
  return { bytes, offsets };
};

/** A reader of packed objects: the number of the stream and of the object come in. Each stream is unpacked once. */
export const objectStreams = (
  object: (number: number) => PdfValue,
  resolve: Resolve,
): ((stream: number, number: number) => PdfValue | PdfFault) => {
  const known = new Map<number, UnpackedStream | undefined>();
  let left = mostBytes;
  return (stream, number) => {
    if (!known.has(stream)) {
      known.set(stream, undefined);
      const unpacked = unpack(resolve, object(stream), left);
      left -= unpacked?.bytes.length ?? 0;
      known.set(stream, unpacked);
    }
    const unpacked = known.get(stream);
    const at = unpacked?.offsets.get(number);
    if (unpacked === undefined || at === undefined)
      return faultAt({ bytes: new Uint8Array(), at: 0 }, `object ${number} in object stream ${stream}`);
    return readValue({ bytes: unpacked.bytes, at });
  };
};
