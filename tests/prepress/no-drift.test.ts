/** What prepress does to a proof is not seen: PDFium renders Chromium's own content and the finished one with one matrix, and no pixel differs. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawnHtml, openPrinter, trim } from '../preflight/drawn-pages.ts';
import { finishedProof } from './finished-proof.ts';
import { comparedPages } from './rendered-pages.ts';

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

test('no pixel differs from what Chromium printed', async () => {
  const proof = await printer.print(html);
  const finished = await finishedProof(proof, { trim, bleed: 0, title: 'Drawn', language: 'en' });
  const pages = await comparedPages(proof, finished);
  expect(pages.map(({ differing }) => differing)).toEqual([0, 0]);
  expect(
    pages.every(({ isPainted }) => isPainted),
    'the test is worth nothing on an empty page',
  ).toBe(true);
});
