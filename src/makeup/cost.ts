/**
 * The cost of a makeup: one formula, its weights in one place. The cost of a document is the sum of the costs of its
 * pages; makeup looks for the least. The search and the brute force of the tests both ask this file and nothing else.
 *
 *     page = overflow·(something taller than the page stands on it)
 *          + sealed·(ends where no page may end) + late·(notes owed and not begun)
 *          + textless·(it holds notes alone)
 *          + shortSplit·(sides of the cut note with one line) + split·(its last note is cut)
 *          + keepWithNext·(a heading is left behind) + keepInside·(a block that should stay whole is cut)
 *          + strayLine·(lines missing for widows and orphans) + hyphen·(the last line ends in one)
 *          + row·(a table is cut between two rows)
 *          + hole·(slack ≥ 3 lines) + slack·ρ(slack) + facing·min(difference to the facing page, 4)²
 *          + shortEnd·max(0, 4 − depth)²
 *
 * with ρ(s) = s² up to three lines and its tangent 9 + 6(s − 3) beyond, and lengths in lines of body text. The terms for
 * slack count only on pages that do not end a segment (before a forced break or the end of the text): white there is
 * wanted. `shortEnd` counts only on those that do, unless the segment has no other page.
 */
import type { Break } from '../protocol/galley.ts';

/**
 * The weights, heaviest first. What a reader could take for a mistake comes before what merely looks uneven:
 *
 * - `overflow`, `sealed`: something is cut or lost to the eye; taken only when there is no other way at all.
 * - `late`: the footnote invariant is broken; counted again for every page end at which the note is still missing.
 * - `textless`: a page of notes alone is better than a late note, and worse than any uneven page.
 * - `shortSplit`: a single line of a note on either side; more than a stray line, since a note can nearly always be
 *   cut elsewhere or its calling line moved.
 * - `keepWithNext`, `strayLine`, `keepInside`: what the style sheet asks and CSS Break 3 §4.4 gives up only where nothing
 *   else helps (https://www.w3.org/TR/css-break-3/#unforced-breaks); a heading left behind misleads most. The least of
 *   them outweighs the largest hole of a page of eighty lines, 1,000 + 10·(9 + 6·77): none is broken to fill a page.
 * - `hole`: a gap that the eye finds at once; more than any sum of the terms below on a page whose text goes on.
 * - `row`: a table that is cut is read less well than a whole one; that is worth three lines of slack, but no hole.
 * - `split`: a cut note costs as much as nearly two lines of slack: one line of slack, a calling line that migrates, is
 *   the lesser evil, two lines are not.
 * - `shortEnd`: a last page with one line (900) is worth a few pages that are a line short, but no hole.
 * - `hyphen`, `slack`, `facing`: taste.
 */
export const weights = {
  overflow: 1_000_000,
  sealed: 300_000,
  late: 100_000,
  textless: 20_000,
  shortSplit: 12_000,
  keepWithNext: 9_000,
  strayLine: 7_000,
  keepInside: 6_000,
  hole: 1_000,
  row: 120,
  shortEnd: 100,
  split: 35,
  hyphen: 20,
  slack: 10,
  facing: 5,
} as const;

/** A page whose slack is this many body lines or more has a hole. */
export const holeLines = 3;

/** Whether a page with this slack, in body lines, has a hole: three lines or more, sums of fractions allowed for. */
export const isHole = (lines: number): boolean => lines >= holeLines - 1e-6;

/** A last page with fewer lines than this is short. */
const fullEnd = 4;

/** Differences between facing pages beyond this many lines count no more. */
const farApart = 4;

/** Slack rounded to whole lines, as facing pages compare it; all pages emptier than eight lines are alike. */
export const roundedSlack = (lines: number): number => Math.min(8, Math.round(Math.max(0, lines)));

/** What the break that ends a page costs, in the text or inside a note. */
export const breakCost = (at: Break): number =>
  (at.avoid === 3
    ? weights.sealed
    : at.avoid === 2
      ? weights.keepWithNext
      : at.avoid === 1
        ? weights.keepInside
        : 0) +
  weights.strayLine * (at.orphans + at.widows) +
  (at.hyphen ? weights.hyphen : 0) +
  (at.row === true ? weights.row : 0);

/** What the cost of one page depends on; lengths in body lines. */
export interface PageFacts {
  /** The cost of the break at its foot ({@link breakCost}); 0 where its segment ends. */
  readonly closing: number;
  /** Unused height. */
  readonly slack: number;
  /** Height of its text. */
  readonly depth: number;
  /** Its text ends a segment: a forced break, the end of the run follows. */
  readonly ends: boolean;
  /** Its text opens a segment. */
  readonly opens: boolean;
  /** Notes called so far whose first line stands on none of the pages so far. */
  readonly late: number;
  /** Its last note goes on, on the next page. */
  readonly split: boolean;
  /** The cost of the break inside the note that is cut, else 0. */
  readonly splitClosing: number;
  /** Sides of the cut (here, and the rest) that hold a single line: 0 to 2. */
  readonly shortSides: number;
  /** It holds notes and no text. */
  readonly textless: boolean;
  /** Something on it is taller than the page. */
  readonly overflows: boolean;
}

const slackCost = (lines: number): number =>
  isHole(lines)
    ? weights.hole + weights.slack * holeLines * (2 * lines - holeLines)
    : weights.slack * lines * lines;

/**
 * What a recto page costs beyond {@link pageCost} because the verso page it faces ends higher or lower.
 *
 * @param slack Its own rounded slack.
 * @param facing The rounded slack of the verso page. Either is -1 where there is nothing to compare.
 */
export const facingCost = (slack: number, facing: number): number => {
  if (facing < 0 || slack < 0) return 0;
  const apart = Math.min(farApart, Math.abs(slack - facing));
  return weights.facing * apart * apart;
};

const shortEndCost = (depth: number): number => {
  const missing = Math.max(0, fullEnd - depth);
  return weights.shortEnd * missing * missing;
};

/** The cost of one page by the formula above, but for what it faces. Never negative. */
export const pageCost = (page: PageFacts): number => {
  let cost =
    page.closing +
    weights.late * page.late +
    (page.overflows ? weights.overflow : 0) +
    (page.textless ? weights.textless : 0);
  if (page.split) cost += weights.split + page.splitClosing + weights.shortSplit * page.shortSides;
  if (page.textless) return cost;
  if (page.ends) return page.opens ? cost : cost + shortEndCost(page.depth);
  return cost + slackCost(Math.max(0, page.slack));
};
