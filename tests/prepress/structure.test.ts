/** The structure of small books: what they are must be read out of the PDF again, in the order of the text. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { call, note, prose, smallPress } from '../paginator/print-forme.ts';
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
