/** Interprets a content stream (ISO 32000-1 §8 and §9) as far as text and what clips it go. */
import { operatorCode as code, readContent } from '../prepress/content-tokens.ts';
import {
  asDictionary,
  asItems,
  asName,
  asNumber,
  asStream,
  type PdfDictionary,
} from '../prepress/pdf-values.ts';
import { streamContent } from '../prepress/stream-content.ts';
import { intersection, multiply, transformedBox, type GraphicsState } from './graphics-state.ts';
import { closeMarked, openMarked, openMarkedWithProperties } from './marked-content.ts';
import { matrixOf, resource, valueAt, type Machine, type Operator } from './text-machine.ts';
import { moveLine, nextLine, placeText, setFont, showArray, showOperand } from './text-operators.ts';
import type { TextReading } from './text-reading.ts';

const deepestForm = 12;

/** What drawing a form costs however small it is, in bytes of content: forms that draw each other are many. */
const leastContent = 4096;

const drawForm: Operator = (machine, operands) => {
  const { reading, state } = machine;
  const { file } = reading;
  const form = asStream(
    file.resolve(resource(machine, 'XObject', asName(valueAt(machine, operands, 0)) ?? '')),
  );
  if (form === undefined || asName(form.dictionary.entries.get('Subtype')) !== 'Form') return;
  const content = machine.depth < deepestForm ? streamContent(file, form) : undefined;
  if (content === undefined) {
    reading.whole = false;
    return;
  }
  const numbers = (key: string): readonly number[] =>
    (asItems(file.resolve(form.dictionary.entries.get(key))) ?? []).map((item) => asNumber(item) ?? 0);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers('Matrix');
  const matrix = multiply([a, b, c, d, e, f], state.matrix);
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers('BBox');
  const box = transformedBox(matrix, left, bottom, right - left, top - bottom);
  const own = asDictionary(file.resolve(form.dictionary.entries.get('Resources'))) ?? machine.resources;
  const inner = { ...state, matrix, clip: intersection(state.clip, box) };
  interpretText(reading, content, own, inner, machine.depth + 1);
};

const addRectangle: Operator = (machine, { numbers }) => {
  machine.parts += 1;
  machine.rectangle = transformedBox(
    machine.state.matrix,
    numbers[0] ?? 0,
    numbers[1] ?? 0,
    numbers[2] ?? 0,
    numbers[3] ?? 0,
  );
};

const addCurve: Operator = (machine) => {
  machine.parts += 2;
};

const setClip: Operator = (machine) => {
  machine.clips = true;
};

const endPath: Operator = (machine) => {
  const { state, rectangle } = machine;
  if (machine.clips && rectangle !== undefined && machine.parts === 1)
    machine.state = { ...state, clip: intersection(state.clip, rectangle) };
  machine.rectangle = undefined;
  machine.parts = 0;
  machine.clips = false;
};

/** Fills the path: a rectangle of plain colour hides what was painted before. */
const fillPath: Operator = (machine, operands) => {
  const { reading, state, rectangle } = machine;
  const upright = state.matrix[1] === 0 && state.matrix[2] === 0;
  if (rectangle !== undefined && machine.parts === 1 && upright && state.opaque && !state.patterned)
    reading.covers.push({ box: intersection(state.clip, rectangle), glyphs: reading.letters.length });
  endPath(machine, operands);
};

const setGraphics: Operator = (machine, operands) => {
  const { file } = machine.reading;
  const name = asName(valueAt(machine, operands, 0)) ?? '';
  const parameters = asDictionary(file.resolve(resource(machine, 'ExtGState', name)));
  const alpha = asNumber(file.resolve(parameters?.entries.get('ca')));
  if (alpha !== undefined) machine.state = { ...machine.state, opaque: alpha === 1 };
};

/** A colour; a pattern is named by the last operand (§8.7.3.2). */
const setColour: Operator = (machine, { kinds, count }) => {
  machine.state = { ...machine.state, patterned: kinds[count - 1] === 'name' };
};

/** An operator that sets one number of the state. */
const setting =
  (change: (number: number) => Partial<GraphicsState>): Operator =>
  (machine, { numbers }) => {
    machine.state = { ...machine.state, ...change(numbers[0] ?? 0) };
  };

const operators: ReadonlyMap<number, Operator> = new Map(
  Object.entries({
    q: ({ saved, state }) => {
      saved.push(state);
    },
    Q: (machine) => {
      machine.state = machine.saved.pop() ?? machine.state;
    },
    cm: (machine, operands) => {
      machine.state = { ...machine.state, matrix: multiply(matrixOf(operands), machine.state.matrix) };
    },
    BT: ({ position }) => {
      placeText(position, [1, 0, 0, 1, 0, 0]);
    },
    Tm: ({ position }, operands) => {
      placeText(position, matrixOf(operands));
    },
    TD: (machine, { numbers }) => {
      machine.state = { ...machine.state, leading: -(numbers[1] ?? 0) };
      moveLine(machine.position, numbers[0] ?? 0, numbers[1] ?? 0);
    },
    'T*': nextLine,
    TJ: showArray,
    "'": (machine, operands) => {
      nextLine(machine, operands);
      showOperand(machine, operands, 0);
    },
    '"': (machine, operands) => {
      machine.state = { ...machine.state, characterSpacing: operands.numbers[1] ?? 0 };
      nextLine(machine, operands);
      showOperand(machine, operands, 2);
    },
    Tf: setFont,
    TL: setting((leading) => ({ leading })),
    Tc: setting((characterSpacing) => ({ characterSpacing })),
    Tz: setting((percent) => ({ horizontalScale: percent / 100 })),
    Ts: setting((rise) => ({ rise })),
    Tr: setting((renderingMode) => ({ renderingMode })),
    gs: setGraphics,
    g: setColour,
    rg: setColour,
    k: setColour,
    sc: setColour,
    scn: setColour,
    BDC: openMarkedWithProperties,
    BMC: (machine) => {
      openMarked(machine, undefined);
    },
    EMC: closeMarked,
    Do: drawForm,
    re: addRectangle,
    m: addCurve,
    l: addCurve,
    c: addCurve,
    v: addCurve,
    y: addCurve,
    W: setClip,
    'W*': setClip,
    n: endPath,
    f: fillPath,
    F: fillPath,
    'f*': fillPath,
    S: endPath,
    s: endPath,
    B: fillPath,
    'B*': fillPath,
    b: fillPath,
    'b*': fillPath,
  } satisfies Record<string, Operator>).map(([name, operator]) => [code(name), operator]),
);

const moveOperator = code('Td');
const showOperator = code('Tj');

/** Interprets a content stream; what it shows goes to the reading. */
export const interpretText = (
  reading: TextReading,
  bytes: Uint8Array,
  resources: PdfDictionary | undefined,
  state: GraphicsState,
  depth: number,
): void => {
  reading.budget -= Math.max(bytes.length, leastContent);
  if (reading.budget < 0) {
    reading.whole = false;
    return;
  }
  const position = { a: 1, b: 0, c: 0, d: 1, x: 0, y: 0, lineX: 0, lineY: 0 };
  const machine: Machine = {
    reading,
    bytes,
    resources,
    depth,
    position,
    saved: [],
    state,
    rectangle: undefined,
    parts: 0,
    clips: false,
  };
  readContent(bytes, (operator, operands) => {
    // These two are nearly all there is on a page of text.
    if (operator === moveOperator) moveLine(position, operands.numbers[0] ?? 0, operands.numbers[1] ?? 0);
    else if (operator === showOperator) showOperand(machine, operands, 0);
    else operators.get(operator)?.(machine, operands);
  });
};
