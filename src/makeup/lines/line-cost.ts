/**
 * What a setting of a paragraph costs: one formula, its weights in one place, after Knuth and Plass (Breaking Paragraphs
 * into Lines, 1981, https://doi.org/10.1002/spe.4380111102). The cost of a paragraph is the sum of the demerits of its
 * lines; the search and the brute force of the tests both ask this file and nothing else.
 *
 *     justified line = (10 + 100·|u|³)² + break + adjacent·(its tightness is far from that of the line above)
 *     ragged line    = 1,000·(shortfall in em)² + break
 *
 * where u is how far its spaces are stretched or shrunk: 1 at `stretch`, -1 at `shrink`. The last line and those the
 * author ended are not stretched; ragged ones lack nothing unless lines are balanced. A last line that is a runt costs
 * more. `break` is what the kind of its end costs, more for each hyphen in succession. A soft hyphen weighs as much as a
 * line at u = 1.4, which is a mean word space of about half an em: a word is divided before its line is loose, and
 * seldom sooner.
 */
import { joint } from '../../protocol/paragraph.ts';

/** The weights, in demerits, and the limits of word spaces. Where they come from: docs/line-breaking.md. */
export interface LineRules {
  /** What stretches a space by one unit of `u`, in em. */
  readonly stretch: number;
  /**
   * How far a space may shrink at most, as a share of its natural width. PDFium takes spaces that are narrower still for none: words
   * would be copied and searched run together.
   */
  readonly shrink: number;
  /** The mean word space, in em, that no line of a first and of a second setting may exceed. */
  readonly limits: readonly [number, number];
  /** A third hyphen in succession is permitted only where the line would otherwise have a wider mean word space, in em. */
  readonly ladderLimit: number;
  /** A line that ends in a soft hyphen; in ragged text it is used only where a word is wider than the measure. */
  readonly softHyphen: number;
  /** A line that ends in a hyphen of its own: reading aloud and searching take it for a word broken there. */
  readonly hardHyphen: number;
  /** A line that ends at a tied space. */
  readonly tie: number;
  /** The second hyphen in succession. */
  readonly secondHyphen: number;
  /** The third: more than any line that the first two passes permit. */
  readonly thirdHyphen: number;
  /** Each further one: more than any line but an overfull one. */
  readonly fourthHyphen: number;
  /** The line above the last ends in a hyphen. */
  readonly finalHyphen: number;
  /** Neighbours more than one class of tightness apart. */
  readonly adjacent: number;
  /** A last line shorter than the indent or `shortest`. */
  readonly runt: number;
  /** The width that about three letters and a stop have, in em. */
  readonly shortest: number;
  /** A line wider than the measure, each em of it: taken only where nothing could be broken. */
  readonly overfull: number;
}

/** The rules of the house. */
export const lineRules: LineRules = {
  stretch: 0.2,
  shrink: 0.18,
  limits: [0.5, 0.6],
  ladderLimit: 0.6,
  softHyphen: 160_000,
  hardHyphen: 10_000,
  tie: 30_000,
  secondHyphen: 10_000,
  thirdHyphen: 1_000_000,
  fourthHyphen: 100_000_000,
  finalHyphen: 40_000,
  adjacent: 5_000,
  runt: 500_000,
  shortest: 1.6,
  overfull: 1e12,
};

/** The word space of a paragraph that has none, in em. */
const ordinarySpace = 0.25;

/** How the lines of one paragraph are judged: the rules as lengths at its font size, CSS px. */
export interface Tightness {
  /** The extra width of a space at u = 1. */
  readonly stretch: number;
  /** What a space may lose at most. */
  readonly shrink: number;
  /** The natural word space of the paragraph. */
  readonly space: number;
}

/**
 * The rules as lengths.
 *
 * @param space The mean natural word space, px; 0 where there is none.
 * @param em The font size, px.
 */
export const tightnessOf = (rules: LineRules, space: number, em: number): Tightness => {
  const natural = space > 0 ? space : ordinarySpace * em;
  return { stretch: rules.stretch * em, shrink: rules.shrink * natural, space: natural };
};

/** The extra width of a space at which the mean word space is `limit` em; a wide space may always grow by half. */
export const extraAt = (limit: number, tightness: Tightness, em: number): number =>
  Math.max(limit * em - tightness.space, tightness.space / 2);

/** What a line that lacks a word space to stretch counts as: half of one, so that it is twice as bad. */
const missingSpace = 0.5;

/** What is added to each space of a line that lacks `shortfall` px (or has too much, if less than 0). */
export const extraOf = (shortfall: number, spaces: number): number =>
  shortfall / (spaces > 0 ? spaces : missingSpace);

/** How far spaces are stretched (1 at `stretch`) or shrunk (-1 at `shrink`). */
export const ratioOf = (extra: number, tightness: Tightness): number =>
  extra / (extra < 0 ? tightness.shrink : tightness.stretch);

/** The demerits of a justified line by its ratio, without its end. */
export const justifiedDemerits = (ratio: number): number => {
  const badness = 10 + 100 * Math.abs(ratio * ratio * ratio);
  return badness * badness;
};

/** The demerits of a ragged line by what it lacks, in em, without its end. */
export const raggedDemerits = (shortfall: number): number => 1_000 * shortfall * shortfall;

/** The class of tightness: 0 tight, 1 ordinary, 2 loose, 3 very loose. */
export const classOf = (ratio: number): number => (ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3);

/** Whether a line that ends at such a joint ends in a hyphen. */
export const isHyphen = (kind: number | undefined): boolean =>
  kind === joint.softHyphen || kind === joint.hardHyphen;

/** What a line end of a kind costs by itself. */
export const endDemerits = (kind: number | undefined, rules: LineRules): number => {
  if (kind === joint.softHyphen) return rules.softHyphen;
  if (kind === joint.hardHyphen) return rules.hardHyphen;
  return kind === joint.tie ? rules.tie : 0;
};

/**
 * What one more hyphen costs.
 *
 * @param run Lines directly above that end in one.
 */
export const ladderDemerits = (run: number, rules: LineRules): number =>
  run === 0 ? 0 : run === 1 ? rules.secondHyphen : run === 2 ? rules.thirdHyphen : rules.fourthHyphen;

/** The width below which a last line is a runt, px. */
export const runtWidth = (rules: LineRules, firstIndent: number, em: number): number =>
  Math.max(firstIndent, rules.shortest * em);
