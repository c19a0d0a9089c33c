/**
 * The output `screen`: as `print`, with its tags and links, small and quick to open. Pictures have no more pixels than a screen shows.
 */
import { objectsOf, withObjects, type PdfDocument } from '../pdf-document.ts';
import type { PdfValue } from '../pdf-values.ts';
import { asStream, pdfName, withEntries } from '../pdf-values.ts';
import { finePictures, pictureBytes } from './fine-pictures.ts';
import { flatPages } from './flat-pages.ts';
import { scalePicture, type ScaledPicture } from './scale-picture.ts';
import { twoAtATime } from '../two-at-a-time.ts';

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
  const scaled = await twoAtATime(finePictures(document), (order) => {
    const bytes = pictureBytes(objects, order);
    return bytes === undefined ? Promise.resolve(undefined) : scalePicture(order, bytes);
  });
  return flatPages(
    withPictures(
      document,
      scaled.filter((picture) => picture !== undefined),
    ),
  );
};
