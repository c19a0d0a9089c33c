/**
 * The search: the cheapest way through the whole document, by dynamic programming over its text positions.
 *
 * A state is what the pages to come depend on: the text position, the note position (the next note to set and how far it
 * is set already), the side of the next page, and the rounded slack of the verso page it faces. Of two ways to one state
 * only the cheaper is kept. Work and memory grow with the length of the text: each position holds a bounded number of
 * states, and each state tries a bounded number of pages.
 */
import type { Side } from '../protocol/makeup.ts';
import { greatestFacingCost, pageCost, roundedSlack } from './cost.ts';
import type { Matter, PageOption } from './fill-page.ts';
import { isTextDone, pagesFrom, runAt } from './fill-page.ts';
import { isInsideNote } from './note-sequence.ts';

/** A position between two pages, and the cheapest way to it. */
export interface Waypoint {
  readonly text: number;
  readonly notes: number;
  /** Side of the next page; blank pages have been put in already. */
  readonly side: Side;
  /** Rounded slack of the verso page that the next page faces; -1 where there is nothing to compare. */
  readonly facing: number;
  readonly cost: number;
  readonly before: Waypoint | undefined;
  /** The page that led here, room and all. */
  readonly page: (PageOption & { readonly room: number }) | undefined;
}

/** How widely to search. */
export interface SearchBounds {
  /** Ordinary breaks tried for each page, from the fullest downwards. */
  readonly breadth: number;
  /** States kept at each text position, the cheapest first. */
  readonly states: number;
}

const otherSide = (side: Side): Side => (side === 'recto' ? 'verso' : 'recto');

const isSame = (a: Waypoint, b: Waypoint): boolean =>
  a.notes === b.notes && a.side === b.side && a.facing === b.facing;

/** Puts a waypoint into the bucket of its text position, unless a cheaper way leads to the same state. */
const arrive = (bucket: Waypoint[], waypoint: Waypoint): void => {
  for (const [index, known] of bucket.entries()) {
    if (!isSame(known, waypoint)) continue;
    if (waypoint.cost < known.cost) bucket[index] = waypoint;
    return;
  }
  bucket.push(waypoint);
};

/** How many lines of the note that is cut at a position stand alone, on this page and of the rest. */
export const shortSides = (matter: Matter, from: number, to: number): number => {
  const { start, noteOf } = matter.notes;
  const note = noteOf[to] ?? 0;
  const here = to - Math.max(from, start[note] ?? 0);
  const rest = (start[note + 1] ?? to) - to;
  return (here < 2 ? 1 : 0) + (rest < 2 ? 1 : 0);
};

/** The page that a waypoint leads on to by one option. */
const follow = (matter: Matter, from: Waypoint, option: PageOption, room: number, line: number): Waypoint => {
  const { bounds, closing, opens, settled } = matter.text;
  const textless = option.to === from.text;
  const ends = bounds[option.to] === 1;
  const split = isInsideNote(matter.notes, option.notesTo);
  const slack = (room - option.textHeight - option.noteHeight) / line;
  const cost = pageCost({
    closing: ends || textless ? 0 : (closing[option.to] ?? 0),
    slack,
    depth: option.textHeight / line,
    ends,
    opens: bounds[from.text] === 1,
    facing: from.side === 'recto' ? from.facing : -1,
    late: option.late,
    split,
    splitClosing: matter.notes.closing[option.notesTo] ?? 0,
    shortSides: split ? shortSides(matter, from.notes, option.notesTo) : 0,
    textless,
    overflows: option.overflows,
  });
  const done = ends && option.notesTo >= (settled[option.to] ?? 0);
  const next = otherSide(from.side);
  return {
    text: option.to,
    notes: option.notesTo,
    side: done ? (opens.get(option.to) ?? next) : next,
    facing: ends || textless || from.side === 'recto' ? -1 : roundedSlack(Math.max(0, slack)),
    cost: from.cost + cost,
    before: from,
    page: { ...option, room },
  };
};

/** The height that the page after a waypoint has. */
const roomAfter = (matter: Matter, waypoint: Waypoint): number => {
  const { opening, opens } = matter.text;
  if (waypoint.before === undefined && opens.get(0) !== 'verso') return opening.height;
  const run = runAt(matter, waypoint.text, waypoint.notes);
  return (waypoint.side === 'recto' ? run?.recto.height : run?.verso.height) ?? 0;
};

/** The waypoints of one bucket with the same note position that are worth going on from. */
const worthFollowing = (
  bucket: readonly Waypoint[],
  notes: number,
  states: number,
): readonly Waypoint[] => {
  let dearest = Infinity;
  if (bucket.length > states) {
    dearest = bucket.map(({ cost }) => cost).sort((a, b) => a - b)[states - 1] ?? Infinity;
  }
  const group = bucket.filter((waypoint) => waypoint.notes === notes && waypoint.cost <= dearest);
  const least = (side: Side): number =>
    group.reduce((low, waypoint) => (waypoint.side === side ? Math.min(low, waypoint.cost) : low), Infinity);
  // What two states of one side differ in is the slack they are compared with, and that can cost no more than this.
  const most = { recto: least('recto') + greatestFacingCost, verso: least('verso') + greatestFacingCost };
  return group.filter((waypoint) => waypoint.cost <= most[waypoint.side]);
};

/** Goes on from all waypoints at one text position. */
const advance = (matter: Matter, buckets: Map<number, Waypoint[]>, text: number, bounds: SearchBounds): void => {
  const bucket = buckets.get(text) ?? [];
  const isEnd = text === matter.text.runOf.length - 1;
  let reached = -1;
  for (;;) {
    // A page of notes alone leads back into the same bucket, but always further on in the notes.
    const notes = bucket.reduce((low, at) => (at.notes > reached ? Math.min(low, at.notes) : low), Infinity);
    if (notes === Infinity || (isEnd && !isTextDone(matter, text, notes))) return;
    reached = notes;
    const known = new Map<number, readonly PageOption[]>();
    const line = runAt(matter, text, notes)?.line ?? 1;
    for (const waypoint of worthFollowing(bucket, notes, bounds.states)) {
      const room = roomAfter(matter, waypoint);
      const options = known.get(room) ?? pagesFrom(matter, { text, notes, room }, bounds.breadth);
      known.set(room, options);
      for (const option of options) {
        const next = follow(matter, waypoint, option, room, line);
        const target = buckets.get(next.text);
        if (target === undefined) buckets.set(next.text, [next]);
        else arrive(target, next);
      }
    }
  }
};

/**
 * Finds the cheapest makeup; the answer is the last waypoint of its way, `undefined` where there is no text. Equal costs are
 * decided by order: the way found first stays.
 */
export const searchBreaks = (matter: Matter, bounds: SearchBounds): Waypoint | undefined => {
  const end = matter.text.runOf.length - 1;
  if (end === 0) return undefined;
  const start: Waypoint = {
    text: 0,
    notes: 0,
    side: matter.text.opens.get(0) ?? 'recto',
    facing: -1,
    cost: 0,
    before: undefined,
    page: undefined,
  };
  const buckets = new Map([[0, [start]]]);
  for (let text = 0; text < end; text += 1) {
    advance(matter, buckets, text, bounds);
    buckets.delete(text);
  }
  advance(matter, buckets, end, bounds);
  return (buckets.get(end) ?? [])
    .filter(({ notes }) => !isTextDone(matter, end, notes))
    .reduce<Waypoint | undefined>(
      (best, waypoint) => (best === undefined || waypoint.cost < best.cost ? waypoint : best),
      undefined,
    );
};
