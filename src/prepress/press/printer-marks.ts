/**
 * Marks for the print shop, outside what bleeds: where to cut, how the plates lie on each other, how much ink there is, and which job it is. The
 * lengths are those that print shops are used to.
 */
import { mmToPt } from '../../protocol/length.ts';
import type { PdfRectangle } from '../page-tree.ts';
import type { PdfValue } from '../pdf-values.ts';
import { pdfArray, pdfDictionary, pdfName } from '../pdf-values.ts';
import type { SlugFont } from './slug-font.ts';
import { slugText } from './slug-font-objects.ts';

/** From what bleeds to the marks. */
const gap = mmToPt(1);
const markLength = mmToPt(5);
/** Room for the marks and the slug line on every side of what bleeds. */
const room = mmToPt(12);
/** A hair, but not thinner than a plate holds. */
const markWidth = 0.25;
const targetRadius = mmToPt(1.6);
const slugSize = 6.5;

/** The sheet round what bleeds. */
export const markedSheet = (bleed: PdfRectangle): PdfRectangle => ({
  left: bleed.left - room,
  bottom: bleed.bottom - room,
  right: bleed.right + room,
  top: bleed.top + room,
});

/** The name under which marks find the colour of all plates. */
export const allPlatesName = 'AllPlates';

/** Registration colour (ISO 32000-1 §8.6.6.4): on every plate there is. */
export const allPlates: PdfValue = pdfArray([
  pdfName('Separation'),
  pdfName('All'),
  pdfName('DeviceCMYK'),
  pdfDictionary({
    FunctionType: 2,
    Domain: pdfArray([0, 1]),
    C0: pdfArray([0, 0, 0, 0]),
    C1: pdfArray([1, 1, 1, 1]),
    N: 1,
  }),
]);

const number = (value: number): string => String(Math.round(value * 1000) / 1000);

const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S\n`;

/** Two lines at each corner of the trim: where they cross, the paper is cut. */
const cropMarks = (trim: PdfRectangle, bleed: PdfRectangle): string => {
  const sides = [
    { edge: bleed.left - gap, way: -1 },
    { edge: bleed.right + gap, way: 1 },
  ];
  const ends = [
    { edge: bleed.bottom - gap, way: -1 },
    { edge: bleed.top + gap, way: 1 },
  ];
  const across = sides.flatMap(({ edge, way }) =>
    [trim.bottom, trim.top].map((y) => line(edge, y, edge + way * markLength, y)),
  );
  const upright = ends.flatMap(({ edge, way }) =>
    [trim.left, trim.right].map((x) => line(x, edge, x, edge + way * markLength)),
  );
  return [...across, ...upright].join('');
};

/** How far the ends of a quarter circle's tangents are from its ends, for a radius of 1. */
const roundness = 0.5523;

const circle = (x: number, y: number, radius: number): string => {
  const bend = radius * roundness;
  const curve = (...values: readonly number[]): string => `${values.map(number).join(' ')} c `;
  return `${number(x + radius)} ${number(y)} m ${curve(x + radius, y + bend, x + bend, y + radius, x, y + radius)}${curve(x - bend, y + radius, x - radius, y + bend, x - radius, y)}${curve(x - radius, y - bend, x - bend, y - radius, x, y - radius)}${curve(x + bend, y - radius, x + radius, y - bend, x + radius, y)}s\n`;
};

/** A cross in a ring: on every plate, so that it shows one thin cross where they lie right. */
const target = (x: number, y: number): string => {
  const arm = markLength / 2;
  return line(x - arm, y, x + arm, y) + line(x, y - arm, x, y + arm) + circle(x, y, targetRadius);
};

const targets = (bleed: PdfRectangle): string => {
  const [x, y] = [(bleed.left + bleed.right) / 2, (bleed.bottom + bleed.top) / 2];
  const away = gap + markLength / 2;
  return (
    target(x, bleed.top + away) +
    target(x, bleed.bottom - away) +
    target(bleed.left - away, y) +
    target(bleed.right + away, y)
  );
};

/** Full inks, two of them together, steps of black. */
const patches: readonly string[] = [
  '1 0 0 0',
  '0 1 0 0',
  '0 0 1 0',
  '0 0 0 1',
  '0 1 1 0',
  '1 0 1 0',
  '1 1 0 0',
  '0 0 0 .75',
  '0 0 0 .5',
  '0 0 0 .25',
];

const colourBar = (trim: PdfRectangle, bleed: PdfRectangle): string => {
  const start = trim.left + mmToPt(3);
  const end = (trim.left + trim.right) / 2 - mmToPt(4);
  const side = Math.min(mmToPt(4), (end - start) / patches.length);
  const y = bleed.top + gap + (markLength - side) / 2;
  return patches
    .map(
      (ink, index) =>
        `${ink} k ${number(start + index * side)} ${number(y)} ${number(side)} ${number(side)} re f\n`,
    )
    .join('');
};

/** What all pages of one size have in common. */
export const commonMarks = (trim: PdfRectangle, bleed: PdfRectangle): string =>
  `q\n/${allPlatesName} CS 1 SCN ${markWidth} w\n${cropMarks(trim, bleed)}${targets(bleed)}Q\nq\n${colourBar(trim, bleed)}Q\n`;

/** The line that says which job and which page it is, below the marks. `fontName` is the font's name in the resources. */
export const slugLine = (
  trim: PdfRectangle,
  bleed: PdfRectangle,
  text: string,
  font: SlugFont,
  fontName: string,
): string => {
  const width = [...text].reduce((sum, letter) => sum + font.widthOf(font.glyphOf(letter)), 0) / 1000;
  const size = Math.min(slugSize, (trim.right - trim.left) / Math.max(width, 1));
  const y = bleed.bottom - gap - markLength - mmToPt(3);
  return `BT\n0 0 0 1 k /${fontName} ${number(size)} Tf 1 0 0 1 ${number(trim.left)} ${number(y)} Tm ${slugText(font, text)} Tj\nET\n`;
};
