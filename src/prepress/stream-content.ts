/** Decodes streams (ISO 32000-1 §7.4). */
import { inflate } from '../platform/inflate.ts';
import type { PdfObjects } from './pdf-objects.ts';
import type { PdfStream } from './pdf-values.ts';
import { asItems, asName } from './pdf-values.ts';

/** The largest page description or table of glyphs we unpack: a page of solid text takes a thousandth of it. */
const largest = 256 * 1024 * 1024;

/** The decoded bytes of a stream that is packed with Flate or not at all; undefined for another filter or damaged data. */
export const streamContent = (objects: PdfObjects, stream: PdfStream): Uint8Array | undefined => {
  const filter = objects.resolve(stream.dictionary.entries.get('Filter'));
  const filters = asItems(filter)?.map((item) => objects.resolve(item)) ?? (filter === null ? [] : [filter]);
  if (objects.resolve(stream.dictionary.entries.get('DecodeParms')) !== null) return undefined;
  let bytes: Uint8Array | undefined = stream.bytes;
  for (const name of filters) {
    if (bytes === undefined || asName(name) !== 'FlateDecode') return undefined;
    bytes = inflate(bytes, largest);
  }
  return bytes;
};
