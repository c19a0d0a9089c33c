/** Random galleys for properties and for brute force. Every note is called; calls keep the order of the notes. */
import fc from 'fast-check';
import type { Break, Galley, GalleyNote, Item, NoteId, Run } from '../../src/protocol/galley.ts';

/** How large the galleys are. */
interface GalleySize {
  readonly runs: number;
  readonly blocks: number;
  readonly lines: number;
  readonly notes: number;
  readonly noteLines: number;
}

interface BlockPlan {
  readonly heights: readonly number[];
  readonly gap: number;
  readonly keep: boolean;
  readonly inside: 0 | 1 | 3;
  readonly hyphens: readonly boolean[];
  readonly head: number;
  readonly repeats: boolean;
  readonly foot: number;
  readonly forced: Break['forced'] | 'none';
}

interface NotePlan {
  readonly heights: readonly number[];
  readonly gap: number;
  /** Where it is called, as a fraction of what stands before it. */
  readonly where: number;
  /** It is called by the note before it. */
  readonly nested: boolean;
}

const rarely = <T>(usual: T, rare: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare });

const blockPlan = (lines: number): fc.Arbitrary<BlockPlan> =>
  fc.record({
    heights: fc.array(rarely(10, fc.constantFrom(5, 15, 30, 70), 8), { minLength: 1, maxLength: lines }),
    gap: fc.constantFrom(0, 0, 5, 10),
    keep: rarely(false, fc.constant(true), 4),
    inside: rarely<0 | 1 | 3>(0, fc.constantFrom(1, 3), 5),
    hyphens: fc.array(fc.boolean(), { minLength: lines, maxLength: lines }),
    head: rarely(0, fc.constantFrom(5, 10), 4),
    repeats: fc.boolean(),
    foot: rarely(0, fc.constantFrom(2, 5), 4),
    forced: rarely<BlockPlan['forced']>(
      'none',
      fc.constantFrom<BlockPlan['forced']>('page', 'recto', 'verso', 'left', 'right'),
      8,
    ),
  });

const notePlan = (lines: number): fc.Arbitrary<NotePlan> =>
  fc.record({
    heights: fc.array(rarely(10, fc.constantFrom(6, 20, 90), 12), { minLength: 1, maxLength: lines }),
    gap: fc.constantFrom(0, 0, 4),
    where: fc.double({ min: 0, max: 1, noNaN: true }),
    nested: rarely(false, fc.constant(true), 5),
  });

/** An item whose calls are still being given out. */
type OpenItem = Omit<Item, 'calls'> & { calls: NoteId[] };

const item = (top: number, height: number): OpenItem => ({
  top,
  bottom: top + height,
  calls: [],
  anchors: [],
  strings: [],
  running: [],
  place: '',
});

const noteFrom = (plan: NotePlan, index: number): GalleyNote & { readonly items: OpenItem[] } => {
  let top = 0;
  const items = plan.heights.map((height) => {
    top += height;
    return item(top - height, height);
  });
  const breaks = items.map((_, line): Break => ({
    avoid: 0,
    orphans: line === 1 && items.length > 2 ? 1 : 0,
    widows: 0,
    hyphen: false,
    before: 0,
    after: 0,
    repeats: [],
  }));
  return { id: String(index + 1), items, breaks, gap: plan.gap, line: 10, place: `note ${index + 1}` };
};

const runFrom = (plans: readonly BlockPlan[], page: string): Run & { readonly items: OpenItem[] } => {
  const items: OpenItem[] = [];
  const breaks: Break[] = [];
  let top = 0;
  let kept = false;
  for (const plan of plans) {
    const count = plan.heights.length;
    top += plan.gap;
    for (const [line, height] of plan.heights.entries()) {
      const forced = line === 0 && plan.forced !== 'none' ? plan.forced : undefined;
      breaks.push({
        ...(forced === undefined ? {} : { forced }),
        avoid: line === 0 ? (kept ? 2 : 0) : plan.inside,
        orphans: line === 0 ? 0 : Math.max(0, Math.min(2, count) - line),
        widows: line === 0 ? 0 : Math.max(0, Math.min(2, count) - (count - line)),
        hyphen: line > 0 && plan.hyphens[line] === true,
        before: line === 0 ? 0 : plan.foot,
        after: line === 0 ? 0 : plan.head,
        repeats: line > 0 && plan.head > 0 && plan.repeats ? [`head ${breaks.length - line}`] : [],
      });
      items.push(item(top, height));
      top += height;
    }
    kept = plan.keep;
  }
  return { page, measure: 400, line: 10, items, breaks };
};

/** Puts calls into items, so that the notes are first called in their order; then lets table heads repeat one of theirs. */
const withCalls = (
  runs: readonly (Run & { readonly items: OpenItem[] })[],
  notes: readonly (GalleyNote & { readonly items: OpenItem[] })[],
  plans: readonly NotePlan[],
): readonly Run[] => {
  const items = runs.flatMap((run) => run.items);
  const places = plans.map(({ where }) => Math.floor(where * (items.length - 1))).sort((a, b) => a - b);
  for (const [index, note] of notes.entries()) {
    const caller = index > 0 && plans[index]?.nested === true ? notes[index - 1] : undefined;
    const line = Math.floor((plans[index]?.where ?? 0) * ((caller?.items.length ?? 1) - 1));
    const target = caller === undefined ? items[places[index] ?? 0] : caller.items[line];
    target?.calls.push(note.id);
  }
  return runs.map((run) => ({
    ...run,
    breaks: run.breaks.map((at) => ({
      ...at,
      repeats: at.repeats.flatMap((head) => run.items[Number(head.slice(5))]?.calls.slice(0, 1) ?? []),
    })),
  }));
};

/** Galleys up to a size. */
export const galleys = (size: GalleySize): fc.Arbitrary<Galley> =>
  fc
    .record({
      runs: fc.array(fc.array(blockPlan(size.lines), { minLength: 1, maxLength: size.blocks }), {
        minLength: 1,
        maxLength: size.runs,
      }),
      notes: fc.array(notePlan(size.noteLines), { maxLength: size.notes }),
      head: fc.constantFrom(0, 5, 10),
      continuedHead: fc.constantFrom(5, 10),
      foot: fc.constantFrom(0, 3),
      max: rarely(1e9, fc.constantFrom(20, 40), 4),
    })
    .map(({ runs, notes, head, continuedHead, foot, max }) => {
      const bodies = notes.map((plan, index) => noteFrom(plan, index));
      return {
        runs: withCalls(
          runs.map((plans, index) => runFrom(plans, index % 2 === 0 ? 'auto' : 'other')),
          bodies,
          notes,
        ),
        notes: bodies,
        noteArea: { head, continuedHead, foot, max },
      };
    });

/** Rooms of pages: their heights by side, and of the first page. */
export const rooms = fc.record({
  recto: fc.integer({ min: 30, max: 80 }),
  verso: fc.integer({ min: 30, max: 80 }),
  first: fc.integer({ min: 30, max: 80 }),
});
