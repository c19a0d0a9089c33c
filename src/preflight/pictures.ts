/** Pictures (ISO 32000-1 §8.9): how many pixels, of what. */
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { PdfDictionary, PdfValue } from '../prepress/pdf-values.ts';
import { asNumber, asStream } from '../prepress/pdf-values.ts';
import type { ColourSpaceReader } from './colour-spaces.ts';
import type { Picture } from './marks.ts';

/** Reads the dictionary of a picture; inline images abbreviate its keys (§8.9.7). */
export const readPicture = (
  file: PdfFile,
  dictionary: PdfDictionary,
  resources: PdfDictionary | undefined,
  spaceOf: ColourSpaceReader,
): Picture => {
  const get = (key: string, short: string): PdfValue =>
    file.resolve(dictionary.entries.get(key) ?? dictionary.entries.get(short));
  const isStencil = get('ImageMask', 'IM') === true;
  const space = get('ColorSpace', 'CS');
  return {
    width: asNumber(get('Width', 'W')) ?? 0,
    height: asNumber(get('Height', 'H')) ?? 0,
    bitsPerComponent: isStencil ? 1 : (asNumber(get('BitsPerComponent', 'BPC')) ?? 8),
    space: space === null || isStencil ? undefined : spaceOf(space, resources),
    isStencil,
    hasSoftMask: asStream(get('SMask', 'SMask')) !== undefined,
    isMasked: get('Mask', 'Mask') !== null,
    interpolates: get('Interpolate', 'I') === true,
  };
};
