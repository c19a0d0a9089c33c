/**
 * The pages that may be made from one position: where the text may end, and how far the notes are then set.
 *
 * Which pages are allowed is decided in levels; a level is asked only when those above it offer nothing:
 *
 * 1. pages that end at an ordinary break and keep the footnote invariant;
 * 2. pages that end at an ordinary break with a note late; where none of them gets on with the notes that are owed, also
 *    pages of notes alone;
 * 3. pages that end where no page may end (`avoid: 3`);
 * 4. a single item that is taller than the page.
 *
 * On a page whose notes all fit, they are all set. Where they do not, the last may be cut at the fullest place or at one of
 * the three before it. The rest of a note goes on, on every page, until it is done.
 */
import { heightOf } from '../protocol/galley.ts';
import { weights } from './cost.ts';
import type { Matter, PageStart } from './matter.ts';
import { isTextDone, repeatedNotes, runAt, tolerance } from './matter.ts';
import { areaHeight, begunAt, isInsideNote } from './note-sequence.ts';
import type { TextRun } from './text-positions.ts';

/** A page that may be made. */
export interface PageOption {
  /** The text position where it ends. */
  readonly to: number;
  /** The note position where its notes end. */
  readonly notesTo: number;
  readonly textHeight: number;
  /** Height of the whole note area. */
  readonly noteHeight: number;
  /** Notes called so far and not begun. */
  readonly late: number;
  readonly overflows: boolean;
}

/** How many places before the fullest one a note may be cut at as well. */
const splitWindow = 3;

/** Costly breaks that are tried beside the cheap ones. */
const costlyBreaks = 6;

/** Breaks that cost at least this are costly: they do not keep a rule of the style sheet. */
const costly = weights.keepInside;

/** On pages that break the invariant no more than this many ends are tried. */
const lateBreaks = 48;

/** A page about to be filled. */
interface OpenPage extends PageStart {
  readonly matter: Matter;
  readonly run: TextRun;
  /** Its text must end here at the latest. */
  readonly end: number;
  readonly repeats: readonly number[];
  /** The greatest height of its note area. */
  readonly noteLimit: number;
  /** The least note position it may end at: the rest of a note must go on. */
  readonly leastNotes: number;
}

const openPage = (matter: Matter, run: TextRun, start: PageStart): OpenPage => {
  const { notes } = matter;
  const repeats = repeatedNotes(matter, start);
  const next = Math.min(start.notes + 1, notes.noteOf.length);
  return {
    text: start.text,
    notes: start.notes,
    room: start.room,
    matter,
    run,
    end: matter.text.segmentEnd[start.text] ?? start.text,
    repeats,
    noteLimit: Math.max(notes.area.max, areaHeight(notes, start.notes, next, repeats)),
    leastNotes: isInsideNote(notes, start.notes) ? next : start.notes,
  };
};

const textHeight = (page: OpenPage, to: number): number =>
  heightOf(page.run.run, page.text - page.run.start, to - page.run.start);

/** The last position in `from..to` up to which a condition holds that, once it fails, fails for good; `from - 1` if none. */
const lastWhere = (from: number, to: number, holds: (position: number) => boolean): number => {
  let low = from - 1;
  let high = to;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};

const option = (page: OpenPage, to: number, notesTo: number, text: number, area: number): PageOption => ({
  to,
  notesTo,
  textHeight: text,
  noteHeight: area,
  late: Math.max(
    0,
    Math.max(page.matter.text.owed[to] ?? 0, page.matter.notes.owed[notesTo] ?? 0) -
      begunAt(page.matter.notes, notesTo),
  ),
  overflows: false,
});

/** The page to a text position with all its notes whole, if they fit. */
const wholePage = (page: OpenPage, to: number, notesTo: number): PageOption | undefined => {
  const text = textHeight(page, to);
  const area = areaHeight(page.matter.notes, page.notes, notesTo, page.repeats);
  return area <= page.noteLimit + tolerance && text + area <= page.room + tolerance
    ? option(page, to, notesTo, text, area)
    : undefined;
};

/** Pages to a text position on which not all notes fit, the fullest first. */
const cutPages = (page: OpenPage, to: number, notesTo: number): readonly PageOption[] => {
  const text = textHeight(page, to);
  const most = Math.min(page.noteLimit, page.room - text) + tolerance;
  const area = (position: number): number =>
    areaHeight(page.matter.notes, page.notes, position, page.repeats);
  const fullest = lastWhere(page.leastNotes, notesTo - 1, (position) => area(position) <= most);
  const options: PageOption[] = [];
  for (let at = fullest; at >= Math.max(page.leastNotes, fullest - splitWindow); at -= 1) {
    const height = area(at);
    if (height <= most) options.push(option(page, to, at, text, height));
  }
  return options;
};

/** Notes that a page to a text position sets if they all fit: never fewer than are set already. */
const settledBy = (page: OpenPage, to: number): number =>
  Math.max(page.notes, page.matter.text.settled[to] ?? 0);

const mayEnd = (page: OpenPage, to: number): boolean => to === page.end || page.matter.text.sealed[to] === 0;

const isCheap = (page: OpenPage, to: number): boolean =>
  to === page.end || (page.matter.text.closing[to] ?? 0) < costly;

/** Level 1: pages with whole notes from the fullest downwards, then fuller ones whose last note is cut. */
const keptPages = (page: OpenPage, breadth: number): readonly PageOption[] => {
  const { matter, run } = page;
  const { notes, text } = matter;
  const loose = page.room + run.greatestClosing + tolerance;
  const last = lastWhere(page.text + 1, page.end, (to) => textHeight(page, to) <= loose);
  const whole = lastWhere(page.text + 1, last, (to) => {
    const area = areaHeight(notes, page.notes, settledBy(page, to), page.repeats);
    return area <= page.noteLimit + tolerance && textHeight(page, to) + area <= loose;
  });
  const options: PageOption[] = [];
  let [cheap, dear] = [0, 0];
  const take = (to: number): void => {
    const costs = !isCheap(page, to);
    if (!mayEnd(page, to) || (costs && dear >= costlyBreaks)) return;
    const settled = settledBy(page, to);
    const before = options.length;
    const fits = wholePage(page, to, settled);
    if (fits !== undefined) options.push(fits);
    else options.push(...cutPages(page, to, settled).filter(({ late }) => late === 0));
    if (options.length === before) return;
    if (costs) dear += 1;
    else cheap += 1;
  };
  for (let to = whole; to > page.text && cheap < breadth; to -= 1) take(to);
  [cheap, dear] = [0, 0];
  for (let to = whole + 1; to <= last && cheap < breadth * 2; to += 1) {
    const begun = text.owed[to] ?? 0;
    const least = Math.max(page.leastNotes, begun === 0 ? 0 : (notes.start[begun - 1] ?? 0) + 1);
    if (textHeight(page, to) + areaHeight(notes, page.notes, least, page.repeats) > loose) break;
    take(to);
  }
  return options;
};

/** Levels 2 and 3: any page that fits, from the fullest text downwards, whatever becomes of its notes. */
const anyPages = (page: OpenPage, everywhere: boolean): readonly PageOption[] => {
  const loose = page.room + page.run.greatestClosing + tolerance;
  const last = lastWhere(page.text + 1, page.end, (to) => textHeight(page, to) <= loose);
  const options: PageOption[] = [];
  let count = 0;
  for (let to = last; to > page.text && count < lateBreaks; to -= 1) {
    if (!everywhere && !mayEnd(page, to)) continue;
    const settled = settledBy(page, to);
    const whole = wholePage(page, to, settled);
    const found = whole === undefined ? cutPages(page, to, settled) : [whole];
    if (found.length > 0) count += 1;
    options.push(...found);
  }
  return options;
};

/** Pages of notes alone: the whole room is theirs; at least one item is set. */
const notePages = (matter: Matter, start: PageStart): readonly PageOption[] => {
  const { notes, text } = matter;
  const settled = text.settled[start.text] ?? start.notes;
  const area = (to: number): number => areaHeight(notes, start.notes, to, []);
  const most = start.room + tolerance;
  const fullest = lastWhere(start.notes + 1, settled, (to) => area(to) <= most);
  const least = start.notes + 1;
  const make = (notesTo: number, overflows: boolean): PageOption => ({
    to: start.text,
    notesTo,
    textHeight: 0,
    noteHeight: area(notesTo),
    late: Math.max(
      0,
      Math.max(text.owed[start.text] ?? 0, notes.owed[notesTo] ?? 0) - begunAt(notes, notesTo),
    ),
    overflows,
  });
  if (fullest < least) return [make(least, true)];
  const options: PageOption[] = [];
  const window = fullest === settled ? 0 : splitWindow;
  for (let at = fullest; at >= Math.max(least, fullest - window); at -= 1) {
    if (area(at) <= most) options.push(make(at, false));
  }
  return options;
};

/** Level 4: one item, taller than the page. */
const overflowingPage = (page: OpenPage): PageOption => ({
  ...option(page, page.text + 1, page.notes, textHeight(page, page.text + 1), 0),
  overflows: true,
});

/**
 * The pages that may be made from a position; never none, and each makes progress in the text or in the notes.
 *
 * @param breadth How many cheap breaks are tried, from the fullest page downwards.
 */
export const pagesFrom = (matter: Matter, start: PageStart, breadth: number): readonly PageOption[] => {
  if (isTextDone(matter, start.text, start.notes)) return notePages(matter, start);
  const run = runAt(matter, start.text, start.notes);
  if (run === undefined) return [];
  const page = openPage(matter, run, start);
  const kept = keptPages(page, breadth);
  if (kept.length > 0) return kept;
  const owed = start.notes < (matter.text.settled[start.text] ?? 0);
  const late = anyPages(page, false);
  const stuck = owed && !late.some(({ notesTo }) => notesTo > start.notes);
  if (stuck) return [...late, ...notePages(matter, start)];
  if (late.length > 0) return late;
  const sealed = anyPages(page, true);
  return sealed.length > 0 ? sealed : [overflowingPage(page)];
};
