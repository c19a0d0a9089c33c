/** The part of the graphics and text state (ISO 32000-1 §8.4, §9.3) that says where something stands, whether it shows, and in what paint. */
import { identity, type Matrix } from '../prepress/matrix.ts';
import type { PdfRectangle } from '../prepress/page-tree.ts';
import type { PdfValue } from '../prepress/pdf-values.ts';
import { deviceGray } from './colour-spaces.ts';
import { initialPaint, type Paint } from './paint-state.ts';
import type { ProofFont } from '../prepress/proof-fonts.ts';

/** What `q` saves and `Q` brings back, as far as it is read here; lengths in the space they are set in. */
export interface GraphicsState {
  readonly matrix: Matrix;
  /** Nothing shows outside; in the space of the page. */
  readonly clip: PdfRectangle;
  readonly font: ProofFont | undefined;
  /** The font's index among those of the page. */
  readonly fontIndex: number;
  readonly size: number;
  readonly characterSpacing: number;
  /** 1 for the font's own width. */
  readonly horizontalScale: number;
  readonly leading: number;
  readonly rise: number;
  /** 3 and 7 do not paint (§9.3.6). */
  readonly renderingMode: number;
  readonly paint: Paint;
  /** The pattern that areas are filled with, where the colour is one. */
  readonly pattern: PdfValue | undefined;
}

/** The box around a rectangle after a transformation. */
export const transformedBox = (
  matrix: Matrix,
  left: number,
  bottom: number,
  width: number,
  height: number,
): PdfRectangle => {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [x, y] of [
    [left, bottom],
    [left + width, bottom],
    [left, bottom + height],
    [left + width, bottom + height],
  ] as const) {
    xs.push(x * matrix[0] + y * matrix[2] + matrix[4]);
    ys.push(x * matrix[1] + y * matrix[3] + matrix[5]);
  }
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
};

/** What two boxes have in common; empty boxes have their edges the wrong way round. */
export const intersection = (first: PdfRectangle, second: PdfRectangle): PdfRectangle => ({
  left: Math.max(first.left, second.left),
  bottom: Math.max(first.bottom, second.bottom),
  right: Math.min(first.right, second.right),
  top: Math.min(first.top, second.top),
});

/** The state a page begins with. */
export const initialState = (sheet: PdfRectangle): GraphicsState => ({
  matrix: identity,
  clip: sheet,
  font: undefined,
  fontIndex: 0,
  size: 0,
  characterSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  renderingMode: 0,
  paint: initialPaint(deviceGray),
  pattern: undefined,
});

/** How much longer a length becomes, on average over all directions. */
export const scaleOf = (matrix: Matrix): number =>
  Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));

/** True for a box in which nothing shows. */
export const isEmptyBox = (box: PdfRectangle): boolean => !(box.right >= box.left && box.top >= box.bottom);
