/** Where the pages begin in the flow: first all is read, then the breaks are written. */
import type { PlannedPage } from '../protocol/paginator.ts';
import { padAbove, writeMove, type Move } from './baseline-grid.ts';
import { blankBefore, breakBefore, emptyAfter, headElements, openRun } from './break-marks.ts';
import type { ComposedRun, Composition } from './composition.ts';
import { geometryOf } from './composition.ts';
import type { ItemElement } from './measure-flow.ts';

/** How a page with text begins. */
interface PageStart {
  readonly page: PlannedPage;
  readonly run: ComposedRun;
  readonly item: ItemElement;
  /** Elements whose margin vanishes. */
  readonly heads: readonly HTMLElement[];
  /** Pages of notes alone before it. */
  readonly empty: number;
  /** A true blank page stands before it. */
  readonly blank: boolean;
  /** Brings the lines of the page onto the grid, where its first block cannot. */
  readonly move: Move | undefined;
}

/** The beginnings of all pages, and the runs that end in pages of notes alone. */
export interface PageStarts {
  readonly starts: readonly PageStart[];
  /** One entry for each such page. */
  readonly ends: readonly ComposedRun[];
}

const moveOn = (page: PlannedPage, run: ComposedRun): Move | undefined => {
  const { pad, padAt } = page.from === 0 ? {} : (run.breaks[page.from] ?? {});
  const padded = padAt === undefined || padAt >= page.to ? undefined : run.elements[padAt];
  return padded === undefined || pad === undefined ? undefined : padAbove(padded, run.main, pad);
};

/** Collects how every page begins. Reads only. */
export const collectPageStarts = (composition: Composition, pages: readonly PlannedPage[]): PageStarts => {
  let empty = 0;
  const starts: PageStart[] = [];
  const ends: ComposedRun[] = [];
  for (const [index, page] of pages.entries()) {
    const run = composition.runs[page.run];
    if (run === undefined || page.blank) continue;
    if (page.from === page.to) {
      // Only notes stand here.
      if (page.to >= run.items.length) ends.push(run);
      else empty += 1;
      continue;
    }
    const item = run.elements[page.from];
    if (item === undefined) continue;
    const heads = item.line > 0 ? [] : headElements(item.start);
    const blank = pages[index - 1]?.blank === true;
    starts.push({ page, run, item, heads, empty, blank, move: moveOn(page, run) });
    empty = 0;
  }
  return { starts, ends };
};

const writeStart = (composition: Composition, start: PageStart): void => {
  const { page, run, item, heads, empty, blank } = start;
  if (page.from > 0) {
    if (blank) blankBefore(item.start, page.name);
    const at = run.breaks[page.from];
    if (start.move !== undefined) writeMove(start.move);
    breakBefore(item, heads, empty, at?.padAt === undefined ? (at?.pad ?? 0) : 0);
    return;
  }
  if (page.index > 0) run.main.style.breakBefore = 'page';
  if (blank) blankBefore(run.main, page.name);
  openRun(item, heads, page.margins.top - (geometryOf(composition, page.name)?.top ?? page.margins.top));
};

/** Writes the breaks, and takes away those that the layout's own style attributes have. */
export const writePageStarts = (composition: Composition, { starts, ends }: PageStarts): void => {
  for (const run of composition.runs) {
    for (const element of run.main.querySelectorAll<HTMLElement>('[style*="break-before"]')) {
      element.style.breakBefore = '';
    }
  }
  for (const run of ends) emptyAfter(run.main);
  // From the end, so that an offset in a text is still where it was measured.
  for (const start of starts.toReversed()) writeStart(composition, start);
};
