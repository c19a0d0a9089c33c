/** What is gathered while a page is read, and how glyphs are shown (ISO 32000-1 §9.4). Changed in place: it is filled for every glyph. */
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { PdfRectangle } from '../prepress/page-tree.ts';
import type { PdfValue } from '../prepress/pdf-values.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { ProofFont } from '../prepress/proof-fonts.ts';

/** The text of a page as far as it is read. */
export interface TextReading {
  readonly file: PdfFile;
  readonly fontOf: (value: PdfValue | undefined) => ProofFont;
  /** The upper left corner of the sheet, in points. */
  readonly left: number;
  readonly top: number;
  readonly letters: string[];
  readonly x: number[];
  readonly y: number[];
  readonly codes: number[];
  readonly fontIndexes: number[];
  readonly fonts: ProofFont[];
  /** Areas filled so that nothing under them shows, in points, and how many glyphs were painted before. */
  readonly covers: { readonly box: PdfRectangle; readonly glyphs: number }[];
  /** Open marked content, from the outside in: the letters that stand for all of it (§14.9.4), where it says so. */
  readonly marked: (string | undefined)[];
  /** How many of them say so. */
  actualTexts: number;
  /** Bytes of content that may still be read. */
  budget: number;
  whole: boolean;
}

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
const takeActualText = (reading: TextReading): string => {
  const at = reading.marked.findIndex((text) => text !== undefined);
  const text = reading.marked[at] ?? '';
  reading.marked[at] = '';
  return text;
};

/** Paints a glyph and moves on by its width. */
export const showGlyph = (
  reading: TextReading,
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
  reading.letters.push(reading.actualTexts > 0 ? takeActualText(reading) : (font.unicode[code] ?? ''));
  reading.x.push((x - reading.left) / 0.75);
  reading.y.push((reading.top - y) / 0.75);
  reading.codes.push(code);
  reading.fontIndexes.push(state.fontIndex);
};

/** Shows the codes of a string: two bytes each in a composite font with plain codes, otherwise one. */
export const showBytes = (
  reading: TextReading,
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
export const fontIndexOf = (reading: TextReading, font: ProofFont): number => {
  const known = reading.fonts.indexOf(font);
  return known >= 0 ? known : reading.fonts.push(font) - 1;
};
