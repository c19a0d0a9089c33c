/** Pictures in inks, by the colour engine: grey ones in black alone, photographs in all four where a shop asks for it. */
import type { Sharp } from 'sharp';
import { deflate } from '../../platform/deflate.ts';
import type { Ink, InkTable } from './inks.ts';
import { limitedInk } from './inks.ts';
import type { InkPicture, PressPicture } from './press-pictures.ts';
import type { PressProfile } from './press-profile.ts';
import { twoAtATime } from '../two-at-a-time.ts';
import { separatedTiff } from './separated-tiff.ts';

/** What pictures are made with. */
export interface PictureSetting {
  readonly profile: PressProfile;
  readonly inks: InkTable;
  /** True where nothing but inks may be in the file. */
  readonly inksOnly: boolean;
}

/** Steps of 255 between the channels of a pixel that is still grey. */
const greySpread = 3;
/** The same in a picture made small, where neighbours are mixed. */
const smallSpread = 8;
const smallSide = 48;

/** Of 100: what is lost at 92 is not seen in print. */
const jpegQuality = 92;

const isGrey = (pixels: Uint8Array, spread: number): boolean => {
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > spread) return false;
  }
  return true;
};

const engine = async () => (await import('sharp')).default;

const opened = async (
  { isJpeg, width, height, channels }: PressPicture,
  bytes: Uint8Array,
): Promise<Sharp> => {
  const sharp = await engine();
  return isJpeg ? sharp(bytes) : sharp(bytes, { raw: { width, height, channels } });
};

/** The greys of a picture, a byte each; undefined for one with colours. */
const greysOf = async (picture: PressPicture, bytes: Uint8Array): Promise<Uint8Array | undefined> => {
  const { channels, isJpeg } = picture;
  const pixels = async (source: Sharp): Promise<Uint8Array> => source.toColourspace('srgb').raw().toBuffer();
  if (channels === 1) {
    if (!isJpeg) return bytes;
    return (await opened(picture, bytes)).toColourspace('b-w').extractChannel(0).raw().toBuffer();
  }
  // A photograph shows its colours in the small; only what seems grey is unpacked whole.
  const small = (await opened(picture, bytes)).resize(smallSide, smallSide, { fit: 'fill' });
  if (!isGrey(await pixels(small), smallSpread)) return undefined;
  const whole = isJpeg ? await pixels(await opened(picture, bytes)) : bytes;
  if (!isGrey(whole, greySpread)) return undefined;
  const greys = new Uint8Array(whole.length / 3);
  for (let at = 0; at < greys.length; at += 1) greys[at] = whole[at * 3 + 1] ?? 0;
  return greys;
};

const packed = async (
  picture: PressPicture,
  plates: InkPicture['plates'],
  pixels: Uint8Array,
): Promise<InkPicture> => {
  if (!picture.isJpeg) return { plates, filter: 'FlateDecode', bytes: deflate(pixels) };
  const sharp = await engine();
  const { width, height } = picture;
  const source =
    plates === 'black'
      ? sharp(pixels, { raw: { width, height, channels: 1 } }).toColourspace('b-w')
      : sharp(separatedTiff(pixels, width)).pipelineColourspace('cmyk').toColourspace('cmyk');
  const bytes = await source.jpeg({ quality: jpegQuality, chromaSubsampling: '4:4:4' }).toBuffer();
  return { plates, filter: 'DCTDecode', bytes };
};

/** Black that looks as light as the greys; a plate of black counts down, as light does. */
const blackPlate = (greys: Uint8Array, { blackTone }: InkTable): Uint8Array => {
  const tones = Uint8Array.from(blackTone, (black) => Math.round((1 - black) * 255));
  return greys.map((grey) => tones[grey] ?? 0);
};

const limitInks = (plates: Uint8Array, most: number): void => {
  for (let at = 0; at + 3 < plates.length; at += 4) {
    const sum = (plates[at] ?? 0) + (plates[at + 1] ?? 0) + (plates[at + 2] ?? 0) + (plates[at + 3] ?? 0);
    if (sum <= most * 255) continue;
    const ink: Ink = [
      (plates[at] ?? 0) / 255,
      (plates[at + 1] ?? 0) / 255,
      (plates[at + 2] ?? 0) / 255,
      (plates[at + 3] ?? 0) / 255,
    ];
    for (const [plate, share] of limitedInk(ink, most).entries())
      plates[at + plate] = Math.round(share * 255);
  }
};

const inked = async (picture: PressPicture, setting: PictureSetting): Promise<InkPicture | undefined> => {
  const bytes = picture.bytes();
  if (
    bytes === undefined ||
    (!picture.isJpeg && bytes.length !== picture.width * picture.height * picture.channels)
  )
    throw new Error('a picture of the proof cannot be unpacked');
  const greys = await greysOf(picture, bytes);
  if (greys !== undefined) return packed(picture, 'black', blackPlate(greys, setting.inks));
  if (!setting.inksOnly) return undefined;
  const source = (await opened(picture, bytes)).withIccProfile(setting.profile.path);
  const plates = await source.raw().toBuffer();
  limitInks(plates, setting.profile.inkLimit ?? 4);
  return packed(picture, 'process', plates);
};

/** The pictures that are exchanged, by object number. */
export const inkPictures = async (
  pictures: readonly PressPicture[],
  setting: PictureSetting,
): Promise<ReadonlyMap<number, InkPicture>> => {
  const inks = await twoAtATime(pictures, (picture) => inked(picture, setting));
  const made = new Map<number, InkPicture>();
  for (const [index, { number }] of pictures.entries()) {
    const ink = inks[index];
    if (ink !== undefined) made.set(number, ink);
  }
  return made;
};
