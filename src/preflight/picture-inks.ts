/**
 * The inks of pictures: those of CMYK and grey pictures as they are, colours of light by the file's own profile of the press. Pictures that are
 * packed otherwise than as bytes or JPEG, and those of other than 8 bits, are not measured.
 */
import type { Sharp } from 'sharp';
import { withTemporaryFile } from '../platform/temporary-file.ts';
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { PdfStream } from '../prepress/pdf-values.ts';
import { asBytes, asItems, asName, asNumber, asReference, asStream } from '../prepress/pdf-values.ts';
import { streamContent } from '../prepress/stream-content.ts';
import { filtersOf } from '../prepress/stream-filters.ts';
import { twoAtATime } from '../prepress/two-at-a-time.ts';
import { colourSpaceReader, isMixedFromLight, type ColourSpace } from './colour-spaces.ts';
import { inkMapOf, type InkMap, type InkPixels } from './ink-map.ts';

/** A picture larger than this is made smaller first: its parts keep their averages. */
const mostSide = 512;

/** Pixels of one picture. */
const mostPixels = 64_000_000;

/** Bytes that all pictures of a file may make us unpack; of a JPEG, a byte for each pixel. */
const mostBytes = 4_000_000_000;

/** Loaded when it is first needed: most files have no pictures. */
const engine = async () => (await import('sharp')).default;

/** What the numbers of a pixel mean. */
type Meaning =
  | { readonly kind: 'grey' }
  /** Each is an ink, or counts as so many. */
  | { readonly kind: 'inks'; readonly weights: readonly number[] }
  | { readonly kind: 'light' };

const fourInks: Meaning = { kind: 'inks', weights: [1, 1, 1, 1] };

const weightOf = (name: string): number => (name === 'All' ? 4 : name === 'None' ? 0 : 1);

const meaningOf = (space: ColourSpace): Meaning | undefined => {
  switch (space.family) {
    case 'DeviceGray':
    case 'CalGray':
      return { kind: 'grey' };
    case 'DeviceCMYK':
      return fourInks;
    case 'Separation':
    case 'DeviceN':
      return { kind: 'inks', weights: (space.inks ?? []).map((name) => weightOf(name)) };
    case 'ICCBased':
      if (space.components === 1) return { kind: 'grey' };
      if (space.components === 4) return fourInks;
      break;
    case 'Lab':
      return undefined;
    default:
      break;
  }
  return space.family !== 'Indexed' && isMixedFromLight(space) ? { kind: 'light' } : undefined;
};

const channelsOf = (meaning: Meaning): number =>
  meaning.kind === 'grey' ? 1 : meaning.kind === 'light' ? 3 : meaning.weights.length;

/** What is known of a picture before it is unpacked. */
interface Measured {
  readonly number: number;
  readonly stream: PdfStream;
  readonly isIndexed: boolean;
  readonly meaning: Meaning;
  readonly width: number;
  readonly height: number;
  readonly isJpeg: boolean;
  /** True where the numbers count down to full ink. */
  readonly isTurned: boolean;
}

/** Every picture that is painted and can be measured. */
const picturesIn = (file: PdfFile): readonly Measured[] => {
  const spaceOf = colourSpaceReader(file);
  const masks = new Set<number>();
  const found: Measured[] = [];
  let left = mostBytes;
  for (const number of file.numbers) {
    const stream = asStream(file.object(number));
    const entries = stream?.dictionary.entries;
    if (stream === undefined || asName(file.resolve(entries?.get('Subtype'))) !== 'Image') continue;
    for (const key of ['SMask', 'Mask']) masks.add(asReference(entries?.get(key))?.number ?? -1);
    const value = file.resolve(entries?.get('ColorSpace'));
    const numberAt = (key: string): number => asNumber(file.resolve(entries?.get(key))) ?? 0;
    const [width, height] = [numberAt('Width'), numberAt('Height')];
    const filters = filtersOf(file.resolve, stream.dictionary).map(({ name }) => name);
    const isJpeg = filters.length === 1 && filters[0] === 'DCTDecode';
    const isWhole = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0;
    if (value === null || numberAt('BitsPerComponent') !== 8 || !isWhole) continue;
    const space = spaceOf(value, undefined);
    const isIndexed = space.family === 'Indexed';
    const base = isIndexed ? space.base : space;
    const meaning = base === undefined ? undefined : meaningOf(base);
    if (meaning === undefined || (isJpeg && isIndexed)) continue;
    const bytes = width * height * (isJpeg ? 1 : channelsOf(meaning));
    if (width * height > mostPixels || bytes > left) continue;
    left -= bytes;
    const decode = asItems(file.resolve(entries?.get('Decode')))?.map((item) => asNumber(file.resolve(item)));
    const isTurned = decode?.[0] === 1 && decode[1] === 0;
    found.push({ number, stream, isIndexed, meaning, width, height, isJpeg, isTurned });
  }
  return found.filter(({ number }) => !masks.has(number));
};

/** `Adobe` in the segment that its programs write: their CMYK counts down to full ink. */
const adobeMark = [0xff, 0xee, 0x00, 0x0e, 0x41, 0x64, 0x6f, 0x62, 0x65];

const hasAdobeMark = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536)).includes(
    Buffer.from(adobeMark),
  );

/** A picture of the indices of colours with the colours themselves (§8.6.6.3). */
const chosen = (file: PdfFile, { stream }: Measured, indices: Uint8Array, channels: number): Uint8Array => {
  const space = asItems(file.resolve(stream.dictionary.entries.get('ColorSpace'))) ?? [];
  const table = file.resolve(space[3]);
  const inStream = asStream(table);
  const colours =
    inStream === undefined ? asBytes(table) : streamContent(file, inStream, 256 * Math.max(channels, 1));
  const bytes = new Uint8Array(indices.length * channels);
  for (const [at, index] of indices.entries())
    for (let channel = 0; channel < channels; channel += 1)
      bytes[at * channels + channel] = colours?.[index * channels + channel] ?? 0;
  return bytes;
};

/** No wider and no higher than is measured. */
const small = (picture: Sharp): Sharp =>
  picture.resize(mostSide, mostSide, { fit: 'inside', withoutEnlargement: true, kernel: 'linear' });

const pixelsOf = async (picture: Sharp): Promise<InkPixels> => {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: info.channels, bytes: data };
};

const averaged = (pixels: InkPixels, meaning: Meaning, isTurned: boolean): InkMap | undefined => {
  const { bytes, channels } = pixels;
  const weights = meaning.kind === 'inks' ? meaning.weights : [1];
  if (channels !== channelsOf(meaning)) return undefined;
  // Grey counts down to ink by itself.
  const isDown = (meaning.kind === 'grey') !== isTurned;
  return inkMapOf(pixels, (at) => {
    let ink = 0;
    for (let channel = 0; channel < channels; channel += 1) {
      const value = (bytes[at + channel] ?? 0) / 255;
      ink += (weights[channel] ?? 0) * (isDown ? 1 - value : value);
    }
    return ink;
  });
};

/** Colours of light through the profile of the press, or through nothing where there is none. */
const printed = async (picture: Sharp, profile: string | undefined): Promise<InkMap | undefined> =>
  profile === undefined
    ? undefined
    : averaged(await pixelsOf(small(picture).withIccProfile(profile)), fourInks, false);

const measuredJpeg = async (
  { stream: { bytes }, meaning, width, height, isTurned }: Measured,
  profile: string | undefined,
): Promise<InkMap | undefined> => {
  const picture = (await engine())(bytes, { limitInputPixels: mostPixels });
  const size = await picture.metadata();
  // What it really is decides how long it takes.
  if (size.width !== width || size.height !== height) return undefined;
  if (meaning.kind === 'light') return isTurned ? undefined : printed(picture, profile);
  if (meaning.kind === 'grey')
    return averaged(await pixelsOf(small(picture).toColourspace('b-w').extractChannel(0)), meaning, isTurned);
  const plates = small(picture.pipelineColourspace('cmyk')).toColourspace('cmyk');
  // The engine turns what bears the mark round already.
  return averaged(await pixelsOf(plates), meaning, isTurned !== hasAdobeMark(bytes));
};

const measuredPixels = async (
  file: PdfFile,
  picture: Measured,
  profile: string | undefined,
): Promise<InkMap | undefined> => {
  const { stream, meaning, width, height, isIndexed, isTurned } = picture;
  const channels = channelsOf(meaning);
  const length = width * height * (isIndexed ? 1 : channels);
  const unpacked = streamContent(file, stream, length);
  if (unpacked?.length !== length || (isTurned && (isIndexed || meaning.kind === 'light'))) return undefined;
  const bytes = isIndexed ? chosen(file, picture, unpacked, channels) : unpacked;
  if (meaning.kind !== 'light') return averaged({ width, height, channels, bytes }, meaning, isTurned);
  return printed((await engine())(bytes, { raw: { width, height, channels: 3 } }), profile);
};

const measured = async (
  file: PdfFile,
  picture: Measured,
  profile: string | undefined,
): Promise<InkMap | undefined> => {
  try {
    return picture.isJpeg
      ? await measuredJpeg(picture, profile)
      : await measuredPixels(file, picture, profile);
  } catch {
    // Damaged, or not what it says it is: the picture is told as one whose inks are not known.
    return undefined;
  }
};

/**
 * Measures the pictures of a file, by the numbers of their objects; those that cannot be measured are left out. `profile` is the
 * profile of the press that the file names, an ICC profile; without it colours of light are not measured.
 */
export const readPictureInks = async (
  file: PdfFile,
  profile: Uint8Array | undefined,
): Promise<ReadonlyMap<number, InkMap>> => {
  const pictures = picturesIn(file);
  const measureAll = (path: string | undefined): Promise<readonly (InkMap | undefined)[]> =>
    twoAtATime(pictures, (picture) => measured(file, picture, path));
  const maps =
    pictures.length === 0
      ? []
      : await (profile === undefined ? measureAll(undefined) : withTemporaryFile(profile, measureAll));
  return new Map(
    maps.flatMap((map, index): readonly (readonly [number, InkMap])[] => {
      const picture = pictures[index];
      return map === undefined || picture === undefined ? [] : [[picture.number, map]];
    }),
  );
};
