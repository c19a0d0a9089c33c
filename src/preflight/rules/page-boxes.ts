/** The boxes of a page: what paper it is printed on, and where it is cut (ISO 32000-1 §14.11.2; GWG 2022 R0002 to R0004). */
import type { PdfRectangle } from '../../prepress/page-tree.ts';
import type { Fault } from '../fault.ts';
import { inMillimetres } from '../inside-paper.ts';
import type { JudgedPage } from '../judged-page.ts';
import type { Demands } from '../purposes.ts';

/** Points; boxes that differ by less are the same. */
const tolerance = 0.02;

const isWithin = (inner: PdfRectangle, outer: PdfRectangle): boolean =>
  inner.left >= outer.left - tolerance &&
  inner.bottom >= outer.bottom - tolerance &&
  inner.right <= outer.right + tolerance &&
  inner.top <= outer.top + tolerance;

const isSame = (first: PdfRectangle, second: PdfRectangle): boolean =>
  isWithin(first, second) && isWithin(second, first);

/** Pairs of boxes of which the first must lie in the second. */
const nested = ({ boxes }: JudgedPage): readonly (readonly [string, string])[] => {
  const { media, bleed, trim, art } = boxes;
  const faults: (readonly [string, string])[] = [];
  const check = (
    inner: PdfRectangle | undefined,
    outer: PdfRectangle | undefined,
    names: readonly [string, string],
  ): void => {
    if (inner !== undefined && outer !== undefined && !isWithin(inner, outer)) faults.push(names);
  };
  check(trim, bleed, ['trim box', 'bleed box']);
  check(art, bleed, ['art box', 'bleed box']);
  check(trim, media, ['trim box', 'media box']);
  check(bleed, media, ['bleed box', 'media box']);
  return faults;
};

/** Judges the boxes of one page. */
export const judgeBoxes = (page: JudgedPage, { press }: Demands): readonly Fault[] => {
  const { boxes, index } = page;
  const at = { page: index };
  const faults: Fault[] = nested(page).map(([inner, outer]) => ({
    rule: 'preflight/boxes-not-nested',
    message: `Unexpected ${inner} outside the ${outer}, expected it inside`,
    hint: 'the boxes of a page go from the paper inwards: media, bleed, trim; correct them in the program that made the file',
    at,
    about: `${inner} ${outer}`,
  }));
  if (!press) return faults;
  if ((boxes.trim === undefined) === (boxes.art === undefined))
    faults.push({
      rule: 'preflight/trim-missing',
      message: `Unexpected page ${boxes.trim === undefined ? 'without a trim box' : 'with both a trim box and an art box'}, expected a trim box alone`,
      hint: 'the print shop cuts the paper at the trim box: have it written by the program that made the file',
      at,
    });
  if (page.userUnit !== 1)
    faults.push({
      rule: 'preflight/user-unit',
      message: `Unexpected unit of ${page.userUnit} points (\`UserUnit\`), expected pages that are measured in points`,
      hint: 'export the pages at their true size',
      at,
    });
  if (boxes.crop !== undefined && !isSame(boxes.crop, boxes.media))
    faults.push({
      rule: 'preflight/crop-box',
      message:
        'Unexpected crop box that hides a part of the sheet, expected none, or one as large as the media box',
      hint: 'export the file without cropping its pages',
      at,
    });
  return faults;
};

/** Judges the pages against one another: all have the trimmed size of the first, and none is turned. */
export const judgeAlike = (pages: readonly JudgedPageSize[]): readonly Fault[] => {
  const [first] = pages;
  if (first === undefined) return [];
  return pages.flatMap(({ index, trim, rotation }) => {
    const [width, height] = [trim.right - trim.left, trim.top - trim.bottom];
    const [wanted, high] = [first.trim.right - first.trim.left, first.trim.top - first.trim.bottom];
    const differs = Math.abs(width - wanted) > tolerance || Math.abs(height - high) > tolerance;
    if (!differs && rotation % 360 === 0) return [];
    const what = differs
      ? `page of ${inMillimetres(width)} × ${inMillimetres(height)} mm`
      : `page that is turned by ${rotation}°`;
    return [
      {
        rule: 'preflight/trim-differs' as const,
        message: `Unexpected ${what}, expected all pages as the first: ${inMillimetres(wanted)} × ${inMillimetres(high)} mm, upright`,
        hint: 'make a file for each size of paper; turn wide pages on the page, not the page',
        at: { page: index },
      },
    ];
  });
};

/** What {@link judgeAlike} compares of a page. */
export interface JudgedPageSize {
  readonly index: number;
  readonly trim: PdfRectangle;
  readonly rotation: number;
}
