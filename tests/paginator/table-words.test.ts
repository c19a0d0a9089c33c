/** Words in the cells of tables: whole where the table has room, divided where it has none, never with a hyphen left over. */
import { expect, test } from 'vitest';
import { pagesText } from '../books/pages-text.ts';
import { rulesOf, smallPress } from './print-forme.ts';

const press = smallPress();

const long = 'Hu\u00ADma\u00ADni\u00ADtar\u00ADyar\u00ADdım\u00ADlaş\u00ADma';
const plain = 'Humanitaryardımlaşma';

/** A table of one row, or of rows, of cells. */
const table = (...rows: readonly (readonly string[])[]): string =>
  `<table><tbody>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table><p>x</p>`;

const textOf = async (pdf: Uint8Array | undefined): Promise<string> =>
  ((await pagesText(pdf ?? new Uint8Array()))[0] ?? '').trim();

test('words stay whole where the table has room for them', async () => {
  const { pdf, diagnostics } = await press({
    flow: table(['two words of one', long, 'and three more words']),
  });
  expect(diagnostics).toEqual([]);
  const text = await textOf(pdf);
  expect(text).toContain(plain);
  expect(text).not.toMatch(/[\u00AD\u2010]/);
});

test('a table that is too wide has its words divided, and keeps its size', async () => {
  const { pdf, diagnostics } = await press({ flow: table(['one', long, long, long, long]) });
  expect(rulesOf(diagnostics)).toEqual([]);
  const text = await textOf(pdf);
  expect(text).toMatch(/[a-zışə]-\n/);
  expect(text).not.toMatch(/[\u00AD\u2010]/);
});

test('only in as many columns as it takes, the widest first', async () => {
  const narrow = 'Əmək\u00ADdaş';
  const { pdf, diagnostics } = await press({ flow: table([narrow, long, narrow, 'Ab\u00ADşe\u00ADron']) });
  expect(rulesOf(diagnostics)).toEqual([]);
  const text = await textOf(pdf);
  expect(text.match(/Əməkdaş/g)).toHaveLength(2);
  expect(text).not.toContain(plain);
});

test('where the widths of columns are given, a word wider than its cell is divided at its syllables', async () => {
  const { pdf, diagnostics } = await press({
    flow: table(['one', long], ['two', 'word']),
    css: 'table { table-layout: fixed } td:last-child { width: 20mm }',
  });
  expect(rulesOf(diagnostics)).toEqual([]);
  const text = await textOf(pdf);
  expect(text).toMatch(/[a-zışə]-\n/);
  expect(text).not.toMatch(/[\u00AD\u2010]/);
});

test('justified cells are divided as paragraphs are', async () => {
  const words = Array.from({ length: 14 }, () => long).join(' ');
  const { pdf, diagnostics } = await press({
    flow: table(['one', words]),
    css: 'td { text-align: justify } td:first-child { width: 30mm }',
  });
  expect(rulesOf(diagnostics)).toEqual([]);
  const text = await textOf(pdf);
  expect(text).toMatch(/[a-zışə]-\n/);
  expect(text).not.toMatch(/[\u00AD\u2010]/);
});

test('where nothing helps, the words are whole and the table is made smaller', async () => {
  const cells = Array.from({ length: 9 }, () => 'Word\u00ADwithout\u00ADend');
  const { pdf, diagnostics } = await press({ flow: table([...cells, ...cells]) });
  expect(rulesOf(diagnostics)).toEqual(['paginator/scaled']);
  expect(await textOf(pdf)).not.toMatch(/[\u00AD\u2010]/);
});

test('joined columns are left to Chromium, with whole words', async () => {
  const { pdf, diagnostics } = await press({
    flow: `<table><tbody><tr><td colspan="2">${long}</td><td>b</td></tr><tr><td>a</td><td>${long}</td><td>b</td></tr></tbody></table><p>x</p>`,
  });
  expect(diagnostics).toEqual([]);
  expect((await textOf(pdf)).match(new RegExp(plain, 'g'))).toHaveLength(2);
});
