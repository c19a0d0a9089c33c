/**
 * The most ink on average in any square of 15 mm (GWG 2022 R0026), as an upper bound: the page is divided into cells, and of each cell
 * is kept how much ink may lie on it on average and at most. What is covered by plain colour is taken off where that is certain, and
 * where it is not, the worst is assumed. Of a picture, its parts under a cell are measured; of a gradient, the place with most ink is taken. Cells
 * with something transparent, or with colours of light that are no picture's, are not judged.
 */
import { mmToPt } from '../../protocol/length.ts';
import type { PdfRectangle } from '../../prepress/page-tree.ts';
import type { Fault } from '../fault.ts';
import { isMixedFromLight } from '../colour-spaces.ts';
import { intersection, isEmptyBox } from '../graphics-state.ts';
import { heaviestPart } from '../ink-map.ts';
import { totalInk } from '../inks.ts';
import type { JudgedPage } from '../judged-page.ts';
import { inkOfMark } from '../mark-inks.ts';
import type { Mark } from '../marks.ts';
import { hidesAll, isTransparent } from '../paint-state.ts';
import { inkLimit, type Demands } from '../purposes.ts';

/** Cells to the side of the square. */
const perSquare = 6;

const cell = mmToPt(inkLimit.square / perSquare);

/** No sheet that is printed is larger, in cells to the side: some five metres. */
const mostCells = 2000;

/** So many times a cell is inked; a page whose marks lie on one another more often is not judged. */
const mostInkings = 50_000_000;

interface InkGrid {
  readonly columns: number;
  readonly rows: number;
  readonly origin: PdfRectangle;
  /** The most that the average ink on a cell can be. */
  readonly average: Float64Array;
  /** The most ink at any point of it. */
  readonly most: Float64Array;
  /** 1 where the ink is not known. */
  readonly open: Uint8Array;
  /** Inkings that are left. */
  left: number;
}

const newGrid = (area: PdfRectangle): InkGrid => {
  const count = (length: number): number => Math.min(mostCells, Math.max(1, Math.ceil(length / cell)));
  const columns = count(area.right - area.left);
  const rows = count(area.top - area.bottom);
  const size = columns * rows;
  return {
    columns,
    rows,
    origin: area,
    average: new Float64Array(size),
    most: new Float64Array(size),
    open: new Uint8Array(size),
    left: mostInkings,
  };
};

/** True where a mark surely covers all of its box with its ink and nothing of what lay there shows. */
const covers = (mark: Mark): boolean => {
  if (mark.kind === 'picture') {
    const [a, b, c, d] = mark.matrix;
    const isUpright = (b === 0 && c === 0) || (a === 0 && d === 0);
    return isUpright && !mark.picture.isStencil && !mark.picture.isMasked && !isTransparent(mark.paint);
  }
  return (
    mark.kind === 'path' && mark.isBox && !mark.stroked && hidesAll(mark.paint) && !mark.paint.fillOverprint
  );
};

const overprints = ({ kind, paint }: Mark): boolean =>
  kind !== 'picture' && (paint.fillOverprint || paint.strokeOverprint);

/** Lays ink on a share of a cell. */
const inkCell = (grid: InkGrid, at: number, share: number, ink: number, mark: Mark): void => {
  const average = grid.average[at] ?? 0;
  const most = grid.most[at] ?? 0;
  if (covers(mark)) {
    grid.average[at] = share * ink + Math.min(average, (1 - share) * most);
    grid.most[at] = share >= 1 ? ink : Math.max(ink, most);
    if (share >= 1) grid.open[at] = 0;
    return;
  }
  grid.most[at] = overprints(mark) ? most + ink : Math.max(most, ink);
  grid.average[at] = Math.min(average + share * ink, grid.most[at] ?? 0);
};

/** The ink of a mark. */
interface MarkInk {
  /** The most of it anywhere. */
  readonly most: number;
  readonly within: (box: PdfRectangle) => number;
  /** How many steps it takes to know. */
  readonly steps: number;
}

/** Undefined where it is not known, or mixes with what lies under it. */
type InkIn = MarkInk | undefined;

const inkIn = (mark: Mark, maps: JudgedPage['pictureInks']): InkIn => {
  if (isTransparent(mark.paint)) return undefined;
  if (mark.kind === 'picture' && !mark.picture.isStencil) {
    const map = mark.number === undefined ? undefined : maps.get(mark.number);
    if (map === undefined || mark.picture.hasSoftMask) return undefined;
    const { most, columns, rows } = map;
    return { most, within: (box) => heaviestPart(map, mark.matrix, box), steps: columns * rows };
  }
  const inks = inkOfMark(mark);
  if (inks === undefined) return undefined;
  const ink = totalInk(inks);
  return { most: ink, within: () => ink, steps: 0 };
};

const inkMark = (grid: InkGrid, mark: Mark, ink: InkIn): void => {
  const { origin, columns, rows } = grid;
  const box = intersection(mark.box, origin);
  if (isEmptyBox(box)) return;
  grid.left -= ink?.steps ?? 0;
  const lastColumn = Math.min(columns - 1, Math.floor((box.right - origin.left) / cell));
  const lastRow = Math.min(rows - 1, Math.floor((origin.top - box.bottom) / cell));
  for (let row = Math.floor((origin.top - box.top) / cell); row <= lastRow; row += 1) {
    const top = origin.top - row * cell;
    grid.left -= columns;
    if (grid.left < 0) return;
    const high = Math.min(box.top, top) - Math.max(box.bottom, top - cell);
    for (let column = Math.floor((box.left - origin.left) / cell); column <= lastColumn; column += 1) {
      const left = origin.left + column * cell;
      const wide = Math.min(box.right, left + cell) - Math.max(box.left, left);
      const share = Math.min(1, (Math.max(0, wide) * Math.max(0, high)) / (cell * cell) + 1e-9);
      const at = row * columns + column;
      if (ink === undefined) grid.open[at] = 1;
      else {
        const cellBox = { left, top, right: left + cell, bottom: top - cell };
        inkCell(grid, at, share, ink.within(intersection(cellBox, box)), mark);
      }
    }
  }
};

/** The square with the most ink, of those all of whose cells are known; undefined on a sheet smaller than a square. */
const heaviest = (grid: InkGrid): { readonly box: PdfRectangle; readonly ink: number } | undefined => {
  const { columns, rows, average, open, origin } = grid;
  const [wide, high] = [Math.min(perSquare, columns), Math.min(perSquare, rows)];
  let found: { readonly box: PdfRectangle; readonly ink: number } | undefined;
  for (let row = 0; row + high <= rows; row += 1) {
    for (let column = 0; column + wide <= columns; column += 1) {
      let sum = 0;
      let isKnown = true;
      for (let y = row; y < row + high && isKnown; y += 1) {
        for (let x = column; x < column + wide; x += 1) {
          sum += average[y * columns + x] ?? 0;
          if (open[y * columns + x] === 1) isKnown = false;
        }
      }
      const ink = sum / (wide * high);
      if (!isKnown || ink <= (found?.ink ?? 0)) continue;
      const left = origin.left + column * cell;
      const top = origin.top - row * cell;
      found = { box: { left, top, right: left + wide * cell, bottom: top - high * cell }, ink };
    }
  }
  return found;
};

/** True where marks could lie on one another so that the limit is passed at some point. */
const mayPass = (marks: readonly Mark[], inks: readonly InkIn[]): boolean => {
  let heaviestMark = 0;
  let added = 0;
  for (const [index, mark] of marks.entries()) {
    const ink = inks[index]?.most;
    if (ink === undefined) continue;
    if (overprints(mark)) added += ink;
    else heaviestMark = Math.max(heaviestMark, ink);
    if (heaviestMark + added > inkLimit.total) return true;
  }
  return false;
};

const askShop = 'the print shop sees the ink of these places when it has blended them';

/** What is not judged, as it stands after "Unexpected"; undefined where the ink of a mark is known, or its colours are told as wrong. */
const notKnown = (mark: Mark): string | undefined => {
  if (isTransparent(mark.paint) || (mark.kind === 'picture' && mark.picture.hasSoftMask))
    return 'transparency, under which the ink cannot be told, expected plain colours';
  if (mark.kind === 'picture')
    return 'picture whose ink cannot be measured, expected one of 8 bits, packed plainly or as JPEG';
  return mark.kind === 'shading' && !isMixedFromLight(mark.space)
    ? 'gradient whose ink cannot be told, expected one along a line or between circles'
    : undefined;
};

const untold = (page: JudgedPage, inks: readonly InkIn[]): readonly Fault[] => {
  const first = new Map<string, Mark>();
  for (const [index, mark] of page.marks.entries()) {
    const what = inks[index] === undefined ? notKnown(mark) : undefined;
    if (what !== undefined && !first.has(what)) first.set(what, mark);
  }
  return [...first].map(([what, { box }]) => ({
    rule: 'preflight/ink-not-judged',
    message: `Unexpected ${what}`,
    hint: askShop,
    at: { page: page.index, box },
    about: what,
  }));
};

/** Judges the ink on a page. */
export const judgeInk = (page: JudgedPage, { offset }: Demands): readonly Fault[] => {
  if (!offset) return [];
  const inks = page.marks.map((mark) => inkIn(mark, page.pictureInks));
  const faults = untold(page, inks);
  if (!mayPass(page.marks, inks)) return faults;
  const grid = newGrid(page.boxes.bleed ?? page.boxes.paper);
  for (const [index, mark] of page.marks.entries()) inkMark(grid, mark, inks[index]);
  if (grid.left < 0)
    return [
      {
        rule: 'preflight/ink-not-judged',
        message: 'Unexpected thousands of areas on one another, whose ink is not added up, expected fewer',
        hint: askShop,
        at: { page: page.index },
      },
    ];
  const found = heaviest(grid);
  if (found === undefined || found.ink <= inkLimit.total) return faults;
  return [
    ...faults,
    {
      rule: 'preflight/ink-limit',
      message: `Unexpected ink of up to ${Math.round(found.ink * 100)} % on average in a square of ${inkLimit.square} mm, expected at most ${inkLimit.total * 100} %`,
      hint: 'wet ink rubs off on the next sheet: use lighter colours, or less of them on one another',
      at: { page: page.index, box: found.box },
    },
  ];
};
