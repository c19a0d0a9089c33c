/** A paragraph as breakpoints with prefix sums, so that the width of any line is one subtraction. */
import { joint } from '../../protocol/paragraph.ts';
import type { Paragraph } from '../../protocol/paragraph.ts';
import { isHyphen } from './line-cost.ts';
import { growBreakpoints } from './line-memory.ts';
import type { LineMemory } from './line-memory.ts';

/** What is to be known of a paragraph's breakpoints as a whole. */
export interface Breakpoints {
  /** The last breakpoint: the paragraph's end. The first is 0, its start. */
  readonly last: number;
  /** The mean natural width of its spaces, px; 0 where there are none. */
  readonly space: number;
  /** How much the ends of two lines that begin or stop side by side can differ by hyphens and hanging punctuation, px. */
  readonly play: number;
}

/** Whether a joint is a space that may be stretched. */
export const isSpace = (kind: number): boolean =>
  kind === joint.space || kind === joint.tie || kind === joint.unbreakable;

/** Reads a paragraph into memory. Its last joint ends it, whatever its kind. */
export const readBreakpoints = (
  memory: LineMemory,
  paragraph: Paragraph,
  firstIndent: number,
): Breakpoints => {
  const { widths, joints, spaces, closings, openings } = paragraph;
  const count = widths.length;
  growBreakpoints(memory, count + 1);
  const { kinds, stops, starts, spacesAtStop, spacesAtStart, plain } = memory;
  let position = 0;
  let spaceCount = 0;
  let spaceWidth = 0;
  let point = 0;
  let lastPlain = 0;
  let play = 0;
  memory.joints[0] = -1;
  kinds[0] = joint.forced;
  starts[0] = -firstIndent - (openings?.[0] ?? 0);
  spacesAtStart[0] = 0;
  plain[0] = 0;
  for (let at = 0; at < count; at += 1) {
    const kind = at === count - 1 ? joint.forced : (joints[at] ?? joint.none);
    const stop = position + (widths[at] ?? 0);
    const space = spaces[at] ?? 0;
    const stretches = isSpace(kind);
    position = stop + space;
    if (kind !== joint.none && kind !== joint.unbreakable) {
      const closing = closings[at] ?? 0;
      const opening = openings?.[at + 1] ?? 0;
      point += 1;
      memory.joints[point] = at;
      kinds[point] = kind;
      stops[point] = stop + closing;
      starts[point] = position - opening;
      spacesAtStop[point] = spaceCount;
      spacesAtStart[point] = spaceCount + (stretches ? 1 : 0);
      plain[point] = lastPlain;
      if (!isHyphen(kind)) lastPlain = point;
      play = Math.max(play, Math.abs(closing) + Math.abs(opening));
    }
    if (stretches) {
      spaceCount += 1;
      spaceWidth += space;
    }
  }
  return {
    last: point,
    space: spaceCount === 0 ? 0 : spaceWidth / spaceCount,
    play: 2 * play,
  };
};
