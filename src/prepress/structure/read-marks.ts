/**
 * Reads what a content stream draws and how it is marked (ISO 32000-1 §14.6): every stretch with its number, what is drawn outside of them,
 * where lines end, the names of resources. One walk over the bytes; nothing is changed.
 */
import { operatorCode, readContent, type Operands } from '../content-tokens.ts';
import { composed, matrixOf } from '../matrix.ts';
import type { ReadContent, Unmarked } from './content-marks.ts';
import { closeMarked, openMarked } from './read-marked.ts';
import { moveLine, placeLine, setFont, settleShown, show, showRun } from './read-shown.ts';
import { addName, joined, nameAt, startWalk, widened, type Walk } from './content-walk.ts';

/** What an operator does; `at` is the byte after it. */
type Operator = (walk: Walk, operands: Operands, at: number) => void;

/** Where an operator of so many letters begins, with its operands. */
const startOf = ({ count, starts }: Operands, at: number, length: number): number =>
  count === 0 ? at - length : (starts[0] ?? 0);

const paint = (walk: Walk, painted: Unmarked): void => {
  const { mark } = walk;
  if (mark !== undefined) {
    if (painted.kind !== 'text') mark.paintings += 1;
    mark.box = joined(mark.box, painted.box);
  } else if (walk.artifacts === 0) {
    walk.unmarked.push(painted);
  }
};

const addPoint = (walk: Walk, x: number, y: number): void => {
  const [a, b, c, d, e, f] = walk.state.ctm;
  walk.pathBox = widened(walk.pathBox, a * x + c * y + e, b * x + d * y + f);
};

const beginPath = (walk: Walk, start: number): void => {
  if (walk.pathStart < 0) walk.pathStart = start;
};

const endPath = (walk: Walk): void => {
  walk.pathStart = -1;
  walk.pathBox = undefined;
};

const addPoints: Operator = (walk, operands, at) => {
  beginPath(walk, startOf(operands, at, 1));
  for (let index = 0; index + 1 < operands.count; index += 2)
    addPoint(walk, operands.numbers[index] ?? 0, operands.numbers[index + 1] ?? 0);
};

const paintPath: Operator = (walk, _, end) => {
  const { pathStart: start, pathBox: box } = walk;
  if (start >= 0) paint(walk, { start, end, kind: 'graphic', box, name: '' });
  endPath(walk);
};

const drawObject: Operator = (walk, operands, end) => {
  addName(walk, operands, 0, 'XObject');
  endPath(walk);
  addPoint(walk, 0, 0);
  addPoint(walk, 1, 1);
  const start = startOf(operands, end, 2);
  paint(walk, { start, end, kind: 'form', box: walk.pathBox, name: nameAt(walk, operands, 0) });
  endPath(walk);
};

/** `ET`: text that no mark holds. */
const endText: Operator = (walk, _, end) => {
  settleShown(walk);
  const { textStart: start, textShown: shown } = walk;
  walk.textStart = -1;
  walk.textShown = undefined;
  if (start < 0 || shown === undefined || walk.mark !== undefined) return;
  const box = { left: shown.x, right: shown.x, bottom: shown.y, top: shown.y };
  paint(walk, { start, end, kind: 'text', box, name: '' });
};

const naming =
  (category: string): Operator =>
  (walk, operands) => {
    addName(walk, operands, operands.count - 1, category);
  };

const operators: ReadonlyMap<number, Operator> = new Map(
  Object.entries({
    q: (walk) => {
      walk.states.push(walk.state);
      walk.saved += 1;
    },
    Q: (walk) => {
      walk.state = walk.states.pop() ?? walk.state;
      walk.saved += 1;
    },
    cm: (walk, operands) => {
      walk.state = { ...walk.state, ctm: composed(matrixOf(operands), walk.state.ctm) };
    },
    BT: (walk, _, at) => {
      placeLine(walk, [1, 0, 0, 1, 0, 0]);
      walk.textStart = at - 2;
      walk.textShown = undefined;
    },
    ET: endText,
    Tf: setFont,
    Tm: (walk, operands) => {
      placeLine(walk, matrixOf(operands));
    },
    TJ: show,
    BDC: openMarked,
    BMC: openMarked,
    EMC: closeMarked,
    sh: (walk, operands, end) => {
      addName(walk, operands, 0, 'Shading');
      paint(walk, { start: startOf(operands, end, 2), end, kind: 'graphic', box: undefined, name: '' });
    },
    Do: drawObject,
    BI: (walk, _, at) => {
      endPath(walk);
      beginPath(walk, at - 2);
    },
    ID: (walk, _, end) => {
      const start = walk.pathStart < 0 ? end : walk.pathStart;
      paint(walk, { start, end, kind: 'graphic', box: undefined, name: '' });
      endPath(walk);
    },
    re: (walk, operands, at) => {
      const [x = 0, y = 0, width = 0, height = 0] = operands.numbers;
      beginPath(walk, startOf(operands, at, 2));
      addPoint(walk, x, y);
      addPoint(walk, x + width, y + height);
    },
    n: endPath,
    m: addPoints,
    l: addPoints,
    c: addPoints,
    v: addPoints,
    y: addPoints,
    S: paintPath,
    s: paintPath,
    f: paintPath,
    F: paintPath,
    'f*': paintPath,
    B: paintPath,
    'B*': paintPath,
    b: paintPath,
    'b*': paintPath,
    gs: naming('ExtGState'),
    cs: naming('ColorSpace'),
    CS: naming('ColorSpace'),
    scn: naming('Pattern'),
    SCN: naming('Pattern'),
  } satisfies Record<string, Operator>).map(([name, operator]) => [operatorCode(name), operator]),
);

const moveOperator = operatorCode('Td');
const showOperator = operatorCode('Tj');

/** Reads a content stream. Operands that are missing count as nothing. */
export const readMarks = (bytes: Uint8Array): ReadContent => {
  const walk = startWalk(bytes);
  readContent(bytes, (operator, operands, at) => {
    // These two are nearly all there is on a page of text.
    if (operator === moveOperator) moveLine(walk, operands);
    else if (operator === showOperator) showRun(walk, operands, at);
    else operators.get(operator)?.(walk, operands, at);
  });
  const { marks, unmarked, names, invisible } = walk;
  return { marks, unmarked, names, invisible };
};
