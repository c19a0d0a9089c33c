/** Waits until everything the page shows is there: fonts in use, pictures. Tells what could not be read. */
import type { AssetAnswer } from '../protocol/paginator.ts';
import { placeOf } from './measure-flow.ts';

const decoded = async (image: HTMLImageElement): Promise<boolean> => {
  try {
    await image.decode();
    return image.naturalWidth > 0;
  } catch {
    return false;
  }
};

/** The family, weight and style of a face, for a person. */
const faceName = (face: FontFace): string => `${face.family} ${face.weight} ${face.style}`.replaceAll('"', '');

/** Waits for fonts and pictures. A laid-out document asks for the faces it uses, so layout comes first. */
export const awaitAssets = async (): Promise<AssetAnswer> => {
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  const images = [...document.images];
  const whole = await Promise.all(images.map((image) => decoded(image)));
  return {
    failedFonts: [...document.fonts].filter((face) => face.status === 'error').map((face) => faceName(face)),
    failedPictures: images
      .filter((_, index) => whole[index] !== true)
      .map((image) => ({ url: image.getAttribute('src') ?? '', place: placeOf(image) })),
  };
};
