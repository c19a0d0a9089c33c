/** Transformations of the plane as PDF writes them (ISO 32000-1 §8.3.3): `a b c d e f`. */
import type { Operands } from './content-tokens.ts';
import type { PdfRectangle } from './page-tree.ts';

/** A transformation. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Nothing changes. */
export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that stands in the operands of `cm` or `Tm`; what is missing is 0. */
export const matrixOf = ({ numbers }: Operands): Matrix => [
  numbers[0] ?? 0,
  numbers[1] ?? 0,
  numbers[2] ?? 0,
  numbers[3] ?? 0,
  numbers[4] ?? 0,
  numbers[5] ?? 0,
];

/** First `inner`, then `outer`. */
export const composed = (inner: Matrix, outer: Matrix): Matrix => {
  const [a, b, c, d, e, f] = inner;
  const [oa, ob, oc, od, oe, of] = outer;
  return [
    a * oa + b * oc,
    a * ob + b * od,
    c * oa + d * oc,
    c * ob + d * od,
    e * oa + f * oc + oe,
    e * ob + f * od + of,
  ];
};

/** The upright rectangle around a rectangle that is transformed. */
export const boundsOf = (box: PdfRectangle, matrix: Matrix): PdfRectangle => {
  const [a, b, c, d, e, f] = matrix;
  const corners = [
    [box.left, box.bottom],
    [box.right, box.bottom],
    [box.right, box.top],
    [box.left, box.top],
  ] as const;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
};

/** What two rectangles share; undefined where they do not meet. */
export const intersection = (a: PdfRectangle, b: PdfRectangle): PdfRectangle | undefined => {
  const both = {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  };
  return both.left < both.right && both.bottom < both.top ? both : undefined;
};

/** The way back; undefined where a transformation makes the plane a line. */
export const inverted = ([a, b, c, d, e, f]: Matrix): Matrix | undefined => {
  const area = a * d - b * c;
  if (area === 0 || !Number.isFinite(area)) return undefined;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
};

/** How much longer a line becomes on average. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));
