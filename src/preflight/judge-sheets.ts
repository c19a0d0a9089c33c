/** Proves of the whole file that it has the pages that were made up, each of the right size, and at its true scale. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pageBoxes, type SheetSetup } from '../prepress/page-boxes.ts';
import type { PdfPage } from '../prepress/page-tree.ts';

/** Chromium rounds its matrices; a shrunk document differs by far more. */
const scaleTolerance = 0.0005;

/** Points. */
const sizeTolerance = 0.001;

const sizeText = (width: number, height: number): string => `${width.toFixed(3)} × ${height.toFixed(3)} pt`;

/** Judges sizes, number of pages and scale. */
export const judgeSheets = (
  pages: readonly PdfPage[],
  scale: number | undefined,
  expected: SheetSetup & { readonly count: number; readonly folio: (page: number) => string },
): readonly Diagnostic[] => {
  const diagnostics: Diagnostic[] = [];
  if (pages.length !== expected.count)
    diagnostics.push(
      diagnose(
        'preflight/page-count',
        `Unexpected ${pages.length} pages in the file, expected ${expected.count}`,
      ),
    );
  const { sheet } = pageBoxes(expected, { left: 0, top: 0 });
  const width = sheet.right - sheet.left;
  const height = sheet.top - sheet.bottom;
  for (const [index, { mediaBox }] of pages.entries()) {
    const across = (mediaBox?.right ?? 0) - (mediaBox?.left ?? 0);
    const down = (mediaBox?.top ?? 0) - (mediaBox?.bottom ?? 0);
    if (Math.abs(across - width) <= sizeTolerance && Math.abs(down - height) <= sizeTolerance) continue;
    diagnostics.push(
      diagnose(
        'preflight/page-size',
        `Unexpected page of ${sizeText(across, down)}, expected ${sizeText(width, height)}`,
        { folio: expected.folio(index) },
      ),
    );
  }
  if (scale !== undefined && Math.abs(scale - 1) > scaleTolerance)
    diagnostics.push(
      diagnose('preflight/scaled', `Unexpected scale of ${(scale * 100).toFixed(1)} %, expected 100 %`, {
        hint: 'something sticks out to the right of a page: make the widest table, picture or line narrower',
      }),
    );
  return diagnostics;
};
