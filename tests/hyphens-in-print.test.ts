/** Words divided at the ends of lines, read back by readers that share no code with ours: found and copied whole. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasPdftotext, pdfText } from './support/pdf-text.ts';
import { runCli } from './support/run-cli.ts';
import { folderWith } from './support/temporary-folder.ts';

const words: Readonly<Record<string, readonly string[]>> = {
  en: ['responsibilities', 'internationally', 'understandings', 'characterization', 'rehabilitation'],
  az: [
    'məsuliyyətsizliyin',
    'beynəlmiləlləşdirmə',
    'vəzifələndirilməsi',
    'qanunvericilikdə',
    'istiqlaliyyətimiz',
  ],
  ru: ['предусмотренного', 'международными', 'восстановительных', 'разминированием', 'ответственности'],
};

/** Long words in changing order, in paragraphs, a note, a cell and a caption, all on one page: some stand at the ends of lines. */
const textOf = (tag: string): string => {
  const long = words[tag] ?? [];
  const paragraph = (turn: number): string =>
    Array.from({ length: 30 }, (_, index) => long[(index * (turn + 1) + turn) % long.length]).join(' ');
  return `---\ntitle: T\n---\n\n# T\n\n${[1, 2].map(paragraph).join('\n\n')}[^a]\n\n[^a]: ${paragraph(5)}\n\n:::table[${long.join(' ')}]\n| a | b |\n| - | - |\n| ${paragraph(6)} | ${paragraph(7)} |\n:::\n`;
};

const pdfiumText = async (path: string): Promise<string> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(readFileSync(path));
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  library.destroy();
  return pages.join('\n');
};

/** The words that are not one of those written. */
const foreign = (text: string, tag: string): readonly string[] => {
  const known = new Set([...(words[tag] ?? []), 'Table', 'Cədvəl', 'Таблица']);
  return text.split(/[^\p{L}\p{M}\u00AD\uFFFE-]+/u).filter((word) => word.length > 3 && !known.has(word));
};

describe('words divided at the end of a line', () => {
  let folder = '';
  beforeAll(async () => {
    folder = folderWith(
      Object.fromEntries(Object.keys(words).map((tag) => [`content/book/${tag}.md`, textOf(tag)])),
    );
    const run = await runCli(['build', '--content', join(folder, 'content'), '--out', join(folder, 'dist')]);
    expect(run.code, run.stderr).toBe(0);
  });
  const pdf = (tag: string): string => join(folder, 'dist', 'book', `book.${tag}.pdf`);

  test.skipIf(!hasPdftotext).each(Object.keys(words))(
    '%s: poppler joins them, and finds no soft hyphen',
    (tag) => {
      const text = pdfText(pdf(tag));
      expect(text).not.toContain('\u00AD');
      expect(foreign(text, tag)).toEqual([]);
    },
  );

  test.each(Object.keys(words))('%s: PDFium joins them, and finds no soft hyphen', async (tag) => {
    const text = await pdfiumText(pdf(tag));
    expect(text).not.toContain('\u00AD');
    expect(text.split('\uFFFE').length).toBeGreaterThan(5);
    // PDFium writes U+FFFE where it has taken a hyphen for one at a line's end.
    expect(foreign(text.replaceAll(/\uFFFE\r?\n?/gu, ''), tag)).toEqual([]);
  });
});
