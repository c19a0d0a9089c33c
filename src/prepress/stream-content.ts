/** Decodes streams (ISO 32000-1 §7.4). */
import type { PdfObjects } from './pdf-objects.ts';
import type { PdfStream } from './pdf-values.ts';
import { decodeStream } from './stream-filters.ts';

/** The largest page description or table of glyphs we unpack: a page of solid text takes a thousandth of it. */
const largest = 256 * 1024 * 1024;

/**
 * The decoded bytes of a stream; undefined for damaged data, for a filter of pictures, or where they would be more than `limit`,
 * which is never above 256 MB.
 */
export const streamContent = (
  objects: PdfObjects,
  stream: PdfStream,
  limit: number = largest,
): Uint8Array | undefined => decodeStream(objects.resolve, stream, Math.min(limit, largest));
