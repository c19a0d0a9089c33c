/**
 * Lays the pages of a document on sheets by a plan. Each page becomes a form (ISO 32000-1 §8.10) with its own resources and its stream as it
 * was, so that its text stays text; a sheet paints its forms at their places.
 */
import { mmToPt } from '../../protocol/length.ts';
import { rectangleValue } from '../page-boxes.ts';
import { pageContent } from '../page-content.ts';
import { pagesOf, readRectangle, type PdfPage, type PdfRectangle } from '../page-tree.ts';
import { catalogEntries, nextNumber, objectsOf, type PdfDocument } from '../pdf-document.ts';
import { referenceTo, type PdfObjects } from '../pdf-objects.ts';
import { blending } from '../print-output.ts';
import type { PdfStream, PdfValue } from '../pdf-values.ts';
import { asStream, latinBytes, pdfArray, pdfDictionary, pdfName, withEntries } from '../pdf-values.ts';
import { writeNumber } from '../pdf-writer.ts';
import type { Imposition, Placement, SheetLine, SheetSide } from './imposition.ts';
import { intersection, type Matrix } from '../matrix.ts';

/** The trimmed page; its whole sheet where it has no trim box. */
export const trimOf = (objects: PdfObjects, page: PdfPage): PdfRectangle =>
  readRectangle(objects, page.dictionary.entries.get('TrimBox')) ??
  page.mediaBox ?? { left: 0, bottom: 0, right: 0, top: 0 };

/** From a page's own points to those of the side of a sheet. */
export const placementMatrix = (placement: Placement, trim: PdfRectangle): Matrix => {
  const { scale } = placement;
  const x = mmToPt(placement.left) - scale * trim.left;
  const y = mmToPt(placement.bottom) - scale * trim.bottom;
  return [scale, 0, 0, scale, x, y];
};

/** What of a page its place on a sheet lets show, bleed included, in the page's own points. */
const shownPart = (placement: Placement, trim: PdfRectangle, sheet: PdfRectangle): PdfRectangle => {
  const [scale, , , , x, y] = placementMatrix(placement, trim);
  const { left, bottom, right, top } = placement.window;
  const window = {
    left: (mmToPt(left) - x) / scale,
    bottom: (mmToPt(bottom) - y) / scale,
    right: (mmToPt(right) - x) / scale,
    top: (mmToPt(top) - y) / scale,
  };
  return intersection(window, sheet) ?? { left: 0, bottom: 0, right: 0, top: 0 };
};

const contentStream = (objects: PdfObjects, page: PdfPage): PdfStream | undefined => {
  const single = asStream(objects.resolve(page.dictionary.entries.get('Contents')));
  if (single !== undefined) return single;
  const bytes = pageContent(objects, page);
  return bytes === undefined ? undefined : { kind: 'stream', dictionary: pdfDictionary({}), bytes };
};

const formOf = (objects: PdfObjects, page: PdfPage, placement: Placement): PdfStream => {
  const content = contentStream(objects, page);
  if (content === undefined) throw new Error('the content of a page cannot be read');
  const trim = trimOf(objects, page);
  const dictionary = withEntries(content.dictionary, {
    Type: pdfName('XObject'),
    Subtype: pdfName('Form'),
    BBox: rectangleValue(shownPart(placement, trim, page.mediaBox ?? trim)),
    Resources: page.dictionary.entries.get('Resources') ?? page.resources ?? pdfDictionary({}),
    Group: page.dictionary.entries.get('Group'),
  });
  return { kind: 'stream', dictionary, bytes: content.bytes };
};

const numbers = (...values: readonly number[]): string => values.map(writeNumber).join(' ');

/** A hairline; folds are dashed (ISO 32000-1 §8.4.3). */
const lineOperators = ({ mark, from, to }: SheetLine): string =>
  `${mark === 'fold' ? '[3 3] 0 d' : '[] 0 d'} ${numbers(...from.map(mmToPt))} m ${numbers(...to.map(mmToPt))} l S\n`;

/** The content of a side. Forms are called `P1`, `P2`… in the order of its placements. */
const sideContent = (
  side: SheetSide,
  matrices: readonly Matrix[],
  turned: Matrix | undefined,
): Uint8Array => {
  const forms = matrices.map((matrix, index) => `q ${numbers(...matrix)} cm /P${index + 1} Do Q\n`);
  const lines = side.lines.length === 0 ? '' : `q 0 G 0.25 w\n${side.lines.map(lineOperators).join('')}Q\n`;
  const turn = turned === undefined ? '' : `${numbers(...turned)} cm\n`;
  return latinBytes(`${turn}${forms.join('')}${lines}`);
};

/** What belongs to single pages or to their order, and is not true of sheets. */
const dropped = {
  StructTreeRoot: undefined,
  MarkInfo: undefined,
  Outlines: undefined,
  PageLabels: undefined,
  PageMode: undefined,
  OpenAction: undefined,
  Dests: undefined,
  Names: undefined,
};

/**
 * The document of the sheets. Links and structure go: neither has a meaning where page 8 stands beside page 1. What the writer
 * does not reach any more it leaves out.
 */
export const imposePages = (document: PdfDocument, plan: Imposition): PdfDocument => {
  const objects = objectsOf(document);
  const pages = pagesOf(objects);
  const added = new Map<number, PdfValue>();
  let next = nextNumber(document);
  const add = (value: PdfValue): PdfValue => {
    added.set(next, value);
    next += 1;
    return referenceTo(next - 1);
  };
  const tree = next;
  next += 1;
  const [width, height] = [mmToPt(plan.width), mmToPt(plan.height)];
  const box = rectangleValue({ left: 0, bottom: 0, right: width, top: height });
  const turned: Matrix = [-1, 0, 0, -1, width, height];
  const kids = plan.sides.map((side, index) => {
    const placed = side.placements.flatMap((placement) => {
      const page = pages[placement.page];
      return page === undefined ? [] : [{ page, placement }];
    });
    const forms = placed.map(({ page, placement }) => add(formOf(objects, page, placement)));
    const matrices = placed.map(({ page, placement }) => placementMatrix(placement, trimOf(objects, page)));
    const bytes = sideContent(side, matrices, plan.backsTurned && index % 2 === 1 ? turned : undefined);
    const contents: PdfStream = { kind: 'stream', dictionary: pdfDictionary({}), bytes };
    const named = Object.fromEntries(forms.map((form, at) => [`P${at + 1}`, form]));
    return add(
      pdfDictionary({
        Type: pdfName('Page'),
        Parent: referenceTo(tree),
        MediaBox: box,
        TrimBox: box,
        Group: blending,
        Resources: pdfDictionary({ XObject: pdfDictionary(named) }),
        Contents: add(contents),
      }),
    );
  });
  added.set(tree, pdfDictionary({ Type: pdfName('Pages'), Kids: pdfArray(kids), Count: plan.sides.length }));
  added.set(
    document.catalog,
    withEntries(catalogEntries(document), { ...dropped, Pages: referenceTo(tree) }),
  );
  return { ...document, objects: new Map([...document.objects, ...added]) };
};
