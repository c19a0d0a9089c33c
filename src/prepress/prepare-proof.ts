/**
 * Makes Chromium's proof a file of the house: exact boxes, its own information, page labels, and nothing that differs from one print
 * of the same page to the next. What is drawn is not touched.
 */
import { checksumOf } from '../platform/checksum.ts';
import type { DocumentInformation } from './document-information.ts';
import { informationDictionary, viewerPreferences } from './document-information.ts';
import { pageBoxes, rectangleValue, type SheetSetup } from './page-boxes.ts';
import type { Destination, OutlineEntry } from '../protocol/makeup.ts';
import { outlineObjects, outlineTree } from './outline.ts';
import { pageLabels } from './page-labels.ts';
import type { PdfPage } from './page-tree.ts';
import { linkEdits } from './links.ts';
import { catalogOf, pagesOf } from './page-tree.ts';
import { isPdfFile, openPdf } from './pdf-file.ts';
import type { PdfValue } from './pdf-values.ts';
import { asDictionary, asReference, pdfArray, pdfDictionary, pdfString, withEntries } from './pdf-values.ts';
import { writeFile, writeObject, type WrittenObject } from './pdf-writer.ts';
import { idTree, isElement, plainElement, readElementIds, renumberIds } from './structure-ids.ts';

/** What the proof is to become. */
export interface ProofSettings extends SheetSetup, DocumentInformation {
  /** BCP 47 tag of the edition. */
  readonly language: string;
  /** The printed number of every page, in order; reader programs show them. */
  readonly folios?: readonly string[] | undefined;
  /** What the outline lists, in the order of the text; a proof keeps Chromium's own where this is absent. */
  readonly outline?: readonly OutlineEntry[] | undefined;
  /** Where the targets of links inside the document stand, by id. */
  readonly destinations?: ReadonlyMap<string, Destination> | undefined;
}

/** Objects to write instead of those of the proof, by number. */
type Edits = ReadonlyMap<number, PdfValue>;

const pageEdits = (pages: readonly PdfPage[], setup: SheetSetup): Edits =>
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

/**
 * Prepares a proof. Pure: the same proof and settings give the same bytes, and so do two prints of the same page.
 * Throws where the proof is not the plain PDF that Chromium writes: that is a fault of the program, not of the author.
 */
export const prepareProof = (proof: Uint8Array, settings: ProofSettings): Uint8Array => {
  const file = openPdf(proof);
  if (!isPdfFile(file))
    throw new Error(`the proof is not a PDF: expected ${file.expected} at byte ${file.at}`);
  const catalog = catalogOf(file);
  if (catalog === undefined) throw new Error('the proof has no catalog');
  const structure = asReference(catalog.dictionary.entries.get('StructTreeRoot'));
  const ids = readElementIds(file, structure);
  const renumbered = renumberIds(ids);

  const pages = pagesOf(file);
  const edits = new Map<number, PdfValue>([
    ...pageEdits(pages, settings),
    ...linkEdits(file, pages, settings.destinations ?? new Map<string, Destination>()),
  ]);
  const next = (file.numbers.at(-1) ?? 0) + 1;
  const outline = outlineTree(settings.outline ?? [], pages, next);
  edits.set(
    catalog.number,
    withEntries(catalog.dictionary, {
      Lang: pdfString(settings.language),
      ViewerPreferences: viewerPreferences,
      PageLabels: settings.folios === undefined ? undefined : pageLabels(settings.folios),
      ...(settings.outline === undefined ? {} : { Outlines: outline?.root }),
    }),
  );
  const root = asDictionary(file.resolve(structure));
  if (structure !== undefined && root !== undefined && ids.elements.size > 0)
    edits.set(structure.number, withEntries(root, { IDTree: idTree(ids, renumbered) }));
  const information = asReference(file.trailer.entries.get('Info'));
  if (information !== undefined) edits.set(information.number, informationDictionary(settings));

  const ranges = file.ranges();
  if (ranges.length < file.numbers.length) throw new Error('an object of the proof is not whole');
  const objects: WrittenObject[] = [];
  // What is replaced falls away: the old tree of ids still has the numbers of Chromium's memory.
  const outlines = catalog.dictionary.entries.get('Outlines');
  const old = settings.outline === undefined ? new Set<number>() : outlineObjects(file, outlines);
  for (const range of ranges) {
    if (ids.nodes.has(range.number) || old.has(range.number)) continue;
    const edited = edits.get(range.number);
    const plain = isElement(proof, range) ? plainElement(proof, range, renumbered) : undefined;
    objects.push(
      edited === undefined ? (plain ?? { bytes: proof, ...range }) : writeObject(range.number, edited),
    );
  }
  for (const [number, value] of outline?.objects ?? []) objects.push(writeObject(number, value));
  return writeFile(objects, (body) => {
    const id = pdfString(checksumOf(body).slice(0, 32));
    return pdfDictionary({
      Root: { kind: 'reference', number: catalog.number, generation: 0 },
      Info: information,
      ID: pdfArray([id, id]),
    });
  });
};
