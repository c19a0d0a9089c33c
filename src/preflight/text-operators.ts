/** The operators that place and show text (ISO 32000-1 §9.4). */
import type { Operands } from '../prepress/content-tokens.ts';
import { hexCode, readGlyph } from '../prepress/glyph-runs.ts';
import { asBytes, asItems, asName, asNumber } from '../prepress/pdf-values.ts';
import type { Matrix } from '../prepress/matrix.ts';
import { resource, valueAt, type Machine, type Operator } from './content-machine.ts';
import { fontIndexOf, showBytes, showGlyph, type TextPosition } from './show-glyphs.ts';

/** Sets the text matrix and that of the line. */
export const placeText = (position: TextPosition, [a, b, c, d, e, f]: Matrix): void => {
  Object.assign(position, { a, b, c, d, x: e, y: f, lineX: e, lineY: f });
};

/** Begins a line, so far from the beginning of the last. */
export const moveLine = (position: TextPosition, x: number, y: number): void => {
  position.lineX += x * position.a + y * position.c;
  position.lineY += x * position.b + y * position.d;
  position.x = position.lineX;
  position.y = position.lineY;
};

/** Shows the string that is an operand. */
export const showOperand = (machine: Machine, operands: Operands, index: number): void => {
  const { reading, state, position, bytes } = machine;
  const from = (operands.starts[index] ?? 0) + 1;
  // By far the most strings hold one glyph in four digits.
  if (
    operands.kinds[index] === 'hex' &&
    operands.ends[index] === from + 5 &&
    state.font?.plainCodes === true
  ) {
    const glyph = hexCode(bytes, from);
    if (glyph >= 0) {
      showGlyph(reading, state, position, glyph);
      return;
    }
  }
  const shown = asBytes(valueAt(machine, operands, index));
  if (shown !== undefined) showBytes(reading, state, position, shown);
};

/** Shows a string as Chromium writes it, and the glyphs that go on after it. `glyph` is used to read them into. */
export const showRun = (machine: Machine, operands: Operands, glyph: Float64Array): void => {
  showOperand(machine, operands, 0);
  const { reading, state, position, bytes } = machine;
  if (state.font?.plainCodes !== true) return;
  for (;;) {
    const next = readGlyph(bytes, operands.end, glyph);
    if (next === operands.end) return;
    const across = glyph[0] ?? 0;
    position.lineX += across * position.a;
    position.lineY += across * position.b;
    position.x = position.lineX;
    position.y = position.lineY;
    showGlyph(reading, state, position, Math.trunc(glyph[1] ?? 0));
    operands.end = next;
  }
};

/** Shows strings with the gaps between them (`TJ`). */
export const showArray: Operator = (machine, operands) => {
  const { reading, state, position } = machine;
  for (const item of asItems(valueAt(machine, operands, 0)) ?? []) {
    const shown = asBytes(item);
    if (shown !== undefined) {
      showBytes(reading, state, position, shown);
      continue;
    }
    const by = (-(asNumber(item) ?? 0) / 1000) * state.size * state.horizontalScale;
    position.x += by * position.a;
    position.y += by * position.b;
  }
};

/** `Tf`. */
export const setFont: Operator = (machine, operands) => {
  const { reading } = machine;
  const font = reading.readers.fontOf(resource(machine, 'Font', asName(valueAt(machine, operands, 0)) ?? ''));
  const size = operands.numbers[1] ?? 0;
  machine.state = { ...machine.state, font, fontIndex: fontIndexOf(reading, font), size };
};

/** Begins a line as far down as the leading says (`T*`). */
export const nextLine: Operator = ({ position, state }) => {
  moveLine(position, 0, -state.leading);
};
