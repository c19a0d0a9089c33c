/**
 * Reads what a content stream draws and how it is marked (ISO 32000-1 §14.6): every stretch with its number, what is drawn outside of them,
 * where lines end, the names of resources. One walk over the bytes; nothing is changed.
 */
import { hyphenMark, joinMark } from '../../protocol/structure-marks.ts';
import { operatorCode, readContent, type Operands } from '../content-tokens.ts';
import { composed, identity, matrixOf, type Matrix } from '../matrix.ts';
import { isFault, readValue } from '../pdf-syntax.ts';
import { asBytes, asDictionary, asNumber, type PdfValue } from '../pdf-values.ts';
import { decodeText } from '../text-string.ts';
import type { Box, NameUse, ReadContent, ReadMark, Shown, Span, Unmarked } from './content-marks.ts';
import { isNewLine } from './content-marks.ts';

const widened = (box: Box | undefined, x: number, y: number): Box => ({
  left: Math.min(box?.left ?? x, x),
  bottom: Math.min(box?.bottom ?? y, y),
  right: Math.max(box?.right ?? x, x),
  top: Math.max(box?.top ?? y, y),
});

const joined = (first: Box | undefined, second: Box | undefined): Box | undefined =>
  second === undefined
    ? first
    : widened(widened(first, second.left, second.bottom), second.right, second.top);

/** A span that says what its glyphs stand for. */
interface OpenSpan {
  readonly kind: 'span';
  readonly open: Span;
  readonly text: string | undefined;
  /** What was shown before it and within it. */
  readonly before: Shown | undefined;
  readonly strings: Span[];
  shown: Shown | undefined;
}

type Open = OpenSpan | { readonly kind: 'mark'; readonly mark: ReadMark } | { readonly kind: 'artifact' };

interface State {
  readonly ctm: Matrix;
  readonly font: string;
  readonly size: number;
}

const categories: Readonly<Record<string, string>> = {
  Tf: 'Font',
  gs: 'ExtGState',
  Do: 'XObject',
  sh: 'Shading',
  cs: 'ColorSpace',
  CS: 'ColorSpace',
  scn: 'Pattern',
  SCN: 'Pattern',
};

/** Reads a content stream. Operands that are missing count as nothing. */
export const readMarks = (bytes: Uint8Array): ReadContent => {
  const marks: ReadMark[] = [];
  const unmarked: Unmarked[] = [];
  const names: NameUse[] = [];
  const invisible: Span[] = [];
  const states: State[] = [];
  const open: Open[] = [];
  let state: State = { ctm: identity, font: '', size: 1 };
  let saved = 0;
  let mark: ReadMark | undefined;
  let artifacts = 0;
  const line = new Float64Array(identity);
  const glyph = { start: 0, end: 0, stringStart: 0, length: 0, x: 0, y: 0, size: 0, isNew: false };
  let text: { readonly start: number; shown: Shown | undefined } | undefined;
  let path: { readonly start: number; box: Box | undefined } | undefined;

  const number = (operands: Operands, index: number): number => operands.numbers[index] ?? 0;
  const from = (operands: Operands, end: number, length: number): number =>
    operands.count === 0 ? end - length : (operands.starts[0] ?? 0);
  const valueAt = (operands: Operands, index: number): PdfValue => {
    const read = readValue({ bytes, at: operands.starts[index] ?? 0 });
    return isFault(read) ? null : read;
  };
  const nameAt = (operands: Operands, index: number): string => {
    let name = '';
    const end = operands.ends[index] ?? 0;
    for (let at = (operands.starts[index] ?? 0) + 1; at < end; at += 1)
      name += String.fromCharCode(bytes[at] ?? 0);
    return name;
  };
  const use = (operands: Operands, index: number, category: string): void => {
    if (operands.kinds[index] !== 'name' || index >= operands.count) return;
    names.push({
      category,
      name: nameAt(operands, index),
      start: operands.starts[index] ?? 0,
      end: operands.ends[index] ?? 0,
    });
  };

  const paint = (span: Span, kind: Unmarked['kind'], box: Box | undefined, name = ''): void => {
    if (mark !== undefined) {
      if (kind !== 'text') mark.paintings += 1;
      mark.box = joined(mark.box, box);
    } else if (artifacts === 0) {
      unmarked.push({ ...span, kind, box, name });
    }
  };
  const point = (x: number, y: number): void => {
    if (path === undefined) return;
    const { ctm } = state;
    path.box = widened(path.box, ctm[0] * x + ctm[2] * y + ctm[4], ctm[1] * x + ctm[3] * y + ctm[5]);
  };
  /** Makes what was shown last a value, once something depends on it: glyphs are many. */
  const settle = (): void => {
    if (!glyph.isNew) return;
    glyph.isNew = false;
    const { x, y, size } = glyph;
    const shown: Shown = {
      start: glyph.start,
      end: glyph.end,
      x,
      y,
      size,
      font: state.font,
      string: { start: glyph.stringStart, end: glyph.end - glyph.length },
      after: glyph.end,
      isSpanned: open.at(-1)?.kind === 'span',
    };
    const span = open.at(-1);
    if (span?.kind === 'span') span.shown = shown;
    if (text !== undefined) text.shown = shown;
    if (mark === undefined) return;
    mark.first ??= shown;
    mark.last = shown;
    mark.box = joined(mark.box, { left: x, right: x, bottom: y, top: y + size });
  };
  const show = (operands: Operands, end: number, length: number): void => {
    const string = operands.starts[operands.count - 1] ?? 0;
    const span = open.at(-1);
    if (span?.kind === 'span' && (span.text === hyphenMark || span.text === joinMark)) {
      span.strings.push({ start: string, end });
      return;
    }
    const { ctm } = state;
    const x = (line[4] ?? 0) * ctm[0] + (line[5] ?? 0) * ctm[2] + ctm[4];
    const y = (line[4] ?? 0) * ctm[1] + (line[5] ?? 0) * ctm[3] + ctm[5];
    const size = state.size * Math.abs((line[3] ?? 1) * ctm[3] + (line[2] ?? 0) * ctm[1]);
    const isFirst = mark !== undefined && mark.first === undefined && !glyph.isNew;
    if (glyph.isNew || !isFirst) {
      const last = glyph.isNew ? glyph : mark?.last;
      if (last !== undefined && isNewLine(last, { y, size })) {
        settle();
        if (mark?.last !== undefined) mark.lines.push(mark.last);
      }
    }
    glyph.start = from(operands, end, length);
    glyph.stringStart = string;
    glyph.end = end;
    glyph.length = length + 1;
    glyph.x = x;
    glyph.y = y;
    glyph.size = size;
    glyph.isNew = true;
    if (isFirst) settle();
  };
  const begin = (operands: Operands, end: number): void => {
    settle();
    const span = { start: from(operands, end, 3), end };
    const tag = nameAt(operands, 0);
    const properties = operands.count > 1 ? asDictionary(valueAt(operands, 1)) : undefined;
    use(operands, 1, 'Properties');
    const mcid = asNumber(properties?.entries.get('MCID'));
    if (mcid !== undefined) {
      const box = undefined;
      const close = { start: bytes.length, end: bytes.length };
      mark = {
        mcid,
        open: span,
        close,
        lines: [],
        paintings: 0,
        box,
        statesBefore: saved,
        statesAfter: saved,
      };
      marks.push(mark);
      open.push({ kind: 'mark', mark });
    } else if (tag === 'Artifact') {
      artifacts += 1;
      open.push({ kind: 'artifact' });
    } else {
      const actual = asBytes(properties?.entries.get('ActualText'));
      const said = actual === undefined ? undefined : decodeText(actual);
      open.push({ kind: 'span', open: span, text: said, before: mark?.last, strings: [], shown: undefined });
    }
  };
  const end = (at: number): void => {
    settle();
    const closed = open.pop();
    if (closed === undefined) return;
    if (closed.kind === 'artifact') {
      artifacts -= 1;
    } else if (closed.kind === 'mark') {
      closed.mark.close = { start: at - 3, end: at };
      closed.mark.statesAfter = saved;
      const outer = open.findLast((one) => one.kind === 'mark');
      mark = outer?.kind === 'mark' ? outer.mark : undefined;
    } else if (closed.text === hyphenMark || closed.text === joinMark) {
      invisible.push(closed.open, ...closed.strings, { start: at - 3, end: at });
      if (closed.before === undefined) return;
      const isPlain = bytes[closed.before.string.start] === 0x3c && !closed.before.isSpanned;
      if (closed.text === joinMark) closed.before.ending = 'join';
      else if (isPlain) closed.before.ending = 'hyphen';
    } else if (closed.shown !== undefined) {
      closed.shown.after = at;
    }
  };

  const operators: Readonly<Record<string, (operands: Operands, end: number) => void>> = {
    q: () => {
      states.push(state);
      saved += 1;
    },
    Q: () => {
      state = states.pop() ?? state;
      saved += 1;
    },
    cm: (o) => {
      state = { ...state, ctm: composed(matrixOf(o), state.ctm) };
    },
    Tf: (o) => {
      settle();
      use(o, 0, 'Font');
      state = { ...state, font: nameAt(o, 0), size: number(o, 1) };
    },
    BT: (_, at) => {
      line.set(identity);
      text = { start: at - 2, shown: undefined };
    },
    ET: (_, at) => {
      settle();
      const shown = text?.shown;
      if (text !== undefined && shown !== undefined && mark === undefined) {
        const box = { left: shown.x, right: shown.x, bottom: shown.y, top: shown.y };
        paint({ start: text.start, end: at }, 'text', box);
      }
      text = undefined;
    },
    Tm: (o) => line.set(o.numbers.subarray(0, 6)),
    Td: (o) => {
      const [across, up] = [number(o, 0), number(o, 1)];
      line[4] = (line[4] ?? 0) + across * (line[0] ?? 1) + up * (line[2] ?? 0);
      line[5] = (line[5] ?? 0) + across * (line[1] ?? 0) + up * (line[3] ?? 1);
    },
    Tj: (o, at) => show(o, at, 2),
    TJ: (o, at) => show(o, at, 2),
    BDC: begin,
    BMC: begin,
    EMC: (_, at) => end(at),
    sh: (o, at) => {
      use(o, 0, 'Shading');
      paint({ start: from(o, at, 2), end: at }, 'graphic', undefined);
    },
    Do: (o, at) => {
      use(o, 0, 'XObject');
      path = { start: at, box: undefined };
      point(0, 0);
      point(1, 1);
      const { box } = path;
      path = undefined;
      paint({ start: from(o, at, 2), end: at }, 'form', box, nameAt(o, 0));
    },
    BI: (_, at) => {
      path = { start: at - 2, box: undefined };
    },
    ID: (_, at) => {
      paint({ start: path?.start ?? at, end: at }, 'graphic', undefined);
      path = undefined;
    },
    re: (o, at) => {
      path ??= { start: from(o, at, 2), box: undefined };
      point(number(o, 0), number(o, 1));
      point(number(o, 0) + number(o, 2), number(o, 1) + number(o, 3));
    },
    n: () => {
      path = undefined;
    },
  };
  const construct = (o: Operands, at: number): void => {
    path ??= { start: from(o, at, 1), box: undefined };
    for (let index = 0; index + 1 < o.count; index += 2) point(number(o, index), number(o, index + 1));
  };
  const paintPath = (_: Operands, at: number): void => {
    if (path !== undefined) paint({ start: path.start, end: at }, 'graphic', path.box);
    path = undefined;
  };
  const named = (name: string, operator: (o: Operands, at: number) => void) =>
    [operatorCode(name), operator] as const;
  const table = new Map([
    ...Object.entries(operators).map(([name, operator]) => named(name, operator)),
    ...['m', 'l', 'c', 'v', 'y'].map((name) => named(name, construct)),
    ...['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'].map((name) => named(name, paintPath)),
    ...['gs', 'cs', 'CS', 'scn', 'SCN'].map((name) =>
      named(name, (o) => use(o, o.count - 1, categories[name] ?? '')),
    ),
  ]);
  readContent(bytes, (operator, operands, at) => table.get(operator)?.(operands, at));
  return { marks, unmarked, names, invisible };
};
