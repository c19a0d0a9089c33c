/**
 * A galley as it is handed over from the page: most items are plain lines and most breaks plain breaks, which are not written out. A third of the
 * letters, which the browser writes and the program reads.
 */
import type { Break, Galley, GalleyNote, Item, NoteArea, Run } from './galley.ts';
import { nothingBegins } from './galley.ts';

/** Items and breaks; all lists of numbers are as long as there are items. */
export interface PackedFlow {
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
  readonly grids: readonly (number | null)[];
  /** The items from which on a place holds, with it. */
  readonly places: readonly (readonly [number, string])[];
  /** What else is said of the items that are not plain. */
  readonly items: readonly (readonly [number, Partial<Item>])[];
  /** The breaks that are not plain. */
  readonly breaks: readonly (readonly [number, Break])[];
}

/** A {@link Galley}, packed. */
export interface PackedGalley {
  readonly runs: readonly (Omit<Run, 'items' | 'breaks'> & { readonly flow: PackedFlow })[];
  readonly notes: readonly (Omit<GalleyNote, 'items' | 'breaks'> & { readonly flow: PackedFlow })[];
  readonly noteArea: NoteArea;
}

interface Flow {
  readonly items: readonly Item[];
  readonly breaks: readonly Break[];
}

const plainBreak: Break = {
  avoid: 0,
  orphans: 0,
  widows: 0,
  hyphen: false,
  before: 0,
  after: 0,
  repeats: [],
};

const isPlain = (at: Break): boolean =>
  at.avoid + at.orphans + at.widows + at.before + at.after + at.repeats.length === 0 &&
  !at.hyphen &&
  at.forced === undefined &&
  at.row === undefined &&
  at.pad === undefined &&
  at.padAt === undefined;

/** What an item says beyond its edges and its place; undefined for a plain line. */
const restOf = (item: Item): Partial<Item> | undefined => {
  const { calls, anchors, strings, running, bookmarks, pageReset } = item;
  if (calls.length + anchors.length + strings.length + running.length === 0)
    if (bookmarks === undefined && pageReset === undefined) return undefined;
  return {
    ...(calls.length === 0 ? {} : { calls }),
    ...(anchors.length === 0 ? {} : { anchors }),
    ...(strings.length === 0 ? {} : { strings }),
    ...(running.length === 0 ? {} : { running }),
    ...(bookmarks === undefined ? {} : { bookmarks }),
    ...(pageReset === undefined ? {} : { pageReset }),
  };
};

const packFlow = ({ items, breaks }: Flow): PackedFlow => {
  const places: [number, string][] = [];
  const said: [number, Partial<Item>][] = [];
  for (const [index, item] of items.entries()) {
    if (places.at(-1)?.[1] !== item.place) places.push([index, item.place]);
    const rest = restOf(item);
    if (rest !== undefined) said.push([index, rest]);
  }
  return {
    tops: items.map(({ top }) => top),
    bottoms: items.map(({ bottom }) => bottom),
    grids: items.map(({ grid }) => grid ?? null),
    places,
    items: said,
    breaks: breaks.flatMap((at, index) => (isPlain(at) ? [] : [[index, at] as const])),
  };
};

const unpackFlow = (flow: PackedFlow): Flow => {
  const said = new Map(flow.items);
  const places = new Map(flow.places);
  const breaks = new Map(flow.breaks);
  let place = '';
  const items = flow.tops.map((top, index): Item => {
    place = places.get(index) ?? place;
    const grid = flow.grids[index] ?? undefined;
    return {
      top,
      bottom: flow.bottoms[index] ?? top,
      ...nothingBegins,
      ...(grid === undefined ? {} : { grid }),
      ...said.get(index),
      place,
    };
  });
  return { items, breaks: items.map((_, index) => breaks.get(index) ?? plainBreak) };
};

/** Packs a galley. */
export const packGalley = ({ runs, notes, noteArea }: Galley): PackedGalley => ({
  runs: runs.map(({ items, breaks, ...run }) => ({ ...run, flow: packFlow({ items, breaks }) })),
  notes: notes.map(({ items, breaks, ...note }) => ({ ...note, flow: packFlow({ items, breaks }) })),
  noteArea,
});

/** Unpacks what {@link packGalley} packed: the same galley. */
export const unpackGalley = ({ runs, notes, noteArea }: PackedGalley): Galley => ({
  runs: runs.map(({ flow, ...run }) => ({ ...run, ...unpackFlow(flow) })),
  notes: notes.map(({ flow, ...note }) => ({ ...note, ...unpackFlow(flow) })),
  noteArea,
});
