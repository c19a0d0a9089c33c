/**
 * The search: the cheapest way to break a paragraph, by dynamic programming over its breakpoints. A node is a breakpoint
 * with what the lines to come depend on: the tightness of the line that ends there and the hyphens in succession. Of two
 * ways to one node only the cheaper is kept. The breakpoints from which a line can reach another lie side by side, so
 * the work grows with the paragraph's length.
 */
import { joint } from '../../protocol/paragraph.ts';
import type { SetLines, Setting } from '../../protocol/paragraph.ts';
import type { Breakpoints } from './breakpoints.ts';
import type { LineRules, Tightness } from './line-cost.ts';
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
} from './line-cost.ts';
import { growNodes } from './line-memory.ts';
import type { LineMemory } from './line-memory.ts';

/** What one pass permits. */
export interface Patience {
  /** Its number. */
  readonly pass: SetLines['pass'];
  /** The mean word space that no line may exceed, em; infinite in the last pass. */
  readonly limit: number;
  /** Lines may end in soft hyphens. */
  readonly softHyphens: boolean;
  /** A line that nothing can break may be wider than the measure; more than two hyphens may stand in succession. */
  readonly desperate: boolean;
  /** Ways with different numbers of lines are kept apart. */
  readonly countLines: boolean;
}

/** The nodes of the paragraph's end in memory, from `first` to `end` (exclusive); none where a pass finds no way. */
export interface FoundEnds {
  readonly first: number;
  readonly end: number;
}

/** One pass over one paragraph. */
interface Search {
  readonly memory: LineMemory;
  readonly points: Breakpoints;
  readonly setting: Setting;
  readonly rules: LineRules;
  readonly tightness: Tightness;
  readonly patience: Patience;
  /** The extra width of a space that no line may exceed, px, and that a third hyphen must save. */
  readonly limit: number;
  readonly ladderLimit: number;
  readonly runt: number;
  /** By what distinguishes the nodes of one breakpoint: the node, plus 1; 0 where there is none. */
  readonly known: Int32Array;
}

/** Widths are sums of many: what is wider by less than this fits. */
const tolerance = 1e-6;

/** Hyphens in succession beyond this many are all alike. */
const longestRun = 3;
/** A node's state holds its class in the lower two bits, its hyphens in the upper two. */
const statesPerLine = 4 * (longestRun + 1);
/** The class of a line that is not stretched. */
const ordinary = 1;

/** The first breakpoint, from `low` on, from which a line to another is not too wide. */
const windowStart = (search: Search, low: number, to: number): number => {
  const { stops, starts, spacesAtStop, spacesAtStart } = search.memory;
  const reach = (stops[to] ?? 0) - search.setting.measure - search.points.play - tolerance;
  const shrink = search.setting.justify ? search.tightness.shrink : 0;
  let from = low;
  for (; from < to - 1; from += 1) {
    const spaces = (spacesAtStop[to] ?? 0) - (spacesAtStart[from] ?? 0);
    if (reach - (starts[from] ?? 0) <= shrink * spaces) break;
  }
  return from;
};

/** Whether a third hyphen may end the line: no other end of it is in sight, or it would be too loose there. */
const permitsLadder = (search: Search, from: number, to: number): boolean => {
  const { stops, starts, spacesAtStop, spacesAtStart, plain } = search.memory;
  const other = plain[to] ?? 0;
  if (other <= from) return true;
  const spaces = (spacesAtStop[other] ?? 0) - (spacesAtStart[from] ?? 0);
  const shortfall = search.setting.measure - (stops[other] ?? 0) + (starts[from] ?? 0);
  return extraOf(shortfall, spaces) > search.ladderLimit;
};

/**
 * Adds a line to every way that has come to where it begins.
 *
 * @param cost Its demerits, but for what depends on the lines above.
 * @param tight Its class of tightness.
 * @param end How many nodes there are; returns how many there are then.
 */
const addLine = (
  search: Search,
  from: number,
  to: number,
  cost: number,
  tight: number,
  end: number,
): number => {
  const { memory, rules, known } = search;
  const { desperate, countLines } = search.patience;
  const first = memory.firstNode[from] ?? 0;
  const last = memory.firstNode[from + 1] ?? 0;
  growNodes(memory, end + last - first);
  const { demerits, before, at, state, line } = memory;
  const hyphen = isHyphen(memory.kinds[to]);
  const closes = to === search.points.last;
  const compares = search.setting.justify && from > 0;
  let nodes = end;
  for (let node = first; node < last; node += 1) {
    const above = state[node] ?? 0;
    const run = above >> 2;
    if (hyphen && run >= 2 && !(desperate && permitsLadder(search, from, to))) continue;
    let total = (demerits[node] ?? 0) + cost;
    if (hyphen) total += ladderDemerits(run, rules);
    else if (closes && run > 0) total += rules.finalHyphen;
    const apart = (above & 3) - tight;
    if (compares && (apart > 1 || apart < -1)) total += rules.adjacent;
    const number = countLines ? (line[node] ?? 0) + 1 : 0;
    const own = tight + (hyphen ? 4 * Math.min(run + 1, longestRun) : 0);
    const key = number * statesPerLine + own;
    let place = (known[key] ?? 0) - 1;
    if (place < 0) {
      place = nodes;
      nodes += 1;
      known[key] = nodes;
    } else if (total >= (demerits[place] ?? 0)) continue;
    demerits[place] = total;
    before[place] = node;
    at[place] = to;
    state[place] = own;
    line[place] = number;
  }
  return nodes;
};

/** Makes every permitted line that ends at a breakpoint; returns how many nodes there are then. */
const addLinesTo = (search: Search, low: number, to: number, end: number): number => {
  const { memory, setting, rules, tightness, limit } = search;
  const { kinds, stops, starts, spacesAtStop, spacesAtStart, firstNode } = memory;
  const { measure, em, justify } = setting;
  const kind = kinds[to];
  const stretched = justify && kind !== joint.forced;
  const shrink = justify ? tightness.shrink : 0;
  const ending = endDemerits(kind, rules);
  const open = kind === joint.forced && setting.balance !== true;
  const shortest = (justify || open) && to === search.points.last ? search.runt : 0;
  let nodes = end;
  for (let from = low; from < to; from += 1) {
    if (firstNode[from] === firstNode[from + 1]) continue;
    const width = (stops[to] ?? 0) - (starts[from] ?? 0);
    const spaces = (spacesAtStop[to] ?? 0) - (spacesAtStart[from] ?? 0);
    const shortfall = measure - width;
    if (shortfall < -shrink * spaces - tolerance) {
      if (!search.patience.desperate || from < to - 1) continue;
      nodes = addLine(search, from, to, ending - (rules.overfull * shortfall) / em, 0, nodes);
    } else if (!justify) {
      const ragged = open ? 0 : raggedDemerits(shortfall / em);
      const runt = from > 0 && width < shortest ? rules.runt : 0;
      nodes = addLine(search, from, to, ending + ragged + runt, ordinary, nodes);
    } else {
      const extra = stretched || shortfall < 0 ? extraOf(shortfall, spaces) : 0;
      if (extra > limit) {
        if (extraOf(shortfall - search.points.play, spaces) > limit) break;
        continue;
      }
      const ratio = ratioOf(extra, tightness);
      const runt = from > 0 && width < shortest ? rules.runt : 0;
      nodes = addLine(search, from, to, ending + justifiedDemerits(ratio) + runt, classOf(ratio), nodes);
    }
  }
  return nodes;
};

/** Forgets which nodes of a breakpoint there are, for the next one. */
const forgetKnown = (search: Search, first: number, end: number): void => {
  const { state, line } = search.memory;
  for (let node = first; node < end; node += 1) {
    search.known[(line[node] ?? 0) * statesPerLine + (state[node] ?? 0)] = 0;
  }
};

/** Searches one pass over the breakpoints in memory. The nodes stay there. */
export const searchLines = (
  memory: LineMemory,
  points: Breakpoints,
  setting: Setting,
  rules: LineRules,
  tightness: Tightness,
  patience: Patience,
): FoundEnds => {
  const { last } = points;
  const search: Search = {
    memory,
    points,
    setting,
    rules,
    tightness,
    patience,
    limit: extraAt(patience.limit, tightness, setting.em),
    ladderLimit: extraAt(rules.ladderLimit, tightness, setting.em),
    runt: runtWidth(rules, setting.firstIndent, setting.em),
    known: new Int32Array(statesPerLine * (patience.countLines ? last + 1 : 1)),
  };
  growNodes(memory, 1);
  memory.demerits[0] = 0;
  memory.before[0] = -1;
  memory.at[0] = 0;
  memory.state[0] = ordinary;
  memory.line[0] = 0;
  const { kinds, firstNode } = memory;
  firstNode[0] = 0;
  firstNode[1] = 1;
  let end = 1;
  let low = 0;
  let reached = 0;
  for (let to = 1; to <= last; to += 1) {
    const first = end;
    if (patience.softHyphens || kinds[to] !== joint.softHyphen) {
      low = windowStart(search, low, to);
      end = addLinesTo(search, low, to, first);
      forgetKnown(search, first, end);
    }
    firstNode[to + 1] = end;
    if (end > first) reached = to;
    if (kinds[to] === joint.forced) low = to;
    if (reached < low) return { first: 0, end: 0 };
  }
  return { first: firstNode[last] ?? 0, end };
};
