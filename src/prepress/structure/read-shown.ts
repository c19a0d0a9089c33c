/** The operators that place and show text, read for where lines begin and end (ISO 32000-1 §9.4). */
import { hyphenMark, joinMark } from '../../protocol/structure-marks.ts';
import type { Operands } from '../content-tokens.ts';
import { readGlyph, shownLength } from '../glyph-runs.ts';
import type { Matrix } from '../matrix.ts';
import { isNewLine, type Shown } from './content-marks.ts';
import { addName, joined, nameAt, type Walk } from './content-walk.ts';

/** `Tj` and `TJ` have as many letters, and white space before them. */
const operatorLength = 3;

/** Sets the matrix of the line. */
export const placeLine = ({ line }: Walk, matrix: Matrix): void => {
  line.set(matrix);
};

/** Begins a line, so far from the beginning of the last. */
export const moveLine = ({ line }: Walk, { numbers }: Operands): void => {
  const across = numbers[0] ?? 0;
  const up = numbers[1] ?? 0;
  line[4] = (line[4] ?? 0) + across * (line[0] ?? 1) + up * (line[2] ?? 0);
  line[5] = (line[5] ?? 0) + across * (line[1] ?? 0) + up * (line[3] ?? 1);
};

/** `Tf`. */
export const setFont = (walk: Walk, operands: Operands): void => {
  settleShown(walk);
  addName(walk, operands, 0, 'Font');
  walk.state = { ...walk.state, font: nameAt(walk, operands, 0), size: operands.numbers[1] ?? 0 };
};

/** Makes what was shown last a value. */
export const settleShown = (walk: Walk): void => {
  const { glyph, span, mark } = walk;
  if (!glyph.isNew) return;
  glyph.isNew = false;
  const x = glyph.at[0] ?? 0;
  const y = glyph.at[1] ?? 0;
  const size = glyph.at[2] ?? 0;
  const shown: Shown = {
    x,
    y,
    size,
    font: walk.state.font,
    stringStart: glyph.stringStart,
    stringEnd: glyph.stringEnd,
    after: glyph.end,
    isSpanned: span !== undefined,
    ending: undefined,
  };
  if (span !== undefined) span.shown = shown;
  if (walk.textStart >= 0) walk.textShown = shown;
  if (mark === undefined) return;
  mark.first ??= shown;
  mark.last = shown;
  mark.box = joined(mark.box, { left: x, right: x, bottom: y, top: y + size });
};

/** True in a span that says how a line ends: what it shows is nothing. */
const isHidden = ({ span }: Walk): boolean =>
  span !== undefined && (span.text === hyphenMark || span.text === joinMark);

/** `Tj` and `TJ`. */
export const show = (walk: Walk, operands: Operands, end: number): void => {
  const { glyph, mark, line } = walk;
  const stringStart = operands.starts[operands.count - 1] ?? 0;
  if (isHidden(walk)) {
    walk.span?.strings.push({ start: stringStart, end });
    return;
  }
  const { ctm, size: unscaled } = walk.state;
  const across = line[4] ?? 0;
  const up = line[5] ?? 0;
  const y = across * ctm[1] + up * ctm[3] + ctm[5];
  const size = unscaled * Math.abs((line[3] ?? 1) * ctm[3] + (line[2] ?? 0) * ctm[1]);
  const isFirst = mark !== undefined && mark.first === undefined && !glyph.isNew;
  const isLower = glyph.isNew
    ? isNewLine(glyph.at[1] ?? 0, glyph.at[2] ?? 0, y, size)
    : mark?.last !== undefined && isNewLine(mark.last.y, mark.last.size, y, size);
  if (isLower) {
    settleShown(walk);
    if (mark?.last !== undefined) mark.lines = [...mark.lines, mark.last];
  }
  glyph.stringStart = stringStart;
  glyph.stringEnd = end - operatorLength;
  glyph.end = end;
  glyph.at[0] = across * ctm[0] + up * ctm[2] + ctm[4];
  glyph.at[1] = y;
  glyph.at[2] = size;
  glyph.isNew = true;
  if (isFirst) settleShown(walk);
};

/** `Tj` as Chromium writes it, and the glyphs that go on after it on the same line. */
export const showRun = (walk: Walk, operands: Operands, end: number): void => {
  show(walk, operands, end);
  const { glyph, line, bytes } = walk;
  const { ctm } = walk.state;
  // What is shown next changes nothing but where the last glyph stands.
  const isLevel = line[1] === 0 && ctm[1] === 0;
  if (!glyph.isNew || !isLevel || isHidden(walk)) return;
  let passed = end;
  for (;;) {
    const next = readGlyph(bytes, passed, walk.next);
    if (next === passed) break;
    line[4] = (line[4] ?? 0) + (walk.next[0] ?? 0) * (line[0] ?? 1);
    passed = next;
  }
  if (passed === end) return;
  glyph.stringStart = passed - shownLength;
  glyph.stringEnd = passed - operatorLength;
  glyph.end = passed;
  glyph.at[0] = (line[4] ?? 0) * ctm[0] + (line[5] ?? 0) * ctm[2] + ctm[4];
  operands.end = passed;
};
