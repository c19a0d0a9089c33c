/** Graphics state parameter dictionaries (ISO 32000-1 §8.4.5), as far as they say how marks are painted. */
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { PdfDictionary, PdfValue } from '../prepress/pdf-values.ts';
import { asDictionary, asItems, asName, asNumber } from '../prepress/pdf-values.ts';
import type { ColourSpaceReader } from './colour-spaces.ts';
import type { TransparencyGroup } from './page-reading.ts';
import type { Paint } from './paint-state.ts';

/** What such a dictionary changes. */
export interface GraphicsParameters {
  readonly paint: Partial<Paint>;
  /** The group a soft mask is made of. */
  readonly mask?: TransparencyGroup | undefined;
  /** True where it brings a transfer function or a halftone of its own, which belong to the press and not to a file (PDF/X-4 §6.8). */
  readonly hasTransfer: boolean;
}

const flag = (value: PdfValue): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** The blending space of a group (§11.4.7). */
export const readGroup = (
  file: PdfFile,
  value: PdfValue | undefined,
  spaceOf: ColourSpaceReader,
  kind: Pick<TransparencyGroup, 'isMask' | 'isPage'>,
): TransparencyGroup | undefined => {
  const group = asDictionary(file.resolve(value));
  if (asName(file.resolve(group?.entries.get('S'))) !== 'Transparency') return undefined;
  const space = group?.entries.get('CS');
  return { ...kind, space: space === undefined ? undefined : spaceOf(space, undefined).family };
};

/** A transfer function that is there and not the default. */
const isOwnFunction = (value: PdfValue): boolean =>
  value !== null && asName(value) !== 'Identity' && asName(value) !== 'Default';

const defined = (paint: { readonly [Key in keyof Paint]?: Paint[Key] | undefined }): Partial<Paint> =>
  Object.fromEntries(Object.entries(paint).filter(([, value]) => value !== undefined));

/** Reads the dictionary. */
export const graphicsParameters = (
  file: PdfFile,
  dictionary: PdfDictionary,
  spaceOf: ColourSpaceReader,
): GraphicsParameters => {
  const get = (key: string): PdfValue => file.resolve(dictionary.entries.get(key));
  const mask = get('SMask');
  const blend = get('BM');
  const stroke = flag(get('OP'));
  return {
    paint: defined({
      fillAlpha: asNumber(get('ca')),
      strokeAlpha: asNumber(get('CA')),
      blendMode: asName(blend) ?? asName(file.resolve(asItems(blend)?.[0])),
      softMask: mask === null ? undefined : asName(mask) !== 'None',
      // Where only `OP` stands, it is meant for both (§8.4.5, table 58).
      fillOverprint: flag(get('op')) ?? stroke,
      strokeOverprint: stroke,
      overprintMode: asNumber(get('OPM')),
      lineWidth: asNumber(get('LW')),
    }),
    mask: readGroup(file, maskGroup(file, mask), spaceOf, { isMask: true, isPage: false }),
    hasTransfer:
      isOwnFunction(get('TR')) || isOwnFunction(get('TR2')) || asDictionary(get('HT')) !== undefined,
  };
};

const maskGroup = (file: PdfFile, mask: PdfValue): PdfValue | undefined =>
  asDictionary(file.resolve(asDictionary(mask)?.entries.get('G')))?.entries.get('Group');
