/** A galley as it will be when paragraphs have a line more or fewer: tried in makeup before the page is asked for it. Pure. */
import type { Break, Galley, Item, Run } from '../protocol/galley.ts';
import { nothingBegins } from '../protocol/galley.ts';
import type { LineOffer } from '../protocol/paginator.ts';

const moved = (item: Item, by: number): Item => ({
  ...item,
  top: item.top + by,
  bottom: item.bottom + by,
  ...(item.grid === undefined ? {} : { grid: item.grid + by }),
});

/** What begins in an item that is no more begins in the one before it. */
const joined = (item: Item, gone: Item): Item => ({
  ...item,
  calls: [...item.calls, ...gone.calls],
  anchors: [...item.anchors, ...gone.anchors],
  strings: [...item.strings, ...gone.strings],
  running: [...item.running, ...gone.running],
});

/** Breaks name the items whose block gets the room above: those move as well. */
const renamed = (at: Break, after: number, by: number): Break =>
  at.padAt === undefined || at.padAt <= after ? at : { ...at, padAt: at.padAt + by };

/** A run in which one paragraph has a line more or fewer, somewhere in its middle: its first and last lines stay what they are. */
const changedRun = (run: Run, { item, lines, change }: LineOffer): Run => {
  const middle = item + Math.floor(lines / 2);
  const [before, line, at] = [run.items[middle - 1], run.items[middle], run.breaks[middle]];
  if (change === 0 || before === undefined || line === undefined || at === undefined) return run;
  const pitch = line.top - before.top;
  const head = run.items.slice(0, middle);
  const tail = run.items.slice(middle);
  const breaks = run.breaks.map((each) => renamed(each, middle, change));
  if (change < 0) {
    return {
      ...run,
      items: [
        ...head.slice(0, -1),
        joined(before, line),
        ...tail.slice(1).map((each) => moved(each, -pitch)),
      ],
      breaks: [...breaks.slice(0, middle), ...breaks.slice(middle + 1)],
    };
  }
  return {
    ...run,
    items: [...head, { ...line, ...nothingBegins }, ...tail.map((each) => moved(each, pitch))],
    breaks: [
      ...breaks.slice(0, middle),
      { ...at, orphans: 0, widows: 0, hyphen: false },
      ...breaks.slice(middle),
    ],
  };
};

/** The galley with some paragraphs changed, each at most once. */
export const changeLines = (galley: Galley, offers: readonly LineOffer[]): Galley => ({
  ...galley,
  runs: galley.runs.map((run, index) =>
    offers
      .filter((offer) => offer.run === index)
      // From the end, so that the items of the others are still where they were.
      .toSorted((a, b) => b.item - a.item)
      .reduce(changedRun, run),
  ),
});
