/** Asks paragraphs for a line more or fewer where that mends a page: the page offers, makeup chooses, and it stays only if it is better. */
import type { FormePage } from '../chromium/forme-page.ts';
import { lackingPages } from '../makeup/lacking-pages.ts';
import { chooseOffers } from '../makeup/mend-pages.ts';
import type { Galley } from '../protocol/galley.ts';
import type { Makeup } from '../protocol/makeup.ts';
import type { LineChange } from '../protocol/paginator.ts';
import { measureGalley } from './measure-galley.ts';
import type { Stopwatch } from './stopwatch.ts';

/** A galley and what was made of it. */
export interface MadeGalley {
  readonly galley: Galley;
  readonly makeup: Makeup;
}

/** Mends the pages of a settled makeup; undefined where nothing is better for it, and then all is as it was. */
export const mendPages = async (
  page: FormePage,
  { galley, makeup }: MadeGalley,
  decide: (galley: Galley) => Makeup,
  watch: Stopwatch,
): Promise<MadeGalley | undefined> => {
  const lacking = watch.timeSync('makeup', () => lackingPages(galley, makeup));
  if (lacking.length === 0) return undefined;
  const stretches = lacking.map(({ run, from, to }) => ({ run, from, to }));
  const { offers } = await watch.time('galley', () => page.call('offerLines', { stretches }));
  const taken = watch.timeSync('makeup', () => chooseOffers(galley, makeup, lacking, offers, decide));
  if (taken.length === 0) return undefined;
  const reline = (changes: readonly LineChange[]): Promise<unknown> =>
    watch.time('galley', () => page.call('reline', { changes }));
  const changes = taken.map(({ run, item, change }) => ({ run, item, change }));
  await reline(changes);
  const mended = await measureGalley(page, watch);
  const made = watch.timeSync('makeup', () => decide(mended));
  if (made.cost < makeup.cost) return { galley: mended, makeup: made };
  await reline(backAgain(taken));
  return undefined;
};

/** The changes that undo others: the first items are where those before them have moved them to. */
const backAgain = (taken: readonly LineChange[]): readonly LineChange[] =>
  taken.map(({ run, item }) => {
    const moved = taken
      .filter((other) => other.run === run && other.item < item)
      .reduce((sum, { change }) => sum + change, 0);
    return { run, item: item + moved, change: 0 };
  });
