/**
 * The search: the cheapest way through the whole document, by dynamic programming over its text positions.
 *
 * A state is what the pages to come depend on: the text position, the note position (the next note to set and how far it
 * is set already), the side of the next page, and the rounded slack of the verso page it faces. Of two ways to one state
 * only the cheaper is kept. Work and memory grow with the length of the text: each position holds a bounded number of
 * states, and each state tries a bounded number of pages.
 */
import type { Side } from '../protocol/makeup.ts';
import { facingCost, pageCost, roundedSlack, weights } from './cost.ts';
import type { PageOption } from './fill-page.ts';
import { pagesFrom } from './fill-page.ts';
import type { Matter } from './matter.ts';
import { isTextDone, runAt } from './matter.ts';
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
  /** The page that led here, and the height it had for text and notes. */
  readonly page: PageOption | undefined;
  readonly room: number;
}

/** How widely to search. */
export interface SearchBounds {
  /** Breaks that keep the rules tried for each page, from the fullest downwards. */
  readonly breadth: number;
  /** States kept at each text position, the cheapest first. */
  readonly states: number;
  /** A state is given up where this many positions further on have been reached for clearly less. */
  readonly alternatives: number;
}

/** Less than the least that breaking a rule of the style sheet costs: what broke one may be given up. */
const margin = weights.keepInside - weights.hole;

/** How far others further on are looked for, in items. */
const horizon = 100;

const otherSide = (side: Side): Side => (side === 'recto' ? 'verso' : 'recto');

/** How many lines of the note that is cut at a position stand alone, on this page and of the rest. */
export const shortSides = (matter: Matter, from: number, to: number): number => {
  const { start, noteOf } = matter.notes;
  const note = noteOf[to] ?? 0;
  const here = to - Math.max(from, start[note] ?? 0);
  const rest = (start[note + 1] ?? to) - to;
  return (here < 2 ? 1 : 0) + (rest < 2 ? 1 : 0);
};

/** A page made from a position, with its cost but for what it faces. */
interface CostedPage {
  readonly option: PageOption;
  readonly cost: number;
  /** Its rounded slack as facing pages compare it; -1 where white at its foot is wanted. */
  readonly slack: number;
  /** The side that the page after it must have, where a break asks for one. */
  readonly next: Side | undefined;
}

const costPage = (
  matter: Matter,
  at: { readonly text: number; readonly notes: number },
  option: PageOption,
  room: number,
  line: number,
): CostedPage => {
  const { bounds, closing, opens, settled } = matter.text;
  const textless = option.to === at.text;
  const ends = bounds[option.to] === 1;
  const split = isInsideNote(matter.notes, option.notesTo);
  const slack = (room - option.textHeight - option.noteHeight) / line;
  const cost = pageCost({
    closing: ends || textless ? 0 : (closing[option.to] ?? 0),
    slack,
    depth: option.textHeight / line,
    ends,
    opens: bounds[at.text] === 1,
    late: option.late,
    split,
    splitClosing: matter.notes.closing[option.notesTo] ?? 0,
    shortSides: split ? shortSides(matter, at.notes, option.notesTo) : 0,
    textless,
    overflows: option.overflows,
  });
  const done = ends && option.notesTo >= (settled[option.to] ?? 0);
  return {
    option,
    cost,
    slack: ends || textless ? -1 : roundedSlack(slack),
    next: done ? opens.get(option.to) : undefined,
  };
};

/** The height that the page after a waypoint has. */
const roomAfter = (matter: Matter, waypoint: Waypoint): number => {
  const { opening, opens } = matter.text;
  if (waypoint.before === undefined && opens.get(0) !== 'verso') return opening.height;
  const run = runAt(matter, waypoint.text, waypoint.notes);
  return (waypoint.side === 'recto' ? run?.recto.height : run?.verso.height) ?? 0;
};

/** What the search has come to. */
interface Reached {
  /** The waypoints at each text position that is still to be gone on from. */
  readonly buckets: Map<number, Waypoint[]>;
  /** The least cost at each text position. */
  readonly cheapest: Float64Array;
}

/** Makes a page after the waypoint that suits it best, and keeps it unless a cheaper way leads to the same state. */
const arrive = (reached: Reached, group: readonly Waypoint[], page: CostedPage, room: number): void => {
  const { buckets, cheapest } = reached;
  const { option } = page;
  let before: Waypoint | undefined;
  let cost = Infinity;
  for (const waypoint of group) {
    const total = waypoint.cost + page.cost + facingCost(page.slack, waypoint.facing);
    if (total >= cost) continue;
    cost = total;
    before = waypoint;
  }
  if (before === undefined) return;
  const { to: text, notesTo: notes } = option;
  const side = page.next ?? otherSide(before.side);
  const facing = before.side === 'verso' ? page.slack : -1;
  const bucket = buckets.get(text);
  let place = 0;
  for (; bucket !== undefined && place < bucket.length; place += 1) {
    const known = bucket[place];
    if (known?.notes !== notes || known.side !== side || known.facing !== facing) continue;
    if (cost >= known.cost) return;
    break;
  }
  const waypoint = { text, notes, side, facing, cost, before, page: option, room };
  if (bucket === undefined) buckets.set(text, [waypoint]);
  else bucket[place] = waypoint;
  if (cost < (cheapest[text] ?? Infinity)) cheapest[text] = cost;
};

/**
 * The cost above which it is not worth going on from a text position: enough positions further on have been reached for
 * less, each by more than the margin. Infinite where there are not that many, so in small documents nothing is passed over.
 */
const hopelessFrom = (cheapest: Float64Array, text: number, alternatives: number): number => {
  const least = new Float64Array(alternatives).fill(Infinity);
  for (let ahead = text + 1; ahead <= text + horizon && ahead < cheapest.length; ahead += 1) {
    const cost = cheapest[ahead] ?? Infinity;
    let rank = alternatives;
    for (; rank > 0 && cost < (least[rank - 1] ?? Infinity); rank -= 1) {
      if (rank < alternatives) least[rank] = least[rank - 1] ?? Infinity;
    }
    if (rank < alternatives) least[rank] = cost;
  }
  return (least[alternatives - 1] ?? Infinity) + margin;
};

/**
 * The waypoints of one bucket with the same note position that are worth going on from. One is not where enough others
 * that are further on in the notes are cheaper; so the last always is, and some way leads on.
 */
const worthFollowing = (
  bucket: readonly Waypoint[],
  notes: number,
  states: number,
  hopeless: number,
): readonly Waypoint[] => {
  let dearest = hopeless;
  if (bucket.length > states) {
    const ahead = bucket.filter((waypoint) => waypoint.notes >= notes).map(({ cost }) => cost);
    dearest = Math.min(dearest, ahead.sort((a, b) => a - b)[states - 1] ?? Infinity);
  }
  return bucket.filter((waypoint) => waypoint.notes === notes && waypoint.cost <= dearest);
};

const sides: readonly Side[] = ['recto', 'verso'];

/** Goes on from all waypoints at one text position. */
const advance = (matter: Matter, way: Reached, text: number, bounds: SearchBounds): void => {
  const isEnd = text === matter.text.runOf.length - 1;
  const hopeless = hopelessFrom(way.cheapest, text, bounds.alternatives);
  for (;;) {
    const bucket = way.buckets.get(text) ?? [];
    const notes = bucket.reduce((low, waypoint) => Math.min(low, waypoint.notes), Infinity);
    if (notes === Infinity || (isEnd && !isTextDone(matter, text, notes))) return;
    // A page of notes alone leads back into the same bucket, but always further on in the notes.
    way.buckets.set(
      text,
      bucket.filter((waypoint) => waypoint.notes > notes),
    );
    const line = runAt(matter, text, notes)?.line ?? 1;
    const worth = worthFollowing(bucket, notes, bounds.states, hopeless);
    let known: { readonly room: number; readonly pages: readonly CostedPage[] } | undefined;
    for (const side of sides) {
      const group = worth.filter((waypoint) => waypoint.side === side);
      const first = group[0];
      if (first === undefined) continue;
      const room = roomAfter(matter, first);
      if (known?.room !== room) {
        const start = { text, notes, room };
        const options = pagesFrom(matter, start, bounds.breadth);
        known = { room, pages: options.map((option) => costPage(matter, start, option, room, line)) };
      }
      for (const page of known.pages) arrive(way, group, page, room);
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
    room: 0,
  };
  const buckets = new Map([[0, [start]]]);
  const way: Reached = { buckets, cheapest: new Float64Array(end + 1).fill(Infinity) };
  for (let text = 0; text < end; text += 1) {
    advance(matter, way, text, bounds);
    buckets.delete(text);
  }
  advance(matter, way, end, bounds);
  return (buckets.get(end) ?? [])
    .filter(({ notes }) => !isTextDone(matter, end, notes))
    .reduce<Waypoint | undefined>(
      (best, waypoint) => (best === undefined || waypoint.cost < best.cost ? waypoint : best),
      undefined,
    );
};
