/**
 * A paragraph ready to be broken into lines, how it is to be set, and the lines that were chosen. Widths are CSS px.
 * Parallel typed arrays, because a book has hundreds of thousands of places where a line might end.
 */

/**
 * What stands between two segments of a paragraph. A break at `space`, `tie` or `unbreakable` drops the space; the last
 * does not end a line, but is stretched as any other.
 */
export const joint = {
  /** Nothing: no line may end here. */
  none: 0,
  /** A word space. */
  space: 1,
  /** A word space that would rather not be broken at: it costs, but it is no wall. */
  tie: 2,
  /** A soft hyphen: nothing where the line goes on, a hyphen where it ends. */
  softHyphen: 3,
  /** A line may end after the hyphen that ends the segment; nothing is added. */
  hardHyphen: 4,
  /** A line ends here, because the author said so; always the paragraph's last joint. */
  forced: 5,
  /** A no-break space that stretches. One that does not is a part of its segment. */
  unbreakable: 6,
  /** A line may end here and nothing is added: after a dash or a slash, at a zero-width space. */
  opportunity: 7,
} as const;

/** Segments that nothing divides, and the joints after them: all arrays are as long as there are segments. */
export interface Paragraph {
  /** Width of each segment, so that the sum of a line that goes on is exact: kerning belongs to the segment before it. */
  readonly widths: Float64Array;
  /** The kind of the joint after each segment, a value of {@link joint}. */
  readonly joints: Uint8Array;
  /** Natural width of the joint where the line goes on: that of the space; 0 for a joint without one. */
  readonly spaces: Float64Array;
  /**
   * What is added to the line that ends at the joint: the hyphen's width; less than 0 where punctuation hangs in the
   * margin; else 0.
   */
  readonly closings: Float64Array;
  /** What is added to the line that begins with the segment: less than 0 where punctuation hangs. Absent: nothing. */
  readonly openings?: Float64Array;
}

/** Where a paragraph is set. */
export interface Setting {
  /** Width of the lines. */
  readonly measure: number;
  /** Indent of the first line (`text-indent`); less than 0 where it hangs. */
  readonly firstIndent: number;
  /** Font size. */
  readonly em: number;
  /** Lines fill the measure, but for the last and those the author ended; else they are ragged. */
  readonly justify: boolean;
  /** Ragged lines are all about as long as each other, the last one too: for heads and narrow cells. Else the last is as it comes. */
  readonly balance?: boolean;
  /** Lines more (1) or fewer (-1) than the best setting has, where that is possible without a line worse than `rules` permit. */
  readonly looseness?: -1 | 0 | 1;
}

/** The lines of a paragraph: all arrays are as long as there are lines, but for `ends` none is needed to set them. */
export interface SetLines {
  /** The joint at which each line ends; the last is the paragraph's last joint. */
  readonly ends: Int32Array;
  /** Natural width of each line, with its hyphen, what hangs and the first line's indent. */
  readonly widths: Float64Array;
  /** What is added to each space of the line to fill the measure; less than 0 where they shrink; 0 on ragged lines. */
  readonly extras: Float64Array;
  /** Mean width of a word space on the line as set; 0 on a line without one. */
  readonly wordSpaces: Float64Array;
  /** What the setting costs; comparable between settings of the same paragraph at the same measure. */
  readonly demerits: number;
  /** The pass that found it; the last permits what no other does: lines of any looseness, overfull ones, ladders. */
  readonly pass: 1 | 2 | 3;
}
