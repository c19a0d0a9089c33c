/** The text of a page as it is printed: every glyph that shows, its letters and its place. */
import type { PageReading } from './page-reading.ts';
import type { ProofFont } from '../prepress/proof-fonts.ts';

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

/** A bar lower than this, in CSS px, is a rule or an underline and hides no line. */
const lowestCover = 5;

/** A point inside a letter, from its origin, in CSS px. */
const insideLetter = { right: 1, up: 2 };

/** Height of the strips that glyphs are sorted into, so that an area is compared with those near it only. */
const strip = 20;

/** Glyphs that something painted later covers: they do not show. */
const coveredGlyphs = (reading: PageReading): ReadonlySet<number> => {
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

/** The text of a page that was read. */
export const textOfReading = (reading: PageReading): PageText => {
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
    whole: reading.whole,
  };
};
