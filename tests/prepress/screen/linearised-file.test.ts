/** Linearised files, held against qpdf, which computes the hint tables anew and compares. */
import { describe, expect, test } from 'vitest';
import { documentOf } from '../../../src/prepress/pdf-document.ts';
import { pagesOf } from '../../../src/prepress/page-tree.ts';
import { isPdfFile, openPdf, type PdfFile } from '../../../src/prepress/pdf-file.ts';
import { asDictionary, asName, latinText } from '../../../src/prepress/pdf-values.ts';
import { flatPages } from '../../../src/prepress/screen/flat-pages.ts';
import { linearisedFile } from '../../../src/prepress/screen/linearised-file.ts';
import { askQpdf } from '../../support/qpdf.ts';
import { stream, writtenPdf, type WrittenObjects } from '../written-pdf.ts';

/** What {@link book} is made of. */
interface Book {
  readonly pages: number;
  /** Entries of the outline. */
  readonly outline?: number;
  /** Elements of the structure. */
  readonly elements?: number;
  /** Links on each page, which the structure refers to. */
  readonly links?: number;
  /** More entries of the catalog. */
  readonly catalog?: string;
}

const count = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

/** Objects of a book: pages that share a font and inherit their size, each with something of its own. */
const objectsOf = ({ pages, outline = 0, elements = 0, links = 0, catalog = '' }: Book): WrittenObjects => {
  const linkAt = (page: number, link: number): number => 40_000 + page * links + link;
  const entries: [number, string][] = count(pages).flatMap((page): [number, string][] => [
    [
      1000 + page,
      `<</Type /Page /Parent 3 0 R /Contents ${2000 + page} 0 R /Resources <</Font <</T 5 0 R>> /ExtGState <</G ${page % 3 === 0 ? 6 : 7} 0 R>> /Properties <</Q ${3000 + page} 0 R>>>> ${
        links === 0
          ? ''
          : `/Annots [${count(links)
              .map((link) => `${linkAt(page, link)} 0 R`)
              .join(' ')}]`
      }>>`,
    ],
    [2000 + page, stream(`BT /T 12 Tf 20 20 Td (Page ${page}) Tj ET`)],
    [3000 + page, `<</Page ${page}>>`],
    ...count(links).map((link): [number, string] => [
      linkAt(page, link),
      `<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /P ${1000 + page} 0 R /Dest [${1000 + ((page + 1) % pages)} 0 R /Fit]>>`,
    ]),
  ]);
  const items = count(outline).map((item): [number, string] => [
    10_000 + item,
    `<</Title (Entry ${item}) /Parent 9 0 R /Dest [${1000 + (item % pages)} 0 R /Fit] ${item + 1 < outline ? `/Next ${10_001 + item} 0 R` : ''} ${item > 0 ? `/Prev ${9999 + item} 0 R` : ''}>>`,
  ]);
  const kids = count(elements).map((element): [number, string] => [
    20_000 + element,
    `<</Type /StructElem /S /P /P 8 0 R /Pg ${1000 + (element % pages)} 0 R /K ${links > 0 && element < pages ? `<</Type /OBJR /Obj ${linkAt(element, 0)} 0 R>>` : element}>>`,
  ]);
  return {
    1: `<</Type /Catalog /Pages 2 0 R ${outline > 0 ? '/Outlines 9 0 R' : ''} ${elements > 0 ? '/StructTreeRoot 8 0 R' : ''} ${catalog}>>`,
    2: `<</Type /Pages /Kids [3 0 R] /Count ${pages} /MediaBox [0 0 300 300]>>`,
    3: `<</Type /Pages /Parent 2 0 R /Kids [${count(pages)
      .map((page) => `${1000 + page} 0 R`)
      .join(' ')}] /Count ${pages}>>`,
    5: '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
    6: '<</ca 1>>',
    7: '<</ca 0.5>>',
    8: `<</Type /StructTreeRoot /K [${count(elements)
      .map((element) => `${20_000 + element} 0 R`)
      .join(' ')}]>>`,
    9: `<</Type /Outlines ${outline > 0 ? `/First 10000 0 R /Last ${9999 + outline} 0 R` : ''} /Count ${outline}>>`,
    4: '<</Title (A book) /Producer (Nobody)>>',
    ...Object.fromEntries([...entries, ...items, ...kids]),
  };
};

const opened = (bytes: Uint8Array): PdfFile => {
  const file = openPdf(bytes);
  if (!isPdfFile(file)) throw new Error(file.expected);
  return file;
};

const linearised = (book: Book): Promise<Uint8Array> =>
  linearisedFile(flatPages(documentOf(opened(writtenPdf(objectsOf(book), '\n/Info 4 0 R')))));

describe('a linearised file', () => {
  test.each<readonly [string, Book]>([
    ['of one page', { pages: 1 }],
    ['of two pages', { pages: 2 }],
    ['of three pages', { pages: 3, outline: 1 }],
    ['of many pages', { pages: 130 }],
    ['with an outline', { pages: 7, outline: 12 }],
    ['with an outline of several streams', { pages: 7, outline: 250 }],
    ['with structure', { pages: 5, elements: 400 }],
    ['with links that the structure refers to', { pages: 5, elements: 40, links: 3 }],
    ['with all of it', { pages: 40, outline: 120, elements: 900, links: 2 }],
    [
      'with what a reader needs to open it',
      { pages: 3, catalog: '/PageMode /UseNone /ViewerPreferences <</DisplayDocTitle true>>' },
    ],
  ])('%s is one to qpdf', async (_, book) => {
    const bytes = await linearised(book);
    expect(await askQpdf(bytes, '--check-linearization')).toBe(0);
    expect(await askQpdf(bytes, '--check')).toBe(0);
  });

  test('has all that the document had, and nothing twice', async () => {
    const book: Book = { pages: 9, outline: 20, elements: 30, links: 1 };
    const file = opened(await linearised(book));
    expect(file.faults()).toEqual([]);
    expect(pagesOf(file)).toHaveLength(9);
    const kinds = file.numbers.map((number) =>
      asName(asDictionary(file.object(number))?.entries.get('Type')),
    );
    expect(kinds.filter((kind) => kind === 'StructElem')).toHaveLength(30);
    expect(kinds.filter((kind) => kind === 'Annot')).toHaveLength(9);
    expect(kinds.filter((kind) => kind === 'Font')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'Catalog')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'Pages')).toHaveLength(1);
  });

  test('begins with its parameters and the first page', async () => {
    const bytes = await linearised({ pages: 20 });
    const text = latinText(bytes);
    const length = /\/L (\d+)/.exec(text.slice(0, 300))?.[1];
    expect(Number(length)).toBe(bytes.length);
    const end = Number(/\/E (\d+)/.exec(text.slice(0, 300))?.[1]);
    expect(end).toBeLessThan(bytes.length / 2);
  });

  test('is the same however the objects were numbered', async () => {
    const objects = objectsOf({ pages: 4, outline: 3, elements: 5, links: 1 });
    const shift = (text: string): string =>
      text.replaceAll(/(\d+) 0 R/g, (_, number: string) => `${Number(number) + 7} 0 R`);
    const moved = Object.fromEntries(
      Object.entries(objects).map(([number, body]) => [Number(number) + 7, shift(body)]),
    );
    const written = writtenPdf(moved, '\n/Info 11 0 R');
    const root = Uint8Array.from(
      Buffer.from(latinText(written).replace('/Root 1 0 R', '/Root 8 0 R'), 'latin1'),
    );
    const other = await linearisedFile(flatPages(documentOf(opened(root))));
    const plain = await linearised({ pages: 4, outline: 3, elements: 5, links: 1 });
    expect(Buffer.from(other).equals(plain)).toBe(true);
  });
});
