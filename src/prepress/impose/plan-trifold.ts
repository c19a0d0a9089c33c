/**
 * A leaflet of six panels: an A4 sheet folded twice, its right third first. That third lies inside when the leaflet is closed, so it is
 * narrower by what the paper takes up. Inside, the panels stand from left to right as 2, 3, 4; outside, seen from there, as 5, 6, 1: the cover
 * is on the right, the back in the middle.
 */
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Outcome } from '../../diagnostics/diagnostic.ts';
import { sheetSizes, type TrifoldSettings } from '../../protocol/imposition.ts';
import type { Imposition, Placement, SheetLine, Size } from './imposition.ts';
import { duplexOf, sizeInWords } from './sheet-layout.ts';
import { linesAt } from './sheet-lines.ts';

/** A panel, and the one that is folded in. */
const panel = 100;
const flap = 97;

const sheet: Size = { width: sheetSizes.A4.height, height: sheetSizes.A4.width };

/** Every page of a publication has one size, that of a whole panel; the flap shows all but its free edge. */
const page: Size = { width: panel, height: sheet.height };

const panelCount = 6;

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.1;

const placement = (number: number, left: number, from: number, to: number): Placement => ({
  page: number - 1,
  left,
  bottom: 0,
  scale: 1,
  window: { left: from, bottom: 0, right: to, top: sheet.height },
});

/** The free edge of the flap is on the left of its outside, on the right of its inside. */
const outside: readonly Placement[] = [
  placement(5, flap - panel, 0, flap),
  placement(6, flap, flap, flap + panel),
  placement(1, flap + panel, flap + panel, sheet.width),
];

const inside: readonly Placement[] = [
  placement(2, 0, 0, panel),
  placement(3, panel, panel, 2 * panel),
  placement(4, 2 * panel, 2 * panel, sheet.width),
];

/** Plans a leaflet. No plan where the pages are not six panels. */
export const planTrifold = (trim: Size, count: number, settings: TrifoldSettings): Outcome<Imposition> => {
  const diagnostics = [
    ...(near(trim.width, page.width) && near(trim.height, page.height)
      ? []
      : [
          diagnose(
            'prepress/trifold-size',
            `Unexpected pages of ${sizeInWords(trim)} in a leaflet, expected panels of ${sizeInWords(page)}`,
            { hint: 'give the template `@page { size: 100mm 210mm }`: docs/printing.md tells how' },
          ),
        ]),
    ...(count === panelCount
      ? []
      : [
          diagnose(
            'prepress/trifold-pages',
            `Unexpected ${count} ${count === 1 ? 'page' : 'pages'} in a leaflet, expected six`,
            { hint: 'a sheet folded twice has six panels; begin each with `::pagebreak`' },
          ),
        ]),
  ];
  if (diagnostics.length > 0) return { diagnostics };
  const layout = { ...sheet, columns: 3, rows: 1, scale: 1, page, left: 0, bottom: 0 };
  const folds = (x: readonly number[]): readonly SheetLine[] =>
    settings.marks.includes('fold') ? linesAt(layout, 'fold', { x, y: [] }) : [];
  return {
    value: {
      ...sheet,
      sides: [
        { placements: outside, lines: folds([flap, flap + panel]) },
        { placements: inside, lines: folds([panel, 2 * panel]) },
      ],
      ...duplexOf(sheet, settings.flip, 2),
      scale: 1,
    },
    diagnostics: [],
  };
};
