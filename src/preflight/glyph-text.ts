/** The text of some glyphs of a page, as it is read and as it is compared. */
import type { PageText } from './page-text.ts';
import type { Glyphs } from './text-regions.ts';

/** The ways to read glyphs of one page. */
export interface GlyphText {
  /** The letters that are compared, in the order of the glyphs. */
  readonly letters: (glyphs: Glyphs) => string;
  /** What a reader sees, a space between lines. */
  readonly words: (glyphs: Glyphs) => string;
  /** The glyphs from left to right. */
  readonly across: (glyphs: Glyphs) => Glyphs;
  /** How far apart the highest and the lowest baseline are, CSS px. */
  readonly depth: (glyphs: Glyphs) => number;
}

/** Readers for a page; `lettersOf` gives the letters of a single glyph's text. */
export const glyphText = (text: PageText, lettersOf: (text: string) => string): GlyphText => ({
  letters: (glyphs) => {
    let joined = '';
    for (const glyph of glyphs) joined += lettersOf(text.letters[glyph] ?? '');
    return joined;
  },
  words: (glyphs) => {
    let joined = '';
    let last: number | undefined;
    for (const glyph of glyphs) {
      const y = text.y[glyph];
      if (last !== undefined && y !== last) joined += ' ';
      joined += text.letters[glyph] ?? '';
      last = y;
    }
    return joined;
  },
  across: (glyphs) => glyphs.toSorted((first, second) => (text.x[first] ?? 0) - (text.x[second] ?? 0)),
  depth: (glyphs) => {
    let highest = Number.POSITIVE_INFINITY;
    let lowest = Number.NEGATIVE_INFINITY;
    for (const glyph of glyphs) {
      highest = Math.min(highest, text.y[glyph] ?? 0);
      lowest = Math.max(lowest, text.y[glyph] ?? 0);
    }
    return Math.max(0, lowest - highest);
  },
});
