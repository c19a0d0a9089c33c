/** Opening files: whole ones are read, broken and hostile ones end in a fault. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesOf } from '../../src/prepress/page-tree.ts';
import { isPdfFile, openPdf, type PdfFile } from '../../src/prepress/pdf-file.ts';
import { asStream, latinBytes, latinText } from '../../src/prepress/pdf-values.ts';
import { stream, writtenPdf } from './written-pdf.ts';

const open = (bytes: Uint8Array): PdfFile => {
  const file = openPdf(bytes);
  if (!isPdfFile(file)) throw new Error(`expected ${file.expected} at ${file.at}`);
  return file;
};

const objects = {
  1: '<</Type /Catalog /Pages 2 0 R>>',
  2: '<</Type /Pages /Kids [3 0 R 6 0 R] /Count 2 /MediaBox [0 0 300 200]>>',
  3: '<</Type /Page /Parent 2 0 R /Contents 4 0 R>>',
  4: '<</Length 5 0 R>>\nstream\nq Q\nendstream',
  5: '3',
  6: '<</Type /Page /Parent 2 0 R /MediaBox [10 20 0 0]>>',
};

/** The file with a text replaced by one as long, so that its table stays right. */
const changed = (from: string, to: string): Uint8Array => {
  const text = latinText(writtenPdf(objects));
  expect(text).toContain(from);
  return latinBytes(text.replace(from, to.padEnd(from.length)));
};

test('objects, streams with a length elsewhere, and inherited boxes are read', () => {
  const file = open(writtenPdf(objects));
  expect(pagesOf(file).map(({ mediaBox }) => mediaBox)).toEqual([
    { left: 0, bottom: 0, right: 300, top: 200 },
    { left: 0, bottom: 0, right: 10, top: 20 },
  ]);
  expect(latinText(asStream(file.object(4))?.bytes ?? new Uint8Array())).toBe('q Q');
  const range = file.ranges().find(({ number }) => number === 5);
  expect(latinText(file.bytes.subarray(range?.start, range?.end))).toBe('5 0 obj\n3\nendobj');
  expect(file.faults()).toEqual([]);
  expect(file.object(77)).toBe(null);
});

test('a page tree that bites its tail ends', () => {
  const file = open(writtenPdf({ ...objects, 2: '<</Type /Pages /Kids [2 0 R 3 0 R 2 0 R]>>' }));
  expect(pagesOf(file)).toHaveLength(1);
});

test('tables that point at each other end', () => {
  const bytes = writtenPdf(objects, ' /Prev 0000000000');
  const text = latinText(bytes);
  const start = /startxref\n(\d+)/.exec(text)?.[1] ?? '';
  open(latinBytes(text.replace('/Prev 0000000000', `/Prev ${start.padStart(10, '0')}`)));
});

test('references that lead in a circle are null', () => {
  const file = open(writtenPdf({ ...objects, 5: '6 0 R', 6: '5 0 R' }));
  expect(file.resolve({ kind: 'reference', number: 5, generation: 0 })).toBe(null);
});

test.each([
  ['no bytes', new Uint8Array()],
  ['no table', latinBytes('%PDF-1.4\nhello')],
  ['a table beyond the end', latinBytes('startxref\n99999999\n%%EOF')],
  ['a huge offset', latinBytes('startxref\n99999999999999999999999\n%%EOF')],
  ['a huge table', latinBytes('xref\n0 99999999999\nstartxref\n0\n%%EOF')],
  ['a table of zeros', latinBytes('xref\n0 3\n000\nstartxref\n0\n%%EOF')],
  ['no trailer', latinBytes('xref\n0 0\nstartxref\n0\n%%EOF')],
])('%s is a fault', (_, bytes) => {
  expect(isPdfFile(openPdf(bytes))).toBe(false);
});

test.each([
  ['another number', '3 0 obj', '8 0 obj'],
  [
    'a dictionary that does not end',
    '<</Type /Page /Parent 2 0 R /Contents 4 0 R>>',
    '<</Type /Page /Parent 2 0 R /Contents 4 0 R',
  ],
  ['no end', '4 0 R>>\nendobj', '4 0 R>>\nend'],
])('an object with %s is null, and told', (_, from, to) => {
  const file = open(changed(from, to));
  expect(file.object(3)).toBe(null);
  expect(file.faults()).toHaveLength(1);
});

test.each(['9', '-1', 'x'])('a stream whose length is %s is null', (length) => {
  const file = open(writtenPdf({ ...objects, 5: length }));
  expect(file.object(4)).toBe(null);
});

test('a stream whose length is itself is null', () => {
  const file = open(writtenPdf({ ...objects, 4: '<</Length 4 0 R>>\nstream\nq Q\nendstream' }));
  expect(file.object(4)).toBe(null);
});

test('a file cut off anywhere, or with a byte changed, never crashes', () => {
  const bytes = writtenPdf({ ...objects, 7: stream('BT ET') });
  const readAll = (file: ReturnType<typeof openPdf>): void => {
    if (!isPdfFile(file)) return;
    for (const number of file.numbers) file.object(number);
    file.ranges();
    pagesOf(file);
  };
  for (let end = 0; end <= bytes.length; end += 7) readAll(openPdf(bytes.slice(0, end)));
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
      readAll(openPdf(bytes.with(at, byte)));
    }),
    { seed: 2000, numRuns: 400 },
  );
});
