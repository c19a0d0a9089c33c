/** Places on the paper as a person measures them: millimetres from the upper left corner of the trimmed page. */
import type { PdfRectangle } from '../prepress/page-tree.ts';
import { mmToPt } from '../protocol/length.ts';

const pointsPerMillimetre = mmToPt(1);

/** Points as millimetres, rounded to a hundredth. */
export const inMillimetres = (points: number): number =>
  Math.round((points / pointsPerMillimetre) * 100) / 100;

/** A box in millimetres from the upper left corner of `paper`. */
export const insidePaper = (
  box: PdfRectangle,
  paper: PdfRectangle,
): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } => ({
  left: inMillimetres(box.left - paper.left),
  top: inMillimetres(paper.top - box.top),
  width: inMillimetres(Math.max(0, box.right - box.left)),
  height: inMillimetres(Math.max(0, box.top - box.bottom)),
});

/** The box grown on all sides, or made smaller by a negative length; in points. */
export const grownBox = (box: PdfRectangle, by: number): PdfRectangle => ({
  left: box.left - by,
  bottom: box.bottom - by,
  right: box.right + by,
  top: box.top + by,
});
