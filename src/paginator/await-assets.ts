/** Waits until everything the page shows is there: fonts in use, pictures. Tells what could not be read. */
import type { AssetAnswer } from '../protocol/paginator.ts';
import { cssPictures } from './css-pictures.ts';
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
const faceName = (face: FontFace): string =>
  `${face.family} ${face.weight} ${face.style}`.replaceAll('"', '');

/** The fonts the cascade asks for, in CSS's shorthand. Styles alone are read: nothing is laid out for it. */
const fontsInUse = (elements: Iterable<Element>): ReadonlySet<string> => {
  const fonts = new Set<string>();
  for (const element of elements) {
    const style = getComputedStyle(element);
    fonts.add(`${style.fontStyle} ${style.fontWeight} 10px ${style.fontFamily}`);
  }
  return fonts;
};

/** Pictures of style sheets, by address. Kept as long as the page, so that Chromium keeps them too. */
const held = new Map<string, HTMLImageElement>();

/**
 * Loads the pictures that CSS asks for. Of its own accord Chromium loads them only when what they belong to is shown, and does not wait for them
 * when it prints.
 */
const holdCssPictures = async (): Promise<void> => {
  for (const url of cssPictures()) {
    if (held.has(url)) continue;
    const image = new Image();
    image.src = url;
    held.set(url, image);
    await decoded(image);
  }
};

/**
 * Waits for the fonts and pictures of some elements, and for the pictures of all style sheets. Only styles are read, so that nothing is laid
 * out for it: the forme comes hidden, and its text is laid out once, when its fonts are there, and not a first time in a substitute.
 */
export const awaitAssets = async (elements: readonly Element[]): Promise<AssetAnswer> => {
  await Promise.allSettled([...fontsInUse(elements)].map((font) => document.fonts.load(font)));
  await document.fonts.ready;
  await holdCssPictures();
  const images = elements.filter((element) => element instanceof HTMLImageElement);
  // One after the other: Chromium decodes only so many large pictures at once, and refuses the others.
  const whole: boolean[] = [];
  for (const image of images) whole.push(await decoded(image));
  return {
    failedFonts: [...document.fonts].filter((face) => face.status === 'error').map((face) => faceName(face)),
    failedPictures: images
      .filter((_, index) => whole[index] !== true)
      .map((image) => ({ url: image.getAttribute('src') ?? '', place: placeOf(image) })),
  };
};
