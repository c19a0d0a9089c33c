/**
 * Content streams in inks (ISO 32000-1 §8, §9): the operators that choose a colour are exchanged, what must overprint is told to, and
 * nothing else is touched.
 */
import { operatorCode, readContent, type Operands } from '../content-tokens.ts';
import type { Matrix } from '../matrix.ts';
import { composed, matrixOf, identity } from '../matrix.ts';
import { latinBytes, latinText } from '../pdf-values.ts';
import { joinBytes } from '../pdf-writer.ts';
import type { Ink, InkTable, ScreenColour } from './inks.ts';
import { inkOf, luminosityOf, screenColour } from './inks.ts';
import { initialPaint, pathOverprint, textOverprint, type PaintState } from './paint-state.ts';
import { addPoint, beginPart, emptyPath, thickness, type DrawnPath } from './path-thickness.ts';

/** What a content stream is rewritten with. */
export interface ContentSetting {
  /** Undefined inside a mask, where colours become their light. */
  readonly inks: InkTable | undefined;
  /** From the space of the content to points on the page. */
  readonly matrix: Matrix;
  /** Line widths that its graphics states set, by the name of the resource. */
  readonly lineWidths: ReadonlyMap<string, number>;
}

/** A form or pattern that a content stream paints with. */
export interface Use {
  readonly kind: 'XObject' | 'Pattern';
  readonly name: string;
  /** From the space it is put into to points on the page. */
  readonly matrix: Matrix;
}

/** A content stream in inks. */
export interface PressContent {
  readonly bytes: Uint8Array;
  readonly uses: readonly Use[];
  /** Overprint states it needs, see {@link overprintName}. */
  readonly overprints: ReadonlySet<number>;
  /** What could not be turned into inks, as words after "Unexpected". */
  readonly faults: ReadonlySet<string>;
}

/** The name of the graphics state that makes these parts overprint, and no others. */
export const overprintName = (bits: number): string => `Overprint${bits}`;

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A content stream being rewritten. */
interface Rewriting {
  readonly bytes: Uint8Array;
  readonly setting: ContentSetting;
  readonly splices: Splice[];
  readonly uses: Use[];
  readonly overprints: Set<number>;
  readonly faults: Set<string>;
  readonly saved: PaintState[];
  /** Inks by colour, as they are written. */
  readonly written: Map<ScreenColour, { readonly text: string; readonly isBlack: boolean }>;
  state: PaintState;
  text: Matrix;
  path: DrawnPath;
  /** Where the path begins in the bytes; below 0 between paths. */
  pathStart: number;
}

type Operator = (rewriting: Rewriting, operands: Operands) => void;

const share = (value: number): string => String(Math.round(value * 10_000) / 10_000);

const isFullBlack = ([cyan, magenta, yellow, black]: Ink): boolean =>
  cyan + magenta + yellow === 0 && black > 0.9995;

const writtenColour = ({ setting, written }: Rewriting, colour: ScreenColour) => {
  const known = written.get(colour);
  if (known !== undefined) return known;
  const ink = setting.inks === undefined ? undefined : inkOf(setting.inks, colour);
  const made =
    ink === undefined
      ? { text: share(luminosityOf(colour)), isBlack: false }
      : { text: ink.map(share).join(' '), isBlack: isFullBlack(ink) };
  written.set(colour, made);
  return made;
};

/** Exchanges a colour that is chosen by an operator of its own (§8.6.8). */
const chooseColour =
  (part: 'fill' | 'stroke', components: 1 | 3): Operator =>
  (rewriting, { numbers, starts, end }) => {
    const [red = 0, green = 0, blue = 0] = numbers;
    const colour = components === 3 ? screenColour(red, green, blue) : screenColour(red, red, red);
    const { text, isBlack } = writtenColour(rewriting, colour);
    const isInk = rewriting.setting.inks !== undefined;
    const operator = part === 'fill' ? (isInk ? 'k' : 'g') : isInk ? 'K' : 'G';
    rewriting.splices.push({ from: starts[0] ?? end, to: end, text: `${text} ${operator}` });
    rewriting.state =
      part === 'fill'
        ? { ...rewriting.state, fillIsBlack: isBlack }
        : { ...rewriting.state, strokeIsBlack: isBlack };
  };

/** Inks that are inks already. */
const chooseInk =
  (part: 'fill' | 'stroke'): Operator =>
  (rewriting, { numbers }) => {
    if (rewriting.setting.inks === undefined) rewriting.faults.add('inks inside a mask');
    const [cyan = 0, magenta = 0, yellow = 0, black = 0] = numbers;
    const isBlack = isFullBlack([cyan, magenta, yellow, black]);
    rewriting.state =
      part === 'fill'
        ? { ...rewriting.state, fillIsBlack: isBlack }
        : { ...rewriting.state, strokeIsBlack: isBlack };
  };

const nameAt = (
  { bytes }: Rewriting,
  { starts, ends, kinds }: Operands,
  index: number,
): string | undefined =>
  kinds[index] === 'name' ? latinText(bytes.subarray((starts[index] ?? 0) + 1, ends[index])) : undefined;

const chooseSpace: Operator = (rewriting, operands) => {
  const name = nameAt(rewriting, operands, 0) ?? '';
  if (name !== 'Pattern') rewriting.faults.add(`colour space \`${name}\``);
};

const choosePattern =
  (part: 'fill' | 'stroke'): Operator =>
  (rewriting, operands) => {
    const name = operands.count === 1 ? nameAt(rewriting, operands, 0) : undefined;
    if (name === undefined) rewriting.faults.add('colour in a space of its own');
    else rewriting.uses.push({ kind: 'Pattern', name, matrix: rewriting.setting.matrix });
    rewriting.state =
      part === 'fill'
        ? { ...rewriting.state, fillIsBlack: false }
        : { ...rewriting.state, strokeIsBlack: false };
  };

/** Makes what is painted next overprint as it should; `at` is where that may be said. */
const setOverprint = (rewriting: Rewriting, bits: number, at: number): void => {
  if (rewriting.state.overprint === bits || rewriting.setting.inks === undefined) return;
  rewriting.splices.push({ from: at, to: at, text: `/${overprintName(bits)} gs ` });
  rewriting.overprints.add(bits);
  rewriting.state = { ...rewriting.state, overprint: bits };
};

const showText: Operator = (rewriting, { starts }) => {
  setOverprint(rewriting, textOverprint(rewriting.state, rewriting.text), starts[0] ?? 0);
};

/** Adds the points that are operands to the path. */
const drawTo =
  (begins: boolean): Operator =>
  (rewriting, { numbers, count, starts }) => {
    const { path, state } = rewriting;
    if (rewriting.pathStart < 0) rewriting.pathStart = starts[0] ?? 0;
    if (begins) beginPart(path);
    for (let index = 0; index + 1 < count; index += 2)
      addPoint(path, state.matrix, numbers[index] ?? 0, numbers[index + 1] ?? 0);
  };

const drawRectangle: Operator = (rewriting, { numbers, starts }) => {
  const { path, state } = rewriting;
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  if (rewriting.pathStart < 0) rewriting.pathStart = starts[0] ?? 0;
  beginPart(path);
  addPoint(path, state.matrix, x, y);
  addPoint(path, state.matrix, x + width, y + height);
  addPoint(path, state.matrix, x + width, y);
  addPoint(path, state.matrix, x, y + height);
};

const paintPath =
  (fills: boolean, strokes: boolean): Operator =>
  (rewriting) => {
    const { state, path, pathStart } = rewriting;
    if (pathStart >= 0 && (fills || strokes))
      setOverprint(rewriting, pathOverprint(state, { fills, strokes }, thickness(path)), pathStart);
    rewriting.path = emptyPath();
    rewriting.pathStart = -1;
  };

const operators: ReadonlyMap<number, Operator> = new Map(
  Object.entries<Operator>({
    q: ({ saved, state }) => {
      saved.push(state);
    },
    Q: (rewriting) => {
      rewriting.state = rewriting.saved.pop() ?? rewriting.state;
    },
    cm: (rewriting, operands) => {
      const { state } = rewriting;
      rewriting.state = { ...state, matrix: composed(matrixOf(operands), state.matrix) };
    },
    w: (rewriting, { numbers }) => {
      rewriting.state = { ...rewriting.state, lineWidth: numbers[0] ?? 0 };
    },
    gs: (rewriting, operands) => {
      const lineWidth = rewriting.setting.lineWidths.get(nameAt(rewriting, operands, 0) ?? '');
      if (lineWidth !== undefined) rewriting.state = { ...rewriting.state, lineWidth };
    },
    rg: chooseColour('fill', 3),
    RG: chooseColour('stroke', 3),
    g: chooseColour('fill', 1),
    G: chooseColour('stroke', 1),
    k: chooseInk('fill'),
    K: chooseInk('stroke'),
    cs: chooseSpace,
    CS: chooseSpace,
    sc: choosePattern('fill'),
    SC: choosePattern('stroke'),
    scn: choosePattern('fill'),
    SCN: choosePattern('stroke'),
    BT: (rewriting) => {
      rewriting.text = identity;
    },
    Tf: (rewriting, { numbers }) => {
      rewriting.state = { ...rewriting.state, fontSize: numbers[1] ?? 0 };
    },
    Tr: (rewriting, { numbers }) => {
      rewriting.state = { ...rewriting.state, renderingMode: numbers[0] ?? 0 };
    },
    Tm: (rewriting, operands) => {
      rewriting.text = matrixOf(operands);
    },
    Tj: showText,
    TJ: showText,
    "'": showText,
    '"': showText,
    m: drawTo(true),
    l: drawTo(false),
    c: drawTo(false),
    v: drawTo(false),
    y: drawTo(false),
    re: drawRectangle,
    f: paintPath(true, false),
    F: paintPath(true, false),
    'f*': paintPath(true, false),
    S: paintPath(false, true),
    s: paintPath(false, true),
    B: paintPath(true, true),
    'B*': paintPath(true, true),
    b: paintPath(true, true),
    'b*': paintPath(true, true),
    n: paintPath(false, false),
    Do: (rewriting, operands) => {
      setOverprint(rewriting, 0, operands.starts[0] ?? 0);
      const name = nameAt(rewriting, operands, 0);
      if (name !== undefined) rewriting.uses.push({ kind: 'XObject', name, matrix: rewriting.state.matrix });
    },
    sh: (rewriting, operands) => {
      setOverprint(rewriting, 0, operands.starts[0] ?? 0);
    },
    ID: ({ faults }) => {
      faults.add('picture inside a page description');
    },
  }).map(([name, operator]) => [operatorCode(name), operator]),
);

const spliced = (bytes: Uint8Array, splices: readonly Splice[]): Uint8Array => {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { from, to, text } of splices) {
    parts.push(bytes.subarray(at, from), latinBytes(text));
    at = to;
  }
  parts.push(bytes.subarray(at));
  return joinBytes(parts);
};

/** Rewrites a content stream. */
export const pressContent = (bytes: Uint8Array, setting: ContentSetting): PressContent => {
  const rewriting: Rewriting = {
    bytes,
    setting,
    splices: [],
    uses: [],
    overprints: new Set(),
    faults: new Set(),
    saved: [],
    written: new Map(),
    state: initialPaint(setting.matrix),
    text: identity,
    path: emptyPath(),
    pathStart: -1,
  };
  readContent(bytes, (operator, operands) => {
    operators.get(operator)?.(rewriting, operands);
  });
  const { splices, uses, overprints, faults } = rewriting;
  return { bytes: spliced(bytes, splices), uses, overprints, faults };
};

const colourOperators: ReadonlyMap<number, 1 | 3> = new Map(
  Object.entries({ rg: 3, RG: 3, g: 1, G: 1 } as const).map(([name, count]) => [operatorCode(name), count]),
);

/** The colours that a content stream chooses. */
export const contentColours = (bytes: Uint8Array): ReadonlySet<ScreenColour> => {
  const colours = new Set<ScreenColour>();
  readContent(bytes, (operator, { numbers }) => {
    const components = colourOperators.get(operator);
    if (components === undefined) return;
    const [red = 0, green = 0, blue = 0] = numbers;
    colours.add(components === 3 ? screenColour(red, green, blue) : screenColour(red, red, red));
  });
  return colours;
};
