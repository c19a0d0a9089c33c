/**
 * Breaks a paragraph into lines: the best setting as a whole, never line by line. The most demanding pass that finds a
 * way decides; the last always does.
 */
import type { Paragraph, Setting, SetLines } from '../../protocol/paragraph.ts';
import { readBreakpoints } from './breakpoints.ts';
import { lineRules, tightnessOf } from './line-cost.ts';
import type { LineRules } from './line-cost.ts';
import { makeLineMemory } from './line-memory.ts';
import type { LineMemory } from './line-memory.ts';
import type { FoundEnds, Patience } from './search-lines.ts';
import { searchLines } from './search-lines.ts';
import { setLines } from './set-lines.ts';

/** How a paragraph is broken, where not as usual. */
export interface LineOptions {
  readonly rules?: LineRules;
  /** Memory of an earlier call: many paragraphs are broken faster with one. */
  readonly memory?: LineMemory;
}

/** The passes in order. Nothing in ragged text is too loose; it is hyphenated only where there is no other way. */
const passesOf = (justify: boolean, rules: LineRules): readonly Patience[] => {
  const [first, second] = rules.limits;
  const patient = { softHyphens: justify, desperate: false, countLines: false };
  const desperate = { limit: Infinity, softHyphens: true, desperate: true, countLines: false };
  return [
    { pass: 1, limit: first, ...patient },
    ...(justify ? [{ pass: 2, limit: second, ...patient } as const] : []),
    { pass: 3, ...desperate },
  ];
};

/** The cheapest of the nodes found, of those with that many lines where a number is given; -1 where there is none. */
const cheapest = (memory: LineMemory, found: FoundEnds, lines?: number): number => {
  let best = -1;
  let least = Infinity;
  for (let node = found.first; node < found.end; node += 1) {
    const demerits = memory.demerits[node] ?? Infinity;
    if (demerits >= least || (lines !== undefined && memory.line[node] !== lines)) continue;
    best = node;
    least = demerits;
  }
  return best;
};

/** The joints at which the lines end that lead to a node. */
const endsOf = (memory: LineMemory, last: number): Int32Array => {
  let count = 0;
  for (let node = last; node > 0; node = memory.before[node] ?? 0) count += 1;
  const ends = new Int32Array(count);
  for (let node = last; node > 0; node = memory.before[node] ?? 0) {
    count -= 1;
    ends[count] = memory.joints[memory.at[node] ?? 0] ?? 0;
  }
  return ends;
};

/**
 * Breaks a paragraph into lines. Never fails: what is wider than the measure and cannot be broken stands alone on its
 * line. A paragraph without segments has no lines.
 */
export const breakParagraph = (
  paragraph: Paragraph,
  setting: Setting,
  options: LineOptions = {},
): SetLines => {
  const { rules = lineRules, memory = makeLineMemory() } = options;
  const points = readBreakpoints(memory, paragraph, setting.firstIndent);
  const tightness = tightnessOf(rules, points.space, setting.em);
  for (const patience of passesOf(setting.justify, rules)) {
    const found = searchLines(memory, points, setting, rules, tightness, patience);
    const best = cheapest(memory, found);
    if (best < 0) continue;
    const { pass } = patience;
    const ordinary = endsOf(memory, best);
    const demerits = memory.demerits[best] ?? 0;
    const looseness = setting.looseness ?? 0;
    if (looseness !== 0) {
      const counted = searchLines(memory, points, setting, rules, tightness, {
        ...patience,
        countLines: true,
      });
      const other = cheapest(memory, counted, ordinary.length + looseness);
      if (other >= 0) {
        const ends = endsOf(memory, other);
        return setLines(paragraph, setting, tightness, ends, memory.demerits[other] ?? 0, pass);
      }
    }
    return setLines(paragraph, setting, tightness, ordinary, demerits, pass);
  }
  return setLines(paragraph, setting, tightness, new Int32Array(0), 0, 1);
};
