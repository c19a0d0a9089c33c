/** Proves of one line, row, head or figure that its letters stand on it, and in order as far as there is one. */
import type { ExpectedLine } from '../protocol/paginator.ts';
import type { GlyphText } from './glyph-text.ts';
import { lettersBeyond, lettersOf } from './letters.ts';
import type { Glyphs } from './text-regions.ts';

/** What came of a line. */
export interface LineVerdict {
  readonly line: ExpectedLine;
  readonly state: 'proved' | 'disordered' | 'differs';
  /** The letters it should have. */
  readonly expected: string;
  /** The glyphs on it. */
  readonly glyphs: Glyphs;
  /** Glyphs beside it that do not belong to it. */
  readonly beside: Glyphs;
}

/** The number, or letters for a number, that Chromium itself puts before an item of a list. */
const listMarker = /^(?:\p{N}{1,9}|\p{L}{1,7})$/u;

/** Raised and lowered letters stand no further from their line, in CSS px; the next line does. */
const highestRaise = 10;

/** True where the letters found are those expected, or those after the marker of a list. */
const isLine = (found: string, expected: string): boolean =>
  found === expected ||
  (expected !== '' &&
    found.endsWith(expected) &&
    listMarker.test(found.slice(0, found.length - expected.length)));

/**
 * Judges a line by the glyphs on it; those outside the text area may belong to it, as a marker does, or to a margin box. The order of painting is that of the text but for
 * what is raised or placed by itself, which is painted later: from left to right a single line is in order again. A row or a
 * figure has several lines side by side; painted out of order, it is proved letter by letter only.
 */
export const judgeLine = (
  line: ExpectedLine,
  glyphs: Glyphs,
  isInside: (glyph: number) => boolean,
  text: GlyphText,
): LineVerdict => {
  const expected = lettersOf(line.text);
  const proved = { line, state: 'proved', expected, glyphs, beside: [] } as const;
  if (text.letters(glyphs) === expected) return proved;
  const beside = glyphs.filter((glyph) => !isInside(glyph));
  const inside = glyphs.filter((glyph) => isInside(glyph));
  const candidates = [proved, ...(beside.length === 0 ? [] : [{ ...proved, glyphs: inside, beside }])];
  for (const candidate of candidates) {
    const painted = text.letters(candidate.glyphs);
    if (isLine(painted, expected) || isLine(text.letters(text.across(candidate.glyphs)), expected))
      return candidate;
    if (painted.length === expected.length && lettersBeyond(painted, expected) === '') {
      const several = text.depth(candidate.glyphs) > highestRaise;
      return several ? candidate : { ...candidate, state: 'disordered' };
    }
  }
  return { ...proved, state: 'differs' };
};
