/** Files as other programs write them: packed cross-references and objects, hybrid files, changes at the end; and all filters of text. */
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pagesOf } from '../../src/prepress/page-tree.ts';
import { pageContent } from '../../src/prepress/page-content.ts';
import { isPdfFile, openPdf, type PdfFile } from '../../src/prepress/pdf-file.ts';
import { latinBytes, latinText } from '../../src/prepress/pdf-values.ts';
import { decodeLzw } from '../../src/prepress/lzw.ts';
import { undoPredictor } from '../../src/prepress/predictors.ts';
import { decodeAscii85, decodeHex, decodeRunLength } from '../../src/prepress/text-filters.ts';
import { stream, writtenPdf } from './written-pdf.ts';

const opened = (bytes: Uint8Array): PdfFile => {
  const file = openPdf(bytes);
  if (!isPdfFile(file)) throw new Error(`expected ${file.expected} at ${file.at}`);
  return file;
};

/** What the first page draws. */
const firstContent = (bytes: Uint8Array): string => {
  const file = opened(bytes);
  const [page] = pagesOf(file);
  const content = page === undefined ? undefined : pageContent(file, page);
  return content === undefined ? 'nothing' : latinText(content);
};

/** An entry of a cross-reference stream of widths 1, 2 and 1. */
const entry = (kind: number, where: number, last: number): string =>
  String.fromCharCode(kind, where >> 8, where & 255, last);

const packedObjects = ['<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [3 0 R] /Count 1>>'];

/** A file with objects 1 and 2 packed in 5, the page in 3, its content in 4, the cross-references in 6. */
const packedFile = (count = '2'): string => {
  let text = '%PDF-1.5\n';
  const at: number[] = [];
  const add = (number: number, body: string): void => {
    at[number] = text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  };
  add(3, '<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>>');
  add(4, stream('q Q'));
  const [first = ''] = packedObjects;
  const head = `1 0 2 ${first.length + 1} `;
  const content = latinText(deflateSync(latinBytes(`${head}${packedObjects.join(' ')}`)));
  add(5, stream(content, ` /Type /ObjStm /N ${count} /First ${head.length} /Filter /FlateDecode`));
  at[6] = text.length;
  const rows = [
    entry(0, 0, 255),
    entry(2, 5, 0),
    entry(2, 5, 1),
    entry(1, at[3] ?? 0, 0),
    entry(1, at[4] ?? 0, 0),
    entry(1, at[5] ?? 0, 0),
    entry(1, at[6] ?? 0, 0),
  ];
  // Rows as PNG's second filter packs them: the difference from the row above.
  const predicted = rows.map((row, index) => {
    const above = rows[index - 1] ?? '\0\0\0\0';
    return `\u0002${[...row].map((letter, column) => String.fromCharCode((letter.charCodeAt(0) - above.charCodeAt(column)) & 255)).join('')}`;
  });
  const table = latinText(deflateSync(latinBytes(predicted.join(''))));
  add(
    6,
    stream(
      table,
      ' /Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 4>>',
    ),
  );
  return `${text}startxref\n${at[6]}\n%%EOF\n`;
};

test('cross-reference streams and object streams', () => {
  const file = opened(latinBytes(packedFile()));
  expect(file.numbers).toEqual([1, 2, 3, 4, 5, 6]);
  expect(firstContent(latinBytes(packedFile()))).toBe('q Q');
  expect(file.faults()).toEqual([]);
});

test('the newest of several versions of an object counts', () => {
  const text = packedFile();
  const before = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  const object = text.length;
  const changed = `${text}4 0 obj\n${stream('0 g')}\nendobj\n`;
  const table = `xref\n4 1\n${String(object).padStart(10, '0')} 00000 n \ntrailer\n<</Size 7 /Root 1 0 R /Prev ${before}>>\n`;
  expect(firstContent(latinBytes(`${changed}${table}startxref\n${changed.length}\n%%EOF`))).toBe('0 g');
});

test('in a hybrid file the stream tells of what the table calls free', () => {
  const text = packedFile();
  const hidden = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  const free = '0000000000 00000 f \n';
  const table = `xref\n0 3\n${free}${free}${free}trailer\n<</Size 7 /Root 1 0 R /XRefStm ${hidden}>>\n`;
  expect(firstContent(latinBytes(`${text}${table}startxref\n${text.length}\n%%EOF`))).toBe('q Q');
});

test.each([
  ['a circle of tables', (text: string) => text.replace('/Size 7', '/Prev 9 /Size 7')],
  ['widths of nothing', (text: string) => text.replace('/W [1 2 1]', '/W [0 0 0]')],
  ['no widths', (text: string) => text.replace('/W [1 2 1]', '')],
  ['too many objects', (text: string) => text.replace('/Size 7', '/Index [0 999999999] /Size 7')],
  ['a stream that is none', (text: string) => text.replace('/Type /XRef', '/Type /Page')],
])('%s is told, and ends', (_, spoil) => {
  const file = openPdf(latinBytes(spoil(packedFile())));
  expect(isPdfFile(file) ? file.faults() : [file]).toBeDefined();
});

test('an object stream that lies in itself is nothing', () => {
  expect(firstContent(latinBytes(packedFile('5 0 R')))).toBe('nothing');
});

test('filters of text', () => {
  const content = (packed: string, entries: string): string =>
    firstContent(
      writtenPdf({
        1: '<</Type /Catalog /Pages 2 0 R>>',
        2: '<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 9 9]>>',
        3: '<</Type /Page /Parent 2 0 R /Contents 4 0 R>>',
        4: stream(packed, entries),
      }),
    );
  expect(content('71 20 51>', ' /Filter /ASCIIHexDecode')).toBe('q Q');
  expect(content('Ebj~>', ' /Filter /ASCII85Decode')).toHaveLength(2);
  expect(content('\x02q Q\xff \x80', ' /Filter /RunLengthDecode')).toBe('q Q  ');
  expect(content('78>', ' /Filter [/ASCIIHexDecode /DCTDecode]')).toBe('nothing');
  expect(latinText(decodeHex(latinBytes('4a4B4c4>')) ?? new Uint8Array())).toBe('JKL@');
  expect(decodeHex(latinBytes('xy'))).toBeUndefined();
  expect(latinText(decodeAscii85(latinBytes('87cURD]i,"Ebo80~>')) ?? new Uint8Array())).toBe('Hello World!');
  expect(decodeAscii85(latinBytes('z~>'))).toEqual(new Uint8Array(4));
  expect(decodeAscii85(latinBytes('a{'))).toBeUndefined();
  expect(decodeRunLength(latinBytes('\x81x'.repeat(99)), 1000)).toBeUndefined();
});

test('LZW, by the example of the specification', () => {
  const packed = Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01);
  expect(decodeLzw(packed, 1, 1000)).toEqual(Uint8Array.of(45, 45, 45, 45, 45, 65, 45, 45, 45, 66));
  expect(decodeLzw(packed, 1, 5)).toBeUndefined();
  expect(decodeLzw(Uint8Array.of(0xff, 0xff), 1, 1000)).toBeUndefined();
});

test('predictors of PNG and TIFF', () => {
  const layout = { predictor: 15, colors: 1, bitsPerComponent: 8, columns: 3 };
  const rows = Uint8Array.of(1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 1, 1, 4, 1, 1, 1, 0, 9, 9, 9);
  expect(undoPredictor(rows, layout)).toEqual(Uint8Array.of(1, 2, 3, 2, 3, 4, 2, 3, 4, 3, 4, 5, 9, 9, 9));
  const tiff = { ...layout, predictor: 2 };
  expect(undoPredictor(Uint8Array.of(1, 1, 1, 5, 1, 1), tiff)).toEqual(Uint8Array.of(1, 2, 3, 5, 6, 7));
  expect(undoPredictor(rows, { ...layout, columns: 0 })).toBeUndefined();
});
