/** The committed books, and how a finished PDF is written down: its text by page, its boxes and fonts. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { fileReaders } from '../../src/preflight/file-readers.ts';
import { readPageText } from '../../src/preflight/read-page.ts';
import type { PdfRectangle } from '../../src/prepress/page-tree.ts';
import { pagesOf, readRectangle } from '../../src/prepress/page-tree.ts';
import { isPdfFile, openPdf } from '../../src/prepress/pdf-file.ts';

/** Names of the books: the folders here that have a folder `content`. */
export const bookNames: readonly string[] = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'content')),
);

/** The edition of a report, as far as the tests look at it. */
export interface BookEdition {
  readonly lang: string;
  readonly as: string;
  readonly status: string;
  readonly sha256?: string;
  readonly file?: string;
  readonly pages?: number;
  readonly notes?: number;
  readonly words?: number;
  readonly quality?: Readonly<Record<string, number>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A report.json, as far as the tests look at it. */
export interface BookReport {
  readonly publication: string;
  readonly editions: readonly BookEdition[];
}

/** What of a report is the same wherever and whenever the book is built. */
export const lastingReport = ({ publication, editions }: BookReport): string => {
  const lasting = editions.map(({ lang, as, status, file, pages, notes, words, quality, diagnostics }) => ({
    lang,
    as,
    status,
    file,
    pages,
    notes,
    words,
    quality,
    diagnostics,
  }));
  return `${JSON.stringify({ publication, editions: lasting }, undefined, 2)}\n`;
};

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

const boxText = (box: PdfRectangle | undefined): string =>
  box === undefined ? 'none' : [box.left, box.bottom, box.right, box.top].map(rounded).join(' ');

const boxNames = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox'] as const;

/**
 * The boxes of the pages in points, each set of them once with the number of its first page; where the outermost glyphs of each
 * page stand, in CSS px from its upper left corner; the fonts.
 */
export const boxesAndFonts = (bytes: Uint8Array): string => {
  const file = openPdf(bytes);
  if (!isPdfFile(file)) throw new Error(`unexpected bytes at ${file.at}, expected ${file.expected}`);
  const readers = fileReaders(file);
  const lines: string[] = [];
  const fonts = new Set<string>();
  let last = '';
  for (const [index, page] of pagesOf(file).entries()) {
    const boxes = boxNames
      .map((name) => `  ${name} ${boxText(readRectangle(file, page.dictionary.entries.get(name)))}`)
      .join('\n');
    lines.push(`page ${index + 1}`);
    if (boxes !== last) lines.push(boxes);
    last = boxes;
    const text = readPageText(file, page, readers);
    const extent = [Math.min(...text.x), Math.min(...text.y), Math.max(...text.x), Math.max(...text.y)];
    lines.push(text.x.length === 0 ? '  blank' : `  glyphs ${extent.map(rounded).join(' ')}`);
    for (const font of text.fonts) {
      const kind = `${font.type} ${font.descendant ?? ''}`.trim();
      fonts.add(`font ${font.name}, ${kind}, ${font.embedded ? 'embedded' : 'not embedded'}`);
    }
  }
  return `${[...lines, ...[...fonts].sort()].join('\n')}\n`;
};
