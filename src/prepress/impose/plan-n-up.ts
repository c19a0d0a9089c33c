/** Two or four pages on each side of a sheet, in the order of reading: to save paper, or to cut cards from a sheet. */
import type { Outcome } from '../../diagnostics/diagnostic.ts';
import type { NUpSettings } from '../../protocol/imposition.ts';
import type { Imposition, Placement, SheetSide, Size } from './imposition.ts';
import { duplexOf, layoutOf, type Grid, type SheetLayout } from './sheet-layout.ts';
import { linesAt } from './sheet-lines.ts';

const gridsOf = (pages: NUpSettings['pages']): readonly Grid[] =>
  pages === 4
    ? [{ columns: 2, rows: 2 }]
    : [
        { columns: 2, rows: 1 },
        { columns: 1, rows: 2 },
      ];

/** The page of a cell, counted from the upper left along the rows. */
const placementAt = (layout: SheetLayout, cell: number, page: number): Placement => {
  const { columns, rows, width, height, scale } = layout;
  const column = cell % columns;
  const row = Math.floor(cell / columns);
  const left = layout.left + column * layout.page.width;
  const bottom = layout.bottom + (rows - 1 - row) * layout.page.height;
  return {
    page,
    left,
    bottom,
    scale,
    window: {
      left: column === 0 ? 0 : left,
      bottom: row === rows - 1 ? 0 : bottom,
      right: column === columns - 1 ? width : left + layout.page.width,
      top: row === 0 ? height : bottom + layout.page.height,
    },
  };
};

/** Plans sheets for `count` pages of one size. No plan where no sheet takes them. */
export const planNUp = (trim: Size, count: number, settings: NUpSettings): Outcome<Imposition> => {
  const found = layoutOf(trim, gridsOf(settings.pages), settings, 'n-up');
  const layout = found.value;
  if (layout === undefined) return found as Outcome<never>;
  const { width, height, left, bottom, columns, rows, scale } = layout;
  const perSide = settings.pages;
  const cuts = {
    x: Array.from({ length: columns + 1 }, (_, column) => left + column * layout.page.width),
    y: Array.from({ length: rows + 1 }, (_, row) => bottom + row * layout.page.height),
  };
  const lines = settings.marks.includes('cut') ? linesAt(layout, 'cut', cuts) : [];
  const sides = Array.from({ length: Math.ceil(count / perSide) }, (_, side): SheetSide => {
    const first = side * perSide;
    const filled = Math.min(perSide, count - first);
    const cells = Array.from({ length: filled }, (__, cell) => placementAt(layout, cell, first + cell));
    return { placements: cells, lines };
  });
  return {
    value: { width, height, sides, ...duplexOf(layout, settings.flip, sides.length), scale },
    diagnostics: found.diagnostics,
  };
};
