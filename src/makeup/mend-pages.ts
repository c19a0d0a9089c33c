/** Decides which paragraphs give a line, or take one, so that pages that lack room are mended. Pure. */
import type { Galley } from '../protocol/galley.ts';
import type { Makeup } from '../protocol/makeup.ts';
import type { LineOffer } from '../protocol/paginator.ts';
import { changeLines } from './change-lines.ts';
import type { LackingPage } from './lacking-pages.ts';
import type { Passage } from './passage.ts';
import { passageAround } from './passage.ts';

/** What a paragraph that is not set at its best costs: a good deal less than a cut note. */
const changeCost = 10;

const endsOn = (page: LackingPage, { run, item, lines }: LineOffer): boolean =>
  run === page.run && item + lines > page.from && item + lines <= page.to;

/** The ways to mend a page: lines fewer, or lines more, from the paragraphs that lose least by it. */
const waysFor = (page: LackingPage, offers: readonly LineOffer[]): readonly (readonly LineOffer[])[] => {
  const own = offers.filter((offer) => endsOn(page, offer)).toSorted((a, b) => a.demerits - b.demerits);
  const cheapest = (sign: -1 | 1, count: number): readonly LineOffer[] => {
    const taken = own.filter(({ change }) => change === sign).slice(0, count);
    return taken.length === count ? taken : [];
  };
  return [cheapest(-1, page.fewer), cheapest(1, page.more)].filter((way) => way.length > 0);
};

/** What is gained where a page is mended in one way, by a trial on the pages around it; `before` is what these cost. */
const gainOf = (
  { galley, from }: Passage,
  before: number,
  way: readonly LineOffer[],
  decide: (galley: Galley) => Makeup,
): number => {
  const there = way.map((offer) => ({ ...offer, run: 0, item: offer.item - from }));
  // A paragraph that began before the passage cannot be changed in it.
  if (there.some(({ item }) => item < 0)) return 0;
  return before - decide(changeLines(galley, there)).cost - changeCost * way.length;
};

/**
 * Chooses which offers to take: for each page the way of mending that gains most on the pages around it, if any does.
 *
 * @param decide Makes up a galley.
 * @param made What it made of this one.
 * @returns The offers to take; none where nothing is better for it. Whether the whole is better is to be seen when they are taken.
 */
export const chooseOffers = (
  galley: Galley,
  made: Makeup,
  lacking: readonly LackingPage[],
  offers: readonly LineOffer[],
  decide: (galley: Galley) => Makeup,
): readonly LineOffer[] => {
  const taken: LineOffer[] = [];
  for (const page of lacking) {
    const ways = waysFor(page, offers);
    const passage = ways.length === 0 ? undefined : passageAround(galley, made, page.page);
    if (passage === undefined) continue;
    const before = decide(passage.galley).cost;
    let [best, most]: [readonly LineOffer[], number] = [[], 0];
    for (const way of ways) {
      if (way.some((offer) => taken.some((other) => other.run === offer.run && other.item === offer.item)))
        continue;
      const gain = gainOf(passage, before, way, decide);
      if (gain > most) [best, most] = [way, gain];
    }
    taken.push(...best);
  }
  return taken;
};
