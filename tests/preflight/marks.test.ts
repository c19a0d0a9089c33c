/** What marks a page, as it is read: size, width and resolution at the place they stand at, and the paint they are in. */
import { expect, test } from 'vitest';
import { fileReaders } from '../../src/preflight/file-readers.ts';
import { inksOf, totalInk } from '../../src/preflight/inks.ts';
import type { Mark } from '../../src/preflight/marks.ts';
import { readPage } from '../../src/preflight/read-page.ts';
import { pagesOf } from '../../src/prepress/page-tree.ts';
import { isPdfFile, openPdf } from '../../src/prepress/pdf-file.ts';
import { onePage, stream, type OnePage } from '../prepress/written-pdf.ts';

const marksOf = (content: string, more: Partial<OnePage> = {}): readonly Mark[] => {
  const file = openPdf(onePage({ content, letters: 'abc', ...more }));
  if (!isPdfFile(file)) throw new Error(`expected ${file.expected} at ${file.at}`);
  const [page] = pagesOf(file);
  if (page === undefined) throw new Error('no page');
  return readPage(file, page, fileReaders(file)).marks;
};

const round = (value: number): number => Math.round(value * 100) / 100;

/** `text 10 pt at 20 17.5 30 27.5`: what it is, its measure, and its box from the lower left. */
const told = (content: string, more: Partial<OnePage> = {}): readonly string[] =>
  marksOf(content, more).map((mark) => {
    const measure =
      mark.kind === 'text'
        ? `${round(mark.size)} pt`
        : mark.kind === 'path'
          ? `${round(mark.width)} pt`
          : mark.kind === 'picture'
            ? `${round(mark.resolution)} ppi`
            : mark.space.family;
    const { left, bottom, right, top } = mark.box;
    return `${mark.kind} ${measure} at ${[left, bottom, right, top].map(round).join(' ')}`;
  });

test('text has the size it is printed at, and goes on over gaps', () => {
  expect(told('BT /T 20 Tf 10 100 Td <0001> Tj 10 0 Td <0002> Tj 0 -30 Td <0001> Tj ET')).toEqual([
    'text 20 pt at 10 95 30 115',
    'text 20 pt at 20 65 30 85',
  ]);
  expect(told('0.5 0 0 0.5 0 0 cm BT /T 1 Tf 20 0 0 20 20 200 Tm <0001> Tj ET')).toEqual([
    'text 10 pt at 10 97.5 15 107.5',
  ]);
  expect(told('BT /T 10 Tf 0 1 -1 0 50 50 Tm <0001> Tj <0002> Tj ET')).toEqual([
    'text 10 pt at 50 47.5 50 60',
  ]);
  expect(told('BT /T 10 Tf 9 9 Td <0001> Tj 1 0 0 rg <0001> Tj 1 0 0 rg <0001> Tj ET')).toHaveLength(2);
  expect(told('BT 3 Tr /T 10 Tf 9 9 Td <0001> Tj ET')).toEqual([]);
});

test('lines have the width they are printed at; what is clipped away is none', () => {
  expect(told('2 0 0 2 0 0 cm 3 w 10 10 m 20 10 l S')).toEqual(['path 6 pt at 17 17 43 23']);
  expect(told('10 10 90 0.4 re f')).toEqual(['path 0.4 pt at 10 10 100 10.4']);
  expect(told('0 0 5 5 re W n 10 10 9 9 re f 2 2 9 9 re f')).toEqual(['path 9 pt at 2 2 5 5']);
  expect(told('10 10 m 20 30 40 30 50 10 c h f')).toEqual(['path 20 pt at 10 10 50 30']);
});

const picture = stream(
  'x',
  ' /Subtype /Image /Width 100 /Height 50 /ColorSpace /DeviceGray /BitsPerComponent 8',
);
const pictured = { resources: '/XObject <</P 20 0 R>>', more: { 20: picture } };

test('pictures have the resolution they are printed at, in the direction that has less', () => {
  expect(told('72 0 0 72 10 10 cm /P Do', pictured)).toEqual(['picture 50 ppi at 10 10 82 82']);
  expect(told('0 72 -36 0 100 10 cm /P Do', pictured)).toEqual(['picture 100 ppi at 64 10 100 82']);
  expect(told('q 36 0 0 36 10 10 cm BI /W 9 /H 9 /BPC 1 /IM true ID xxxx\nEI Q 0 0 1 1 re f')).toEqual([
    'picture 18 ppi at 10 10 46 46',
    'path 1 pt at 0 0 1 1',
  ]);
});

test('forms, gradients and tiles are read where they are painted', () => {
  const form = stream('1 w 0 0 m 50 0 l S', ' /Subtype /Form /BBox [0 -9 20 9] /Matrix [2 0 0 2 0 0]');
  expect(
    told('1 0 0 1 100 100 cm /F Do', { resources: '/XObject <</F 20 0 R>>', more: { 20: form } }),
  ).toEqual(['path 2 pt at 100 99 140 101']);
  const shading = { resources: '/Shading <</S <</ShadingType 2 /ColorSpace /DeviceRGB>>>>' };
  expect(told('10 10 20 20 re W n /S sh', shading)).toEqual(['shading DeviceRGB at 10 10 30 30']);
  const tiles = {
    resources: '/Pattern <</P 20 0 R>>',
    more: {
      20: stream(
        '1 0 0 rg 0 0 2 2 re f BT /T 9 Tf <0001> Tj ET',
        ' /PatternType 1 /PaintType 1 /BBox [0 0 4 4]',
      ),
    },
  };
  expect(told('/Pattern cs /P scn 10 10 50 50 re f', tiles)).toEqual([
    'path 2 pt at 10 10 60 60',
    'text 9 pt at 10 10 60 60',
    'path 50 pt at 10 10 60 60',
  ]);
});

test('a group that is painted with transparency veils what is in it', () => {
  const form = stream('0 0 9 9 re f', ' /Subtype /Form /BBox [0 0 9 9] /Group <</S /Transparency>>');
  const resources = '/XObject <</F 20 0 R>> /ExtGState <</Half <</ca 0.5>> /Whole <</ca 1>>>>';
  const [veiled, plain] = marksOf('q /Half gs /F Do Q /Whole gs /F Do', { resources, more: { 20: form } });
  expect([veiled?.paint.veiled, veiled?.paint.fillAlpha]).toEqual([true, 1]);
  expect(plain?.paint.veiled).toBe(false);
});

test('the inks of colours', () => {
  const inks = (content: string, resources = ''): readonly (number | undefined)[] =>
    marksOf(content, { resources, more: { 20: stream('{}', ' /FunctionType 4') } }).map((mark) => {
      const found = inksOf(mark.paint.fill);
      return found === undefined ? undefined : round(totalInk(found));
    });
  expect(inks('0 0 9 9 re f 0.25 g 0 0 9 9 re f 1 0.5 0 0.1 k 0 0 9 9 re f')).toEqual([1, 0.75, 1.6]);
  expect(inks('1 0 0 rg 0 0 9 9 re f 1 1 1 rg 0 0 9 9 re f')).toEqual([undefined, 0]);
  const named =
    '/ColorSpace <</All [/Separation /All /DeviceCMYK 20 0 R] /Two [/DeviceN [/Cyan /Gold] /DeviceCMYK 20 0 R]>>';
  expect(inks('/All cs 0.5 scn 0 0 9 9 re f /Two cs 0.3 0.4 scn 0 0 9 9 re f', named)).toEqual([2, 0.7]);
});
