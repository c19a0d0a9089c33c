/** What a content stream draws and how it is marked, as plain data (ISO 32000-1 §14.6). */

/** Bytes of a content stream, the last one excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A glyph or a run of glyphs shown by one operator. */
export interface Shown {
  /** Where its first glyph stands, and the size of the font, in the units of the page. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Name of the font in the resources. */
  readonly font: string;
  /** Where the string begins and ends, its delimiters included. */
  readonly stringStart: number;
  readonly stringEnd: number;
  /** Where more text may follow: after the span that gives the glyph its text, if there is one. */
  after: number;
  readonly isSpanned: boolean;
  /** What follows it, as the paginator wrote it: the line ends in a hyphen of its own, or without a space. */
  ending: 'hyphen' | 'join' | undefined;
}

/** A stretch of content with a number. */
export interface ReadMark {
  readonly mcid: number;
  /** The operator that opens it, with its operands, and the one that closes it. */
  readonly open: Span;
  close: Span;
  first: Shown | undefined;
  last: Shown | undefined;
  /** The last thing shown on every line but the last, where a stretch has several. */
  lines: readonly Shown[];
  /** Paths, pictures and shadings. */
  paintings: number;
  box: Box | undefined;
  /** How often the graphics state was saved and restored before it was opened, and before it was closed. */
  readonly statesBefore: number;
  statesAfter: number;
}

/** Edges in the units of the page. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Something drawn that no mark holds. */
export interface Unmarked extends Span {
  readonly kind: 'text' | 'graphic' | 'form';
  readonly box: Box | undefined;
  /** Name of a form's resource. */
  readonly name: string;
}

/** A resource's name where it is used. */
export interface NameUse extends Span {
  readonly category: string;
  readonly name: string;
}

/** What a content stream draws. */
export interface ReadContent {
  readonly marks: readonly ReadMark[];
  readonly unmarked: readonly Unmarked[];
  readonly names: readonly NameUse[];
  /** Stretches of bytes that are to go: glyphs that stand for nothing a reader sees. */
  readonly invisible: readonly Span[];
}

/** Lines are further apart than this part of the size; raised numbers are not. */
const lineStep = 0.6;

/** True where what is shown at height `y` begins another line than what was shown last, each in its size. */
export const isNewLine = (lastY: number, lastSize: number, y: number, size: number): boolean =>
  Math.abs(y - lastY) > lineStep * Math.max(lastSize, size);
