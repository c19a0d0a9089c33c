/** Where to fold and to cut, as short lines beside the pages. Millimetres. */
import type { SheetLine } from './imposition.ts';
import type { SheetLayout } from './sheet-layout.ts';

/** Marks stand off from the pages so that a knife that slips shows none, and are no longer than they need be. */
const offset = 3;
const longest = 10;

/** Both ends of a line across the sheet: beside the block where there is room, else over the edge of the pages. */
const ends = (extent: number, from: number, to: number): readonly (readonly [number, number])[] => {
  const beside = from - offset;
  return beside >= 2
    ? [
        [Math.max(0, beside - longest), beside],
        [to + offset, Math.min(extent, to + offset + longest)],
      ]
    : [
        [0, Math.max(longest, from + longest)],
        [Math.min(extent - longest, to - longest), extent],
      ];
};

/** The lines that mark an upright fold or cut at `x`; none at the edge of the sheet. */
const uprightLines = (layout: SheetLayout, mark: SheetLine['mark'], x: number): readonly SheetLine[] =>
  x < 1 || x > layout.width - 1
    ? []
    : ends(layout.height, layout.bottom, layout.bottom + layout.rows * layout.page.height).map(
        ([from, to]) => ({ mark, from: [x, from], to: [x, to] }),
      );

/** The same for a level one at `y`. */
const levelLines = (layout: SheetLayout, mark: SheetLine['mark'], y: number): readonly SheetLine[] =>
  y < 1 || y > layout.height - 1
    ? []
    : ends(layout.width, layout.left, layout.left + layout.columns * layout.page.width).map(([from, to]) => ({
        mark,
        from: [from, y],
        to: [to, y],
      }));

/** The lines that mark folds and cuts at these places; `x` of upright ones, `y` of level ones. */
export const linesAt = (
  layout: SheetLayout,
  mark: SheetLine['mark'],
  places: { readonly x: readonly number[]; readonly y: readonly number[] },
): readonly SheetLine[] => [
  ...places.x.flatMap((x) => uprightLines(layout, mark, x)),
  ...places.y.flatMap((y) => levelLines(layout, mark, y)),
];
