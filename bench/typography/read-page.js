// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * In the page: every justified paragraph as the paginator reads it, and where Chromium itself ends its lines, with soft hyphens and
 * without. Bundled and run in place of the paginator.
 */
import { chromiumLines } from '../../build/paginator/chromium-breaks.js';
import { createInlineStyles } from '../../build/paginator/inline-styles.js';
import { createWordMeasure, readParagraph } from '../../build/paginator/read-paragraph.js';

/** @typedef {import('../../build/paginator/read-paragraph.js').SegmentStart} SegmentStart */
/**
 * @typedef {{
 *   readonly widths: readonly number[], readonly joints: readonly number[], readonly spaces: readonly number[],
 *   readonly closings: readonly number[], readonly measure: number, readonly firstIndent: number, readonly em: number,
 *   readonly hyphenated: readonly number[], readonly whole: readonly number[],
 * }} ReadParagraph lengths in px; `hyphenated` and `whole` are the joints at which Chromium ends lines
 */

/** Shows the text at the measure of the page and waits for its fonts. @param {number} width px */
const show = async (width) => {
  document.body.style.removeProperty('display');
  document.body.style.margin = '0';
  document.body.style.width = `${width}px`;
  await document.fonts.ready;
};

/** The joints at which Chromium ends lines, the last one too. @param {HTMLElement} element @param {readonly SegmentStart[]} starts */
const chromiumEnds = (element, starts) => {
  /** @type {import('../../build/paginator/block-tree.js').LineBlock} */
  const block = {
    kind: 'lines',
    element,
    justify: true,
    pre: false,
    lineHeight: 0,
    fontSize: 0,
    style: {
      before: 'auto',
      after: 'auto',
      inside: 'auto',
      orphans: 2,
      widows: 2,
      head: 0,
      foot: 0,
      clone: false,
    },
  };
  const ends = chromiumLines(block).ends.map(({ node, offset }) => {
    const next = starts.findIndex(
      (start) => start.node === node && start.node instanceof Text && start.offset >= offset,
    );
    return next - 1;
  });
  return [...ends.filter((end) => end >= 0), starts.length - 1];
};

/** @param {HTMLElement} element */
const withoutSoftHyphens = (element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) node.data = node.data.replaceAll('\u00AD', '\u2060');
  }
};

/** @param {{ readonly width: number }} request @returns {Promise<readonly ReadParagraph[]>} */
const readProse = async ({ width }) => {
  await show(width);
  const styleOf = createInlineStyles();
  const words = createWordMeasure();
  return [...document.querySelectorAll('p')].flatMap((element) => {
    const style = getComputedStyle(element);
    const text = readParagraph(element, styleOf, words, false);
    if (text === undefined || style.textAlign !== 'justify') return [];
    const { widths, joints, spaces, closings } = text.paragraph;
    const hyphenated = chromiumEnds(element, text.starts);
    withoutSoftHyphens(element);
    const whole = chromiumEnds(element, text.starts);
    return [
      {
        widths: [...widths],
        joints: [...joints],
        spaces: [...spaces],
        closings: [...closings],
        measure: element.getBoundingClientRect().width,
        firstIndent: Number.parseFloat(style.textIndent),
        em: Number.parseFloat(style.fontSize),
        hyphenated,
        whole,
      },
    ];
  });
};

/** Answers as the paginator does: JSON in, JSON out. @param {string} name @param {string} request */
export const call = async (name, request) =>
  name === 'readProse' ? JSON.stringify(await readProse(JSON.parse(request))) : '""';
