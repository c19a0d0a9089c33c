/** Proves that no glyph stands for a letter that the font lacks. */
import type { PageFinding } from './page-finding.ts';
import type { PageText } from './page-text.ts';

const around = 12;

/** The word that holds a glyph. */
const wordAt = (text: PageText, glyph: number): string => {
  const before = text.letters.slice(Math.max(0, glyph - around), glyph).join('');
  const after = text.letters.slice(glyph, glyph + around).join('');
  return `${before.split(/\s/u).at(-1) ?? ''}${after.split(/\s/u)[0] ?? ''}`;
};

/**
 * Glyph 0 of a TrueType font is the box that stands for a missing letter (OpenType, `glyf`); our fonts are written by glyph. U+FFFD is
 * what a reader copies for a letter that was damaged before it came to us.
 */
export const judgeGlyphs = (page: number, text: PageText): readonly PageFinding[] => {
  const findings: PageFinding[] = [];
  for (let glyph = 0; glyph < text.codes.length; glyph += 1) {
    const font = text.fonts[text.fontOf[glyph] ?? 0];
    const missing = text.codes[glyph] === 0 && font?.plainCodes === true;
    if (!missing && text.letters[glyph] !== '\uFFFD') continue;
    findings.push({ kind: 'glyph', page, words: [wordAt(text, glyph)], font: font?.name ?? '' });
  }
  return findings;
};
