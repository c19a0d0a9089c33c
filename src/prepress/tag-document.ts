/**
 * From Chromium's proof to a document of the house that every output is made from: structure, exact boxes, links,
 * outline and page labels. What is drawn is not touched.
 */
import type { Destination, OutlineEntry } from '../protocol/makeup.ts';
import { linkEdits } from './links.ts';
import { outlineTree } from './outline.ts';
import { pageBoxes, rectangleValue, type SheetSetup } from './page-boxes.ts';
import { pageLabels } from './page-labels.ts';
import type { PdfPage } from './page-tree.ts';
import { pagesOf } from './page-tree.ts';
import type { PdfDocument } from './pdf-document.ts';
import { catalogEntries, nextNumber, objectsOf, withObjects } from './pdf-document.ts';
import type { OpenedProof } from './open-proof.ts';
import type { PdfValue } from './pdf-values.ts';
import { tagStructure } from './structure/tag-structure.ts';
import { pdfString, withEntries } from './pdf-values.ts';

/** What is known of a proof. */
export interface ProofSettings extends SheetSetup {
  /** BCP 47 tag of the edition. */
  readonly language: string;
  /** The printed number of every page, in order; reader programs show them. */
  readonly folios?: readonly string[] | undefined;
  /** What the outline lists, in the order of the text. */
  readonly outline?: readonly OutlineEntry[] | undefined;
  /** Where the targets of links inside the document stand, by id. */
  readonly destinations?: ReadonlyMap<string, Destination> | undefined;
}

const pageEdits = (pages: readonly PdfPage[], setup: SheetSetup): ReadonlyMap<number, PdfValue> =>
  new Map(
    pages.map((page) => {
      const corner = { left: page.mediaBox?.left ?? 0, top: page.mediaBox?.top ?? 0 };
      const { sheet, trim } = pageBoxes(setup, corner);
      const boxes = {
        MediaBox: rectangleValue(sheet),
        BleedBox: rectangleValue(sheet),
        TrimBox: rectangleValue(trim),
        CropBox: undefined,
      };
      return [page.number, withEntries(page.dictionary, boxes)];
    }),
  );

/** Prepares the document of a proof for all outputs. Pure: two prints of the same pages give documents that are written alike. */
export const tagDocument = (proof: OpenedProof, settings: ProofSettings): PdfDocument => {
  // The structure is read by the addresses that links still have.
  const tagged = tagStructure(proof, pagesOf(objectsOf(proof.document)));
  const objects = objectsOf(tagged);
  const pages = pagesOf(objects);
  const outline = outlineTree(settings.outline ?? [], pages, nextNumber(tagged));
  const edits = new Map<number, PdfValue>([
    ...pageEdits(pages, settings),
    ...linkEdits(objects, pages, settings.destinations ?? new Map<string, Destination>()),
    ...(outline?.objects ?? []),
    [
      tagged.catalog,
      withEntries(catalogEntries(tagged), {
        Lang: pdfString(settings.language),
        PageLabels: settings.folios === undefined ? undefined : pageLabels(settings.folios),
        Outlines: outline?.root,
      }),
    ],
  ]);
  return withObjects(tagged, edits);
};
