/**
 * Reads a block of lines as one paragraph: its segments with their widths, what stands between them, and where in the page each
 * begins. Every word is measured once per font, where it stands. Reads only.
 */
import { joint, type Paragraph } from '../protocol/paragraph.ts';
import { unspaced } from './character-box.ts';
import { hangAtEnd, hangAtStart } from './hanging-marks.ts';
import type { InlineStyle, InlineStyleReader } from './inline-styles.ts';
import { endsInDash, wordParts, type WordPart } from './word-cuts.ts';

/** Where a segment begins in the page. */
export interface SegmentStart {
  /** The text it begins in; for a picture or a box the element itself. */
  readonly node: Text | Element;
  readonly offset: number;
}

/** A paragraph as it stands in the page. */
export interface ParagraphText {
  readonly paragraph: Paragraph;
  /** Width of the hyphen of the block's own font. */
  readonly hyphen: number;
  /** Where each segment begins. */
  readonly starts: readonly SegmentStart[];
  /** The breaks of the author, in order. */
  readonly marks: readonly HTMLBRElement[];
}

/** A word in one font: its parts and their widths, px. */
interface MeasuredWord {
  readonly parts: readonly WordPart[];
  readonly widths: readonly number[];
  /** It is of a script that has no spaces: a line may end between any two letters. */
  readonly unspaced: boolean;
}

/** Measures words; what it has measured once it knows. */
export interface WordMeasure {
  readonly measure: (node: Text, offset: number, word: string, style: InlineStyle) => MeasuredWord;
}

/** What has been measured in one font: words, and their parts, which are the same in many. */
interface KnownFont {
  readonly words: Map<string, MeasuredWord>;
  readonly parts: Map<string, number>;
}

const rangeWidth = (range: Range, node: Text, from: number, to: number): number => {
  if (to <= from) return 0;
  range.setStart(node, from);
  range.setEnd(node, to);
  const rects = [...range.getClientRects()];
  // Where Chromium divides a word, what comes after the soft hyphen begins with the rectangle of the hyphen drawn above.
  const own = rects.length > 1 && node.data.charAt(from - 1) === '\u00AD' ? rects.slice(1) : rects;
  return own.reduce((width, rect) => width + rect.width, 0);
};

/** A measure with an empty memory. */
export const createWordMeasure = (): WordMeasure => {
  // One range for all words: every living range is brought up to date on each later change of the text.
  const range = document.createRange();
  const fonts: KnownFont[] = [];
  return {
    measure: (node, offset, word, style) => {
      const { words, parts: known } = (fonts[style.font] ??= { words: new Map(), parts: new Map() });
      const found = words.get(word);
      if (found !== undefined) return found;
      const parts = wordParts(word);
      const widths = parts.map(({ from, to }) => {
        // The last letter's advance depends on what follows it, be it a soft hyphen: two signs tell.
        const key = `${to - from} ${word.slice(from, to + 2)}`;
        const width = known.get(key) ?? rangeWidth(range, node, offset + from, offset + to);
        known.set(key, width);
        return width;
      });
      const measured = { parts, widths, unspaced: unspaced.test(word) };
      words.set(word, measured);
      return measured;
    },
  };
};

/** White space that collapses, no-break spaces, and the words between them. */
const tokens = /[\t\n\r\f ]+|\u00A0|[^\t\n\r\f \u00A0]+/gu;

/** Collects a paragraph piece by piece. */
class ParagraphReader {
  private readonly widths: number[] = [];
  private readonly joints: number[] = [];
  private readonly spaces: number[] = [];
  private readonly closings: number[] = [];
  private readonly openings: number[] = [];
  private readonly starts: SegmentStart[] = [];
  private readonly marks: HTMLBRElement[] = [];
  /** False where the block holds what only Chromium can set. */
  private plain = true;
  private open: { width: number; readonly start: SegmentStart; opening: number; hang: number } | undefined;
  /** What boxes add before the next piece. */
  private lead = 0;
  /** A word that ends in a dash: a line may end there if the next piece allows. */
  private dash: string | undefined;
  private readonly styleOf: InlineStyleReader;
  private readonly words: WordMeasure;
  /** Punctuation at line ends hangs out. */
  private readonly hanging: boolean;

  constructor(styleOf: InlineStyleReader, words: WordMeasure, hanging: boolean) {
    this.styleOf = styleOf;
    this.words = words;
    this.hanging = hanging;
  }

  element(element: Element, style: InlineStyle): void {
    for (const child of element.childNodes) {
      if (child instanceof Text) this.letters(child, style);
      else if (child instanceof HTMLBRElement) this.lineEnd(child);
      else if (child instanceof Element) this.inline(child);
    }
  }

  /** The whole, once all is read; undefined for a block without a letter, or one that only Chromium can set. */
  finish(hyphen: number): ParagraphText | undefined {
    this.close(joint.forced, 0);
    if (!this.plain || this.widths.length === 0) return undefined;
    // A space at the very end of a block takes no room.
    this.joints[this.joints.length - 1] = joint.forced;
    // Nothing hangs where the author begins and ends a line: there the edge is not straight anyway.
    for (const [index, kind] of this.joints.entries()) {
      if (kind === joint.forced) this.closings[index] = 0;
      if (index === 0 || this.joints[index - 1] === joint.forced) this.openings[index] = 0;
    }
    const paragraph = {
      widths: Float64Array.from(this.widths),
      joints: Uint8Array.from(this.joints),
      spaces: Float64Array.from(this.spaces),
      closings: Float64Array.from(this.closings),
      ...(this.hanging ? { openings: Float64Array.from(this.openings) } : {}),
    };
    return { paragraph, hyphen, starts: this.starts, marks: this.marks };
  }

  private inline(element: Element): void {
    if (element.tagName === 'WBR') {
      this.close(joint.opportunity, 0);
      return;
    }
    const style = this.styleOf(element);
    if (style.kind === 'none') return;
    if (style.kind === 'atomic') {
      if (element.classList.contains('tf-leader')) this.plain = false;
      const margins = getComputedStyle(element);
      const outside = Number.parseFloat(margins.marginLeft) + Number.parseFloat(margins.marginRight);
      this.piece(element.getBoundingClientRect().width + outside, { node: element, offset: 0 });
      return;
    }
    this.lead += style.before;
    this.element(element, style);
    if (this.open === undefined) this.lead += style.after;
    else this.open.width += style.after;
  }

  private letters(node: Text, style: InlineStyle): void {
    for (const { 0: token, index } of node.data.matchAll(tokens)) {
      const first = token.charCodeAt(0);
      if (first === 0xa0) this.noBreakSpace(style, node, index);
      else if (first <= 0x20) this.space(style, node, index);
      else this.word(token, style, node, index);
    }
  }

  private space(style: InlineStyle, node: Text, offset: number): void {
    if (this.open === undefined) {
      this.spaceAfterCut(style);
      return;
    }
    if (!style.whole) this.close(style.tied ? joint.tie : joint.space, style.space);
    else if (style.rigid) this.piece(style.space, { node, offset });
    else this.close(joint.unbreakable, style.space);
  }

  /** A space after a place where a line may end anyway. */
  private spaceAfterCut(style: InlineStyle): void {
    const last = this.joints.length - 1;
    if (last < 0 || this.joints[last] === joint.forced || (this.spaces[last] ?? 0) > 0) return;
    this.joints[last] = style.whole ? joint.unbreakable : joint.space;
    this.spaces[last] = style.space;
    this.closings[last] = Math.min(0, this.closings[last] ?? 0);
  }

  private noBreakSpace(style: InlineStyle, node: Text, offset: number): void {
    if (style.rigid) {
      this.piece(style.space, { node, offset });
      return;
    }
    if (this.open === undefined) this.piece(0, { node, offset });
    this.close(joint.unbreakable, style.space);
  }

  private word(word: string, style: InlineStyle, node: Text, offset: number): void {
    if (this.dash !== undefined && !style.whole && endsInDash(this.dash, word))
      this.close(joint.opportunity, 0);
    const { parts, widths, unspaced: anywhere } = this.words.measure(node, offset, word, style);
    if (anywhere) this.plain = false;
    for (const [index, part] of parts.entries()) {
      this.piece(widths[index] ?? 0, { node, offset: offset + part.from });
      this.hang(word.slice(part.from, part.to), style);
      if (part.cut === undefined || style.whole) continue;
      const hyphen = part.cut === joint.softHyphen;
      if (hyphen) this.hang('-', style);
      this.close(part.cut, 0, hyphen ? style.hyphen : 0);
    }
    this.dash = word;
  }

  /** Notes how far the segment hangs out where a line ends or begins with it. */
  private hang(text: string, style: InlineStyle): void {
    if (!this.hanging || this.open === undefined || text === '') return;
    this.open.hang = hangAtEnd(text, style.advance);
    if (this.open.opening < 0) this.open.opening = hangAtStart(text, style.advance);
  }

  private piece(width: number, start: SegmentStart): void {
    if (this.open === undefined) {
      this.open = { width: width + this.lead, start, opening: this.lead === 0 ? -1 : 0, hang: 0 };
    } else {
      this.open.width += width + this.lead;
      this.open.opening = Math.max(0, this.open.opening);
      this.open.hang = 0;
    }
    this.lead = 0;
    this.dash = undefined;
  }

  private lineEnd(mark: HTMLBRElement): void {
    const last = this.joints.length - 1;
    if (this.open === undefined && last >= 0 && this.joints[last] !== joint.forced) {
      this.joints[last] = joint.forced;
    } else {
      // Two in a row make an empty line.
      if (this.open === undefined) this.piece(0, { node: mark, offset: 0 });
      this.close(joint.forced, 0);
    }
    this.marks.push(mark);
  }

  private close(kind: number, space: number, closing = 0): void {
    this.dash = undefined;
    if (this.open === undefined) return;
    this.widths.push(this.open.width);
    this.starts.push(this.open.start);
    this.joints.push(kind);
    this.spaces.push(space);
    this.closings.push(closing - this.open.hang);
    this.openings.push(-Math.max(0, this.open.opening));
    this.open = undefined;
  }
}

/**
 * Reads a block as a paragraph; undefined where it holds what only Chromium can set. The widths are those of the page as it is laid
 * out, px.
 */
export const readParagraph = (
  block: HTMLElement,
  styleOf: InlineStyleReader,
  words: WordMeasure,
  hanging: boolean,
): ParagraphText | undefined => {
  const reader = new ParagraphReader(styleOf, words, hanging);
  const style = styleOf(block);
  reader.element(block, style);
  return reader.finish(style.hyphen);
};
