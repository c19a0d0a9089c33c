/** Decides which paragraphs give a line, or take one, so that pages that lack room are mended. Pure. */
import type { Galley } from '../protocol/galley.ts';
import type { Makeup } from '../protocol/makeup.ts';
import type { LineOffer } from '../protocol/paginator.ts';
import { changeLines } from './change-lines.ts';
import type { LackingPage } from './lacking-pages.ts';

/** What a paragraph that is not set at its best costs: a good deal less than a cut note. */
const changeCost = 10;

/** Pages that all trials together may make up anew: each trial makes up the whole. */
const mostPages = 400;

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

/** Divides a list into at most so many parts, in order. */
const divided = <T>(list: readonly T[], parts: number): readonly (readonly T[])[] => {
  const size = Math.max(1, Math.ceil(list.length / parts));
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
};

/**
 * Chooses which offers to take. Each way of mending is tried in a makeup of the whole and taken where that costs less; in a long document the
 * pages are tried several at a time.
 *
 * @param decide Makes up a galley.
 * @param made What it made of this one.
 * @returns The offers to take; none where nothing is better for it.
 */
export const chooseOffers = (
  galley: Galley,
  made: Makeup,
  lacking: readonly LackingPage[],
  offers: readonly LineOffer[],
  decide: (galley: Galley) => Makeup,
): readonly LineOffer[] => {
  const mendable = lacking.map((page) => waysFor(page, offers)).filter((ways) => ways.length > 0);
  const trials = Math.max(1, Math.floor(mostPages / Math.max(1, made.pages.length)));
  let [taken, least]: [readonly LineOffer[], number] = [[], made.cost];
  for (const part of divided(mendable, trials)) {
    for (const way of [0, 1]) {
      const more = part.flatMap((ways) => ways[way] ?? []);
      if (more.length === 0) continue;
      const tried = [...taken, ...more];
      const cost = decide(changeLines(galley, tried)).cost + changeCost * tried.length;
      if (cost >= least) continue;
      [taken, least] = [tried, cost];
      break;
    }
  }
  return taken;
};
