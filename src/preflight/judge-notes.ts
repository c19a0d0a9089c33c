/** Proves of the note area of a page that it shows the notes that belong there, and nothing else. */
import type { ExpectedPage } from '../protocol/paginator.ts';
import type { GlyphText } from './glyph-text.ts';
import { lettersBeyond, lettersOf, wordsMissing } from './letters.ts';
import type { PageFinding } from './page-finding.ts';
import type { Glyphs } from './text-regions.ts';

/** The number at the head of a note: it is raised, and may be painted after the text. */
const marker = /^\p{N}+/u;

/** Judges the glyphs of the note area. A note that is not there is told with its letters, so that it can be looked for elsewhere. */
export const judgeNotes = (
  page: number,
  glyphs: Glyphs,
  expected: ExpectedPage,
  text: GlyphText,
): readonly PageFinding[] => {
  const found = text.letters(glyphs);
  const texts = expected.notes.map((note) => lettersOf(note.text));
  const all = texts.join('');
  if (found === all) return [];
  const lost = lettersBeyond(all, found);
  const extra = lettersBeyond(found, all);
  if (lost === '' && extra === '') return [];
  const findings: PageFinding[] = [];
  for (const [index, note] of expected.notes.entries()) {
    const letters = (texts[index] ?? '').replace(marker, '');
    if (lost === '' || letters === '' || found.includes(letters)) continue;
    findings.push({ kind: 'note', page, note: note.id, letters, words: wordsMissing(note.text, found) });
  }
  if (lost !== '' && findings.length === 0) {
    const words = expected.notes.map((note) => note.text).join(' ');
    findings.push({ kind: 'lost', page, words: wordsMissing(words, found), place: '' });
  }
  if (extra !== '') findings.push({ kind: 'extra', page, words: wordsMissing(text.words(glyphs), all) });
  return findings;
};
