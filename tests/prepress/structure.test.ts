/** The structure of small books: what they are must be read out of the PDF again, in the order of the text. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { call, note, prose, smallPress } from '../paginator/print-forme.ts';
import { fileReaders } from '../../src/preflight/file-readers.ts';
import { lettersOf } from '../../src/preflight/letters.ts';
import { readPageText } from '../../src/preflight/read-page.ts';
import { pagesOf } from '../../src/prepress/page-tree.ts';
import { isPdfFile, openPdf } from '../../src/prepress/pdf-file.ts';
import { asName } from '../../src/prepress/pdf-values.ts';
import { hasPdftotext } from '../support/pdf-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { drawStructure, elementsOf, readBack } from './structure-drawing.ts';

const press = smallPress();

const printed = async (book: Parameters<typeof press>[0]): Promise<Uint8Array> => {
  const { pdf, diagnostics } = await press(book);
  expect(diagnostics).toEqual([]);
  if (pdf === undefined) throw new Error('nothing was printed');
  return pdf;
};

test('a note follows the block that calls it; call and note refer to each other', async () => {
  const bytes = await printed({
    flow: `<h1>Head</h1><p>One${call('a')} two${call('b')} and again${call('a', 2)}.</p><p>Three.</p>`,
    notes: note('a', 'Note a.') + note('b', '<p>Note b.</p><ul><li>item</li></ul>'),
  });
  expect(drawStructure(readBack(bytes))).toBe(`Document
  H1 Head
  P
    Reference
      Link 1
    Reference
      Link 2
    Reference
      Link 1
  Note
    Lbl
      Link 1
    P Note a.
  Note
    Lbl
      Link 2
    P Note b.
    L
      LI
        Lbl
        LBody item
  P Three.`);
  const text = Buffer.from(bytes).toString('latin1');
  expect(text.match(/\/Ref \[/g)?.length).toBe(5);
  expect(text).toContain('/ID (note-1)');
  expect(text).toContain('/ID (note-2)');
});

test('a paragraph, a list, a table and a note that pages cut are one element each', async () => {
  const rows = Array.from({ length: 40 }, (_, row) => `<tr><td>row ${row}</td><td>${row}</td></tr>`).join('');
  const bytes = await printed({
    flow: `<p>${prose(40)}${call('long')}</p><p>${prose(500, 2)}</p>
<ul>${Array.from({ length: 30 }, (_, item) => `<li>${prose(12, item + 3)}</li>`).join('')}</ul>
<table><thead><tr><th scope="col">Head</th><th scope="col">Number</th></tr></thead><tbody>${rows}</tbody></table>`,
    notes: note('long', `<p>${prose(200, 9)}</p><p>${prose(400, 10)}</p>`),
  });
  const read = readBack(bytes);
  const all = elementsOf(read.root);
  const count = (role: string): number => all.filter((element) => element.role === role).length;
  expect([
    count('P'),
    count('L'),
    count('LI'),
    count('Table'),
    count('TR'),
    count('TH'),
    count('Note'),
  ]).toEqual([4, 1, 30, 1, 41, 2, 1]);
  const words = (text: string): string => text.replaceAll(/-\s*|\s+/gu, ' ').trim();
  for (const [role, text] of [
    ['P', prose(500, 2)],
    ['P', prose(400, 10)],
  ] as const) {
    const found = all.find((element) => element.role === role && words(read.textOf(element)) === text);
    expect(found, text.slice(0, 40)).toBeDefined();
  }
  const table = all.find(({ role }) => role === 'Table');
  expect(table === undefined ? [] : read.pagesOf(table).length).toBeGreaterThan(1);
  expect(all.filter(({ role }) => role === 'TH').map((cell) => read.textOf(cell))).toEqual([
    'Head',
    'Number',
  ]);
  expect(
    all.filter(({ role }) => role === 'Note').flatMap((found) => read.pagesOf(found)).length,
  ).toBeGreaterThan(1);
});

test('words of another language, definitions, quotations, figures and preformatted text have their roles', async () => {
  const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20"/></svg>')}`;
  const bytes = await printed({
    flow: `<p>The paper <span lang="ru">Зеркало</span>.</p><blockquote><p>Said.</p></blockquote>
<dl><dt>Term</dt><dd>Meaning.</dd></dl><figure><img src="${picture}" alt="A square"><figcaption>Caption</figcaption></figure><pre>a
b</pre><hr>`,
  });
  const read = readBack(bytes);
  expect(drawStructure(read)).toBe(`Document
  P
    Span Зеркало
  BlockQuote
    P Said.
  L
    LI
      Lbl Term
      LBody
        P Meaning.
  Figure
    Caption Caption
  P a b`);
  const span = elementsOf(read.root).find(({ role }) => role === 'Span');
  expect(span?.language).toBe('ru');
  expect(elementsOf(read.root).find(({ role }) => role === 'Figure')?.alt).toBe('A square');
});

const head = (more = ''): string =>
  `<thead><tr><th scope="col">Head${more}</th><th scope="col">Number</th></tr></thead>`;

test('a table is rows of cells: heads with a scope, no groups of rows, its caption first', async () => {
  const bytes = await printed({
    flow: `<table><caption>Mines</caption>${head()}<tbody><tr><th scope="row">here</th><td>1</td></tr></tbody><tfoot><tr><td>all</td><td>1</td></tr></tfoot></table>`,
  });
  const read = readBack(bytes);
  expect(drawStructure(read)).toBe(`Document
  Table
    Caption Mines
    TR
      TH Head
      TH Number
    TR
      TH here
      TD 1
    TR
      TD all
      TD 1`);
  const scopes = elementsOf(read.root).flatMap(({ role, attributes }) =>
    role === 'TH' ? [asName(attributes.get('Table')?.get('Scope') ?? null)] : [],
  );
  expect(scopes).toEqual(['Column', 'Column', 'Row']);
});

test('a row taller than a page, which is set as many, is one row of one table, its cells whole', async () => {
  const bytes = await printed({
    flow: `<table>${head()}<tbody><tr><td>${prose(400, 5)}</td><td>${prose(30, 6)}</td></tr><tr><td>after</td><td>2</td></tr></tbody></table>`,
  });
  const read = readBack(bytes);
  const all = elementsOf(read.root);
  const rows = all.filter(({ role }) => role === 'TR');
  expect(all.filter(({ role }) => role === 'Table').length).toBe(1);
  expect(rows.length).toBe(3);
  const words = (text: string): string => text.replaceAll(/-\s*|\s+/gu, ' ').trim();
  expect(rows.flatMap((row) => elementsOf(row).slice(1)).map((cell) => words(read.textOf(cell)))).toEqual([
    'Head',
    'Number',
    prose(400, 5),
    prose(30, 6),
    'after',
    '2',
  ]);
  expect(rows.map((row) => read.pagesOf(row).length > 1)).toEqual([false, true, false]);
});

test('a note called from a head that pages repeat is one note, after the table', async () => {
  const rows = Array.from({ length: 60 }, (_, row) => `<tr><td>row ${row}</td><td>${row}</td></tr>`).join('');
  const bytes = await printed({
    flow: `<table>${head(call('head'))}<tbody>${rows}</tbody></table><p>After.</p>`,
    notes: note('head', 'Note of the head.'),
  });
  const file = openPdf(bytes);
  if (!isPdfFile(file)) throw new Error('not read');
  const readers = fileReaders(file);
  const pages = pagesOf(file).map((page) => lettersOf(readPageText(file, page, readers).letters.join('')));
  expect(pages.filter((letters) => letters.includes('Noteofthehead')).length).toBeGreaterThan(1);
  const read = readBack(bytes);
  const all = elementsOf(read.root);
  expect(all.filter(({ role }) => role === 'Note').map((found) => read.textOf(found))).toEqual([
    expect.stringContaining('Note of the head.'),
  ]);
  expect(all.filter(({ role }) => role === 'TH').length).toBe(2);
  const order = read.root.children.flatMap((child) => (child.kind === 'element' ? [child.role] : []));
  expect(order).toEqual(['Table', 'Note', 'P']);
});

test('a line that ends without a space joins on, and nothing of the mark for it is left', async () => {
  const pairs = Array.from({ length: 60 }, (_, at) => `clearance/${at}—marking`);
  const bytes = await printed({ flow: `<p>${pairs.join(' ')}</p>` });
  const read = readBack(bytes);
  const said = read.textOf(read.root);
  expect(said).not.toContain('\u2060');
  expect(said.split(/\s+/u)).toEqual(pairs);
  // The test is worth nothing where no line ends inside a pair.
  const file = openPdf(bytes);
  if (!isPdfFile(file)) throw new Error('not read');
  const readers = fileReaders(file);
  const inside = pagesOf(file).flatMap((page) => {
    const { letters, y } = readPageText(file, page, readers);
    return letters.filter((letter, at) => '/—'.includes(letter) && letter !== '' && y[at + 1] !== y[at]);
  });
  expect(inside.length).toBeGreaterThan(0);
});

const long = 'extraordinarily';
const broken = Array.from({ length: 40 }, () => 'ex&shy;tra&shy;or&shy;di&shy;nar&shy;ily').join(' ');

/** How often the word stands in a text, whole. */
const occurrences = (text: string): number => text.split(long).length - 1;

test('a word that a line end divides is found whole, and no words are joined, in three readers', async () => {
  const bytes = await printed({ flow: `<p>${broken}</p>` });
  const own = readBack(bytes);
  const said = own.textOf(own.root);
  const soft = elementsOf(own.root).filter(({ actualText }) => actualText === '\u00AD');
  expect(soft.length, 'the test is worth nothing without divided words').toBeGreaterThan(5);
  expect(soft.every((element) => own.textOf(element) === '-')).toBe(true);
  expect(
    said
      .replaceAll('-', '')
      .split(' ')
      .every((word) => word === long),
  ).toBe(true);

  if (hasPdftotext) {
    const file = join(temporaryFolder(), 'book.pdf');
    writeFileSync(file, bytes);
    const { stdout } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
    expect(occurrences(stdout)).toBe(40);
  }

  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const pdfium = [...document.pages()].map((page) => page.getText()).join('\n');
  document.destroy();
  library.destroy();
  // PDFium gives a hyphen that it knows to be one of the line as U+0002, and its search passes over it.
  const ends = ['\u0002', '\uFFFE'].flatMap((hyphen) => [`${hyphen}\r\n`, `${hyphen}\n`, hyphen]);
  const searched = ends.reduce((so, end) => so.replaceAll(end, ''), pdfium);
  expect(occurrences(searched)).toBe(40);

  const pdfjs = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  let text = '';
  for (let number = 1; number <= pdfjs.numPages; number += 1) {
    const { items } = await (await pdfjs.getPage(number)).getTextContent();
    for (const item of items) text += 'str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '';
  }
  await pdfjs.destroy();
  // Its search joins what a hyphen or soft hyphen at the end of a line divides.
  expect(occurrences(text.replaceAll(/[-\u00AD]\n/gu, ''))).toBe(40);
});
