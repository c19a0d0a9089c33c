// @ts-check
/** Ways to break a paragraph that are compared. */
import { breakParagraph } from '../../build/makeup/lines/break-paragraph.js';
import { lineRules } from '../../build/makeup/lines/line-cost.js';
import { makeLineMemory } from '../../build/makeup/lines/line-memory.js';

/** @typedef {import('./read-page.js').ReadParagraph} ReadParagraph */
/** Says at which joints the lines of a paragraph end. @typedef {(paragraph: ReadParagraph) => Iterable<number>} EndsOf */

/** Total fit, as the program breaks. @param {number} softHyphen the weight of a hyphen @returns {EndsOf} */
export const totalFitSetting = (softHyphen = lineRules.softHyphen) => {
  const options = { rules: { ...lineRules, softHyphen }, memory: makeLineMemory() };
  return ({ widths, joints, spaces, closings, measure, firstIndent, em }) =>
    breakParagraph(
      {
        widths: Float64Array.from(widths),
        joints: Uint8Array.from(joints),
        spaces: Float64Array.from(spaces),
        closings: Float64Array.from(closings),
      },
      { measure, firstIndent, em, justify: true },
      options,
    ).ends;
};

/** Chromium's own breaks. @type {readonly (readonly [string, EndsOf])[]} */
export const chromiumSettings = [
  ['Chromium, no hyphens', ({ whole }) => whole],
  ['Chromium, hyphens', ({ hyphenated }) => hyphenated],
];
