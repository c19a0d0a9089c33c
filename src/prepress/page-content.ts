/** What is drawn on a page. */
import type { PdfPage } from './page-tree.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { asItems, asStream } from './pdf-values.ts';
import { joinBytes } from './pdf-writer.ts';
import { streamContent } from './stream-content.ts';

/**
 * The content of a page, its parts joined by a line feed (ISO 32000-1 §7.8.2); undefined where one cannot be read, or where they are more than `limit` bytes together.
 */
export const pageContent = (
  objects: PdfObjects,
  page: PdfPage,
  limit: number = Number.POSITIVE_INFINITY,
): Uint8Array | undefined => {
  const value = objects.resolve(page.dictionary.entries.get('Contents'));
  // A page without content is empty.
  if (value === null) return new Uint8Array();
  const streams = asItems(value) ?? [value];
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const stream of streams) {
    const found = asStream(objects.resolve(stream));
    const bytes = found === undefined ? undefined : streamContent(objects, found, limit - length);
    if (bytes === undefined) return undefined;
    if (streams.length === 1) return bytes;
    length += bytes.length + 1;
    parts.push(bytes, Uint8Array.of(10));
  }
  return joinBytes(parts);
};
