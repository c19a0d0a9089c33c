/**
 * The cheapest setting of a small paragraph, found by trying every set of line ends. The weights and the formula of one line are
 * those of line-cost.ts; everything else is worked out anew, line by line.
 */
import type { LineRules } from '../../src/makeup/lines/line-cost.ts';
import {
  classOf,
  endDemerits,
  extraAt,
  extraOf,
  isHyphen,
  justifiedDemerits,
  ladderDemerits,
  raggedDemerits,
  ratioOf,
  runtWidth,
  tightnessOf,
} from '../../src/makeup/lines/line-cost.ts';
import type { Paragraph, Setting } from '../../src/protocol/paragraph.ts';
import { joint } from '../../src/protocol/paragraph.ts';

/** The cheapest setting. */
export interface Cheapest {
  readonly pass: number;
  readonly demerits: number;
  readonly lines: number;
}

const stretching: ReadonlySet<number> = new Set<number>([joint.space, joint.tie, joint.unbreakable]);
const closed: ReadonlySet<number> = new Set<number>([joint.none, joint.unbreakable]);

/** Width and spaces of the line from segment `from` to joint `to`. */
const lineOf = (paragraph: Paragraph, setting: Setting, from: number, to: number) => {
  let width = from === 0 ? setting.firstIndent : 0;
  let spaces = 0;
  for (let at = from; at <= to; at += 1) {
    width += paragraph.widths[at] ?? 0;
    if (at === to) continue;
    width += paragraph.spaces[at] ?? 0;
    if (stretching.has(paragraph.joints[at] ?? 0)) spaces += 1;
  }
  width += (paragraph.closings[to] ?? 0) + (paragraph.openings?.[from] ?? 0);
  return { width, spaces };
};

const meanSpace = ({ joints, spaces }: Paragraph): number => {
  const widths = [...spaces].filter((_, at) => stretching.has(joints[at] ?? 0));
  return widths.length === 0 ? 0 : widths.reduce((sum, width) => sum + width, 0) / widths.length;
};

/** What a set of line ends costs in a pass; infinite where the pass does not permit it. */
const costOf = (
  paragraph: Paragraph,
  setting: Setting,
  rules: LineRules,
  ends: readonly number[],
  pass: number,
): number => {
  const { joints } = paragraph;
  const { em, measure, justify } = setting;
  const tightness = tightnessOf(rules, meanSpace(paragraph), em);
  const last = joints.length - 1;
  const limit = pass === 3 ? Infinity : extraAt(rules.limits[pass === 1 ? 0 : 1], tightness, em);
  let cost = 0;
  let run = 0;
  let above: number | undefined;
  for (const [index, to] of ends.entries()) {
    const from = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
    const kind = to === last ? joint.forced : (joints[to] ?? 0);
    const { width, spaces } = lineOf(paragraph, setting, from, to);
    const shortfall = measure - width;
    const stretched = justify && kind !== joint.forced;
    const inside = [...joints.subarray(from, to)].filter((each) => !closed.has(each));
    if (inside.includes(joint.forced)) return Infinity;
    let tight = 1;
    cost += endDemerits(kind, rules);
    if (shortfall < -1e-6 - (justify ? spaces * tightness.shrink : 0)) {
      if (pass < 3 || inside.length > 0) return Infinity;
      cost += (rules.overfull * -shortfall) / em;
      tight = 0;
    } else if (!justify) {
      const open = kind === joint.forced && setting.balance !== true;
      if (!open) cost += raggedDemerits(shortfall / em);
      if (open && to === last && from > 0 && width < runtWidth(rules, setting.firstIndent, em))
        cost += rules.runt;
    } else {
      const extra = stretched || shortfall < 0 ? extraOf(shortfall, spaces) : 0;
      if (extra > limit) return Infinity;
      cost += justifiedDemerits(ratioOf(extra, tightness));
      tight = classOf(ratioOf(extra, tightness));
      if (to === last && from > 0 && width < runtWidth(rules, setting.firstIndent, em)) cost += rules.runt;
    }
    if (justify && above !== undefined && Math.abs(above - tight) > 1) cost += rules.adjacent;
    above = tight;
    if (kind === joint.softHyphen && !justify && pass < 3) return Infinity;
    if (isHyphen(kind)) {
      if (run >= 2) {
        if (pass < 3) return Infinity;
        const others = [...joints.keys()].filter(
          (at) => at >= from && at < to && !closed.has(joints[at] ?? 0) && !isHyphen(joints[at] ?? 0),
        );
        const other = others.at(-1);
        if (other !== undefined) {
          const line = lineOf(paragraph, setting, from, other);
          const extra = extraOf(measure - line.width, line.spaces);
          if (extra <= extraAt(rules.ladderLimit, tightness, em)) return Infinity;
        }
      }
      cost += ladderDemerits(run, rules);
      run += 1;
    } else {
      if (to === last && run > 0) cost += rules.finalHyphen;
      run = 0;
    }
  }
  return cost;
};

/** All sets of line ends. */
const everySet = ({ joints }: Paragraph): readonly (readonly number[])[] => {
  const last = joints.length - 1;
  const places = [...joints.keys()].filter((at) => at < last && !closed.has(joints[at] ?? 0));
  return Array.from({ length: 2 ** places.length }, (_, mask) => [
    ...places.filter((__, bit) => (mask >> bit) % 2 === 1),
    last,
  ]).filter((ends) => places.every((at) => joints[at] !== joint.forced || ends.includes(at)));
};

/** The cheapest setting of the first pass that permits any, and the cheapest of it with every number of lines. */
export const cheapestOf = (
  paragraph: Paragraph,
  setting: Setting,
  rules: LineRules,
): { readonly best: Cheapest; readonly byLines: ReadonlyMap<number, number> } => {
  const sets = everySet(paragraph);
  for (const pass of setting.justify ? [1, 2, 3] : [1, 3]) {
    const byLines = new Map<number, number>();
    for (const ends of sets) {
      const demerits = costOf(paragraph, setting, rules, ends, pass);
      if (demerits < (byLines.get(ends.length) ?? Infinity)) byLines.set(ends.length, demerits);
    }
    const [lines, demerits] = [...byLines].reduce((least, one) => (one[1] < least[1] ? one : least), [
      0,
      Infinity,
    ] as const);
    if (demerits < Infinity) return { best: { pass, demerits, lines }, byLines };
  }
  throw new Error('no setting');
};
