/**
 * Makeup by trying everything: every set of page ends and all cuts of notes, on small documents. It shares the
 * cost formula and the rules with the search, but none of its code: heights are summed slice by slice, no page is passed over.
 * What is known of a state is kept, or a dozen lines would take minutes.
 */
import type { Galley, GalleyNote, Run } from '../../src/protocol/galley.ts';
import { heightOf } from '../../src/protocol/galley.ts';
import type { RoomOf, Side } from '../../src/protocol/makeup.ts';
import { breakCost, facingCost, pageCost, roundedSlack } from '../../src/makeup/cost.ts';

/** Where the pages so far have come to. */
interface State {
  readonly run: number;
  readonly item: number;
  /** Items set of each note, in order. */
  readonly set: readonly number[];
  readonly side: Side;
  readonly facing: number;
  readonly index: number;
}

interface Option {
  readonly item: number;
  readonly set: readonly number[];
  readonly text: number;
  readonly area: number;
  readonly level: number;
  readonly late: number;
  readonly overflows: boolean;
}

const epsilon = 1e-4;

const sideAsked = { page: undefined, recto: 'recto', right: 'recto', verso: 'verso', left: 'verso' } as const;

const noRun: Run = { page: '', measure: 0, line: 1, items: [], breaks: [] };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** All ways to set notes further, in order, each note begun only when the one before is done; nothing set comes first. */
const progressions = (
  notes: readonly GalleyNote[],
  set: readonly number[],
): readonly (readonly number[])[] => {
  const ways: (readonly number[])[] = [set];
  let current = set;
  for (const [index, note] of notes.entries()) {
    while ((current[index] ?? 0) < note.items.length) {
      current = current.map((count, at) => (at === index ? count + 1 : count));
      ways.push(current);
    }
  }
  return ways;
};

class BruteForce {
  private readonly galley: Galley;
  private readonly roomOf: RoomOf;
  private readonly known = new Map<string, number>();

  constructor(galley: Galley, roomOf: RoomOf) {
    this.galley = galley;
    this.roomOf = roomOf;
  }

  private run(index: number): Run {
    return this.galley.runs[index] ?? noRun;
  }

  /** The notes that must have begun: called in the text before a position, or in note lines that are set. */
  private owed(run: number, item: number, set: readonly number[]): number {
    const { runs, notes } = this.galley;
    const text = [...runs.slice(0, run).flatMap(({ items }) => items), ...this.run(run).items.slice(0, item)];
    const inNotes = notes.flatMap((note, index) => note.items.slice(0, set[index] ?? 0));
    const called = [...text, ...inNotes].flatMap(({ calls }) => calls);
    return Math.max(0, ...called.map((label) => notes.findIndex(({ id }) => id === label) + 1));
  }

  /** How many notes are owed and have not begun. */
  private late(run: number, item: number, set: readonly number[]): number {
    return Math.max(0, this.owed(run, item, set) - set.filter((count) => count > 0).length);
  }

  /** The notes of the text before a position set in full, with all they call. */
  private whole(run: number, item: number): readonly number[] {
    const { notes } = this.galley;
    let count = this.owed(run, item, []);
    for (;;) {
      const set = notes.map((note, index) => (index < count ? note.items.length : 0));
      const more = this.owed(run, item, set);
      if (more <= count) return set;
      count = more;
    }
  }

  private inside(set: readonly number[]): number {
    return set.findIndex(
      (count, index) => count > 0 && count < (this.galley.notes[index]?.items.length ?? 0),
    );
  }

  private area(before: readonly number[], after: readonly number[], repeats: readonly number[]): number {
    const { notes, noteArea } = this.galley;
    const slice = (index: number, from: number, to: number): { gap: number; height: number } => {
      const note = notes[index] ?? { gap: 0, items: [], breaks: [] };
      return { gap: note.gap, height: heightOf(note, from, to) };
    };
    const slices = notes.flatMap((_, index) =>
      (after[index] ?? 0) > (before[index] ?? 0)
        ? [{ index, ...slice(index, before[index] ?? 0, after[index] ?? 0) }]
        : [],
    );
    const rest = slices[0] !== undefined && (before[slices[0].index] ?? 0) > 0 ? 1 : 0;
    const all = [
      ...slices.slice(0, rest),
      ...repeats.map((index) => slice(index, 0, notes[index]?.items.length ?? 0)),
      ...slices.slice(rest),
    ];
    if (all.length === 0) return 0;
    const head = rest === 1 ? noteArea.continuedHead : noteArea.head;
    return head + noteArea.foot + sum(all.map(({ gap, height }) => gap + height)) - (all[0]?.gap ?? 0);
  }

  private options(state: State, room: number): readonly Option[] {
    const { run, item, set } = state;
    const { items, breaks } = this.run(run);
    const { notes, noteArea } = this.galley;
    const done = item === items.length || (item > 0 && breaks[item]?.forced !== undefined);
    const target = this.whole(run, item);
    const pending = sum(set) < sum(target);
    const textDone = pending && done;
    const end = breaks.findIndex((at, index) => index > item && at.forced !== undefined);
    const last = end === -1 ? items.length : end;
    const steps = progressions(notes, set);
    const least = this.inside(set) === -1 ? 0 : 1;
    const asked = item === 0 ? [] : [...new Set(breaks[item]?.repeats ?? [])];
    let repeats = asked
      .map((label) => notes.findIndex(({ id }) => id === label))
      .filter((index) => index >= 0 && set[index] === notes[index]?.items.length);
    const smallest = this.area(set, steps[least] ?? set, repeats);
    if (
      textDone ||
      smallest > noteArea.max + epsilon ||
      smallest + heightOf(this.run(run), item, item + 1) > room + epsilon
    ) {
      repeats = [];
    }
    const limit = Math.max(noteArea.max, this.area(set, steps[1] ?? set, repeats));
    const options: Option[] = [];
    for (let to = item + 1; to <= last && !textDone; to += 1) {
      const text = heightOf(this.run(run), item, to);
      const full = Math.max(0, sum(this.whole(run, to)) - sum(set));
      const fitting = steps
        .map((after, step) => ({ after, step, area: this.area(set, after, repeats) }))
        .filter(
          ({ step, area }) =>
            step >= least && step <= full && area <= limit + epsilon && text + area <= room + epsilon,
        );
      const fullest = Math.max(...fitting.map(({ step }) => step));
      for (const { after, step, area } of fitting) {
        if (fullest === full ? step !== full : step < fullest - 3) continue;
        const late = this.late(run, to, after);
        const sealed = to !== last && breaks[to]?.avoid === 3;
        options.push({
          item: to,
          set: after,
          text,
          area,
          late,
          level: sealed ? 3 : late > 0 ? 2 : 1,
          overflows: false,
        });
      }
    }
    const gettingOn = options.some(({ level, set: after }) => level <= 2 && sum(after) > sum(set));
    if (pending && !gettingOn) {
      const fitting = steps
        .slice(1, sum(target) - sum(set) + 1)
        .map((after, step) => ({ after, step: step + 1, area: this.area(set, after, []) }))
        .filter(({ area }) => area <= room + epsilon);
      const fullest = Math.max(0, ...fitting.map(({ step }) => step));
      const full = sum(target) - sum(set);
      const base = { item, text: 0, level: 2 };
      for (const { after, step, area } of fitting) {
        if (fullest === full ? step !== full : step < fullest - 3) continue;
        options.push({ ...base, set: after, area, late: this.late(run, item, after), overflows: false });
      }
      const one = steps[1];
      if (fitting.length === 0 && one !== undefined) {
        options.push({
          ...base,
          set: one,
          area: this.area(set, one, []),
          late: this.late(run, item, one),
          overflows: true,
        });
      }
    }
    if (options.length === 0) {
      options.push({
        item: item + 1,
        set,
        text: heightOf(this.run(run), item, item + 1),
        area: 0,
        late: this.late(run, item + 1, set),
        level: 4,
        overflows: true,
      });
    }
    const level = Math.min(...options.map((option) => option.level));
    return options.filter((option) => option.level === level);
  }

  /** The least cost of all pages from a state on. */
  least(state: State): number {
    const { run, item, set, side, facing, index } = state;
    const key = JSON.stringify([run, item, set, side, facing, index === 0]);
    const known = this.known.get(key) ?? this.leastOf(state);
    this.known.set(key, known);
    return known;
  }

  private leastOf(state: State): number {
    const { runs, notes } = this.galley;
    const { run, item, set } = state;
    const { items, breaks, page: name, line } = this.run(run);
    const pending = sum(set) < sum(this.whole(run, item));
    if (item === items.length && !pending) {
      if (run + 1 === runs.length) return 0;
      return this.least(this.opened({ ...state, run: run + 1, item: 0 }));
    }
    const room = this.roomOf({ name, side: state.side, first: state.index === 0 }).height;
    const opens = (item === 0 || breaks[item]?.forced !== undefined) && !pending;
    let best = Infinity;
    for (const option of this.options(state, room)) {
      const textless = option.item === item;
      const ends = option.item === items.length || breaks[option.item]?.forced !== undefined;
      const cut = this.inside(option.set);
      const note = notes[cut];
      const here = (option.set[cut] ?? 0) - (set[cut] ?? 0);
      const rest = (note?.items.length ?? 0) - (option.set[cut] ?? 0);
      const inner = note?.breaks[option.set[cut] ?? 0];
      const closing = breaks[option.item];
      const slack = (room - option.text - option.area) / line;
      const depth = ends || textless ? -1 : roundedSlack(slack);
      const lone = pageCost({
        closing: ends || textless || closing === undefined ? 0 : breakCost(closing),
        slack,
        depth: option.text / line,
        ends,
        opens,
        late: option.late,
        split: note !== undefined,
        splitClosing: inner === undefined ? 0 : breakCost(inner),
        shortSides: note === undefined ? 0 : (here < 2 ? 1 : 0) + (rest < 2 ? 1 : 0),
        textless,
        overflows: option.overflows,
      });
      const cost = lone + (state.side === 'recto' ? facingCost(depth, state.facing) : 0);
      if (cost >= best) continue;
      const next: State = {
        ...state,
        item: option.item,
        set: option.set,
        side: state.side === 'recto' ? 'verso' : 'recto',
        facing: state.side === 'recto' ? -1 : depth,
        index: state.index + 1,
      };
      const over = sum(option.set) < sum(this.whole(run, option.item));
      const after = ends && !over && option.item < items.length ? this.opened(next) : next;
      best = Math.min(best, cost + this.least(after));
    }
    return best;
  }

  /** A state at the head of a segment, a blank page put in where its break asks for the other side. */
  opened(state: State): State {
    const forced = this.run(state.run).breaks[state.item]?.forced;
    const side = sideAsked[forced ?? 'page'] ?? state.side;
    return { ...state, side, facing: -1, index: state.index + (side === state.side ? 0 : 1) };
  }
}

/** The least cost that any makeup of a galley can have. Time grows exponentially: a dozen lines, a few notes. */
export const leastCost = (galley: Galley, roomOf: RoomOf): number => {
  if (galley.runs.length === 0) return 0;
  const force = new BruteForce(galley, roomOf);
  return force.least(
    force.opened({
      run: 0,
      item: 0,
      set: galley.notes.map(() => 0),
      side: 'recto',
      facing: -1,
      index: 0,
    }),
  );
};
