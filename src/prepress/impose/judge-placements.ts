/** What an imposition does to the pages: how small their type becomes, what lies where nothing is printed, what a flap cuts off. */
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { mmToPt } from '../../protocol/length.ts';
import { pagesOf, type PdfRectangle } from '../page-tree.ts';
import { objectsOf, type PdfDocument } from '../pdf-document.ts';
import { placementMatrix, trimOf } from './impose-pages.ts';
import type { Imposition, Placement } from './imposition.ts';
import { boundsOf, intersection } from '../matrix.ts';
import type { PageMarks } from './page-marks.ts';

/** Smaller type is read with trouble. Points. */
const smallestReadable = 6;

/** What office printers leave white at the edges of a sheet. Millimetres. */
const unprintable = 5;

/** Chromium sets type in whole device units: 6 pt comes out a hair smaller. */
const hair = 0.02;

/** What is known of the pages, in order. */
export interface KnownPages {
  readonly marks: readonly PageMarks[];
  /** Their printed numbers. */
  readonly folios: readonly string[];
}

/** A page on its sheet: where it is painted there, in points, and its type as printed. */
interface Judged {
  readonly folio: string;
  readonly placement: Placement;
  readonly shown: readonly PdfRectangle[];
  readonly painted: readonly PdfRectangle[];
  readonly type: number | undefined;
}

const pointsOf = ({ left, bottom, right, top }: Placement['window']): PdfRectangle => ({
  left: mmToPt(left),
  bottom: mmToPt(bottom),
  right: mmToPt(right),
  top: mmToPt(top),
});

const judgedPages = (
  document: PdfDocument,
  plan: Imposition,
  { marks: all, folios }: KnownPages,
): readonly Judged[] => {
  const objects = objectsOf(document);
  const pages = pagesOf(objects);
  const placements = plan.sides.flatMap((side) => side.placements);
  return placements
    .toSorted((a, b) => a.page - b.page)
    .flatMap((placement): readonly Judged[] => {
      const page = pages[placement.page];
      const marks = all[placement.page];
      if (page === undefined || marks === undefined) return [];
      const trim = trimOf(objects, page);
      const matrix = placementMatrix(placement, trim);
      const inTrim = marks.boxes.flatMap((box) => intersection(box, trim) ?? []);
      const painted = inTrim.map((box) => boundsOf(box, matrix));
      const window = pointsOf(placement.window);
      return [
        {
          folio: folios[placement.page] ?? String(placement.page + 1),
          placement,
          painted,
          shown: painted.flatMap((box) => intersection(box, window) ?? []),
          type: marks.smallestType === undefined ? undefined : marks.smallestType * placement.scale,
        },
      ];
    });
};

const rounded = (value: number, decimals: number): string =>
  String(Math.round(value * 10 ** decimals) / 10 ** decimals);

const judgeScale = (pages: readonly Judged[], scale: number): readonly Diagnostic[] => {
  if (scale === 1) return [];
  let smallest: Judged | undefined;
  for (const page of pages) {
    if (page.type !== undefined && page.type < (smallest?.type ?? Infinity)) smallest = page;
  }
  const type = smallest?.type;
  const told = diagnose(
    'prepress/scaled',
    `Unexpected scale of ${rounded(scale * 100, 1)} %, expected pages of their own size`,
    type === undefined ? {} : { hint: `the smallest type is ${rounded(type, 1)} pt` },
  );
  if (smallest === undefined || type === undefined || type >= smallestReadable - hair) return [told];
  const message = `Unexpected type of ${rounded(type, 1)} pt at ${rounded(scale * 100, 1)} %, expected at least ${smallestReadable} pt`;
  const hint = 'print on a larger sheet, or set the text for a smaller page';
  return [told, diagnose('prepress/type-too-small', message, { hint, folio: smallest.folio })];
};

const listedAtMost = 8;

const pagesInWords = (folios: readonly string[]): string => {
  const listed = folios.slice(0, listedAtMost).join(', ');
  const more = folios.length - listedAtMost;
  return `${folios.length === 1 ? 'page' : 'pages'} ${listed}${more > 0 ? ` and ${more} more` : ''}`;
};

const judgeEdges = (pages: readonly Judged[], { width, height }: Imposition): readonly Diagnostic[] => {
  const margin = mmToPt(unprintable);
  const [right, top] = [mmToPt(width) - margin, mmToPt(height) - margin];
  const isOutside = (box: PdfRectangle): boolean =>
    box.left < margin || box.bottom < margin || box.right > right || box.top > top;
  const found = pages.filter(({ shown }) => shown.some(isOutside)).map(({ folio }) => folio);
  if (found.length === 0) return [];
  const message = `Unexpected print within ${unprintable} mm of the sheet's edge on ${pagesInWords(found)}, expected none`;
  const hint =
    'an office printer leaves it white; for colour to the edge print on a larger `sheet` and cut, or give `press` to a print shop';
  return [diagnose('prepress/art-at-edge', message, { hint })];
};

/** What lies in a trim but outside its window: an inner sheet moved to its fold loses paper there, a flap what is printed on it. */
const judgeFlap = (pages: readonly Judged[]): readonly Diagnostic[] =>
  pages.flatMap(({ placement, painted, folio }) => {
    const { left, right } = pointsOf(placement.window);
    const slip = mmToPt(0.1);
    const isCut = painted.some((box) => box.left < left - slip || box.right > right + slip);
    if (!isCut) return [];
    const message = 'Unexpected print where the flap is narrower than its page, expected white paper';
    const hint = `give the page a wider margin at its free edge, 8 mm at least`;
    return [diagnose('prepress/flap-cut', message, { hint, folio })];
  });

/** Judges what becomes of the pages of a document on the sheets of a plan; `narrow` where one has a flap. */
export const judgePlacements = (
  document: PdfDocument,
  plan: Imposition,
  known: KnownPages,
  narrow: boolean,
): readonly Diagnostic[] => {
  const pages = judgedPages(document, plan, known);
  return [...judgeScale(pages, plan.scale), ...judgeEdges(pages, plan), ...(narrow ? judgeFlap(pages) : [])];
};
