/** Makes pictures smaller with libvips, which works beside us. */
import { deflate } from '../../platform/deflate.ts';
import type { PictureOrder } from './fine-pictures.ts';

/** A picture as it is to lie in the file. */
export interface ScaledPicture {
  readonly number: number;
  readonly filter: 'DCTDecode' | 'FlateDecode';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Loaded when it is first needed: most documents have no such picture. */
const engine = async () => (await import('sharp')).default;

/** Good enough that nobody sees it on a screen. */
const quality = 82;

/** A photograph packs far better as JPEG; a drawing hardly, and shows its artefacts. */
const worthLoss = 0.5;

/**
 * Scales a picture by its unpacked bytes. Its colour profile lies in the file beside it and counts for the result as well: values are averaged, never
 * converted. Undefined where its bytes cannot be read: it then stays as it is.
 */
export const scalePicture = async (
  order: PictureOrder,
  bytes: Uint8Array,
): Promise<ScaledPicture | undefined> => {
  const { number, form, channels, width, height, wanted } = order;
  const sharp = await engine();
  const space = channels === 1 ? 'b-w' : 'srgb';
  const scaled = () =>
    sharp(bytes, {
      // The colours are those of the file's profile, whatever the picture says of itself.
      ignoreIcc: true,
      ...(form === 'samples' ? { raw: { width, height, channels } } : {}),
    })
      .resize(wanted.width, wanted.height, { fit: 'fill' })
      .toColourspace(space);
  const made = { number, ...wanted };
  try {
    const jpeg = order.isMask ? undefined : await scaled().jpeg({ quality }).toBuffer();
    if (form === 'jpeg' && jpeg !== undefined) return { ...made, filter: 'DCTDecode', bytes: jpeg };
    const samples = deflate(await scaled().raw().toBuffer());
    return jpeg !== undefined && jpeg.length < samples.length * worthLoss
      ? { ...made, filter: 'DCTDecode', bytes: jpeg }
      : { ...made, filter: 'FlateDecode', bytes: samples };
  } catch {
    return undefined;
  }
};
