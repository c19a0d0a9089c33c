/** The inks of gradients (ISO 32000-1 §8.7.4.5), as far as the file itself decides them. */
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { PdfDictionary } from '../prepress/pdf-values.ts';
import { asItems, asNumber } from '../prepress/pdf-values.ts';
import type { ColourSpace } from './colour-spaces.ts';
import { readFunction, type FunctionBudget } from './functions.ts';
import { inksOf, totalInk, type Inks } from './inks.ts';

/** Places at which a gradient is looked at. */
const samples = 65;

/**
 * The inks of a gradient where it has most of them; undefined where a profile decides them, or the gradient is none along a line or
 * between circles.
 */
export const heaviestOfGradient = (
  file: PdfFile,
  shading: PdfDictionary,
  space: ColourSpace,
  budget: FunctionBudget,
): Inks | undefined => {
  const kind = asNumber(file.resolve(shading.entries.get('ShadingType')));
  if (kind !== 2 && kind !== 3) return undefined;
  const colourAt = readFunction(file, shading.entries.get('Function'), budget);
  if (colourAt === undefined) return undefined;
  const domain = asItems(file.resolve(shading.entries.get('Domain'))) ?? [];
  const [from = 0, to = 1] = domain.map((item) => asNumber(file.resolve(item)) ?? 0);
  let heaviest: Inks | undefined;
  for (let sample = 0; sample < samples; sample += 1) {
    const inks = inksOf({ space, values: colourAt(from + (sample / (samples - 1)) * (to - from)) });
    if (inks === undefined) return undefined;
    if (heaviest === undefined || totalInk(inks) > totalInk(heaviest)) heaviest = inks;
  }
  return heaviest;
};
