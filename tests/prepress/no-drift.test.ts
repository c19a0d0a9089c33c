/** What prepress does to a proof is not seen: PDFium renders Chromium's own content and the finished one with one matrix, and no pixel differs. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rectangleValue } from '../../src/prepress/page-boxes.ts';
import { pagesOf } from '../../src/prepress/page-tree.ts';
import { objectsOf, withObjects } from '../../src/prepress/pdf-document.ts';
import { openProof } from '../../src/prepress/open-proof.ts';
import { withEntries } from '../../src/prepress/pdf-values.ts';
import { writeDocument } from '../../src/prepress/write-document.ts';
import { drawnHtml, openPrinter, trim } from '../preflight/drawn-pages.ts';
import { finishedProof } from './finished-proof.ts';

let printer: Awaited<ReturnType<typeof openPrinter>>;

beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

const html = `${drawnHtml([
  {
    lines: ['One office, affluent', '<em>hidden</em> <a href="http://to.invalid/x">link</a> <u>under</u>'],
    notes: ['1 note'],
    folio: '1',
  },
  { lines: ['Two'], folio: '2' },
])}<div style="top: 150px; left: 40px; width: 200px; border: 1px solid #0f4c5c; background: #eef; opacity: 0.7; white-space: normal">
A box of some words that wrap over lines, half transparent, <span style="mix-blend-mode: multiply">blended</span>.</div>
<table style="top: 300px; border: 1px solid"><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>
<svg style="top: 380px" width="90" height="40" role="img" aria-label="A gradient"><defs><linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient></defs><rect width="90" height="40" fill="url(#g)"/></svg>`;

/** The pixels of all pages at 150 dpi. */
const rendered = async (bytes: Uint8Array): Promise<readonly Uint8Array[]> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const pages: Uint8Array[] = [];
  for (const page of document.pages()) {
    const { data } = await page.render({ scale: 150 / 72, render: 'bitmap' });
    pages.push(new Uint8Array(data));
  }
  document.destroy();
  library.destroy();
  return pages;
};

test('no pixel differs from what Chromium printed', async () => {
  const proof = await printer.print(html);
  const finished = await finishedProof(proof, { trim, bleed: 0, title: 'Drawn', language: 'en' });
  const boxes = pagesOf(objectsOf((await openProof(finished)).document)).map(({ mediaBox }) => mediaBox);
  const { document: plain } = await openProof(proof);
  const edits = pagesOf(objectsOf(plain)).map(({ number, dictionary }, index) => {
    const box = boxes[index];
    return [
      number,
      box === undefined ? dictionary : withEntries(dictionary, { MediaBox: rectangleValue(box) }),
    ] as const;
  });
  const before = await rendered(await writeDocument(withObjects(plain, new Map(edits))));
  const after = await rendered(finished);
  expect(after.length).toBe(before.length);
  for (const [index, page] of after.entries()) {
    expect(
      page.some((value) => value !== 255),
      'the test is worth nothing on an empty page',
    ).toBe(true);
    const other = before[index] ?? new Uint8Array();
    expect(page.length).toBe(other.length);
    expect(page.filter((value, at) => value !== other[at]).length).toBe(0);
  }
});
