/**
 * Where a page is painted and how small its type is, as far as an imposition asks: rectangles around what is painted (of clips, those that are
 * rectangles; white is paper) and the smallest type. Points, in the page's own space.
 */
import { operatorCode, readContent, type Operands } from '../content-tokens.ts';
import { pageContent } from '../page-content.ts';
import type { PdfPage, PdfRectangle } from '../page-tree.ts';
import { pagesOf, readRectangle } from '../page-tree.ts';
import { objectsOf, type PdfDocument } from '../pdf-document.ts';
import type { PdfObjects } from '../pdf-objects.ts';
import type { PdfDictionary } from '../pdf-values.ts';
import { asDictionary, asItems, asName, asNumber, asStream, latinText } from '../pdf-values.ts';
import { streamContent } from '../stream-content.ts';
import { boundsOf, composed, identity, intersection, matrixOf, type Matrix } from '../matrix.ts';
import { smallestType, type Row } from './smallest-type.ts';

/** What is painted on a page. */
export interface PageMarks {
  readonly boxes: readonly PdfRectangle[];
  /** Size of the smallest letters, raised or lowered figures apart; undefined on a page without text. */
  readonly smallestType: number | undefined;
}

interface State {
  matrix: Matrix;
  clip: PdfRectangle;
  fillsWhite: boolean;
  strokesWhite: boolean;
  fontSize: number;
}

const everywhere: PdfRectangle = { left: -1e6, bottom: -1e6, right: 1e6, top: 1e6 };

const codes = Object.fromEntries(
  'q Q cm re m l c v y h n W W* f F f* B B* b b* S s sh Do BT ET Tf Tm Td TD Tj TJ g G rg RG k K cs CS sc SC scn SCN'
    .split(' ')
    .map((name) => [name, operatorCode(name)] as const),
) as Readonly<Record<string, number>>;

const setOf = (...names: readonly string[]): ReadonlySet<number> =>
  new Set(names.map((name) => codes[name] ?? 0));

const fills = setOf('f', 'F', 'f*', 'B', 'B*', 'b', 'b*');
const strokes = setOf('S', 's', 'B', 'B*', 'b', 'b*');
const endings = setOf('f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'n');
const points = setOf('m', 'l', 'c', 'v', 'y');
const clips = setOf('W', 'W*');
const fillColours = setOf('g', 'rg', 'k', 'cs', 'sc', 'scn');
const strokeColours = setOf('G', 'RG', 'K', 'CS', 'SC', 'SCN');

/** Forms in forms: deeper ones are left out. */
const deepest = 12;

const isWhite = (operator: number, { numbers, count }: Operands): boolean => {
  const wanted = operator === codes['k'] || operator === codes['K'] ? 0 : 1;
  const grey = operator === codes['g'] || operator === codes['G'];
  const known = grey || operator === codes['rg'] || operator === codes['RG'] || wanted === 0;
  return known && numbers.subarray(0, count).every((number) => number === wanted);
};

const unitSquare: PdfRectangle = { left: 0, bottom: 0, right: 1, top: 1 };

/** What grows while a page is read. */
interface Found {
  readonly boxes: PdfRectangle[];
  readonly rows: Row[];
}

const readMarks = (
  content: Uint8Array,
  resources: PdfDictionary | undefined,
  outer: { readonly matrix: Matrix; readonly clip: PdfRectangle },
  objects: PdfObjects,
  found: Found,
  depth: number,
): void => {
  let state: State = { ...outer, fillsWhite: false, strokesWhite: false, fontSize: 0 };
  const saved: State[] = [];
  let path: PdfRectangle | undefined;
  let isClip = false;
  let line = identity;
  // Where the next letter stands on its line, and what of the line is painted so far, in the line's own units.
  let across = 0;
  let from = Infinity;
  let to = -Infinity;

  const paint = (box: PdfRectangle): void => {
    const shown = intersection(box, state.clip);
    if (shown !== undefined) found.boxes.push(shown);
  };
  const extend = (box: PdfRectangle): void => {
    const bounds = boundsOf(box, state.matrix);
    path =
      path === undefined
        ? bounds
        : {
            left: Math.min(path.left, bounds.left),
            bottom: Math.min(path.bottom, bounds.bottom),
            right: Math.max(path.right, bounds.right),
            top: Math.max(path.top, bounds.top),
          };
  };
  const endPath = (operator: number): void => {
    const isPainted =
      (fills.has(operator) && !state.fillsWhite) || (strokes.has(operator) && !state.strokesWhite);
    if (path !== undefined) {
      // A line has no extent across: half a point is less than any margin that is judged.
      const drawn = { ...path, right: path.right + 0.01, top: path.top + 0.01 };
      if (isPainted) paint(drawn);
      const none = { left: 0, bottom: 0, right: 0, top: 0 };
      if (isClip) state = { ...state, clip: intersection(drawn, state.clip) ?? none };
    }
    path = undefined;
    isClip = false;
  };
  /** Letters of a line make one box: a page has thousands. */
  const endRow = (): void => {
    if (to > from) {
      const { fontSize, fillsWhite, matrix } = state;
      const device = composed(line, matrix);
      found.rows.push({ size: fontSize * Math.hypot(device[2], device[3]), baseline: device[5] });
      const box = { left: from, bottom: -fontSize / 5, right: to, top: fontSize * 0.7 };
      if (!fillsWhite) paint(boundsOf(box, device));
    }
    from = Infinity;
    to = -Infinity;
  };
  /** A letter is about half as wide as high; the next one says where it ends, but for the last. */
  const showText = ({ starts, ends, kinds, count }: Operands): void => {
    const last = count - 1;
    const bytes = (ends[last] ?? 0) - (starts[last] ?? 0) - 2;
    const letters = kinds[last] === 'hex' ? bytes / 4 : bytes / 2;
    from = Math.min(from, across);
    to = Math.max(to, across + (letters * state.fontSize) / 2);
  };
  const moveLine = (x: number, y: number): void => {
    if (y === 0) {
      across += x;
      return;
    }
    endRow();
    line = composed([1, 0, 0, 1, across + x, y], line);
    across = 0;
  };
  const startLine = (matrix: Matrix): void => {
    endRow();
    line = matrix;
    across = 0;
  };
  const drawObject = (name: string): void => {
    const object = asStream(
      objects.resolve(asDictionary(objects.resolve(resources?.entries.get('XObject')))?.entries.get(name)),
    );
    if (object === undefined) return;
    const { entries } = object.dictionary;
    if (asName(objects.resolve(entries.get('Subtype'))) !== 'Form') {
      paint(boundsOf(unitSquare, state.matrix));
      return;
    }
    const inner = streamContent(objects, object);
    if (inner === undefined || depth >= deepest) return;
    const [a, b, c, d, e, f] = (asItems(objects.resolve(entries.get('Matrix'))) ?? []).map((item) =>
      asNumber(objects.resolve(item)),
    );
    const own: Matrix = [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
    const matrix = composed(own, state.matrix);
    const box = readRectangle(objects, entries.get('BBox')) ?? everywhere;
    const clip = intersection(boundsOf(box, matrix), state.clip);
    const inside = asDictionary(objects.resolve(entries.get('Resources'))) ?? resources;
    if (clip !== undefined) readMarks(inner, inside, { matrix, clip }, objects, found, depth + 1);
  };

  readContent(content, (operator, operands) => {
    const { numbers, count } = operands;
    const number = (at: number): number => numbers[at] ?? 0;
    // Nearly all operators of a page are these two.
    if (operator === codes['Tj']) showText(operands);
    else if (operator === codes['Td']) moveLine(number(0), number(1));
    else if (points.has(operator)) {
      for (let at = 0; at + 1 < count; at += 2)
        extend({ left: number(at), right: number(at), bottom: number(at + 1), top: number(at + 1) });
    } else if (clips.has(operator)) isClip = true;
    else if (endings.has(operator)) endPath(operator);
    else if (fillColours.has(operator)) {
      endRow();
      state = { ...state, fillsWhite: isWhite(operator, operands) };
    } else if (strokeColours.has(operator)) state = { ...state, strokesWhite: isWhite(operator, operands) };
    else
      switch (operator) {
        case codes['q']:
          saved.push(state);
          break;
        case codes['Q']:
          state = saved.pop() ?? state;
          break;
        case codes['cm']:
          state = { ...state, matrix: composed(matrixOf(operands), state.matrix) };
          break;
        case codes['re']:
          extend({
            left: number(0),
            bottom: number(1),
            right: number(0) + number(2),
            top: number(1) + number(3),
          });
          break;
        case codes['sh']:
          paint(state.clip);
          break;
        case codes['Do']:
          drawObject(latinText(content.subarray((operands.starts[0] ?? 0) + 1, operands.ends[0])));
          break;
        case codes['BT']:
          startLine(identity);
          break;
        case codes['ET']:
          endRow();
          break;
        case codes['Tf']:
          endRow();
          state = { ...state, fontSize: number(1) };
          break;
        case codes['Tm']:
          startLine(matrixOf(operands));
          break;
        case codes['TD']:
          moveLine(number(0), number(1));
          break;
        case codes['TJ']:
          showText(operands);
          break;
        default:
      }
  });
};

/** Reads what is painted on a page; nothing where its content cannot be read. */
const marksOf = (objects: PdfObjects, page: PdfPage): PageMarks => {
  const found: Found = { boxes: [], rows: [] };
  const content = pageContent(objects, page);
  const outer = { matrix: identity, clip: page.mediaBox ?? everywhere };
  if (content !== undefined) readMarks(content, page.resources, outer, objects, found, 0);
  return { boxes: found.boxes, smallestType: smallestType(found.rows) };
};

/** Reads what is painted on every page, in order. */
export const pageMarks = (document: PdfDocument): readonly PageMarks[] => {
  const objects = objectsOf(document);
  return pagesOf(objects).map((page) => marksOf(objects, page));
};
