/** Sorts the glyphs of a page into what makeup put there: the lines of the text, the note area, and all else. */
import type { ExpectedPage, Rect } from '../protocol/paginator.ts';
import type { PageText } from './page-text.ts';

/** How far a baseline may lie outside its line, in CSS px: Chromium sets baselines on whole pixels. */
export const lineTolerance = 1.5;

/** Glyphs, by index into the page's text. */
export type Glyphs = readonly number[];

/** The glyphs of a page by the part of it they stand in. */
export interface TextRegions {
  /** The glyphs on each expected line, whether inside the text area or beside it. */
  readonly lines: readonly Glyphs[];
  /** Glyphs in the text area on no expected line: heads of tables that are repeated. */
  readonly between: Glyphs;
  /** Glyphs as low as the note area, whether inside it or beside it. */
  readonly notes: Glyphs;
  /** Glyphs outside both areas: running heads, folios. */
  readonly outside: Glyphs;
}

const within = (
  y: number,
  area: { readonly top: number; readonly bottom: number },
  tolerance: number,
): boolean => y >= area.top - tolerance && y <= area.bottom + tolerance;

/** True for a point in an area, with the tolerance of a line. */
export const insideArea = (area: Rect, x: number, y: number): boolean =>
  x >= area.left - lineTolerance && x <= area.right + lineTolerance && within(y, area, lineTolerance);

/** Of a glyph on no line. */
const noLine = -1;

/** How far a raised or lowered letter stands from the baseline of its line at most, in CSS px. */
const mostRaise = 6;

/** True where all glyphs stand on one baseline, as on nearly every line. */
const isLevel = (glyphs: Glyphs, y: readonly number[]): boolean => {
  const main = y[glyphs[0] ?? 0];
  for (const glyph of glyphs) if (y[glyph] !== main) return false;
  return true;
};

/** The baseline that most glyphs of a line stand on. */
const mainBaseline = (glyphs: Glyphs, y: readonly number[]): number | undefined => {
  const counts = new Map<number, number>();
  let main: number | undefined;
  for (const glyph of glyphs) {
    const at = y[glyph] ?? 0;
    const count = (counts.get(at) ?? 0) + 1;
    counts.set(at, count);
    if (main === undefined || count > (counts.get(main) ?? 0)) main = at;
  }
  return main;
};

/**
 * A raised or lowered letter may reach into the next line. It is painted with its own: where it stands on no line's main
 * baseline and nearer to what is painted just before or after it than to its own line, it goes there.
 */
const withRaised = (lines: readonly Glyphs[], y: readonly number[]): readonly Glyphs[] => {
  if (lines.every((glyphs) => isLevel(glyphs, y))) return lines;
  const lineOf = new Int32Array(y.length).fill(noLine);
  for (const [line, glyphs] of lines.entries()) for (const glyph of glyphs) lineOf[glyph] = line;
  const moved = new Map<number, number>();
  for (const [line, glyphs] of lines.entries()) {
    if (isLevel(glyphs, y)) continue;
    const main = mainBaseline(glyphs, y);
    for (const glyph of glyphs) {
      const at = y[glyph] ?? 0;
      if (main === undefined || at === main) continue;
      let first = glyph;
      while (y[first - 1] === at) first -= 1;
      let next = glyph + 1;
      while (y[next] === at) next += 1;
      const nearest = [first - 1, next]
        .map((beside) => ({ line: lineOf[beside] ?? noLine, far: Math.abs((y[beside] ?? Infinity) - at) }))
        .filter((beside) => beside.line !== noLine && beside.far <= mostRaise)
        .toSorted((one, other) => one.far - other.far)[0];
      if (nearest?.line !== undefined && nearest.line !== line && nearest.far < Math.abs(main - at))
        moved.set(glyph, nearest.line);
    }
  }
  if (moved.size === 0) return lines;
  const sorted: number[][] = lines.map(() => []);
  for (const [glyph, line] of lineOf.entries()) sorted[moved.get(glyph) ?? line]?.push(glyph);
  return sorted;
};

/** Sorts the glyphs of a page. Baselines decide. */
export const sortGlyphs = (text: PageText, expected: ExpectedPage): TextRegions => {
  const order = expected.lines
    .map((line, index) => ({ top: line.top, bottom: line.bottom, index }))
    .toSorted((first, second) => first.top - second.top);
  const lines: number[][] = expected.lines.map(() => []);
  const between: number[] = [];
  const notes: number[] = [];
  const outside: number[] = [];

  /** Position in `order` of the line a baseline lies on; strictly before with tolerance. */
  const lineAt = (y: number): number => {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order[middle]?.top ?? 0) <= y) low = middle + 1;
      else high = middle;
    }
    // Lines that overlap are few; the nearest that begins above is asked first.
    for (let at = low - 1; at >= Math.max(0, low - 4); at -= 1) {
      if (y <= (order[at]?.bottom ?? 0)) return at;
    }
    for (let at = Math.max(0, low - 4); at <= Math.min(order.length - 1, low); at += 1) {
      const line = order[at];
      if (line !== undefined && within(y, line, lineTolerance)) return at;
    }
    return -1;
  };

  let lastY = Number.NaN;
  let last = -1;
  for (let glyph = 0; glyph < text.y.length; glyph += 1) {
    const y = text.y[glyph] ?? 0;
    const x = text.x[glyph] ?? 0;
    const { noteArea } = expected;
    if (noteArea !== undefined && y > noteArea.top && y <= noteArea.bottom + lineTolerance) {
      notes.push(glyph);
      continue;
    }
    if (y !== lastY) {
      last = lineAt(y);
      lastY = y;
    }
    const line = last < 0 ? undefined : lines[order[last]?.index ?? 0];
    if (line !== undefined) line.push(glyph);
    else if (insideArea(expected.textArea, x, y)) between.push(glyph);
    else outside.push(glyph);
  }
  return { lines: withRaised(lines, text.y), between, notes, outside };
};
