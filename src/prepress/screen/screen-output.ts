/**
 * The output `screen`: as `print`, with its tags and links, small and quick to open. Pictures have no more pixels than a screen shows.
 */
import { objectsOf, withObjects, type PdfDocument } from '../pdf-document.ts';
import type { PdfValue } from '../pdf-values.ts';
import { asStream, pdfName, withEntries } from '../pdf-values.ts';
import { finePictures, pictureBytes } from './fine-pictures.ts';
import { flatPages } from './flat-pages.ts';
import { scalePicture, type ScaledPicture } from './scale-picture.ts';

/** The document with pictures replaced. */
const withPictures = (document: PdfDocument, pictures: readonly ScaledPicture[]): PdfDocument =>
  withObjects(
    document,
    new Map(
      pictures.flatMap(
        ({ number, filter, bytes, width, height }): readonly (readonly [number, PdfValue])[] => {
          const stream = asStream(document.objects.get(number));
          if (stream === undefined) return [];
          const dictionary = withEntries(stream.dictionary, {
            Filter: pdfName(filter),
            DecodeParms: undefined,
            Width: width,
            Height: height,
            Length: bytes.length,
          });
          return [[number, { kind: 'stream', dictionary, bytes }]];
        },
      ),
    ),
  );

/** Makes the output of the document of `print`; `linearisedFile` writes it. */
export const screenOutput = async (document: PdfDocument): Promise<PdfDocument> => {
  const objects = objectsOf(document);
  const scaled: ScaledPicture[] = [];
  // One after the other: each is unpacked whole, and a book may have a hundred.
  for (const order of finePictures(document)) {
    const bytes = pictureBytes(objects, order);
    const picture = bytes === undefined ? undefined : await scalePicture(order, bytes);
    if (picture !== undefined) scaled.push(picture);
  }
  return flatPages(withPictures(document, scaled));
};
