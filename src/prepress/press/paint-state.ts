/** The part of the graphics state (ISO 32000-1 §8.4) that decides whether black overprints: what with, how big, how thin. */
import type { Matrix } from '../matrix.ts';
import { scaleOf } from '../matrix.ts';

/** Bits of what overprints: the inside of shapes and letters, their outline. */
export const fillBit = 1;
/** See {@link fillBit}. */
export const strokeBit = 2;

/** What `q` saves and `Q` brings back. */
export interface PaintState {
  readonly matrix: Matrix;
  /** Units of the space the line is drawn in. */
  readonly lineWidth: number;
  readonly fontSize: number;
  /** 0 fills, 1 strokes, 2 does both, 3 neither; 4 more also clips (§9.3.6). */
  readonly renderingMode: number;
  /** True where the ink is full black and nothing else. */
  readonly fillIsBlack: boolean;
  readonly strokeIsBlack: boolean;
  /** What is set to overprint, in bits. */
  readonly overprint: number;
}

/** The state a content stream begins with: black, as a page does. */
export const initialPaint = (matrix: Matrix): PaintState => ({
  matrix,
  lineWidth: 1,
  fontSize: 0,
  renderingMode: 0,
  fillIsBlack: true,
  strokeIsBlack: true,
  overprint: 0,
});

/** Points: type below overprints, for a gap round it would show when the plates are a hair off (GWG 2022 R0009). */
const smallType = 12;

/** Points: lines below overprint (GWG 2022 R0010). */
const thinLine = 2;

/** How high type is on the page, in points. */
export const typeSize = ({ matrix, fontSize }: PaintState, text: Matrix): number => {
  const x = text[2] * matrix[0] + text[3] * matrix[2];
  const y = text[2] * matrix[1] + text[3] * matrix[3];
  return Math.abs(fontSize) * Math.hypot(x, y);
};

/** What text that is shown now should overprint, in bits. */
export const textOverprint = (state: PaintState, text: Matrix): number => {
  if (typeSize(state, text) >= smallType) return 0;
  const way = state.renderingMode % 4;
  const fills = (way === 0 || way === 2) && state.fillIsBlack ? fillBit : 0;
  const strokes = (way === 1 || way === 2) && state.strokeIsBlack ? strokeBit : 0;
  return fills | strokes;
};

/** What a path should overprint, in bits, where `thickness` in points is that of its thickest part. */
export const pathOverprint = (
  state: PaintState,
  painted: { readonly fills: boolean; readonly strokes: boolean },
  thickness: number,
): number => {
  const fills = painted.fills && state.fillIsBlack && thickness < thinLine ? fillBit : 0;
  const isThin = state.lineWidth * scaleOf(state.matrix) < thinLine;
  return fills | (painted.strokes && state.strokeIsBlack && isThin ? strokeBit : 0);
};
