/** What is drawn on a page. */
import type { PdfPage } from './page-tree.ts';
import type { PdfFile } from './pdf-file.ts';
import { asItems, asStream } from './pdf-values.ts';
import { joinBytes } from './pdf-writer.ts';
import { streamContent } from './stream-content.ts';

/** The content of a page, its parts joined by a line feed (ISO 32000-1 §7.8.2); undefined where one cannot be read. */
export const pageContent = (file: PdfFile, page: PdfPage): Uint8Array | undefined => {
  const value = file.resolve(page.dictionary.entries.get('Contents'));
  const streams = asItems(value) ?? [value];
  const parts: Uint8Array[] = [];
  for (const stream of streams) {
    const found = asStream(file.resolve(stream));
    const bytes = found === undefined ? undefined : streamContent(file, found);
    if (bytes === undefined) return undefined;
    if (streams.length === 1) return bytes;
    parts.push(bytes, Uint8Array.of(10));
  }
  return joinBytes(parts);
};
