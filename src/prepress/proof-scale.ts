/** Whether Chromium shrank the document, as it does when anything sticks out to the right of a page. */
import { readContent, operatorCode } from './content-tokens.ts';
import { pageContent } from './page-content.ts';
import { pagesOf } from './page-tree.ts';
import type { PdfObjects } from './pdf-objects.ts';

const concatenate = operatorCode('cm');
const save = operatorCode('q');
const beginText = operatorCode('BT');

/**
 * The scale of the first page against its CSS pixels: 1 where nothing sticks out, less where Chromium shrank everything. Chromium writes it as the first
 * transformations of every page: one to the device, one to pixels. Undefined where there are none.
 */
export const proofScale = (objects: PdfObjects): number | undefined => {
  const [page] = pagesOf(objects);
  const bytes = page === undefined ? undefined : pageContent(objects, page);
  if (bytes === undefined) return undefined;
  let scale: number | undefined;
  let depth = 0;
  let reached = false;
  readContent(bytes, (operator, operands) => {
    if (operator === save) depth += 1;
    if (operator === beginText || depth > 2) reached = true;
    if (operator === concatenate && !reached) scale = (scale ?? 1) * Math.abs(operands.numbers[0] ?? 1);
  });
  // A CSS pixel is three quarters of a point.
  return scale === undefined ? undefined : scale / 0.75;
};
