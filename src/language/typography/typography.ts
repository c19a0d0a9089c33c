/** Fine typography of one language: what is changed in a block of text, what is kept together, what looks wrong. Pure. */
import type { TypographyRule } from '../../protocol/typography.ts';

/**
 * Stands in a block's text for what is no business of these rules and yet counts as a letter: code, words of another
 * language, a reference, a web address, a character that the author has escaped.
 */
export const masked = '\uFFFC';

/** Stands in a block's text for the call of a note. A noncharacter: no author writes it. */
export const noteCall = '\uFDD0';

/** Stands in a block's text for a forced end of line. It is a space to every rule, and none is kept together across it. */
export const lineEnd = '\u2028';

/** In a block's text, the characters from `from` up to `to` (UTF-16 code units) are replaced by `text`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly rule: TypographyRule;
}

/**
 * A stretch of a block's text that no line is broken in (`never`; its spaces keep their width), or one space at which a line is
 * rather not broken (`rather-not`).
 */
export interface Tie {
  readonly from: number;
  readonly to: number;
  readonly kind: 'never' | 'rather-not';
  readonly rule: TypographyRule;
}

/** Something that is checked and not changed: what stands there, and what would be right. */
export interface Doubt {
  readonly from: number;
  readonly to: number;
  readonly found: string;
  readonly expected: string;
  readonly rule: TypographyRule;
}

/** The kind of block a text is: figures in a cell of a table are judged a little otherwise. */
export type BlockKind = 'text' | 'cell';

/** A cell in the body of a table, as {@link Typography.columnDoubts} reads it. */
export interface ColumnCell {
  readonly text: string;
  /** The words at the head of its column and of its row. */
  readonly label: string;
}

/** The rules of one language. Texts are whole blocks, as {@link masked} and {@link noteCall} describe. */
export interface Typography {
  /** What is to be changed: in order, none overlapping another. */
  readonly edits: (text: string) => readonly Edit[];
  /** What is to be kept together in a text that has been changed: in order, none overlapping another. */
  readonly ties: (text: string) => readonly Tie[];
  /** What looks wrong in a text as the author wrote it. */
  readonly doubts: (text: string, kind: BlockKind) => readonly Doubt[];
  /** What looks wrong in the cells of one column beside each other: one list for each. */
  readonly columnDoubts: (cells: readonly ColumnCell[]) => readonly (readonly Doubt[])[];
}

/** Changes nothing, keeps nothing together, doubts nothing. */
export const noTypography: Typography = {
  edits: () => [],
  ties: () => [],
  doubts: () => [],
  columnDoubts: (cells) => cells.map(() => []),
};

/** The text with its edits made. */
export const withEdits = (text: string, edits: readonly Edit[]): string => {
  let changed = '';
  let at = 0;
  for (const edit of edits) {
    changed += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return changed + text.slice(at);
};
