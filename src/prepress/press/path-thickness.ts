/** How thick the parts of a path are: a filled rectangle two hairs high is a line too (GWG 2022 R0018). */
import type { Matrix } from '../matrix.ts';

/** A path as it is drawn. */
export interface DrawnPath {
  /** The box round the part that is being drawn, in points; empty boxes have their edges the wrong way round. */
  left: number;
  bottom: number;
  right: number;
  top: number;
  /** The thickest part before it, in points. */
  thickest: number;
}

/** No path yet. */
export const emptyPath = (): DrawnPath => ({
  left: Infinity,
  bottom: Infinity,
  right: -Infinity,
  top: -Infinity,
  thickest: 0,
});

/** Adds a point to the part that is being drawn. */
export const addPoint = (path: DrawnPath, matrix: Matrix, x: number, y: number): void => {
  const across = x * matrix[0] + y * matrix[2];
  const up = x * matrix[1] + y * matrix[3];
  path.left = Math.min(path.left, across);
  path.right = Math.max(path.right, across);
  path.bottom = Math.min(path.bottom, up);
  path.top = Math.max(path.top, up);
};

/** The thickest part so far, in points. */
export const thickness = (path: DrawnPath): number =>
  path.right < path.left
    ? path.thickest
    : Math.max(path.thickest, Math.min(path.right - path.left, path.top - path.bottom));

/** Begins a new part. */
export const beginPart = (path: DrawnPath): void => {
  Object.assign(path, { ...emptyPath(), thickest: thickness(path) });
};
