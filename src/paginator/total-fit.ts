/** A chooser of line ends: each block is read as a paragraph and broken as a whole (makeup/lines). Reads only. */
import { breakParagraph } from '../makeup/lines/break-paragraph.ts';
import { isSpace } from '../makeup/lines/breakpoints.ts';
import { lineRules, runtWidth } from '../makeup/lines/line-cost.ts';
import { makeLineMemory } from '../makeup/lines/line-memory.ts';
import type { Paragraph, SetLines, Setting } from '../protocol/paragraph.ts';
import { joint } from '../protocol/paragraph.ts';
import type { LineBlock } from './block-tree.ts';
import { chromiumLines } from './chromium-breaks.ts';
import type { PagedElements } from './generated-content.ts';
import { createInlineStyles } from './inline-styles.ts';
import type { ChosenLines, LineChooser, LineCounts, LineEnd, LineSource } from './line-chooser.ts';
import { contentEdges } from './line-chooser.ts';
import { createWordMeasure, readParagraph, type ParagraphText, type SegmentStart } from './read-paragraph.ts';

/** Spaces wider than this many ems make a line loose. */
const looseSpace = 0.5;

/**
 * A column of a table is as wide as its widest word; the parts of that word, each measured by itself and rounded, may be wider
 * together. Ragged lines may be longer by this many px, so that such a word stays whole.
 */
const raggedPlay = 0.25;

/** Ragged text narrower than this many ems, about twenty-five letters, is balanced. */
const narrow = 12;

/** The first line's indent, px; undefined where CSS asks for what is not known here. */
const indentOf = (style: CSSStyleDeclaration, measure: number): number | undefined => {
  const match = /^(-?[\d.]+)(px|%)$/u.exec(style.textIndent);
  if (match === null) return undefined;
  const value = Number(match[1]);
  return match[2] === '%' ? (value / 100) * measure : value;
};

/** True for blocks that are left to Chromium: what it puts into their lines cannot be measured from outside. */
const isForeign = (block: LineBlock, style: CSSStyleDeclaration, paged: PagedElements): boolean => {
  if (block.pre || style.direction === 'rtl') return true;
  if (style.display === 'list-item' && style.listStylePosition === 'inside') return true;
  const says = (element: Element): boolean => {
    const values = paged.get(element);
    return values?.wordsBefore !== undefined || values?.wordsAfter !== undefined;
  };
  return says(block.element) || [...block.element.querySelectorAll('*')].some((element) => says(element));
};

const hasWordSpace = (paragraph: Paragraph, from: number, to: number): boolean =>
  paragraph.joints.subarray(from, to).some((kind) => isSpace(kind));

/** Where a line that begins with this segment begins in the page. */
const endBefore = (start: SegmentStart, hyphen: boolean): LineEnd | undefined =>
  start.node instanceof Text ? { node: start.node, offset: start.offset, hyphen, own: false } : undefined;

/** How far the line that ends at a joint and the next one hang out. `added` is the width of what the break adds. */
const hangsAt = (
  { closings, openings }: Paragraph,
  end: number,
  added: number,
): { readonly hangEnd: number; readonly hangStart: number } => ({
  hangEnd: Math.max(0, added - (closings[end] ?? 0)),
  hangStart: Math.max(0, -(openings?.[end + 1] ?? 0)),
});

/** How the lines of a paragraph come out. */
export const countLines = ({ paragraph, setting }: LineSource, lines: SetLines): LineCounts => {
  const last = lines.ends.length - 1;
  let [justified, loose, hyphenated, ladder, thirds, rungs, from] = [0, 0, 0, 0, 0, 0, 0];
  for (const [line, end] of lines.ends.entries()) {
    const kind = paragraph.joints[end];
    const filled = setting.justify && kind !== joint.forced;
    if (filled && hasWordSpace(paragraph, from, end)) {
      justified += 1;
      if ((lines.wordSpaces[line] ?? 0) > looseSpace * setting.em) loose += 1;
    }
    rungs = kind === joint.softHyphen ? rungs + 1 : 0;
    ladder = Math.max(ladder, rungs);
    if (rungs > 0) hyphenated += 1;
    if (rungs > 2) thirds += 1;
    from = end + 1;
  }
  const shortest = runtWidth(lineRules, setting.firstIndent, setting.em);
  const runt = last > 0 && (lines.widths[last] ?? 0) < shortest;
  return { lines: last + 1, justified, loose, hyphenated, ladder, thirds, runt };
};

const chosenFrom = (
  text: ParagraphText,
  lines: SetLines,
  setting: Setting,
  spacing: number,
): ChosenLines | undefined => {
  const { paragraph, starts, marks } = text;
  const ends: LineEnd[] = [];
  const owned: { readonly mark: HTMLBRElement; readonly rest: number }[] = [];
  const last = lines.ends.length - 1;
  const restOf = (line: number): number => setting.measure - (lines.widths[line] ?? 0);
  let narrowest = 0;
  for (const [line, end] of lines.ends.entries()) {
    narrowest = Math.min(narrowest, lines.extras[line] ?? 0);
    if (line === last) break;
    if (paragraph.joints[end] === joint.forced) {
      const mark = marks[owned.length];
      if (mark === undefined) return undefined;
      owned.push({ mark, rest: restOf(line) });
      continue;
    }
    const start = starts[end + 1];
    const hyphen = paragraph.joints[end] === joint.softHyphen;
    const found = start === undefined ? undefined : endBefore(start, hyphen);
    if (found === undefined) return undefined;
    ends.push(
      paragraph.openings === undefined
        ? found
        : { ...found, ...hangsAt(paragraph, end, hyphen ? text.hyphen : 0) },
    );
  }
  const source = { paragraph, setting };
  const spaced = narrowest < 0 ? { wordSpacing: spacing + narrowest } : {};
  return { ends, owned, rest: restOf(last), ...spaced, counts: countLines(source, lines), source };
};

/**
 * Chooses by total fit. `paged` says which elements have words of their own before and after them, `hanging` whether punctuation
 * hangs out at the ends of justified lines. What it has measured it
 * remembers, so that a word is measured once per font; blocks it cannot read are broken as Chromium broke them.
 */
export const totalFit = (paged: PagedElements, hanging: boolean): LineChooser => {
  const styleOf = createInlineStyles();
  const words = createWordMeasure();
  const memory = makeLineMemory();
  return (block, looseness = 0) => {
    const style = getComputedStyle(block.element);
    if (isForeign(block, style, paged)) return chromiumLines(block);
    const { left, right } = contentEdges(block.element);
    const measure = right - left + (block.justify ? 0 : raggedPlay);
    const firstIndent = indentOf(style, measure);
    const text =
      firstIndent === undefined
        ? undefined
        : readParagraph(block.element, styleOf, words, hanging && block.justify);
    if (text === undefined || firstIndent === undefined) return chromiumLines(block);
    const balance =
      style.textWrapStyle === 'balance' ||
      /^H[1-6]$/u.test(block.element.tagName) ||
      measure < narrow * block.fontSize;
    const setting = { measure, firstIndent, em: block.fontSize, justify: block.justify, balance };
    if (text.paragraph.widths.some((width) => width > measure + 0.5)) return chromiumLines(block);
    const spacing = Number.parseFloat(style.wordSpacing);
    const lines = breakParagraph(text.paragraph, { ...setting, looseness }, { memory });
    return chosenFrom(text, lines, setting, spacing) ?? chromiumLines(block);
  };
};
