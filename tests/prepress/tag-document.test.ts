/** Prepress on real proofs: exact boxes, the edition's own information, and the same bytes for every print of one page. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileReaders } from '../../src/preflight/file-readers.ts';
import { readPageText } from '../../src/preflight/read-page.ts';
import { catalogOf, pagesOf } from '../../src/prepress/page-tree.ts';
import { objectsOf } from '../../src/prepress/pdf-document.ts';
import { openProof } from '../../src/prepress/open-proof.ts';
import { tagDocument } from '../../src/prepress/tag-document.ts';
import { isPdfFile, openPdf, type PdfFile } from '../../src/prepress/pdf-file.ts';
import { asDictionary, latinText, type PdfValue } from '../../src/prepress/pdf-values.ts';
import { writeValue } from '../../src/prepress/pdf-writer.ts';
import { finishedProof, type FinishSettings } from './finished-proof.ts';
import { drawnHtml, openPrinter, sheet, trim } from '../preflight/drawn-pages.ts';
import { folderWith } from '../support/temporary-folder.ts';
import { writtenPdf } from './written-pdf.ts';

let printer: Awaited<ReturnType<typeof openPrinter>>;
let proof: Uint8Array;

const table =
  '<table><tr><th scope="col">A</th><th scope="col">B</th></tr><tr><td>1</td><td>2</td></tr></table>';
const html = `${drawnHtml([{ lines: ['One'] }, { lines: ['Two'] }])}<h2 lang="ru-x-b12">Мины</h2>${table}`;

beforeAll(async () => {
  printer = await openPrinter();
  proof = await printer.print(html);
});
afterAll(() => printer.close());

const settings: FinishSettings = {
  trim,
  bleed: 0,
  title: 'Минная обстановка',
  author: 'A (B)',
  keywords: 'mines, clearance',
  date: new Date('2000-06-01T00:00:00Z'),
  language: 'ru',
  folios: ['i', '1'],
};

const open = (bytes: Uint8Array): PdfFile => {
  const file = openPdf(bytes);
  if (!isPdfFile(file)) throw new Error(`expected ${file.expected} at ${file.at}`);
  return file;
};

const millimetres = (points: number): number => (points / 72) * 25.4;

test('two prints of one page give the same bytes', async () => {
  const again = await printer.print(html, `${html}<p>and more</p>`);
  const ids = (bytes: Uint8Array) => latinText(bytes).match(/node\d{8}/g);
  expect(ids(again), 'the test is worth nothing unless Chromium counts on').not.toEqual(ids(proof));
  expect(Buffer.from(await finishedProof(again, settings)).equals(await finishedProof(proof, settings))).toBe(
    true,
  );
});

test('pages have the trim’s size, from the upper left corner of what is printed', async () => {
  const printed = pagesOf(open(proof))[0]?.mediaBox;
  for (const { mediaBox } of pagesOf(open(await finishedProof(proof, settings)))) {
    expect(mediaBox?.left).toBe(printed?.left);
    expect(mediaBox?.top).toBe(printed?.top);
    expect(millimetres((mediaBox?.right ?? 0) - (mediaBox?.left ?? 0))).toBeCloseTo(trim.width, 3);
    expect(millimetres((mediaBox?.top ?? 0) - (mediaBox?.bottom ?? 0))).toBeCloseTo(trim.height, 3);
  }
});

test('with a bleed, the trim lies inside the sheet; `print` is cut to it', async () => {
  const bleeding = { ...settings, trim: { width: 99, height: 142 }, bleed: 3 };
  const [cut] = pagesOf(open(await finishedProof(proof, bleeding)));
  expect(cut?.dictionary.entries.get('MediaBox')).toEqual(cut?.dictionary.entries.get('TrimBox'));
  const [bled] = pagesOf(objectsOf(tagDocument(await openProof(proof), bleeding)));
  const values = ['MediaBox', 'BleedBox', 'TrimBox'].map((box) =>
    writeValue(bled?.dictionary.entries.get(box) ?? null),
  );
  expect(values[1]).toBe(values[0]);
  const [left = 0, bottom = 0, right = 0, top = 0] = values[2]?.slice(1, -1).split(' ').map(Number) ?? [];
  expect(millimetres(left)).toBeCloseTo(3, 3);
  expect(millimetres(right - left)).toBeCloseTo(99, 3);
  expect(millimetres(top - bottom)).toBeCloseTo(142, 3);
  expect(sheet.width).toBeGreaterThan((105 * 96) / 25.4);
});

test('the file says what the edition is, and nothing of the browser', async () => {
  const bytes = await finishedProof(proof, settings);
  const file = open(bytes);
  const information = asDictionary(file.resolve(file.trailer.entries.get('Info')));
  expect(writeValue(information ?? null)).toBe(
    [
      String.raw`<</Author (A \(B\))`,
      "/CreationDate (D:20000601000000+00'00')",
      '/Creator (Trifolio)',
      '/Keywords (mines, clearance)',
      "/ModDate (D:20000601000000+00'00')",
      '/Producer (Trifolio)',
      '/Title <FEFF041C0438043D043D0430044F0020043E0431044104420430043D043E0432043A0430>>>',
    ].join('\n'),
  );
  const catalog = catalogOf(file)?.dictionary.entries;
  expect(writeValue(catalog?.get('Lang') ?? null)).toBe('(ru)');
  expect(writeValue(catalog?.get('ViewerPreferences') ?? null)).toContain('/PrintScaling /None');
  expect(writeValue(catalog?.get('PageLabels') ?? null)).toBe('<</Nums [0 <</S /r>> 1 <</S /D>>]>>');
  const text = latinText(bytes);
  expect(text).not.toContain('Skia');
  expect(text).not.toContain('ru-x-b12');
  expect(text).toContain('/Lang (ru)');
});

test('without a date there is none', async () => {
  const { date: _, ...undated } = settings;
  expect(latinText(await finishedProof(proof, undated))).not.toMatch(/CreationDate|ModDate/);
});

test('the metadata say the same, unpacked, and which standards the file keeps to', async () => {
  const text = Buffer.from(await finishedProof(proof, settings)).toString('utf8');
  expect(text).toContain('<rdf:li xml:lang="x-default">Минная обстановка</rdf:li>');
  expect(text).toContain('<rdf:li>A (B)</rdf:li>');
  expect(text).toContain('<pdf:Keywords>mines, clearance</pdf:Keywords>');
  expect(text).toContain('<xmp:CreateDate>2000-06-01T00:00:00+00:00</xmp:CreateDate>');
  expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
});

test('what is drawn is not touched: the same glyphs at the same places', async () => {
  const texts = (bytes: Uint8Array): readonly unknown[] => {
    const file = open(bytes);
    const readers = fileReaders(file);
    return pagesOf(file).map((page) => {
      const { x, y, letters } = readPageText(file, page, readers);
      return { x: [...x], y: [...y], letters: [...letters] };
    });
  };
  expect(texts(await finishedProof(proof, settings))).toEqual(texts(proof));
});

test('the ids of header cells are counted from one, and the cells find them', async () => {
  const text = latinText(await finishedProof(proof, settings));
  expect(text.match(/cell-\d/g)?.toSorted()).toEqual([
    ...Array<string>(3).fill('cell-1'),
    ...Array<string>(3).fill('cell-2'),
  ]);
  expect(text).not.toContain('node0');
  expect(text).toMatch(/\/IDTree <<\/Names \[\(cell-1\) \d+ 0 R \(cell-2\) \d+ 0 R\]/);
});

test('an outline of our own takes the place of Chromium’s', async () => {
  const outline = [
    { level: 1, text: 'Первая', page: 0, top: 40 },
    { level: 3, text: 'Under it', page: 1, top: 0 },
    { level: 1, text: 'Last', page: 1, top: 80 },
  ];
  const bytes = await finishedProof(proof, { ...settings, outline });
  const file = open(bytes);
  const entry = (value: PdfValue | undefined, key: string): PdfValue | undefined =>
    asDictionary(file.resolve(value))?.entries.get(key);
  const root = catalogOf(file)?.dictionary.entries.get('Outlines');
  const first = entry(root, 'First');
  expect(entry(root, 'Count')).toBe(3);
  expect(writeValue(entry(first, 'Title') ?? null)).toBe('<FEFF041F0435044004320430044F>');
  expect(writeValue(entry(entry(first, 'First'), 'Title') ?? null)).toBe('(Under it)');
  expect(entry(first, 'Next')).toEqual(entry(root, 'Last'));
  const [page] = pagesOf(file);
  const top = (page?.mediaBox?.top ?? 0) - 30;
  expect(writeValue(entry(first, 'Dest') ?? null)).toBe(
    `[${page?.number} 0 R /XYZ null ${Number(top.toFixed(6))} null]`,
  );
});

const qpdf = 'qpdf';
const hasQpdf = spawnSync(qpdf, ['--version']).error === undefined;

test.skipIf(!hasQpdf)('another program finds the file in order', async () => {
  const folder = folderWith({ 'proof.pdf': await finishedProof(proof, settings) });
  const check = spawnSync(qpdf, ['--check', join(folder, 'proof.pdf')], { encoding: 'utf8' });
  expect(check.stdout + check.stderr).toContain('No syntax or stream encoding errors found');
  expect(check.status).toBe(0);
});

test('what is no proof is our fault, and thrown', async () => {
  await expect(finishedProof(new Uint8Array(), settings)).rejects.toThrow('not a PDF');
  await expect(finishedProof(writtenPdf({ 1: 'null' }), settings)).rejects.toThrow('no catalog');
});
