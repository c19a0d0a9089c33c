/** The word spaces of justified text, read from the finished PDF: lines are full, and a paragraph's last line has its natural spaces. */
import { describe, expect, test } from 'vitest';
import { fileReaders } from '../../src/preflight/file-readers.ts';
import { readPageText } from '../../src/preflight/read-page.ts';
import { pagesOf } from '../../src/prepress/page-tree.ts';
import { isPdfFile, openPdf } from '../../src/prepress/pdf-file.ts';
import { pagesText } from '../books/pages-text.ts';
import { prose, smallPress } from './print-forme.ts';

const press = smallPress();

interface Line {
  /** Widths of its spaces, px. */
  readonly spaces: readonly number[];
  /** Where its last letter begins, px. */
  readonly end: number;
}

/** The lines of the first page. */
const linesOf = (pdf: Uint8Array): readonly Line[] => {
  const file = openPdf(pdf);
  if (!isPdfFile(file)) throw new Error('no PDF');
  const page = pagesOf(file)[0];
  if (page === undefined) throw new Error('no page');
  const { letters, x, y } = readPageText(file, page, fileReaders(file));
  const lines = new Map<number, Line>();
  for (const [index, letter] of letters.entries()) {
    const at = y[index] ?? 0;
    const line = lines.get(at) ?? { spaces: [], end: 0 };
    const goesOn = letter === ' ' && y[index + 1] === at;
    lines.set(at, {
      spaces: goesOn ? [...line.spaces, (x[index + 1] ?? 0) - (x[index] ?? 0)] : line.spaces,
      end: letter === ' ' ? line.end : Math.max(line.end, x[index] ?? 0),
    });
  }
  return [...lines.values()];
};

/** Words with soft hyphens. */
const dividedWords = Array.from(
  { length: 14 },
  (_, index) => `sax${'\u00ADlan'.repeat((index % 4) + 2)}\u00ADdır${index}`,
);

/** A fifth of an em, at 10 pt: the space of the font. */
const natural = (10 / 5) * (96 / 72);

/** The lines of the first page that end well before the edge of the full ones. */
const shortLines = (pdf: Uint8Array | undefined): readonly Line[] => {
  const lines = linesOf(pdf ?? new Uint8Array()).filter(({ spaces }) => spaces.length > 1);
  const edge = Math.max(...lines.map(({ end }) => end));
  // Full lines end with a letter at the edge.
  return lines.filter(({ end }) => end < edge - 40);
};

describe.each([false, true])('punctuation in the margins: %s', (hanging) => {
  test('last lines have natural spaces', async () => {
    const flow = Array.from({ length: 9 }, (_, seed) => `<p>${prose(24 + seed, seed + 3)}.\n</p>`).join('');
    const { pdf, diagnostics } = await press({ flow, hanging });
    expect(diagnostics).toEqual([]);
    expect(
      linesOf(pdf ?? new Uint8Array()).some(({ spaces }) => (spaces[0] ?? 0) < natural - 0.2),
      'some line is tight',
    ).toBe(true);
    const last = shortLines(pdf);
    expect(last.length).toBeGreaterThan(2);
    for (const { spaces } of last) for (const space of spaces) expect(space).toBeCloseTo(natural, 1);
  });

  test('PDFium finds the spaces of the tightest lines', async () => {
    const flow = Array.from({ length: 12 }, (_, seed) => `<p>${prose(90 + seed, seed + 5)} x.</p>`).join('');
    const { pdf, diagnostics } = await press({ flow, hanging });
    expect(diagnostics).toEqual([]);
    const known = new Set(prose(4000).split(' '));
    const read = (await pagesText(pdf ?? new Uint8Array())).join('\n').split(/[^a-z]+/);
    expect(read.length).toBeGreaterThan(1000);
    expect(read.filter((word) => word.length > 1 && !known.has(word))).toEqual([]);
  });

  test('a word is as wide as it is, also where Chromium divided it before', async () => {
    const alone = dividedWords.map((word) => `${word} x y.`).join('<br>');
    const { pdf, diagnostics } = await press({
      flow: `<p>${dividedWords.join(' ')}</p><p>${alone}</p>`,
      hanging,
    });
    expect(diagnostics).toEqual([]);
    const short = shortLines(pdf);
    expect(short.length).toBeGreaterThan(10);
    for (const { spaces } of short)
      for (const space of spaces) expect(Math.abs(space - natural)).toBeLessThan(0.2);
  });
});
