/** What is drawn on a page. */
import type { PdfPage } from './page-tree.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { asItems, asStream } from './pdf-values.ts';
import { joinBytes } from './pdf-writer.ts';
import { streamContent } from './stream-content.ts';

/** The content of a page, its parts joined by a line feed (ISO 32000-1 §7.8.2); undefined where one cannot be read. */
export const pageContent = (objects: PdfObjects, page: PdfPage): Uint8Array | undefined => {
  const value = objects.resolve(page.dictionary.entries.get('Contents'));
  const streams = asItems(value) ?? [value];
  const parts: Uint8Array[] = [];
  for (const stream of streams) {
    const found = asStream(objects.resolve(stream));
    const bytes = found === undefined ? undefined : streamContent(objects, found);
    if (bytes === undefined) return undefined;
    if (streams.length === 1) return bytes;
    parts.push(bytes, Uint8Array.of(10));
  }
  return joinBytes(parts);
};
