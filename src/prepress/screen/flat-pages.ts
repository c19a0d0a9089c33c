/** Pages that each say what they have: nothing is inherited from the tree above them, which becomes flat (ISO 32000-1 §F.3.7). */
import { rectangleValue } from '../page-boxes.ts';
import { pagesOf } from '../page-tree.ts';
import { catalogEntries, objectsOf, withObjects, type PdfDocument } from '../pdf-document.ts';
import { referenceTo } from '../pdf-objects.ts';
import type { PdfValue } from '../pdf-values.ts';
import { asReference, pdfArray, pdfDictionary, pdfName, withEntries } from '../pdf-values.ts';

/** The document with a flat page tree. */
export const flatPages = (document: PdfDocument): PdfDocument => {
  const root = asReference(catalogEntries(document).entries.get('Pages'));
  if (root === undefined) return document;
  const pages = pagesOf(objectsOf(document));
  const edits = new Map<number, PdfValue>(
    pages.map(({ number, dictionary, resources, mediaBox }) => [
      number,
      withEntries(dictionary, {
        Parent: root,
        Resources: dictionary.entries.get('Resources') ?? resources ?? pdfDictionary({}),
        MediaBox: mediaBox === undefined ? undefined : rectangleValue(mediaBox),
      }),
    ]),
  );
  edits.set(
    root.number,
    pdfDictionary({
      Type: pdfName('Pages'),
      Kids: pdfArray(pages.map(({ number }) => referenceTo(number))),
      Count: pages.length,
    }),
  );
  return withObjects(document, edits);
};
