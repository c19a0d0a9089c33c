/** Pages that a line or two more or fewer would mend: they have a hole, leave a stray line or cut a note. Pure. */
import type { Break, Galley, Run } from '../protocol/galley.ts';
import { heightOf } from '../protocol/galley.ts';
import type { Makeup, NoteSlice, PageMakeup } from '../protocol/makeup.ts';
import { breakCost, holeLines, isHole, weights } from './cost.ts';

/** A page that is not as it should be. */
export interface LackingPage {
  /** Its index. */
  readonly page: number;
  readonly run: number;
  /** Paragraphs that end in these items may help: those of the page and of the one before, which takes in lines of it or leaves some to it. */
  readonly from: number;
  readonly to: number;
  /** With so many lines fewer, what would not fit on it fits; 0 where that would take too many. */
  readonly fewer: number;
  /** With so many lines more it has no hole, or what spoils it goes to the next page; 0 where that would take too many. */
  readonly more: number;
}

/** More lines than this are never asked for on one page. */
const mostLines = 2;

/** Hundredths of a line are rounding. */
const tolerance = 0.02;

const heightOfNotes = (galley: Galley, ids: readonly string[], hasArea: boolean): number => {
  let height = 0;
  for (const id of ids) {
    const note = galley.notes.find((candidate) => candidate.id === id);
    if (note === undefined) continue;
    const area = hasArea || height > 0 ? note.gap : galley.noteArea.head + galley.noteArea.foot;
    height += area + heightOf(note, 0, note.items.length);
  }
  return height;
};

const isFree = (at: Break | undefined): boolean =>
  at === undefined || at.forced !== undefined || breakCost(at) < weights.keepInside;

/** What the least that could follow on a page takes beyond the room it has, px; undefined where nothing follows. */
const missingForMore = (galley: Galley, run: Run, page: PageMakeup, next: PageMakeup): number | undefined => {
  let to = page.to + 1;
  while (to < next.to && !isFree(run.breaks[to])) to += 1;
  if (to > run.items.length) return undefined;
  const more = heightOf(run, page.from, to) - heightOf(run, page.from, page.to);
  const set = new Set(page.notes.map(({ note }) => note));
  const calls = run.items.slice(page.to, to).flatMap((item) => item.calls);
  const notes = [...new Set(calls)].filter((id) => !set.has(id));
  return more + heightOfNotes(galley, notes, page.noteHeight > 0) - page.slack;
};

/** What the rest of a cut note takes beyond the room of the page it begins on, px. */
const missingForRest = (galley: Galley, page: PageMakeup, rest: NoteSlice): number => {
  const note = galley.notes.find(({ id }) => id === rest.note);
  return note === undefined || rest.continues ? Infinity : heightOf(note, rest.from, rest.to) - page.slack;
};

/** Lines that a length takes, at least one; 0 where it takes too many, or none. */
const linesFor = (length: number | undefined, line: number): number => {
  const lines = length === undefined || length <= 0 ? Infinity : Math.ceil(length / line - tolerance);
  return lines > mostLines ? 0 : Math.max(1, lines);
};

/**
 * In a book of more pages a cut note is left as it is: measuring and making up all of it once more, for what is hardly a fault, takes a twentieth
 * of the time of its build.
 */
const longBook = 100;

const remedyFor = (
  galley: Galley,
  run: Run,
  page: PageMakeup,
  next: PageMakeup,
  pages: number,
): Pick<LackingPage, 'fewer' | 'more'> => {
  const at = run.breaks[page.to];
  if ((at?.widows ?? 0) + (at?.orphans ?? 0) > 0) return { fewer: 1, more: 1 };
  const slack = page.slack / run.line;
  if (isHole(slack)) {
    const missing = missingForMore(galley, run, page, next);
    const tooMany = Math.floor(slack - holeLines + tolerance) + 1;
    return { fewer: linesFor(missing, run.line), more: linesFor(tooMany * run.line, run.line) };
  }
  const rest = next.notes.find(({ continued, repeated }) => continued && !repeated);
  const isCut = page.notes.some(({ continues }) => continues);
  if (!isCut || rest === undefined || pages > longBook) return { fewer: 0, more: 0 };
  // Even where the rest takes more: with a line fewer the page may end elsewhere.
  return { fewer: Math.max(1, linesFor(missingForRest(galley, page, rest), run.line)), more: 1 };
};

/**
 * The pages that have a hole, leave a stray line or cut a note, and might not with one or two lines more or fewer.
 *
 * @param galley What was made up.
 * @param makeup How.
 * @returns In the order of the pages.
 */
export const lackingPages = (galley: Galley, makeup: Makeup): readonly LackingPage[] =>
  makeup.pages.flatMap((page, index): readonly LackingPage[] => {
    const [before, next] = [makeup.pages[index - 1], makeup.pages[index + 1]];
    const run = galley.runs[page.run];
    if (run === undefined || next === undefined || page.blank || next.blank || next.run !== page.run)
      return [];
    if (page.to <= page.from || run.breaks[page.to]?.forced !== undefined) return [];
    const { fewer, more } = remedyFor(galley, run, page, next, makeup.pages.length);
    return fewer + more === 0
      ? []
      : [
          {
            page: index,
            run: page.run,
            from: before?.run === page.run ? before.from : page.from,
            to: page.to,
            fewer,
            more,
          },
        ];
  });
