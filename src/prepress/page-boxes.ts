/** The boxes of a page (ISO 32000-1 §14.11.2): what is trimmed, what bleeds, what the sheet is. */
import { mmToPt } from '../protocol/length.ts';
import type { PdfRectangle } from './page-tree.ts';
import type { PdfValue } from './pdf-values.ts';
import { pdfArray } from './pdf-values.ts';

/** The trimmed page and what stands out beyond it on each side, in millimetres. */
export interface SheetSetup {
  readonly trim: { readonly width: number; readonly height: number };
  readonly bleed: number;
}

const boxAt = (left: number, top: number, width: number, height: number): PdfRectangle => ({
  left,
  bottom: top - height,
  right: left + width,
  top,
});

/**
 * The boxes in points. Chromium lays a page out on whole pixels and rounds its size, so the sheet it prints differs from the
 * true one by up to a point; what is printed is measured from its upper left corner (`left`, `top`), and there the true sheet
 * begins. What is left over at the right and at the bottom is empty paper and falls away.
 */
export const pageBoxes = (
  setup: SheetSetup,
  corner: { readonly left: number; readonly top: number },
): { readonly sheet: PdfRectangle; readonly trim: PdfRectangle } => {
  const width = mmToPt(setup.trim.width);
  const height = mmToPt(setup.trim.height);
  const bleed = mmToPt(setup.bleed);
  return {
    sheet: boxAt(corner.left, corner.top, width + 2 * bleed, height + 2 * bleed),
    trim: boxAt(corner.left + bleed, corner.top - bleed, width, height),
  };
};

/** A rectangle as it stands in a file. */
export const rectangleValue = (box: PdfRectangle): PdfValue =>
  pdfArray([box.left, box.bottom, box.right, box.top]);
