/** The word spaces of justified text, read from the finished PDF: lines are full, and a paragraph's last line has its natural spaces. */
import { expect, test } from 'vitest';
import { fileReaders } from '../../src/preflight/file-readers.ts';
import { readPageText } from '../../src/preflight/read-page.ts';
import { pagesOf } from '../../src/prepress/page-tree.ts';
import { isPdfFile, openPdf } from '../../src/prepress/pdf-file.ts';
import { prose, smallPress } from './print-forme.ts';

const press = smallPress();

/** The widths of the spaces of each line of the first page, px, from the top; short lines are left out. */
const spacesOf = (pdf: Uint8Array): readonly (readonly number[])[] => {
  const file = openPdf(pdf);
  if (!isPdfFile(file)) throw new Error('no PDF');
  const page = pagesOf(file)[0];
  if (page === undefined) throw new Error('no page');
  const { letters, x, y } = readPageText(file, page, fileReaders(file));
  const lines = new Map<number, number[]>();
  for (const [index, letter] of letters.entries()) {
    const [at, next] = [y[index] ?? 0, y[index + 1]];
    if (letter !== ' ' || next !== at) continue;
    const widths = lines.get(at) ?? [];
    lines.set(at, [...widths, (x[index + 1] ?? 0) - (x[index] ?? 0)]);
  }
  return [...lines].toSorted(([first], [other]) => first - other).map(([, widths]) => widths);
};

/** A fifth of an em, at 10 pt: the space of the font. */
const natural = (10 / 5) * (96 / 72);

test.each([false, true])(
  'last lines have natural spaces, punctuation in the margins: %s',
  async (hanging) => {
    const flow = Array.from(
      { length: 4 },
      (_, seed) => `<p>\u201C${prose(34 + seed, seed + 3)}.\u201D\n</p>`,
    ).join('');
    const { pdf, diagnostics } = await press({ flow, hanging });
    expect(diagnostics).toEqual([]);
    const lines = spacesOf(pdf ?? new Uint8Array());
    expect(lines.length).toBeGreaterThan(12);
    // A line whose spaces are all natural is a last one, or full by chance; four there must be.
    const even = lines.filter(
      (line) => line.length > 0 && line.every((space) => Math.abs(space - natural) < 0.1),
    );
    expect(even.length, JSON.stringify(lines)).toBeGreaterThanOrEqual(4);
  },
);
