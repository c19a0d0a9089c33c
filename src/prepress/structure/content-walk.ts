/** What is known while a content stream is read for its marks. */
import type { Operands } from '../content-tokens.ts';
import { identity, type Matrix } from '../matrix.ts';
import type { Box, NameUse, ReadMark, Shown, Span, Unmarked } from './content-marks.ts';

/** A span that says what its glyphs stand for. */
export interface OpenSpan {
  readonly kind: 'span';
  readonly open: Span;
  readonly text: string | undefined;
  /** What was shown before it. */
  readonly before: Shown | undefined;
  readonly strings: Span[];
  /** What was shown within it. */
  shown: Shown | undefined;
}

/** Marked content that is open. */
export type Open =
  OpenSpan | { readonly kind: 'mark'; readonly mark: ReadMark } | { readonly kind: 'artifact' };

/** The graphics state, as far as it is read here. */
interface State {
  readonly ctm: Matrix;
  readonly font: string;
  readonly size: number;
}

/** The glyph that was shown last; made a value once something depends on it, as glyphs are many. */
interface LastGlyph {
  end: number;
  stringStart: number;
  stringEnd: number;
  /** Where it stands, across and up, and its size. */
  readonly at: Float64Array;
  /** True until it was made a value. */
  isNew: boolean;
}

/** A content stream on the way. */
export interface Walk {
  readonly bytes: Uint8Array;
  readonly marks: ReadMark[];
  readonly unmarked: Unmarked[];
  readonly names: NameUse[];
  readonly invisible: Span[];
  readonly states: State[];
  readonly open: Open[];
  state: State;
  /** How often states were saved and restored. */
  saved: number;
  /** The mark that is open, and how many artifacts are. */
  mark: ReadMark | undefined;
  artifacts: number;
  /** The innermost span, where nothing was opened in it. */
  span: OpenSpan | undefined;
  /** The matrix of the text's line. */
  readonly line: Float64Array;
  readonly glyph: LastGlyph;
  /** The glyph that is read ahead: how far it stands from the last, and its code. */
  readonly next: Float64Array;
  /** Where text began, below 0 outside of it, and what it showed last. */
  textStart: number;
  textShown: Shown | undefined;
  /** Where the path began, below 0 where there is none, and the box around it. */
  pathStart: number;
  pathBox: Box | undefined;
}

/** Nothing is read yet. */
export const startWalk = (bytes: Uint8Array): Walk => ({
  bytes,
  marks: [],
  unmarked: [],
  names: [],
  invisible: [],
  states: [],
  open: [],
  state: { ctm: identity, font: '', size: 1 },
  saved: 0,
  mark: undefined,
  artifacts: 0,
  span: undefined,
  line: Float64Array.from(identity),
  glyph: { end: 0, stringStart: 0, stringEnd: 0, at: new Float64Array(3), isNew: false },
  next: new Float64Array(2),
  textStart: -1,
  textShown: undefined,
  pathStart: -1,
  pathBox: undefined,
});

/** The box with a point in it. */
export const widened = (box: Box | undefined, x: number, y: number): Box =>
  box === undefined
    ? { left: x, bottom: y, right: x, top: y }
    : {
        left: Math.min(box.left, x),
        bottom: Math.min(box.bottom, y),
        right: Math.max(box.right, x),
        top: Math.max(box.top, y),
      };

/** The box around both. */
export const joined = (first: Box | undefined, second: Box | undefined): Box | undefined => {
  if (first === undefined || second === undefined) return first ?? second;
  return {
    left: Math.min(first.left, second.left),
    bottom: Math.min(first.bottom, second.bottom),
    right: Math.max(first.right, second.right),
    top: Math.max(first.top, second.top),
  };
};

/** A name as it is written, without its solidus. */
export const nameAt = ({ bytes }: Walk, { starts, ends }: Operands, index: number): string => {
  let name = '';
  const end = ends[index] ?? 0;
  for (let at = (starts[index] ?? 0) + 1; at < end; at += 1) name += String.fromCharCode(bytes[at] ?? 0);
  return name;
};

/** Remembers the name of a resource where it is used. */
export const addName = (walk: Walk, operands: Operands, index: number, category: string): void => {
  if (operands.kinds[index] !== 'name' || index >= operands.count) return;
  const [start, end] = [operands.starts[index] ?? 0, operands.ends[index] ?? 0];
  walk.names.push({ category, name: nameAt(walk, operands, index), start, end });
};
