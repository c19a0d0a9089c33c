/** Reading the text of a page: where every glyph stands, and which of them show. Pages are written by hand. */
import { expect, test } from 'vitest';
import { fileReaders } from '../../src/preflight/file-readers.ts';
import type { PageText } from '../../src/preflight/page-text.ts';
import { readPageText } from '../../src/preflight/read-page.ts';
import { pagesOf } from '../../src/prepress/page-tree.ts';
import { isPdfFile, openPdf } from '../../src/prepress/pdf-file.ts';
import { onePage, stream, type OnePage } from '../prepress/written-pdf.ts';

const textOf = (page: OnePage): PageText => {
  const file = openPdf(onePage(page));
  if (!isPdfFile(file)) throw new Error(`expected ${file.expected} at ${file.at}`);
  const [first] = pagesOf(file);
  if (first === undefined) throw new Error('no page');
  return readPageText(file, first, fileReaders(file));
};

/** Letters with their places in points from the upper left corner: `a 10 20`. */
const placed = (text: PageText): readonly string[] =>
  text.letters.map((letters, glyph) =>
    [letters, ...[text.x[glyph], text.y[glyph]].map((px) => Math.round((px ?? 0) * 75) / 100)].join(' '),
  );

const drawn = (content: string, more: Partial<OnePage> = {}): readonly string[] =>
  placed(textOf({ content, letters: 'abcdef', ...more }));

test('text moves on by widths, spacing and lines', () => {
  expect(drawn('BT /T 20 Tf 1 0 0 1 10 280 Tm <00010002> Tj 0 -30 Td <0003> Tj ET')).toEqual([
    'a 10 20',
    'b 20 20',
    'c 10 50',
  ]);
  expect(drawn('BT /T 20 Tf 2 Tc 50 Tz 10 280 Td [<0001> -100 <0002>] TJ ET')).toEqual([
    'a 10 20',
    'b 17 20',
  ]);
  expect(drawn("BT /T 20 Tf 30 TL 10 280 Td <0001> Tj T* <0002> Tj <0003> ' 5 Ts <0004> Tj ET")).toEqual([
    'a 10 20',
    'b 10 50',
    'c 10 80',
    'd 20 75',
  ]);
  expect(drawn('BT /T 20 Tf 10 280 TD <0001> Tj 0 -10 TD <0002> Tj T* 0 0 (\\000\\003) " ET')).toEqual([
    'a 10 20',
    'b 10 30',
    'c 10 50',
  ]);
});

test('matrices turn and scale, and are put back', () => {
  const upsideDown = '.75 0 0 -.75 0 300 cm BT /T 16 Tf 1 0 0 -1 40 80 Tm <0001> Tj ET';
  expect(drawn(`q ${upsideDown} Q BT /T 20 Tf 0 300 Td <0002> Tj ET Q Q`)).toEqual(['a 30 60', 'b 0 0']);
  expect(drawn('BT /T 20 Tf 0 1 -1 0 100 100 Tm <00010002> Tj ET')).toEqual(['a 100 200', 'b 100 190']);
});

test('letters stand for marked content once', () => {
  const marked =
    'BT /T 20 Tf 0 100 Td /Span <</ActualText <FEFF00660066>>> BDC <0001> Tj <0002> Tj EMC <0003> Tj ET';
  expect(textOf({ content: marked, letters: 'abc' }).letters).toEqual(['ff', '', 'c']);
  const named = 'BT /T 20 Tf /P BMC /Span /Q BDC <0001> Tj EMC <0002> Tj EMC ET';
  const resources = '/Properties <</Q <</ActualText (x)>>>>';
  expect(textOf({ content: named, letters: 'ab', resources }).letters).toEqual(['x', 'b']);
});

test('what is outside, clipped or invisible does not show', () => {
  const show = (x: number, y: number, code: number): string => `BT /T 10 Tf ${x} ${y} Td <000${code}> Tj ET`;
  expect(drawn(`${show(400, 10, 1)} ${show(10, -20, 2)} ${show(10, 10, 3)}`)).toEqual(['c 10 290']);
  expect(drawn(`q 0 0 100 100 re W n ${show(150, 10, 1)} ${show(50, 10, 2)} Q ${show(150, 10, 3)}`)).toEqual([
    'b 50 290',
    'c 150 290',
  ]);
  expect(drawn(`BT 3 Tr /T 10 Tf 9 9 Td <0001> Tj 0 Tr <0002> Tj ET`)).toEqual(['b 14 291']);
  const round = '0 0 m 9 9 l 0 9 l W n';
  expect(drawn(`${round} ${show(150, 10, 1)} ${show(4, 4, 2)}`)).toEqual(['b 4 296']);
});

test('what is painted over does not show, unless it shines through', () => {
  const text = 'BT /T 10 Tf 10 100 Td <0001> Tj ET';
  const alpha = '/ExtGState <</G <</ca .5>>>>';
  expect(drawn(`${text} 1 1 1 rg 0 90 100 30 re f`)).toEqual([]);
  expect(drawn(`1 1 1 rg 0 90 100 30 re f ${text}`)).toEqual(['a 10 200']);
  expect(drawn(`${text} 0 98 100 1 re f`)).toEqual(['a 10 200']);
  expect(drawn(`${text} /G gs 0 90 100 30 re f`, { resources: alpha })).toEqual(['a 10 200']);
  expect(drawn(`${text} /Pattern cs /P scn 0 90 100 30 re f`)).toEqual(['a 10 200']);
  expect(drawn(`${text} q 0 0 5 5 re W n 0 90 100 30 re f Q`)).toEqual(['a 10 200']);
});

test('forms are drawn in their own space', () => {
  const form = stream(
    'BT /T 10 Tf 5 5 Td <0001> Tj 30 0 Td <0002> Tj ET',
    ' /Type /XObject /Subtype /Form /BBox [0 0 20 20] /Matrix [1 0 0 1 100 0]',
  );
  expect(
    drawn('q 1 0 0 1 0 50 cm /F Do Q', { resources: '/XObject <</F 20 0 R>>', more: { 20: form } }),
  ).toEqual(['a 105 245']);
});

test('forms that draw themselves come to an end', () => {
  const form = stream('/F Do /F Do', ' /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</F 20 0 R>>>>');
  const text = textOf({
    content: '/F Do',
    letters: 'a',
    resources: '/XObject <</F 20 0 R>>',
    more: { 20: form },
  });
  expect(text.whole).toBe(false);
});

test('content that cannot be unpacked is not whole', () => {
  const text = textOf({
    content: '/F Do',
    letters: 'a',
    resources: '/XObject <</F 20 0 R>>',
    more: { 20: stream('x', ' /Subtype /Form /Filter /DCTDecode') },
  });
  expect(text.whole).toBe(false);
});

test('ranges of letters and of widths are read', () => {
  const more = {
    7: stream('2 beginbfrange\n<0001> <0003> <0061>\n<0005> <0006> [<0078> <0079007A>]\nendbfrange'),
    6: '<</Subtype /CIDFontType2 /FontDescriptor 8 0 R /DW 100 /W [1 2 500 5 [1000]]>>',
  };
  expect(drawn('BT /T 10 Tf <00010002000300050006> Tj ET', { more })).toEqual([
    'a 0 300',
    'b 5 300',
    'c 10 300',
    'x 11 300',
    'yz 21 300',
  ]);
});
