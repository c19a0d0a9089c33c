/** The text of a page as it is printed: every glyph that shows, its letters and its place. */
import type { PdfPage } from '../prepress/page-tree.ts';
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { PdfValue } from '../prepress/pdf-values.ts';
import { pageContent } from '../prepress/page-content.ts';
import { initialState } from './graphics-state.ts';
import { interpretText } from './interpret-text.ts';
import type { ProofFont } from '../prepress/proof-fonts.ts';
import type { TextReading } from './text-reading.ts';

/** Glyphs in the order in which they are painted; the arrays run side by side. */
export interface PageText {
  /** The letters a glyph stands for; empty for a glyph that belongs to the letters of the one before. */
  readonly letters: readonly string[];
  /** Origin of the glyph on its baseline, CSS px from the upper left corner of the sheet. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Character codes: of our fonts, glyph ids. */
  readonly codes: readonly number[];
  /** Index into `fonts`, by glyph. */
  readonly fontOf: readonly number[];
  /** The fonts that the page asks for, whether a glyph of them shows or not. */
  readonly fonts: readonly ProofFont[];
  /** False where a part of the page could not be read. */
  readonly whole: boolean;
}

/** No page of ours comes near it: the bytes of content that one page may make us read, its forms each time they are drawn. */
const mostContent = 256 * 1024 * 1024;

/** A bar lower than this, in CSS px, is a rule or an underline and hides no line. */
const lowestCover = 5;

/** A point inside a letter, from its origin, in CSS px. */
const insideLetter = { right: 1, up: 2 };

/** Height of the strips that glyphs are sorted into, so that an area is compared with those near it only. */
const strip = 20;

/** Glyphs that something painted later covers: they do not show. */
const coveredGlyphs = (reading: TextReading): ReadonlySet<number> => {
  const covered = new Set<number>();
  if (!reading.covers.some(({ glyphs }) => glyphs > 0)) return covered;
  const strips = new Map<number, number[]>();
  for (let glyph = 0; glyph < reading.y.length; glyph += 1) {
    const at = Math.floor(((reading.y[glyph] ?? 0) - insideLetter.up) / strip);
    const known = strips.get(at);
    if (known === undefined) strips.set(at, [glyph]);
    else known.push(glyph);
  }
  const lowest = Math.max(...strips.keys());
  for (const { box, glyphs } of reading.covers) {
    const left = (box.left - reading.left) / 0.75;
    const right = (box.right - reading.left) / 0.75;
    const top = (reading.top - box.top) / 0.75;
    const bottom = (reading.top - box.bottom) / 0.75;
    if (glyphs === 0 || bottom - top < lowestCover) continue;
    for (let at = Math.floor(top / strip); at <= Math.min(lowest, Math.floor(bottom / strip)); at += 1) {
      for (const glyph of strips.get(at) ?? []) {
        const x = (reading.x[glyph] ?? 0) + insideLetter.right;
        const y = (reading.y[glyph] ?? 0) - insideLetter.up;
        if (glyph < glyphs && x > left && x < right && y > top && y < bottom) covered.add(glyph);
      }
    }
  }
  return covered;
};

/** Reads the text of a page by interpreting its content. It knows nothing of how the page came to be. */
export const readPageText = (
  file: PdfFile,
  page: PdfPage,
  fontOf: (value: PdfValue | undefined) => ProofFont,
): PageText => {
  const sheet = page.mediaBox ?? { left: 0, bottom: 0, right: 0, top: 0 };
  const reading: TextReading = {
    file,
    fontOf,
    left: sheet.left,
    top: sheet.top,
    letters: [],
    x: [],
    y: [],
    codes: [],
    fontIndexes: [],
    fonts: [],
    covers: [],
    marked: [],
    actualTexts: 0,
    budget: mostContent,
    whole: true,
  };
  const content = pageContent(file, page);
  if (content !== undefined) interpretText(reading, content, page.resources, initialState(sheet), 0);
  const covered = coveredGlyphs(reading);
  const shown = <T>(values: readonly T[]): readonly T[] =>
    covered.size === 0 ? values : values.filter((_, glyph) => !covered.has(glyph));
  return {
    letters: shown(reading.letters),
    x: shown(reading.x),
    y: shown(reading.y),
    codes: shown(reading.codes),
    fontOf: shown(reading.fontIndexes),
    fonts: reading.fonts,
    whole: reading.whole && content !== undefined,
  };
};
