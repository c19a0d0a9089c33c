/** Colour spaces (ISO 32000-1 §8.6) as far as it matters which inks they ask for. */
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { PdfDictionary, PdfValue } from '../prepress/pdf-values.ts';
import { asDictionary, asItems, asName, asNumber, asStream } from '../prepress/pdf-values.ts';
import { readFunction } from './functions.ts';
import { readProfileHeader, type ProfileHeader } from './profile-header.ts';

/** The families of §8.6, with `Unknown` for what is none. */
export type ColourFamily =
  | 'DeviceGray'
  | 'DeviceRGB'
  | 'DeviceCMYK'
  | 'CalGray'
  | 'CalRGB'
  | 'Lab'
  | 'ICCBased'
  | 'Indexed'
  | 'Separation'
  | 'DeviceN'
  | 'Pattern'
  | 'Unknown';

/** A colour space. */
export interface ColourSpace {
  readonly family: ColourFamily;
  readonly components: number;
  /** What an indexed space chooses from, what stands in for a named ink, what an uncoloured pattern is painted with. */
  readonly base?: ColourSpace;
  /** Names of the inks of Separation and DeviceN. */
  readonly inks?: readonly string[];
  /** Of Separation: what stands in for all of the ink, in `base`; undefined where that is not understood. */
  readonly full?: readonly number[] | undefined;
  /** Of ICCBased: what the profile says it is; undefined where it cannot be read. */
  readonly profile?: ProfileHeader | undefined;
}

/** The space of a family that needs nothing more. */
const plain = (family: ColourFamily, components: number): ColourSpace => ({ family, components });

/** Grey of the device. The device spaces are one object each, so that they can be compared. */
export const deviceGray = plain('DeviceGray', 1);

/** Red, green and blue of the device. */
export const deviceRgb = plain('DeviceRGB', 3);

/** The four printing inks of the device. */
export const deviceCmyk = plain('DeviceCMYK', 4);

const pattern = plain('Pattern', 0);
const unknown = plain('Unknown', 1);

const plainSpaces: Readonly<Record<string, ColourSpace>> = {
  DeviceGray: deviceGray,
  DeviceRGB: deviceRgb,
  DeviceCMYK: deviceCmyk,
  CalGray: plain('CalGray', 1),
  CalRGB: plain('CalRGB', 3),
  Lab: plain('Lab', 3),
  Pattern: pattern,
  // Inline images abbreviate them (§8.9.7).
  G: deviceGray,
  RGB: deviceRgb,
  CMYK: deviceCmyk,
};

/** Spaces may stand in one another, but none does so more than a few times. */
const deepest = 8;

/** What stands in for a named ink is one function, or a few one after the other. */
const mostFunctions = 32;

/** Reads a colour space by its value, which is a name, an array, or a name in the resources. */
export type ColourSpaceReader = (
  value: PdfValue | undefined,
  resources: PdfDictionary | undefined,
) => ColourSpace;

const readSpace = (file: PdfFile, value: PdfValue, depth: number): ColourSpace => {
  const name = asName(value);
  if (name !== undefined) return plainSpaces[name] ?? unknown;
  const items = asItems(value) ?? [];
  const family = asName(file.resolve(items[0])) ?? '';
  const inner = (index: number): ColourSpace =>
    depth < deepest ? readSpace(file, file.resolve(items[index]), depth + 1) : unknown;
  switch (family) {
    case 'ICCBased': {
      const stream = asStream(file.resolve(items[1]));
      const count = asNumber(file.resolve(stream?.dictionary.entries.get('N'))) ?? 0;
      const profile = stream === undefined ? undefined : readProfileHeader(file, stream);
      return { family, components: count, profile };
    }
    case 'Indexed':
    case 'I':
      return { family: 'Indexed', components: 1, base: inner(1) };
    case 'Separation':
      return {
        family,
        components: 1,
        inks: [asName(file.resolve(items[1])) ?? ''],
        base: inner(2),
        full: readFunction(file, items[3], { left: mostFunctions })?.(1),
      };
    case 'DeviceN': {
      const inks = (asItems(file.resolve(items[1])) ?? []).map((item) => asName(file.resolve(item)) ?? '');
      return { family, components: inks.length, inks, base: inner(2) };
    }
    case 'Pattern':
      return items.length > 1 ? { family, components: 0, base: inner(1) } : pattern;
    default:
      return plainSpaces[family] ?? unknown;
  }
};

/** A reader that reads each space once. */
export const colourSpaceReader = (file: PdfFile): ColourSpaceReader => {
  const known = new Map<PdfValue, ColourSpace>();
  return (value, resources) => {
    const name = asName(file.resolve(value));
    const device = name === undefined ? undefined : plainSpaces[name];
    if (device !== undefined) return device;
    const named =
      name === undefined
        ? value
        : asDictionary(file.resolve(resources?.entries.get('ColorSpace')))?.entries.get(name);
    const found = file.resolve(named);
    const before = known.get(found);
    if (before !== undefined) return before;
    const space = readSpace(file, found, 0);
    known.set(found, space);
    return space;
  };
};

/** True where the colours are mixed from red, green and blue or the like, and what inks they take is left to others. */
export const isMixedFromLight = (space: ColourSpace): boolean => {
  switch (space.family) {
    case 'DeviceRGB':
    case 'CalRGB':
    case 'Lab':
      return true;
    case 'ICCBased':
      return space.components === 3;
    case 'Indexed':
    case 'Pattern':
      return space.base !== undefined && isMixedFromLight(space.base);
    default:
      return false;
  }
};
