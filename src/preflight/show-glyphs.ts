/** How glyphs are shown (ISO 32000-1 §9.4): what they stand for, where, and the text mark that they make together. */
import type { GraphicsState } from './graphics-state.ts';
import { addMark, type PageReading } from './page-reading.ts';
import type { ProofFont } from '../prepress/proof-fonts.ts';

/**
 * Where text stands: the linear part of the text matrix, which is that of the line's matrix too, and the origins of text and line.
 */
export interface TextPosition {
  a: number;
  b: number;
  c: number;
  d: number;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

/** How far outside the clip the origin of a glyph may lie that still shows, in points. */
const clipTolerance = 1.5;

/** The letters that stand for what is painted now, once; what else is in the same content belongs to them. */
const takeActualText = (reading: PageReading): string => {
  const open = reading.marked.find(({ actualText }) => actualText !== undefined);
  const text = open?.actualText ?? '';
  if (open !== undefined) open.actualText = '';
  return text;
};

/** How far type of a size reaches above and below its baseline, about. */
const aboveBaseline = 0.75;
const belowBaseline = 0.25;

/** Begins a text mark at a glyph, on the page at `x`, `y`. */
const beginStretch = (
  reading: PageReading,
  state: GraphicsState,
  position: TextPosition,
  font: ProofFont,
  x: number,
  y: number,
): void => {
  const { matrix } = state;
  const { a, b, c, d } = position;
  const upX = c * matrix[0] + d * matrix[2];
  const upY = c * matrix[1] + d * matrix[3];
  const size = state.size * Math.hypot(upX, upY);
  const box = { left: x, right: x, bottom: y - size * belowBaseline, top: y + size * aboveBaseline };
  reading.stretch = { state, a, b, c, d, x, y, belonging: reading.belonging, box };
  addMark(reading, {
    kind: 'text',
    box,
    paint: state.paint,
    belonging: reading.belonging,
    font,
    size,
    renderingMode: state.renderingMode % 4,
  });
};

/** Adds a glyph to the text mark that it goes on with, or to a new one. */
const markGlyph = (
  reading: PageReading,
  state: GraphicsState,
  position: TextPosition,
  font: ProofFont,
  x: number,
  y: number,
  advance: number,
): void => {
  const last = reading.stretch;
  const goesOn =
    last !== undefined &&
    last.state === state &&
    (last.y === y || last.x === x) &&
    last.a === position.a &&
    last.d === position.d &&
    last.b === position.b &&
    last.c === position.c &&
    last.belonging === reading.belonging;
  if (!goesOn) beginStretch(reading, state, position, font, x, y);
  const box = reading.stretch?.box;
  if (box === undefined) return;
  const { matrix } = state;
  const acrossX = advance * (position.a * matrix[0] + position.b * matrix[2]);
  const acrossY = advance * (position.a * matrix[1] + position.b * matrix[3]);
  if (x < box.left) box.left = x;
  if (x + acrossX > box.right) box.right = x + acrossX;
  if (y + Math.min(acrossY, 0) < box.bottom) box.bottom = y + Math.min(acrossY, 0);
  if (y + acrossY > box.top) box.top = y + acrossY;
};

/** Remembers the first place of a font's glyphs of a kind. */
const noteGlyph = (
  places: Map<ProofFont, { readonly x: number; readonly y: number }>,
  font: ProofFont,
  x: number,
  y: number,
): void => {
  if (!places.has(font)) places.set(font, { x, y });
};

/** Paints a glyph and moves on by its width. */
export const showGlyph = (
  reading: PageReading,
  state: GraphicsState,
  position: TextPosition,
  code: number,
): void => {
  const { matrix, clip, rise, font } = state;
  if (font === undefined) return;
  const textX = position.x + rise * position.c;
  const textY = position.y + rise * position.d;
  const x = textX * matrix[0] + textY * matrix[2] + matrix[4];
  const y = textX * matrix[1] + textY * matrix[3] + matrix[5];
  const width = ((font.widths[code] ?? font.standardWidth) * state.size) / 1000 + state.characterSpacing;
  const advance = width * state.horizontalScale;
  position.x += advance * position.a;
  position.y += advance * position.b;
  if (state.renderingMode === 3 || state.renderingMode === 7) return;
  if (x < clip.left - clipTolerance || x > clip.right + clipTolerance) return;
  if (y < clip.bottom - clipTolerance || y > clip.top + clipTolerance) return;
  const letters = reading.actualTexts > 0 ? takeActualText(reading) : font.unicode[code];
  if (letters === undefined) noteGlyph(reading.unspoken, font, x, y);
  if (code === 0 && font.plainCodes) noteGlyph(reading.missing, font, x, y);
  reading.letters.push(letters ?? '');
  reading.x.push((x - reading.left) / 0.75);
  reading.y.push((reading.top - y) / 0.75);
  reading.codes.push(code);
  reading.fontIndexes.push(state.fontIndex);
  markGlyph(reading, state, position, font, x, y, advance);
};

/** Shows the codes of a string: two bytes each in a composite font with plain codes, otherwise one. */
export const showBytes = (
  reading: PageReading,
  state: GraphicsState,
  position: TextPosition,
  bytes: Uint8Array,
): void => {
  if (state.font?.plainCodes === true) {
    for (let index = 0; index + 1 < bytes.length; index += 2)
      showGlyph(reading, state, position, (bytes[index] ?? 0) * 256 + (bytes[index + 1] ?? 0));
  } else {
    for (const code of bytes) showGlyph(reading, state, position, code);
  }
};

/** The index of a font in the reading, which learns of it. */
export const fontIndexOf = (reading: PageReading, font: ProofFont): number => {
  const known = reading.fontNumbers.get(font);
  if (known !== undefined) return known;
  const number = reading.fonts.push(font) - 1;
  reading.fontNumbers.set(font, number);
  return number;
};
