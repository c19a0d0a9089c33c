/**
 * Gradients in inks (ISO 32000-1 §8.7.4.5). The way between two colours of the screen is not a straight one between their inks: it is walked in
 * steps, each of them straight.
 */
import type { PdfObjects } from '../pdf-objects.ts';
import type { PdfDictionary, PdfValue } from '../pdf-values.ts';
import {
  asDictionary,
  asItems,
  asName,
  asNumber,
  pdfArray,
  pdfDictionary,
  pdfName,
  withEntries,
} from '../pdf-values.ts';
import type { InkTable, ScreenColour } from './inks.ts';
import { inkOf, isNeutral, luminosityOf, processInk, screenColour } from './inks.ts';

/** Steps from one stop to the next: a step of a gradient over the whole page is then a centimetre or two, and its bend is not seen. */
const steps = 16;

/** An exponential function (§7.10.3): what most gradients between two stops are. */
interface Blend {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly exponent: number;
}

const numbersOf = (objects: PdfObjects, value: PdfValue | undefined): readonly number[] | undefined =>
  asItems(objects.resolve(value))?.map((item) => asNumber(objects.resolve(item)) ?? 0);

const kindOf = (
  objects: PdfObjects,
  dictionary: PdfDictionary | undefined,
  key: string,
): number | undefined => asNumber(objects.resolve(dictionary?.entries.get(key)));

const blendOf = (objects: PdfObjects, dictionary: PdfDictionary): Blend => ({
  from: numbersOf(objects, dictionary.entries.get('C0')) ?? [0],
  to: numbersOf(objects, dictionary.entries.get('C1')) ?? [1],
  exponent: kindOf(objects, dictionary, 'N') ?? 1,
});

const colourOf = (components: readonly number[]): ScreenColour => {
  const [red = 0, green = red, blue = red] = components;
  return screenColour(red, green, blue);
};

const colourAt = ({ from, to, exponent }: Blend, share: number): ScreenColour =>
  colourOf(from.map((start, index) => start + share ** exponent * ((to[index] ?? 0) - start)));

const coloursAlong = (blend: Blend): readonly ScreenColour[] =>
  Array.from({ length: steps + 1 }, (_, step) => colourAt(blend, step / steps));

/** The exponential functions a function is made of; undefined where it is made of anything else. */
const blendsOf = (
  objects: PdfObjects,
  value: PdfValue | undefined,
  depth = 0,
): readonly Blend[] | undefined => {
  const dictionary = asDictionary(objects.resolve(value));
  const kind = kindOf(objects, dictionary, 'FunctionType');
  if (dictionary === undefined || depth > 2) return undefined;
  if (kind === 2) return [blendOf(objects, dictionary)];
  if (kind !== 3) return undefined;
  const parts = asItems(objects.resolve(dictionary.entries.get('Functions'))) ?? [];
  const blends = parts.map((part) => blendsOf(objects, part, depth + 1));
  return blends.every((part) => part !== undefined) ? blends.flat() : undefined;
};

/** True for the dictionary of a shading. */
export const isShading = (dictionary: PdfDictionary): boolean => dictionary.entries.has('ShadingType');

/** Components of the colour spaces whose gradients are understood: Chromium's own, sRGB however it is named, and grey. */
const componentsOf = (objects: PdfObjects, value: PdfValue | undefined): number | undefined => {
  const space = objects.resolve(value);
  const name = asName(space) ?? asName(objects.resolve(asItems(space)?.[0]));
  if (name === 'DeviceRGB') return 3;
  if (name === 'DeviceGray') return 1;
  if (name !== 'ICCBased') return undefined;
  return kindOf(objects, asDictionary(objects.resolve(asItems(space)?.[1])), 'N');
};

/** A gradient that can be turned into inks. */
interface Gradient {
  readonly blends: readonly Blend[];
  readonly background: readonly number[] | undefined;
}

const gradientOf = (objects: PdfObjects, shading: PdfDictionary): Gradient | undefined => {
  const kind = kindOf(objects, shading, 'ShadingType');
  const components = componentsOf(objects, shading.entries.get('ColorSpace'));
  const blends = blendsOf(objects, shading.entries.get('Function'));
  if ((kind !== 2 && kind !== 3) || (components !== 1 && components !== 3) || blends === undefined)
    return undefined;
  return { blends, background: numbersOf(objects, shading.entries.get('Background')) };
};

/** The colours a gradient passes through; undefined where it cannot be turned into inks. */
export const gradientColours = (
  objects: PdfObjects,
  shading: PdfDictionary,
): readonly ScreenColour[] | undefined => {
  const gradient = gradientOf(objects, shading);
  if (gradient === undefined) return undefined;
  const background = gradient.background === undefined ? [] : [colourOf(gradient.background)];
  return [...gradient.blends.flatMap(coloursAlong), ...background];
};

/** The function with its colours exchanged. */
const exchanged = (
  objects: PdfObjects,
  value: PdfValue | undefined,
  components: (colour: ScreenColour) => readonly number[],
  isStraight: boolean,
): PdfValue => {
  const dictionary = asDictionary(objects.resolve(value)) ?? pdfDictionary({});
  if (kindOf(objects, dictionary, 'FunctionType') === 3) {
    const parts = asItems(objects.resolve(dictionary.entries.get('Functions'))) ?? [];
    return withEntries(dictionary, {
      Functions: pdfArray(parts.map((part) => exchanged(objects, part, components, isStraight))),
      Range: undefined,
    });
  }
  const blend = blendOf(objects, dictionary);
  if (isStraight) {
    const [C0, C1] = [colourAt(blend, 0), colourAt(blend, 1)].map((colour) => pdfArray(components(colour)));
    return withEntries(dictionary, { C0, C1, Range: undefined });
  }
  const stops = coloursAlong(blend).map(components);
  const domain = pdfArray([0, 1]);
  return pdfDictionary({
    FunctionType: 3,
    Domain: domain,
    Bounds: pdfArray(Array.from({ length: steps - 1 }, (_, step) => (step + 1) / steps)),
    Encode: pdfArray(Array.from({ length: steps }, () => [0, 1]).flat()),
    Functions: pdfArray(
      Array.from({ length: steps }, (_, step) =>
        pdfDictionary({
          FunctionType: 2,
          Domain: domain,
          N: 1,
          C0: pdfArray(stops[step] ?? []),
          C1: pdfArray(stops[step + 1] ?? []),
        }),
      ),
    ),
  });
};

/**
 * A shading in inks: in black alone where all of it is grey, else by the profile from end to end, so that no step shows where it passes through
 * grey.
 */
export const inkShading = (objects: PdfObjects, shading: PdfDictionary, table: InkTable): PdfDictionary => {
  const colours = gradientColours(objects, shading) ?? [];
  const ink = colours.every(isNeutral)
    ? (colour: ScreenColour) => inkOf(table, colour)
    : (colour: ScreenColour) => processInk(table, colour);
  return exchangedShading(objects, shading, 'DeviceCMYK', ink, false);
};

/** A shading in the light of a mask. */
export const luminosityShading = (objects: PdfObjects, shading: PdfDictionary): PdfDictionary =>
  exchangedShading(objects, shading, 'DeviceGray', (colour) => [luminosityOf(colour)], true);

const exchangedShading = (
  objects: PdfObjects,
  shading: PdfDictionary,
  space: string,
  components: (colour: ScreenColour) => readonly number[],
  isStraight: boolean,
): PdfDictionary => {
  const background = gradientOf(objects, shading)?.background;
  return withEntries(shading, {
    ColorSpace: pdfName(space),
    Background: background === undefined ? undefined : pdfArray(components(colourOf(background))),
    Function: exchanged(objects, shading.entries.get('Function'), components, isStraight),
  });
};
