/** Our reader of proofs against PDFium, which shares no code with it: the same letters on every page, at the same height. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lettersOf } from '../../src/preflight/letters.ts';
import { fileReaders } from '../../src/preflight/file-readers.ts';
import { readPageText } from '../../src/preflight/read-page.ts';
import { pagesOf } from '../../src/prepress/page-tree.ts';
import { isPdfFile, openPdf } from '../../src/prepress/pdf-file.ts';
import { finishedProof } from '../prepress/finished-proof.ts';
import { drawnHtml, openPrinter, trim } from './drawn-pages.ts';

let printer: Awaited<ReturnType<typeof openPrinter>>;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

const flow = `
<div style="top: 40px; width: 300px; white-space: normal">
<h1>Müşahidə və Разминирование</h1>
<p>An office with affluent waffles, <em>efficient</em> fjords, <b>flags</b> and ½ m² of İğdır’s ﬁelds; 19,500 km².</p>
<ol><li>first of all</li><li>second</li></ol>
<table><caption>Table 1</caption><tr><th scope="col">Donor</th><th scope="col">US$</th></tr><tr><td>Norway</td><td>120 000</td></tr></table>
<svg width="200" height="40"><text x="10" y="20">Needed</text></svg>
<p style="opacity: 0.5">Half there</p>
</div>`;

const sorted = (letters: string): string => [...letters].toSorted().join('');

test('both read the same letters', async () => {
  const lines = ['The second page, <em>ligatures</em>: ffi fl ff', 'Ещё одна строка'];
  const proof = await printer.print(drawnHtml([{ lines: [] }, { lines }]) + flow);
  const bytes = await finishedProof(proof, { trim, bleed: 0, title: 'Two readers', language: 'en' });
  const file = openPdf(bytes);
  if (!isPdfFile(file)) throw new Error('not read');
  const readers = fileReaders(file);
  const ours = pagesOf(file).map((page) => lettersOf(readPageText(file, page, readers).letters.join('')));
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const theirs = [...document.pages()].map((page) => lettersOf(page.getText()));
  document.destroy();
  library.destroy();
  expect(ours.map((letters) => sorted(letters))).toEqual(theirs.map((letters) => sorted(letters)));
  expect(ours.join('').length).toBeGreaterThan(150);
});
