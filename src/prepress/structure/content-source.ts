/** Everything in a document that has content of its own: pages, forms, tiling patterns (ISO 32000-1 §7.8). */
import { pageContent } from '../page-content.ts';
import type { PdfPage } from '../page-tree.ts';
import type { PdfDocument } from '../pdf-document.ts';
import { objectsOf } from '../pdf-document.ts';
import type { PdfDictionary } from '../pdf-values.ts';
import { asDictionary, asName, asNumber, asStream } from '../pdf-values.ts';
import { streamContent } from '../stream-content.ts';

/** A page, form or pattern. */
export interface ContentSource {
  /** Number of its object. */
  readonly number: number;
  readonly kind: 'page' | 'form';
  /** True where what is drawn must be content of the structure or an artifact: on pages, and in forms that mark content themselves. */
  readonly marked: boolean;
  readonly bytes: Uint8Array;
  readonly resources: PdfDictionary | undefined;
  /** Height of the page, points; 0 of a form. */
  readonly height: number;
}

/** The sources of a document, pages first in their order. Throws where the content of one cannot be read. */
export const contentSources = (
  document: PdfDocument,
  pages: readonly PdfPage[],
): readonly ContentSource[] => {
  const objects = objectsOf(document);
  const sources = pages.map((page): ContentSource => {
    const bytes = pageContent(objects, page);
    if (bytes === undefined) throw new Error('the content of a page cannot be read');
    const height = (page.mediaBox?.top ?? 0) - (page.mediaBox?.bottom ?? 0);
    return { number: page.number, kind: 'page', marked: true, bytes, resources: page.resources, height };
  });
  for (const [number, value] of document.objects) {
    const stream = asStream(value);
    if (stream === undefined) continue;
    const { entries } = stream.dictionary;
    const isForm = asName(entries.get('Subtype')) === 'Form' || asNumber(entries.get('PatternType')) === 1;
    const bytes = isForm ? streamContent(objects, stream) : undefined;
    if (bytes === undefined) continue;
    sources.push({
      number,
      kind: 'form',
      marked: entries.has('StructParents'),
      bytes,
      resources: asDictionary(objects.resolve(entries.get('Resources'))),
      height: 0,
    });
  }
  return sources;
};
