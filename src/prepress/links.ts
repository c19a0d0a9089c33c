/** Links inside a document: from addresses that nobody else has to destinations (ISO 32000-1 §12.3.2, §12.5.6.5). */
import type { Destination } from '../protocol/makeup.ts';
import { pxToPt } from '../protocol/length.ts';
import { internalLinkPrefix } from '../protocol/paginator.ts';
import type { PdfPage } from './page-tree.ts';
import type { PdfObjects } from './pdf-objects.ts';
import type { PdfValue } from './pdf-values.ts';
import {
  asBytes,
  asDictionary,
  asItems,
  asReference,
  latinText,
  pdfArray,
  pdfName,
  withEntries,
} from './pdf-values.ts';

/** A place on a page as a reader program goes to it: the upper edge of the window there, its zoom as it is. */
export const destinationValue = (pages: readonly PdfPage[], place: Destination): PdfValue | undefined => {
  const page = pages[place.page];
  if (page === undefined) return undefined;
  const top = (page.mediaBox?.top ?? 0) - pxToPt(place.top);
  const target: PdfValue = { kind: 'reference', number: page.number, generation: 0 };
  return pdfArray([target, pdfName('XYZ'), null, top, null]);
};

const targetOf = (address: string): string | undefined => {
  if (!address.startsWith(internalLinkPrefix)) return undefined;
  try {
    return decodeURIComponent(address.slice(internalLinkPrefix.length));
  } catch {
    return undefined;
  }
};

/** The annotations that lead inside the document, with destinations in place of addresses, by object number. */
export const linkEdits = (
  objects: PdfObjects,
  pages: readonly PdfPage[],
  destinations: ReadonlyMap<string, Destination>,
): ReadonlyMap<number, PdfValue> => {
  const edits = new Map<number, PdfValue>();
  for (const page of pages) {
    for (const item of asItems(objects.resolve(page.dictionary.entries.get('Annots'))) ?? []) {
      const reference = asReference(item);
      const annotation = asDictionary(objects.resolve(item));
      const action = asDictionary(objects.resolve(annotation?.entries.get('A')));
      const address = asBytes(objects.resolve(action?.entries.get('URI')));
      if (reference === undefined || annotation === undefined || address === undefined) continue;
      const target = targetOf(latinText(address));
      if (target === undefined) continue;
      const place = destinations.get(target);
      const Dest = place === undefined ? undefined : destinationValue(pages, place);
      edits.set(reference.number, withEntries(annotation, { A: undefined, Dest }));
    }
  }
  return edits;
};
