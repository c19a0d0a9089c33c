/** Looks for a note that is not where it belongs. */
import { pagesOf } from '../prepress/page-tree.ts';
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { ExpectedPage } from '../protocol/paginator.ts';
import { glyphText } from './glyph-text.ts';
import { letterReader } from './letters.ts';
import { fileReaders } from './file-readers.ts';
import { readPageText } from './read-page.ts';
import { sortGlyphs } from './text-regions.ts';

/** The letters in the note area of every page. */
const readNoteAreas = (file: PdfFile, pages: readonly ExpectedPage[]): readonly string[] => {
  const readers = fileReaders(file);
  const letters = letterReader();
  return pagesOf(file).map((page, index) => {
    const expected = pages[index];
    if (expected === undefined) return '';
    const text = readPageText(file, page, readers);
    return glyphText(text, letters).letters(sortGlyphs(text, expected).notes);
  });
};

/** Finds the page at whose foot a note of these letters stands. The pages are read when the first note is looked for. */
export const noteFinder = (
  file: PdfFile,
  pages: readonly ExpectedPage[],
): ((letters: string) => number | undefined) => {
  let areas: readonly string[] | undefined;
  return (letters) => {
    areas ??= readNoteAreas(file, pages);
    const index = areas.findIndex((area) => area.includes(letters));
    return index < 0 ? undefined : index;
  };
};
