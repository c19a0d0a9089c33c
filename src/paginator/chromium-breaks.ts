/**
 * Where Chromium itself ended the lines of a block. One of the possible choosers of breaks: it reads the galley as
 * Chromium laid it out. Reads only.
 */

import { characterBox, unspaced } from './character-box.ts';
import { contentEdges, type LineChooser, type LineEnd } from './line-chooser.ts';

const SOFT_HYPHEN = '\u00AD';

/** One range for all blocks: every living range is brought up to date on each later change of the text. */
const probe = document.createRange();

/** After these a line may end. */
const isBreakable = (letter: string | undefined): boolean =>
  letter !== undefined && /[\s\u00AD\-\u2013\u2014]/u.test(letter);

/** A stretch in which no line ends: one word of a script that has spaces, with the punctuation round it. */
const unbroken =
  /^[([\u201C\u201E\u00AB\u2018"]*[\p{L}\p{M}\p{N}.,:;\u2019']*[)\]\u201D\u201C\u00BB\u2019".,;:!?\u2026]*[\s\u00AD\-\u2013\u2014]*$/u;

/** The last index up to `index`, after `from`, at which a word begins; `from` where there is none. */
const wordStartBefore = (data: string, from: number, index: number): number => {
  for (let at = Math.min(index, data.length - 1); at > from; at -= 1) {
    if (isBreakable(data[at - 1]) && !/\s/u.test(data[at] ?? ' ')) return at;
  }
  return from;
};

/** The next index after `index` at which a word begins; the length of the text where there is none. */
const wordStartAfter = (data: string, index: number): number => {
  for (let at = index + 1; at < data.length; at += 1) {
    if (isBreakable(data[at - 1]) && !/\s/u.test(data[at] ?? ' ')) return at;
  }
  return data.length;
};

/**
 * The first index after `from` whose character stands lower than `top`, or the node's length. Words near the guess are
 * asked first; only a word that may be broken inside is searched letter by letter.
 */
const nextLineStart = (range: Range, node: Text, from: number, top: number, stride: number): number => {
  const { data } = node;
  const lower = (index: number): boolean => {
    if (index >= data.length) return true;
    const found = characterBox(range, node, index)?.top;
    // Nothing but collapsed space follows: it counts as beyond the last line, so that the search never stops at it.
    return found === undefined || found > top + 1;
  };
  let high = wordStartBefore(data, from, from + Math.max(1, stride));
  if (high === from) high = wordStartAfter(data, from);
  let low = from;
  if (lower(high)) {
    for (
      let word = wordStartBefore(data, from, high - 1);
      word > from;
      word = wordStartBefore(data, from, word - 1)
    ) {
      if (!lower(word)) {
        low = word;
        break;
      }
      high = word;
    }
  } else {
    do {
      low = high;
      high = wordStartAfter(data, low);
    } while (!lower(high));
  }
  const stretch = data.slice(low, high);
  // A word as long as half a line may have been broken because no line holds it.
  if (stretch.length < stride / 2 && unbroken.test(stretch) && !unspaced.test(stretch)) return high;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lower(middle)) high = middle;
    else low = middle;
  }
  return high;
};

const distinctTops = (rects: readonly DOMRect[]): readonly number[] => {
  const tops: number[] = [];
  for (const rect of rects) {
    const last = tops.at(-1);
    if (last === undefined || rect.top > last + 1) tops.push(rect.top);
  }
  return tops;
};

const isNewline = (node: Text, offset: number): boolean => node.data[offset - 1] === '\n';

interface Passed {
  readonly right: number;
  readonly bottom: number;
}

/** True where a box stands on a later line than what was passed last: further left and lower. */
const startsLine = (box: DOMRect, previous: Passed): boolean =>
  box.left < previous.right - 0.5 && box.bottom > previous.bottom + 2;

/** Reads the ends of lines from the boxes of the text. */
export const chromiumLines: LineChooser = ({ element, pre }) => {
  const ends: LineEnd[] = [];
  const owned: { readonly mark: HTMLBRElement; readonly rest: number }[] = [];
  const { right: edge } = contentEdges(element);
  const range = probe;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let previous: Passed | undefined;
  let lastText: Text | undefined;
  let lastRight = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) {
      owned.push({ mark: node, rest: edge - lastRight });
      previous = undefined;
      continue;
    }
    if (node instanceof Element) {
      if (node.tagName === 'IMG' || node.tagName === 'svg' || node.tagName === 'INPUT') {
        const rect = node.getBoundingClientRect();
        if (lastText !== undefined && previous !== undefined && startsLine(rect, previous)) {
          ends.push({ node: lastText, offset: lastText.length, hyphen: false, own: false });
        }
        previous = { right: rect.right, bottom: rect.bottom };
        lastRight = rect.right;
      }
      continue;
    }
    if (!(node instanceof Text) || node.length === 0) continue;
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
    const first = rects[0];
    if (first === undefined) continue;
    if (previous !== undefined && startsLine(first, previous)) {
      const hyphen = lastText !== undefined && lastText.data.endsWith(SOFT_HYPHEN);
      ends.push({
        node,
        offset: 0,
        hyphen,
        own: pre && lastText !== undefined && isNewline(lastText, lastText.length),
      });
    }
    const tops = distinctTops(rects);
    let from = 0;
    let stride = Math.ceil(node.length / Math.max(1, tops.length));
    for (let line = 1; line < tops.length; line += 1) {
      const top = tops[line - 1] ?? 0;
      const found = nextLineStart(range, node, from, top, stride);
      // A kept newline has no box of its own and counts to the line after it; it ends the line before.
      const offset = pre && node.data[found] === '\n' ? found + 1 : found;
      if (offset >= node.length) break;
      ends.push({
        node,
        offset,
        hyphen: node.data[offset - 1] === SOFT_HYPHEN,
        own: pre && isNewline(node, offset),
      });
      stride = Math.max(4, offset - from);
      from = offset;
    }
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    const lastLine = rects.filter((rect) => rect.bottom > bottom - 2);
    const right = Math.max(...lastLine.map((rect) => rect.right));
    previous = { right, bottom };
    lastText = node;
    lastRight = right;
  }
  return { ends, owned, rest: edge - lastRight };
};
