/** What becomes of drawn pages on sheets: their type, what lies at the edge, what a flap cuts off; and how they are painted there. */
import { describe, expect, test } from 'vitest';
import { imposeOutput } from '../../../src/prepress/impose/impose-output.ts';
import { pageMarks } from '../../../src/prepress/impose/page-marks.ts';
import type { ImposedOutput } from '../../../src/prepress/impose/plan-imposition.ts';
import { pageContent } from '../../../src/prepress/page-content.ts';
import { pagesOf, readRectangle } from '../../../src/prepress/page-tree.ts';
import { objectsOf, type PdfDocument } from '../../../src/prepress/pdf-document.ts';
import { asDictionary, asStream, latinText } from '../../../src/prepress/pdf-values.ts';
import { writeDocument } from '../../../src/prepress/write-document.ts';
import { defaultImposition, type ImpositionSettings } from '../../../src/protocol/imposition.ts';
import { mmToPt } from '../../../src/protocol/length.ts';
import { expectDiagnostics, expectNoDiagnostics } from '../../support/diagnostics.ts';
import { askQpdf } from '../../support/qpdf.ts';
import { block, drawnDocument, words } from './drawn-document.ts';

const a4 = { width: 210, height: 297 };
const a5 = { width: 148, height: 210 };
const panel = { width: 100, height: 210 };

const impose = (
  document: PdfDocument,
  trim: typeof a4,
  output: ImposedOutput,
  imposition: Partial<ImpositionSettings> = {},
) =>
  imposeOutput(document, {
    output,
    imposition: { ...defaultImposition, ...imposition },
    trim,
    folios: ['i', 'ii', '1', '2', '3', '4', '5', '6'],
    marks: pageMarks(document),
    profile: new Uint8Array(),
    title: 'Drawn',
    language: 'en',
  });

const fit = { ...defaultImposition.booklet, fit: true };

describe('pages made smaller', () => {
  const scaled = (...contents: readonly string[]) =>
    impose(drawnDocument(a4, [...contents, '', '', ''].slice(0, 4)), a4, 'booklet', { booklet: fit });

  test('say their scale and their smallest type', () => {
    const { diagnostics } = scaled(words(12, 20, 100) + words(9, 20, 50));
    expectDiagnostics(diagnostics, ['- prepress/scaled info']);
    expect(diagnostics[0]?.message).toBe('Unexpected scale of 70.7 %, expected pages of their own size');
    expect(diagnostics[0]?.hint).toBe('the smallest type is 6.4 pt');
  });

  test('are refused where type comes out under six points, with the page', () => {
    const { diagnostics } = scaled('', words(12, 20, 100) + words(8, 20, 50));
    expectDiagnostics(diagnostics, ['- prepress/scaled info', '- prepress/type-too-small error']);
    expect(diagnostics[1]?.folio).toBe('ii');
  });

  test('raised figures are no type of their own; a matrix makes type smaller', () => {
    const raised = words(12, 20, 100) + words(7, 30, 101.5) + words(12, 32, 100);
    expectDiagnostics(scaled(raised).diagnostics, ['- prepress/scaled info']);
    const shrunk = `q 0.5 0 0 0.5 0 0 cm ${words(12, 40, 200)} Q`;
    expectDiagnostics(scaled(shrunk).diagnostics, ['- prepress/scaled info', '- prepress/type-too-small']);
  });
});

describe('the edge of the sheet', () => {
  const edged = (content: string) => impose(drawnDocument(a5, [content, '', '', '']), a5, 'booklet');

  test.each([
    ['a block at the outer edge', block(140, 50, 8, 20)],
    ['a block at the head', block(40, 204, 8, 6)],
    ['a line of text at the foot', words(10, 40, 3)],
    ['a line drawn near the edge', '1 0 0 RG 0 10 m 500 10 l S\n'],
    ['a gradient that fills the page', '/S1 sh\n'],
  ])('%s is told of', (_, content) => {
    const { diagnostics } = edged(content);
    expectDiagnostics(diagnostics, ['- prepress/art-at-edge warning']);
    expect(diagnostics[0]?.message).toMatch(/on page i,/);
  });

  test.each([
    ['a block at the fold', block(0, 50, 8, 20)],
    ['white', block(0, 0, 148, 210, '1 g')],
    ['what is cut away by a clip', `q 100 100 50 50 re W n ${block(0, 0, 148, 210)} Q`],
    ['text that stands inside', words(10, 20, 20)],
  ])('%s is not', (_, content) => expectNoDiagnostics(edged(content).diagnostics));
});

describe('the flap of a leaflet', () => {
  const leaflet = (page: number, content: string) =>
    impose(
      drawnDocument(
        panel,
        Array.from({ length: 6 }, (_, index) => (index === page ? content : '')),
      ),
      panel,
      'trifold',
    );

  test('cuts off what stands at its free edge: right inside, left outside', () => {
    const inside = leaflet(3, block(96, 50, 4, 20));
    expectDiagnostics(inside.diagnostics, ['- prepress/art-at-edge', '- prepress/flap-cut error']);
    expectDiagnostics(leaflet(4, words(10, 1, 100)).diagnostics, [
      '- prepress/art-at-edge',
      '- prepress/flap-cut',
    ]);
    expectNoDiagnostics(leaflet(3, block(0, 50, 20, 20)).diagnostics);
    expectNoDiagnostics(leaflet(4, block(80, 50, 20, 20)).diagnostics);
    expectNoDiagnostics(leaflet(2, block(0, 50, 100, 20)).diagnostics);
  });
});

describe('the sheets', () => {
  const contents = Array.from({ length: 8 }, (_, index) => words(10 + index, 20, 100));

  const sheetsFor = (booklet: Partial<ImpositionSettings['booklet']> = {}, bleed = 0): PdfDocument => {
    const document = drawnDocument(a5, contents, bleed);
    const settings = { booklet: { ...defaultImposition.booklet, ...booklet } };
    const { value } = impose(document, a5, 'booklet', settings);
    if (value === undefined) throw new Error('no sheets');
    return value;
  };

  test('are a whole file, with no structure', async () => {
    const bytes = await writeDocument(sheetsFor({ marks: ['fold'] }));
    expect(await askQpdf(bytes, '--check')).toBe(0);
    expect(latinText(bytes)).not.toMatch(/StructTreeRoot|MarkInfo/);
  });

  test('are of the size of paper, to the point', () => {
    for (const { mediaBox } of pagesOf(objectsOf(sheetsFor())))
      expect(mediaBox).toEqual({ left: 0, bottom: 0, right: mmToPt(297), top: mmToPt(210) });
  });

  /** The streams that a side paints, in order, and the parts of them that show. */
  const painted = (document: PdfDocument, side: number) => {
    const objects = objectsOf(document);
    const page = pagesOf(objects)[side];
    const forms = asDictionary(objects.resolve(page?.resources?.entries.get('XObject')))?.entries;
    return [...(forms?.values() ?? [])].map((value) => {
      const form = asStream(objects.resolve(value));
      return {
        content: latinText(form?.bytes ?? new Uint8Array()),
        box: readRectangle(objects, form?.dictionary.entries.get('BBox')),
      };
    });
  };

  test('paint the streams of the pages as they were', () => {
    const order = [7, 0, 1, 6, 5, 2, 3, 4];
    const sides = [0, 1, 2, 3].flatMap((side) => painted(sheetsFor(), side));
    expect(sides.map(({ content }) => content)).toEqual(order.map((page) => contents[page]));
  });

  test('a page shows nothing beyond the fold, and its bleed where the sheet has room for it', () => {
    const [last, cover] = painted(sheetsFor({ sheet: 'A3' }, 3), 0);
    const [width, height, bleed] = [mmToPt(148), mmToPt(210), mmToPt(3)];
    expect(cover?.box?.left).toBeCloseTo(0, 3);
    expect(cover?.box?.right).toBeCloseTo(width + bleed, 3);
    expect(cover?.box?.top).toBeCloseTo(height + bleed, 3);
    expect(last?.box?.right).toBeCloseTo(width, 3);
    expect(last?.box?.left).toBeCloseTo(-bleed, 3);
  });

  test('backs are turned by half where the printer turns sheets over the long edge', () => {
    const document = sheetsFor({ flip: 'long' });
    const objects = objectsOf(document);
    const starts = pagesOf(objects).map((page) =>
      latinText(pageContent(objects, page) ?? new Uint8Array()).startsWith('-1 0 0 -1 '),
    );
    expect(starts).toEqual([false, true, false, true]);
  });
});
