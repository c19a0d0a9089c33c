/** Proves that no glyph stands for a letter that the font lacks. */
import type { PageFinding } from './page-finding.ts';
import type { PageText } from './page-text.ts';

const around = 12;

/** The word that holds a glyph; of a glyph that stands alone, what is around it. */
const wordAt = (text: PageText, glyph: number): string => {
  const before = text.letters.slice(Math.max(0, glyph - around), glyph).join('');
  const after = text.letters.slice(glyph, glyph + around).join('');
  const word = `${before.split(/\s/u).at(-1) ?? ''}${after.split(/\s/u)[0] ?? ''}`;
  return word === '' ? `${before}${after}`.trim() : word;
};

/**
 * Glyph 0 of a TrueType font is the box that stands for a missing letter (OpenType, `glyf`); our fonts are written by glyph. U+FFFD is
 * what a reader copies for a letter that was damaged before it came to us. `placeOf` tells where a glyph was written, if that is known.
 */
export const judgeGlyphs = (
  page: number,
  text: PageText,
  placeOf: (glyph: number) => string,
): readonly PageFinding[] => {
  const findings: PageFinding[] = [];
  for (let glyph = 0; glyph < text.codes.length; glyph += 1) {
    const font = text.fonts[text.fontOf[glyph] ?? 0];
    const missing = text.codes[glyph] === 0 && font?.plainCodes === true;
    if (!missing && text.letters[glyph] !== '\uFFFD') continue;
    const word = wordAt(text, glyph);
    findings.push({ kind: 'glyph', page, words: [word], font: font?.name ?? '', place: placeOf(glyph) });
  }
  return findings;
};
