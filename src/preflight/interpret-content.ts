/** Interprets a content stream (ISO 32000-1 §8 and §9): what text it shows, and with what it marks the page. */
import { operatorCode as code, readContent } from '../prepress/content-tokens.ts';
import type { PdfDictionary, PdfStream } from '../prepress/pdf-values.ts';
import { asDictionary, asItems, asName, asNumber, asReference, asStream } from '../prepress/pdf-values.ts';
import { streamContent } from '../prepress/stream-content.ts';
import { setColour, setDeviceColour, setGraphics, setSpace } from './colour-operators.ts';
import { deviceCmyk, deviceGray, deviceRgb } from './colour-spaces.ts';
import { resource, setPaint, valueAt, type Machine, type Operator } from './content-machine.ts';
import { composed, matrixOf, type Matrix } from '../prepress/matrix.ts';
import { intersection, transformedBox, type GraphicsState } from './graphics-state.ts';
import { readGroup } from './graphics-parameters.ts';
import { closeMarked, openMarked, openMarkedWithProperties } from './marked-content.ts';
import type { PageReading } from './page-reading.ts';
import { isTransparent } from './paint-state.ts';
import { addCurve, addPoint, addRectangle, endPath, paintPath, setClip } from './path-operators.ts';
import { drawInlinePicture, drawPicture, drawShading } from './picture-operators.ts';
import { moveLine, nextLine, placeText, setFont, showArray, showOperand, showRun } from './text-operators.ts';

const deepestForm = 12;

/** What drawing a form costs however small it is, in bytes of content: forms that draw each other are many. */
const leastContent = 8192;

/** The numbers of an entry of a form or pattern. */
const numbersAt = ({ reading }: Machine, stream: PdfStream, key: string): readonly number[] =>
  (asItems(reading.file.resolve(stream.dictionary.entries.get(key))) ?? []).map(
    (item) => asNumber(reading.file.resolve(item)) ?? 0,
  );

const matrixEntry = (machine: Machine, stream: PdfStream): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersAt(machine, stream, 'Matrix');
  return [a, b, c, d, e, f];
};

/** The state that the content of a group begins with: what veils the group is done to it as a whole (§11.6.6). */
const insideGroup = (machine: Machine, form: PdfStream, state: GraphicsState): GraphicsState => {
  const { reading } = machine;
  const group = form.dictionary.entries.get('Group');
  const found = readGroup(reading.file, group, reading.readers.spaceOf, { isMask: false, isPage: false });
  if (found === undefined) return state;
  reading.groups.push(found);
  const veiled = isTransparent(state.paint);
  const paint = { fillAlpha: 1, strokeAlpha: 1, blendMode: 'Normal', softMask: false, veiled };
  return { ...state, paint: { ...state.paint, ...paint } };
};

const drawForm = (machine: Machine, form: PdfStream): void => {
  const { reading, state } = machine;
  const { file } = reading;
  if (form.dictionary.entries.has('OC')) reading.optional = true;
  const content =
    machine.depth < deepestForm ? streamContent(file, form, Math.max(0, reading.budget)) : undefined;
  if (content === undefined) {
    reading.whole = false;
    return;
  }
  const matrix = composed(matrixEntry(machine, form), state.matrix);
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersAt(machine, form, 'BBox');
  const box = transformedBox(matrix, left, bottom, right - left, top - bottom);
  const own = asDictionary(file.resolve(form.dictionary.entries.get('Resources'))) ?? machine.resources;
  const inner = { ...insideGroup(machine, form, state), matrix, clip: intersection(state.clip, box) };
  interpretContent(reading, content, own, inner, machine.depth + 1);
};

/** `Do`: a form, or a picture. */
const drawObject: Operator = (machine, operands) => {
  const name = asName(valueAt(machine, operands, 0)) ?? '';
  const named = resource(machine, 'XObject', name);
  const object = asStream(machine.reading.file.resolve(named));
  if (object === undefined) return;
  const kind = asName(machine.reading.file.resolve(object.dictionary.entries.get('Subtype')));
  if (kind === 'Form') drawForm(machine, object);
  else if (kind === 'Image') drawPicture(machine, object.dictionary, asReference(named)?.number);
};

/** Reads what a tiling pattern repeats (§8.7.3); its marks stand somewhere in the area that it fills. */
const fillWithTiles = (machine: Machine, tiles: PdfStream): void => {
  const { reading, path, state } = machine;
  if (path === undefined || reading.confined !== undefined) return;
  const content =
    machine.depth < deepestForm ? streamContent(reading.file, tiles, Math.max(0, reading.budget)) : undefined;
  if (content === undefined) {
    reading.whole = false;
    return;
  }
  const resources = asDictionary(reading.file.resolve(tiles.dictionary.entries.get('Resources')));
  const matrix = composed(matrixEntry(machine, tiles), machine.base);
  reading.confined = intersection(state.clip, path.box);
  const everywhere = { left: -Infinity, bottom: -Infinity, right: Infinity, top: Infinity };
  const inner = { ...state, matrix, clip: everywhere };
  const letters = reading.letters.length;
  interpretContent(reading, content, resources ?? machine.resources, inner, machine.depth + 1);
  // Letters of a pattern are ornaments and no text.
  for (const list of [reading.letters, reading.x, reading.y, reading.codes, reading.fontIndexes])
    list.length = letters;
  reading.confined = undefined;
  reading.stretch = undefined;
};

/** Paints the path; the tiles of a pattern are read first. */
const painting =
  (how: { readonly fills: boolean; readonly strokes: boolean }): Operator =>
  (machine, operands) => {
    const { pattern } = machine.state;
    const tiles = how.fills && pattern !== undefined ? asStream(pattern) : undefined;
    if (tiles !== undefined) fillWithTiles(machine, tiles);
    paintPath(machine, how);
    endPath(machine, operands);
  };

const fill = painting({ fills: true, strokes: false });
const stroke = painting({ fills: false, strokes: true });
const fillAndStroke = painting({ fills: true, strokes: true });

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
      machine.state = { ...machine.state, matrix: composed(matrixOf(operands), machine.state.matrix) };
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
    g: setDeviceColour('fill', deviceGray),
    G: setDeviceColour('stroke', deviceGray),
    rg: setDeviceColour('fill', deviceRgb),
    RG: setDeviceColour('stroke', deviceRgb),
    k: setDeviceColour('fill', deviceCmyk),
    K: setDeviceColour('stroke', deviceCmyk),
    cs: setSpace('fill'),
    CS: setSpace('stroke'),
    sc: setColour('fill'),
    SC: setColour('stroke'),
    scn: setColour('fill'),
    SCN: setColour('stroke'),
    w: (machine, { numbers }) => {
      setPaint(machine, { lineWidth: numbers[0] ?? 0 });
    },
    BDC: openMarkedWithProperties,
    BMC: (machine, operands) => {
      openMarked(machine, asName(valueAt(machine, operands, 0)) ?? '', undefined);
    },
    EMC: closeMarked,
    Do: drawObject,
    ID: drawInlinePicture,
    sh: drawShading,
    re: addRectangle,
    m: addPoint,
    l: addPoint,
    c: addCurve(3),
    v: addCurve(2),
    y: addCurve(2),
    W: setClip,
    'W*': setClip,
    n: endPath,
    f: fill,
    F: fill,
    'f*': fill,
    S: stroke,
    s: stroke,
    B: fillAndStroke,
    'B*': fillAndStroke,
    b: fillAndStroke,
    'b*': fillAndStroke,
  } satisfies Record<string, Operator>).map(([name, operator]) => [code(name), operator]),
);

const moveOperator = code('Td');
const showOperator = code('Tj');

/** Interprets a content stream; what it shows goes to the reading. */
export const interpretContent = (
  reading: PageReading,
  bytes: Uint8Array,
  resources: PdfDictionary | undefined,
  state: GraphicsState,
  depth: number,
): void => {
  const cost = Math.max(bytes.length, leastContent);
  reading.budget -= cost;
  reading.readers.budget -= cost;
  if (reading.budget < 0 || reading.readers.budget < 0) {
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
    base: state.matrix,
    saved: [],
    state,
    path: undefined,
    clips: false,
  };
  const glyph = new Float64Array(2);
  readContent(bytes, (operator, operands) => {
    // These two are nearly all there is on a page of text.
    if (operator === moveOperator) moveLine(position, operands.numbers[0] ?? 0, operands.numbers[1] ?? 0);
    else if (operator === showOperator) showRun(machine, operands, glyph);
    else operators.get(operator)?.(machine, operands);
  });
};
