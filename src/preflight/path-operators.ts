/** The operators that draw paths (ISO 32000-1 §8.5). */
import type { PdfRectangle } from '../prepress/page-tree.ts';
import type { Machine, Operator } from './content-machine.ts';
import { intersection, isEmptyBox, scaleOf, transformedBox } from './graphics-state.ts';
import { addMark } from './page-reading.ts';
import { hidesAll } from './paint-state.ts';

const around = (first: PdfRectangle, second: PdfRectangle): PdfRectangle => ({
  left: Math.min(first.left, second.left),
  bottom: Math.min(first.bottom, second.bottom),
  right: Math.max(first.right, second.right),
  top: Math.max(first.top, second.top),
});

const addPart = (machine: Machine, box: PdfRectangle, parts: number): void => {
  const { path } = machine;
  machine.path =
    path === undefined ? { box, parts } : { box: around(path.box, box), parts: path.parts + parts };
};

const pointBox = (machine: Machine, x: number, y: number): PdfRectangle =>
  transformedBox(machine.state.matrix, x, y, 0, 0);

/** `re`. */
export const addRectangle: Operator = (machine, { numbers }) => {
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  addPart(machine, transformedBox(machine.state.matrix, x, y, width, height), 1);
};

/** `m` and `l`. */
export const addPoint: Operator = (machine, { numbers }) => {
  addPart(machine, pointBox(machine, numbers[0] ?? 0, numbers[1] ?? 0), 2);
};

/** `c`, `v` and `y`: a curve stays within its points. */
export const addCurve =
  (points: number): Operator =>
  (machine, { numbers }) => {
    for (let index = 0; index < points; index += 1)
      addPart(machine, pointBox(machine, numbers[index * 2] ?? 0, numbers[index * 2 + 1] ?? 0), 2);
  };

/** `W` and `W*`. */
export const setClip: Operator = (machine) => {
  machine.clips = true;
};

/** Ends the path: it becomes the clip where it was asked for. */
export const endPath: Operator = (machine) => {
  const { state, path } = machine;
  if (machine.clips && path !== undefined) {
    // Of a path that is no rectangle, nothing shows outside its box, but not all of the box shows.
    machine.state = { ...state, clip: intersection(state.clip, path.box) };
  }
  machine.path = undefined;
  machine.clips = false;
};

const grown = (box: PdfRectangle, by: number): PdfRectangle => ({
  left: box.left - by,
  bottom: box.bottom - by,
  right: box.right + by,
  top: box.top + by,
});

/** Fills or strokes the path; a rectangle of plain colour hides what was painted before. */
export const paintPath = (
  machine: Machine,
  { fills, strokes }: { readonly fills: boolean; readonly strokes: boolean },
): void => {
  const { reading, state, path } = machine;
  if (path === undefined) return;
  const { paint, matrix } = state;
  const upright = (matrix[1] === 0 && matrix[2] === 0) || (matrix[0] === 0 && matrix[3] === 0);
  const isBox = path.parts === 1 && upright;
  const shown = intersection(state.clip, path.box);
  if (fills && isBox && hidesAll(paint)) reading.covers.push({ box: shown, glyphs: reading.letters.length });
  const lineWidth = strokes ? paint.lineWidth * scaleOf(matrix) : 0;
  const box = strokes ? intersection(state.clip, grown(path.box, lineWidth / 2)) : shown;
  if (isEmptyBox(box)) return;
  const thickness = Math.min(path.box.right - path.box.left, path.box.top - path.box.bottom);
  const width = strokes ? lineWidth : thickness;
  addMark(reading, {
    kind: 'path',
    box,
    paint,
    belonging: reading.belonging,
    filled: fills,
    stroked: strokes,
    width,
    isBox: isBox && fills,
  });
};
