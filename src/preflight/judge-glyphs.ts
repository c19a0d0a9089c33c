/** Proves that no glyph stands for a letter that the font lacks. */
import type { ExpectedLine } from '../protocol/paginator.ts';
import type { PageFinding } from './page-finding.ts';
import type { PageText } from './page-text.ts';
import type { Glyphs } from './text-regions.ts';

const around = 12;

/** The word that holds a glyph; of a glyph that stands alone, what is around it. */
const wordAt = (text: PageText, glyph: number): string => {
  const before = text.letters.slice(Math.max(0, glyph - around), glyph).join('');
  const after = text.letters.slice(glyph, glyph + around).join('');
  const word = `${before.split(/\s/u).at(-1) ?? ''}${after.split(/\s/u)[0] ?? ''}`;
  return word === '' ? `${before}${after}`.trim() : word;
};

/** Glyphs that stand for a missing letter. */
const missingGlyphs = (text: PageText): readonly number[] => {
  const missing: number[] = [];
  for (let glyph = 0; glyph < text.codes.length; glyph += 1) {
    const font = text.fonts[text.fontOf[glyph] ?? 0];
    if ((text.codes[glyph] === 0 && font?.plainCodes === true) || text.letters[glyph] === '\uFFFD')
      missing.push(glyph);
  }
  return missing;
};

/**
 * Glyph 0 of a TrueType font is the box that stands for a missing letter (OpenType, `glyf`); our fonts are written by glyph. U+FFFD is
 * what a reader copies for a letter that was damaged before it came to us. The words of a line are told together: a text in a script that
 * the font lacks would otherwise be told letter by letter. `lines` are the glyphs of the lines expected.
 */
export const judgeGlyphs = (
  page: number,
  text: PageText,
  lines: readonly Glyphs[],
  expected: readonly ExpectedLine[],
): readonly PageFinding[] => {
  const missing = missingGlyphs(text);
  if (missing.length === 0) return [];
  const lineOf = new Map<number, number>();
  for (const [line, glyphs] of lines.entries()) for (const glyph of glyphs) lineOf.set(glyph, line);
  const findings = new Map<
    string,
    { readonly line: number; readonly font: string; readonly words: Set<string> }
  >();
  for (const glyph of missing) {
    const line = lineOf.get(glyph) ?? -1;
    const font = text.fonts[text.fontOf[glyph] ?? 0]?.name ?? '';
    const key = `${line} ${font}`;
    const finding = findings.get(key) ?? { line, font, words: new Set() };
    finding.words.add(wordAt(text, glyph));
    findings.set(key, finding);
  }
  return [...findings.values()].map(({ line, font, words }) => ({
    kind: 'glyph',
    page,
    words: [...words],
    font,
    place: expected[line]?.place ?? '',
  }));
};
