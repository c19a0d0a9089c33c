/** Which pictures have more pixels than a screen shows, and what becomes of each: collected before any is touched. */
import type { PdfDocument } from '../pdf-document.ts';
import { objectsOf } from '../pdf-document.ts';
import type { PdfObjects } from '../pdf-objects.ts';
import type { PdfStream, PdfValue } from '../pdf-values.ts';
import { asDictionary, asItems, asName, asNumber, asReference, asStream } from '../pdf-values.ts';
import { streamContent } from '../stream-content.ts';
import { pictureSizes, type ShownSize } from './picture-sizes.ts';

/** Pixels per inch that are kept at the size at which a picture is shown. */
export const screenResolution = 150;

/** A picture to be made smaller. */
export interface PictureOrder {
  /** Number of its object. */
  readonly number: number;
  /** As it lies in the document: unpacked all together, the pictures of a book would fill the memory. */
  readonly stream: PdfStream;
  /** What its bytes are once they are unpacked: a JPEG file, or rows of samples of one byte each. */
  readonly form: 'jpeg' | 'samples';
  readonly channels: 1 | 3;
  readonly width: number;
  readonly height: number;
  /** Pixels it is to have. */
  readonly wanted: { readonly width: number; readonly height: number };
  /** True for a mask of transparency: its values are kept as they are, not taken for a photograph. */
  readonly isMask: boolean;
}

/** Colour components of a picture; undefined for kinds that Chromium never writes. */
const channelsOf = (objects: PdfObjects, space: PdfValue | undefined): 1 | 3 | undefined => {
  const value = objects.resolve(space);
  const items = asItems(value);
  const name = asName(items === undefined ? value : objects.resolve(items[0]));
  if (name === 'DeviceGray' || name === 'CalGray') return 1;
  if (name === 'DeviceRGB' || name === 'CalRGB') return 3;
  if (name !== 'ICCBased') return undefined;
  const count = asNumber(objects.resolve(asDictionary(objects.resolve(items?.[1]))?.entries.get('N')));
  return count === 1 || count === 3 ? count : undefined;
};

const pixels = (points: number): number => Math.max(1, Math.ceil((points / 72) * screenResolution - 0.01));

const orderOf = (
  objects: PdfObjects,
  number: number,
  stream: PdfStream,
  shown: ShownSize,
  isMask: boolean,
): PictureOrder | undefined => {
  const entry = (key: string): PdfValue => objects.resolve(stream.dictionary.entries.get(key));
  const [width, height] = [asNumber(entry('Width')), asNumber(entry('Height'))];
  const channels = channelsOf(objects, entry('ColorSpace'));
  if (width === undefined || height === undefined || channels === undefined) return undefined;
  if (asNumber(entry('BitsPerComponent')) !== 8 || entry('Decode') !== null || entry('Matte') !== null)
    return undefined;
  const wanted = {
    width: Math.min(width, pixels(shown.width)),
    height: Math.min(height, pixels(shown.height)),
  };
  if (wanted.width === width && wanted.height === height) return undefined;
  const filters = asItems(entry('Filter'))?.map((item) => asName(objects.resolve(item))) ?? [
    asName(entry('Filter')),
  ];
  const form = filters.length === 1 && filters[0] === 'DCTDecode' ? 'jpeg' : 'samples';
  return { number, stream, form, channels, width, height, wanted, isMask };
};

/** The bytes of a picture, unpacked; undefined where they cannot be read. */
export const pictureBytes = (
  objects: PdfObjects,
  { stream, form, width, height, channels }: PictureOrder,
): Uint8Array | undefined => {
  if (form === 'jpeg') return stream.bytes;
  const length = width * height * channels;
  const samples = streamContent(objects, stream);
  return samples === undefined || samples.length < length ? undefined : samples.subarray(0, length);
};

/** The pictures of a document that are finer than {@link screenResolution}, their masks among them, in the order of their numbers. */
export const finePictures = (document: PdfDocument): readonly PictureOrder[] => {
  const objects = objectsOf(document);
  const orders = new Map<number, PictureOrder>();
  const consider = (number: number, shown: ShownSize, isMask: boolean): void => {
    const stream = asStream(objects.object(number));
    if (stream === undefined || orders.has(number)) return;
    const order = orderOf(objects, number, stream, shown, isMask);
    if (order !== undefined) orders.set(number, order);
  };
  const masks = new Map<number, ShownSize>();
  for (const [number, shown] of pictureSizes(objects)) {
    consider(number, shown, false);
    const mask = asReference(asDictionary(objects.object(number))?.entries.get('SMask'))?.number;
    if (mask === undefined) continue;
    const known = masks.get(mask) ?? { width: 0, height: 0 };
    masks.set(mask, {
      width: Math.max(known.width, shown.width),
      height: Math.max(known.height, shown.height),
    });
  }
  for (const [number, shown] of masks) consider(number, shown, true);
  return [...orders.values()].sort((a, b) => a.number - b.number);
};
