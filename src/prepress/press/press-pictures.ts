/** Pictures of a document and what becomes of each on a press (ISO 32000-1 §8.9.5). What they look like is for picture-engine.ts. */
import type { PdfDocument } from '../pdf-document.ts';
import { nextNumber, objectsOf } from '../pdf-document.ts';
import { profileStream } from '../output-intent.ts';
import { referenceTo, type PdfObjects } from '../pdf-objects.ts';
import { streamContent } from '../stream-content.ts';
import type { PdfStream, PdfValue } from '../pdf-values.ts';
import {
  asDictionary,
  asItems,
  asName,
  asNumber,
  asStream,
  pdfArray,
  pdfName,
  withEntries,
} from '../pdf-values.ts';
import type { PressFault } from './press-contents.ts';
import type { SeparatedDocument } from './separate-masks.ts';

/** A picture that is painted, 8 bits a channel. */
export interface PressPicture {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** True where the picture's own bytes are a JPEG file. */
  readonly isJpeg: boolean;
  /** True where a profile goes with it. */
  readonly isTagged: boolean;
  /** The JPEG file, or the pixels unpacked; undefined where they are damaged. */
  readonly bytes: () => Uint8Array | undefined;
}

/** A picture in inks: black alone or all four. JPEG files of four inks hold how much is left out, as Adobe's do. */
export interface InkPicture {
  readonly plates: 'black' | 'process';
  readonly filter: 'DCTDecode' | 'FlateDecode';
  readonly bytes: Uint8Array;
}

/** The pictures of a document, and what no press can use of them. */
export interface PressPictures {
  readonly pictures: readonly PressPicture[];
  readonly faults: readonly PressFault[];
}

interface Space {
  readonly channels: number;
  readonly isTagged: boolean;
}

const spaceOf = (objects: PdfObjects, value: PdfValue | undefined): Space | undefined => {
  const space = objects.resolve(value);
  switch (asName(space) ?? asName(objects.resolve(asItems(space)?.[0]))) {
    case 'DeviceRGB':
      return { channels: 3, isTagged: false };
    case 'DeviceGray':
      return { channels: 1, isTagged: false };
    case 'ICCBased': {
      const profile = asDictionary(objects.resolve(asItems(space)?.[1]));
      return { channels: asNumber(objects.resolve(profile?.entries.get('N'))) ?? 0, isTagged: true };
    }
    default:
      return undefined;
  }
};

const filterOf = (objects: PdfObjects, stream: PdfStream): string | undefined => {
  const filter = objects.resolve(stream.dictionary.entries.get('Filter'));
  const names = asItems(filter)?.map((item) => asName(objects.resolve(item))) ?? [asName(filter)];
  return names.length === 1 ? names[0] : 'several';
};

/** What cannot be used of a picture, as it stands after "Unexpected". */
const faultOf = (objects: PdfObjects, stream: PdfStream, space: Space | undefined): string | undefined => {
  const { entries } = stream.dictionary;
  if (space === undefined || (space.channels !== 1 && space.channels !== 3))
    return 'picture in a colour space of its own';
  if (objects.resolve(entries.get('BitsPerComponent')) !== 8) return 'picture of other than 8 bits a channel';
  if (entries.has('Decode') || asItems(objects.resolve(entries.get('Mask'))) !== undefined)
    return 'picture with colours turned round';
  const mask = asDictionary(objects.resolve(entries.get('SMask')));
  if (mask?.entries.has('Matte') === true) return 'picture mixed with its background';
  const filter = filterOf(objects, stream);
  return filter === undefined || filter === 'FlateDecode' || filter === 'DCTDecode'
    ? undefined
    : `picture packed as \`${filter}\``;
};

/** Finds the pictures that are painted; stencils take the colour of the page, masks have none. */
export const picturesOf = (
  { document, luminosity, opacity }: SeparatedDocument,
  metOn: ReadonlyMap<number, number>,
): PressPictures => {
  const objects = objectsOf(document);
  const pictures: PressPicture[] = [];
  const faults: PressFault[] = [];
  for (const [number, value] of document.objects) {
    const stream = asStream(value);
    const entries = stream?.dictionary.entries;
    if (stream === undefined || asName(entries?.get('Subtype')) !== 'Image') continue;
    if (luminosity.has(number) || opacity.has(number) || entries?.get('ImageMask') === true) continue;
    const space = spaceOf(objects, entries?.get('ColorSpace'));
    const what = faultOf(objects, stream, space);
    if (what !== undefined) {
      faults.push({ what, page: metOn.get(number) });
      continue;
    }
    const isJpeg = filterOf(objects, stream) === 'DCTDecode';
    pictures.push({
      number,
      width: asNumber(objects.resolve(entries?.get('Width'))) ?? 0,
      height: asNumber(objects.resolve(entries?.get('Height'))) ?? 0,
      channels: space?.channels === 1 ? 1 : 3,
      isJpeg,
      isTagged: space?.isTagged === true,
      bytes: () => (isJpeg ? stream.bytes : streamContent(objects, stream)),
    });
  }
  return { pictures, faults };
};

/** The picture with its new pixels. */
const inkStream = (stream: PdfStream, picture: InkPicture): PdfStream => {
  const isProcess = picture.plates === 'process';
  const dictionary = withEntries(stream.dictionary, {
    ColorSpace: pdfName(isProcess ? 'DeviceCMYK' : 'DeviceGray'),
    Filter: pdfName(picture.filter),
    Decode: isProcess && picture.filter === 'DCTDecode' ? pdfArray([1, 0, 1, 0, 1, 0, 1, 0]) : undefined,
    DecodeParms: undefined,
    ColorTransform: undefined,
  });
  return { kind: 'stream', dictionary, bytes: picture.bytes };
};

/**
 * The document's pictures exchanged for those in inks; of the others, those without a profile get `screenProfile`, for Chromium means sRGB. Pure.
 */
export const pictureEdits = (
  document: PdfDocument,
  pictures: readonly PressPicture[],
  inked: ReadonlyMap<number, InkPicture>,
  screenProfile: Uint8Array,
): ReadonlyMap<number, PdfValue> => {
  const edits = new Map<number, PdfValue>();
  const profile = nextNumber(document);
  for (const { number, channels, isTagged } of pictures) {
    const stream = asStream(document.objects.get(number));
    if (stream === undefined) continue;
    const ink = inked.get(number);
    if (ink !== undefined) {
      edits.set(number, inkStream(stream, ink));
    } else if (channels === 3 && !isTagged) {
      const ColorSpace = pdfArray([pdfName('ICCBased'), referenceTo(profile)]);
      edits.set(number, { ...stream, dictionary: withEntries(stream.dictionary, { ColorSpace }) });
      edits.set(profile, profileStream(screenProfile, 3));
    }
  }
  return edits;
};
