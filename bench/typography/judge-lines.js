// @ts-check
/** Counts how lines came out, whoever broke them: joints in, counts out. */
import { lineRules } from '../../build/makeup/lines/line-cost.js';
import { joint } from '../../build/protocol/paragraph.js';

/** @typedef {import('./read-page.js').ReadParagraph} ReadParagraph */
/**
 * @typedef {{
 *   readonly lines: number, readonly justified: number, readonly loose: number, readonly hyphenated: number, readonly ladder: number,
 *   readonly thirds: number, readonly runts: number,
 * }} LineFigures `loose` is the share of justified lines over half an em, `hyphenated` that of all lines; `thirds` counts lines with two hyphens right above
 */

/** @type {ReadonlySet<number | undefined>} */
const spaceKinds = new Set([joint.space, joint.tie, joint.unbreakable]);

/** The natural width of a line and its spaces. @param {ReadParagraph} paragraph @param {number} from @param {number} to */
const naturalLine = ({ widths, spaces, joints, closings, firstIndent }, from, to) => {
  let [width, count, sum] = [(from === 0 ? firstIndent : 0) + (widths[to] ?? 0) + (closings[to] ?? 0), 0, 0];
  for (let at = from; at < to; at += 1) {
    width += (widths[at] ?? 0) + (spaces[at] ?? 0);
    if (!spaceKinds.has(joints[at])) continue;
    count += 1;
    sum += spaces[at] ?? 0;
  }
  return { width, count, sum };
};

/**
 * Judges the lines of all paragraphs.
 * @param {readonly ReadParagraph[]} paragraphs
 * @param {(paragraph: ReadParagraph) => Iterable<number>} endsOf the joints at which the lines of one end
 * @returns {LineFigures}
 */
export const judgeLines = (paragraphs, endsOf) => {
  let [lines, justified, loose, hyphenated, ladder, thirds, runts] = [0, 0, 0, 0, 0, 0, 0];
  for (const paragraph of paragraphs) {
    const last = paragraph.joints.length - 1;
    let [from, run] = [0, 0];
    for (const end of endsOf(paragraph)) {
      const { width, count, sum } = naturalLine(paragraph, from, end);
      lines += 1;
      if (end !== last && count > 0) {
        justified += 1;
        if ((sum + paragraph.measure - width) / count > paragraph.em / 2) loose += 1;
      }
      run = paragraph.joints[end] === joint.softHyphen ? run + 1 : 0;
      if (run > 0) hyphenated += 1;
      if (run > 2) thirds += 1;
      ladder = Math.max(ladder, run);
      const shortest = Math.max(paragraph.firstIndent, lineRules.shortest * paragraph.em);
      if (end === last && from > 0 && width < shortest) runts += 1;
      from = end + 1;
    }
  }
  return {
    lines,
    justified,
    loose: loose / justified,
    hyphenated: hyphenated / lines,
    ladder,
    thirds,
    runts,
  };
};
