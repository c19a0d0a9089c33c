/**
 * A booklet stitched through its back: sheets folded once and put into each other. The first and last pages share the outermost
 * sheet, the middle ones the innermost.
 */
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../../diagnostics/diagnostic.ts';
import type { BookletSettings } from '../../protocol/imposition.ts';
import type { Imposition, Placement, SheetLine, SheetSide, Size } from './imposition.ts';
import { duplexOf, layoutOf, type SheetLayout } from './sheet-layout.ts';
import { linesAt } from './sheet-lines.ts';

/** Thicker ones spread when they are folded, and no stapler reaches through. */
const mostPages = 64;

/** The pages in the order of reading, blank ones (undefined) before the last, which is the back cover. */
const paddedPages = (count: number): readonly (number | undefined)[] => {
  const pages = Array.from({ length: count }, (_, page) => page);
  const blanks = Array.from({ length: (4 - (count % 4)) % 4 }, () => undefined);
  return count < 2 ? [...pages, ...blanks] : [...pages.slice(0, -1), ...blanks, count - 1];
};

interface Half {
  readonly layout: SheetLayout;
  readonly side: 'left' | 'right';
  /** How far the pages are moved towards the fold. */
  readonly creep: number;
}

const placed = (page: number | undefined, { layout, side, creep }: Half): readonly Placement[] => {
  if (page === undefined) return [];
  const { width, height, bottom, scale } = layout;
  const fold = width / 2;
  return [
    {
      page,
      left: side === 'left' ? fold - layout.page.width + creep : fold - creep,
      bottom,
      scale,
      window:
        side === 'left'
          ? { left: 0, bottom: 0, right: fold, top: height }
          : { left: fold, bottom: 0, right: width, top: height },
    },
  ];
};

const linesOf = (layout: SheetLayout, marks: BookletSettings['marks']): readonly SheetLine[] => {
  const { width, height, left, bottom } = layout;
  const fold = { x: [width / 2], y: [] };
  const edges = { x: [left, width - left], y: [bottom, height - bottom] };
  return [
    ...(marks.includes('fold') ? linesAt(layout, 'fold', fold) : []),
    ...(marks.includes('cut') ? linesAt(layout, 'cut', edges) : []),
  ];
};

const sidesOf = (
  pages: readonly (number | undefined)[],
  layout: SheetLayout,
  { paper, marks }: BookletSettings,
): readonly SheetSide[] => {
  const lines = linesOf(layout, marks);
  const last = pages.length - 1;
  return Array.from({ length: pages.length / 4 }, (_, sheet): readonly SheetSide[] => {
    // Each sheet lies around those inside it, which stick out at the front by its thickness.
    const creep = sheet * paper;
    const side = (left: number, right: number): SheetSide => ({
      placements: [
        ...placed(pages[left], { layout, side: 'left', creep }),
        ...placed(pages[right], { layout, side: 'right', creep }),
      ],
      lines,
    });
    return [side(last - 2 * sheet, 2 * sheet), side(2 * sheet + 1, last - 1 - 2 * sheet)];
  }).flat();
};

/** Told where cuts are asked for and the pages fill the sheet. */
const needlessMarks = (layout: SheetLayout, marks: BookletSettings['marks']): readonly Diagnostic[] =>
  !marks.includes('cut') || linesOf(layout, ['cut']).length > 0
    ? []
    : [
        diagnose(
          'prepress/marks-without-room',
          'Unexpected `cut` in `marks` on a sheet that the pages fill, expected a larger sheet',
          { hint: 'name one with `sheet`, or take `cut` out' },
        ),
      ];

const remarks = (count: number, blanks: number): readonly Diagnostic[] => [
  ...(blanks === 0
    ? []
    : [
        diagnose(
          'prepress/blank-pages',
          `Unexpected ${count} ${count === 1 ? 'page' : 'pages'} in a booklet, expected a multiple of four`,
          {
            hint: `${blanks === 1 ? 'a blank page stands' : `${blanks} blank pages stand`} ${
              count === 1 ? 'after it' : 'before the last'
            }`,
          },
        ),
      ]),
  ...(count <= mostPages
    ? []
    : [
        diagnose(
          'prepress/booklet-thick',
          `Unexpected ${count} pages in one booklet, expected at most ${mostPages}`,
          { hint: 'divide it, or give `print` or `press` to a print shop and have it bound' },
        ),
      ]),
];

/** Plans a booklet of `count` pages of one size. No plan where no sheet takes them. */
export const planBooklet = (trim: Size, count: number, settings: BookletSettings): Outcome<Imposition> => {
  const found = layoutOf(trim, [{ columns: 2, rows: 1 }], settings, 'booklet');
  const layout = found.value;
  if (layout === undefined) return found as Outcome<never>;
  const pages = paddedPages(count);
  const { width, height, scale } = layout;
  const sides = sidesOf(pages, layout, settings);
  return {
    value: {
      width,
      height,
      sides,
      ...duplexOf(layout, settings.flip, sides.length),
      scale,
    },
    diagnostics: [
      ...found.diagnostics,
      ...remarks(count, pages.length - count),
      ...needlessMarks(layout, settings.marks),
    ],
  };
};
