/** Proves of one page that nothing is lost, nothing is added, and every line stands where makeup put it. */
import type { ExpectedPage } from '../protocol/paginator.ts';
import { glyphText, type GlyphText } from './glyph-text.ts';
import { judgeGlyphs } from './judge-glyphs.ts';
import { judgeLine, type LineVerdict } from './judge-line.ts';
import { judgeNotes } from './judge-notes.ts';
import { lettersBeyond, lettersOf, wordsMissing } from './letters.ts';
import type { PageFinding } from './page-finding.ts';
import type { PageText } from './page-text.ts';
import { insideArea, sortGlyphs, type Glyphs } from './text-regions.ts';

/** Letters that should stand somewhere on the page, and the glyphs that do. */
interface Comparison {
  readonly words: string;
  readonly place: string;
  /** True for a line, which has its place; false for heads of tables and running heads. */
  readonly line: boolean;
  readonly expected: string;
  readonly glyphs: Glyphs;
}

/** What is missing of one thing may stand in the place of another: then it was moved, not lost. */
const compare = (
  page: number,
  comparisons: readonly Comparison[],
  text: GlyphText,
): readonly PageFinding[] => {
  const found = comparisons.map(({ glyphs }) => text.letters(glyphs));
  const wanted = comparisons.map(({ expected }) => expected);
  const lost = lettersBeyond(wanted.join(''), found.join('')) !== '';
  const extra = lettersBeyond(found.join(''), wanted.join('')) !== '';
  const findings: PageFinding[] = [];
  for (const [index, { words, place, line, expected }] of comparisons.entries()) {
    const letters = found[index] ?? '';
    if (lettersBeyond(expected, letters) === '' || !(lost || line)) continue;
    findings.push({ kind: lost ? 'lost' : 'moved', page, words: wordsMissing(words, letters), place });
  }
  const strange = comparisons.flatMap(({ expected, glyphs }, index) =>
    extra && lettersBeyond(found[index] ?? '', expected) !== ''
      ? wordsMissing(text.words(glyphs), expected)
      : [],
  );
  if (strange.length > 0) findings.push({ kind: 'extra', page, words: strange });
  return findings;
};

const judgeLines = (
  text: PageText,
  lines: readonly Glyphs[],
  expected: ExpectedPage,
  reader: GlyphText,
): readonly LineVerdict[] => {
  const isInside = (glyph: number): boolean =>
    insideArea(expected.textArea, text.x[glyph] ?? 0, text.y[glyph] ?? 0);
  return expected.lines.map((line, index) => judgeLine(line, lines[index] ?? [], isInside, reader));
};

/** What the notes of a page came to, and the glyphs beside their area that are none of theirs. */
const judgeNoteArea = (
  page: number,
  text: PageText,
  glyphs: Glyphs,
  expected: ExpectedPage,
  reader: GlyphText,
): { readonly findings: readonly PageFinding[]; readonly beside: Glyphs } => {
  const { noteArea } = expected;
  const findings = judgeNotes(page, glyphs, expected, reader);
  if (findings.length === 0 || noteArea === undefined) return { findings, beside: [] };
  const isInside = (glyph: number): boolean => insideArea(noteArea, text.x[glyph] ?? 0, text.y[glyph] ?? 0);
  const inside = judgeNotes(page, glyphs.filter(isInside), expected, reader);
  if (inside.length > 0) return { findings, beside: [] };
  return { findings: [], beside: glyphs.filter((glyph) => !isInside(glyph)) };
};

/** Judges a page against what was composed. `lettersOfGlyph` gives the letters of a glyph's text as they are compared. */
export const judgePage = (
  page: number,
  text: PageText,
  expected: ExpectedPage,
  lettersOfGlyph: (text: string) => string,
): readonly PageFinding[] => {
  const reader = glyphText(text, lettersOfGlyph);
  const regions = sortGlyphs(text, expected);
  const verdicts = judgeLines(text, regions.lines, expected, reader);
  const differing = verdicts.filter(({ state }) => state === 'differs');
  const notes = judgeNoteArea(page, text, regions.notes, expected, reader);
  const beside = [...verdicts.flatMap((verdict) => verdict.beside), ...notes.beside];
  const lines = differing.map(({ line, expected: letters, glyphs }) => ({
    words: line.text,
    place: line.place,
    line: true,
    expected: letters,
    glyphs,
  }));
  const other = (texts: readonly string[], glyphs: Glyphs): Comparison => {
    const words = texts.join(' ');
    return { words, place: '', line: false, expected: lettersOf(words), glyphs };
  };
  return [
    ...(text.whole ? [] : [{ kind: 'unreadable', page } as const]),
    ...verdicts
      .filter(({ state }) => state === 'disordered')
      .map(({ line }) => ({ kind: 'disordered', page, words: [line.text], place: line.place }) as const),
    ...compare(
      page,
      [
        ...lines,
        other(expected.repeats, regions.between),
        other(expected.furniture, [...regions.outside, ...beside]),
      ],
      reader,
    ),
    ...notes.findings,
    ...judgeGlyphs(page, text, regions.lines, expected.lines),
  ];
};
