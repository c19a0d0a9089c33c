/** Who chooses where the lines of a block end is an argument of the galley. */
import type { LineTotals } from '../protocol/paginator.ts';
import type { Paragraph, Setting } from '../protocol/paragraph.ts';
import type { LineBlock } from './block-tree.ts';

/** A line ends before `offset` of `node`. */
export interface LineEnd {
  readonly node: Text;
  readonly offset: number;
  /** The line ends in a soft hyphen, which becomes a hyphen. */
  readonly hyphen: boolean;
  /** The line ends by the text's own newline (`white-space: pre`): nothing to write. */
  readonly own: boolean;
  /** How far the line's last sign and the next line's first hang out, px. Absent: not at all. */
  readonly hangEnd?: number;
  readonly hangStart?: number;
}

/** The lines of one block: their ends but the last's, and what is left over where a line is not full. Lengths in px. */
export interface ChosenLines {
  readonly ends: readonly LineEnd[];
  /** Lines the author ended (`<br>`), and the room behind their text. */
  readonly owned: readonly { readonly mark: HTMLBRElement; readonly rest: number }[];
  /** The room behind the last line. */
  readonly rest: number;
  /** `word-spacing` of a justified block whose spaces shrink: they are stretched from there. */
  readonly wordSpacing?: number;
  /** How the lines came out, and what they were chosen from; absent where Chromium broke them. */
  readonly counts?: LineCounts;
  readonly source?: LineSource;
}

/** A paragraph as it was measured, and how it is set. */
export interface LineSource {
  readonly paragraph: Paragraph;
  readonly setting: Setting;
}

/** A line more (1) or fewer (-1) than a paragraph has at its best. */
export type Looseness = -1 | 0 | 1;

/** How the lines of one block came out; counts of lines. */
export interface LineCounts {
  /** Justified lines that have spaces to stretch. */
  readonly justified: number;
  /** Of these, lines whose mean space is wider than half an em. */
  readonly loose: number;
  readonly lines: number;
  readonly hyphenated: number;
  /** Most lines in a row that end in a hyphen. */
  readonly ladder: number;
  /** Lines that end so, with two such lines right above. */
  readonly thirds: number;
  /** The last line is shorter than it should be. */
  readonly runt: boolean;
}

/** The counts of all blocks together. */
export const totalLines = (counts: Iterable<LineCounts>): LineTotals => {
  const total = { lines: 0, justified: 0, loose: 0, hyphenated: 0, ladder: 0, thirds: 0, runts: 0 };
  for (const block of counts) {
    total.lines += block.lines;
    total.justified += block.justified;
    total.loose += block.loose;
    total.hyphenated += block.hyphenated;
    total.ladder = Math.max(total.ladder, block.ladder);
    total.thirds += block.thirds;
    total.runts += block.runt ? 1 : 0;
  }
  return total;
};

/**
 * Chooses the line ends of a block that holds only lines. Reads the page as it is laid out. Where `looseness` asks for a line more or fewer
 * than is best, and that can be had, the block has it.
 */
export type LineChooser = (block: LineBlock, looseness?: Looseness) => ChosenLines;

/** The left and the right edge of a block's content, px in the viewport. */
export const contentEdges = (element: HTMLElement): { readonly left: number; readonly right: number } => {
  const rect = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    left: rect.left + Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.borderLeftWidth),
    right: rect.right - Number.parseFloat(style.paddingRight) - Number.parseFloat(style.borderRightWidth),
  };
};
