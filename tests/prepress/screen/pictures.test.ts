/** Pictures of the output `screen`: which are too fine, at the largest of their places, and what becomes of their pixels. */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { latinBytes, latinText } from '../../../src/prepress/pdf-values.ts';
import { documentOf, objectsOf, type PdfDocument } from '../../../src/prepress/pdf-document.ts';
import { isPdfFile, openPdf } from '../../../src/prepress/pdf-file.ts';
import { finePictures, pictureBytes } from '../../../src/prepress/screen/fine-pictures.ts';
import { scalePicture } from '../../../src/prepress/screen/scale-picture.ts';
import { stream, writtenPdf, type WrittenObjects } from '../written-pdf.ts';

/** A page of 300 × 300 pt that paints this, with pictures `/A` (object 20) and `/B` (21) and the form `/F` (22). */
const paged = (content: string, more: WrittenObjects): PdfDocument => {
  const file = openPdf(
    writtenPdf({
      1: '<</Type /Catalog /Pages 2 0 R>>',
      2: '<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 300]>>',
      3: '<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</XObject <</A 20 0 R /B 21 0 R /F 22 0 R>>>>>>',
      4: stream(content),
      ...more,
    }),
  );
  if (!isPdfFile(file)) throw new Error(file.expected);
  return documentOf(file);
};

const picture = (
  width: number,
  height: number,
  entries = '/ColorSpace /DeviceGray',
  bytes?: string,
): string =>
  stream(
    bytes ?? '\u0080'.repeat(width * height * (entries.includes('RGB') ? 3 : 1)),
    ` /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 ${entries}`,
  );

const wantedOf = (document: PdfDocument) =>
  finePictures(document).map(({ number, wanted }) => [number, wanted.width, wanted.height]);

describe('a picture is too fine', () => {
  test('for the largest place at which it is shown', () => {
    const document = paged('q 36 0 0 36 0 0 cm /A Do Q q 72 0 0 72 0 0 cm /A Do Q', {
      20: picture(300, 300),
    });
    expect(wantedOf(document)).toEqual([[20, 150, 150]]);
  });

  test('also where it is turned, in a form, and under a matrix of a form', () => {
    const turned = paged('q 0 72 -36 0 100 0 cm /A Do Q', { 20: picture(300, 300) });
    expect(wantedOf(turned)).toEqual([[20, 150, 75]]);
    const form = stream(
      '72 0 0 72 0 0 cm /A Do',
      ' /Type /XObject /Subtype /Form /BBox [0 0 300 300] /Matrix [0.5 0 0 0.5 0 0] /Resources <</XObject <</A 20 0 R>>>>',
    );
    expect(wantedOf(paged('/F Do', { 20: picture(300, 300), 22: form }))).toEqual([[20, 75, 75]]);
  });

  test('not where it has just the pixels, nor of a kind we do not take apart', () => {
    const document = paged('q 72 0 0 72 0 0 cm /A Do Q q 7 0 0 7 0 0 cm /B Do Q', {
      20: picture(150, 150),
      21: picture(300, 300, '/ColorSpace [/Indexed /DeviceRGB 1 <000000FFFFFF>]'),
    });
    expect(wantedOf(document)).toEqual([]);
  });

  test('and so is its mask', () => {
    const document = paged('q 72 0 0 72 0 0 cm /A Do Q', {
      20: picture(300, 300, '/ColorSpace /DeviceGray /SMask 21 0 R'),
      21: picture(600, 300),
    });
    expect(finePictures(document).map(({ number, isMask }) => [number, isMask])).toEqual([
      [20, false],
      [21, true],
    ]);
    expect(wantedOf(document)[1]).toEqual([21, 150, 150]);
  });
});

describe('a picture made smaller', () => {
  const scaled = async (document: PdfDocument) => {
    const [order] = finePictures(document);
    const bytes = order === undefined ? undefined : pictureBytes(objectsOf(document), order);
    return order === undefined || bytes === undefined ? undefined : scalePicture(order, bytes);
  };

  test('keeps its values: flat samples stay packed without loss', async () => {
    const document = paged('q 72 0 0 72 0 0 cm /A Do Q', { 20: picture(300, 300) });
    const made = await scaled(document);
    expect(made).toMatchObject({ filter: 'FlateDecode', width: 150, height: 150 });
    const { inflate } = await import('../../../src/platform/inflate.ts');
    const samples = inflate(made?.bytes ?? new Uint8Array(), 1e6);
    expect(samples).toHaveLength(150 * 150);
    expect(samples?.every((value) => value === 0x80)).toBe(true);
  });

  test('a JPEG stays one, and its colours are not converted', async () => {
    const jpeg = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#c83214' } })
      .withIccProfile('p3')
      .jpeg({ quality: 95 })
      .toBuffer();
    const pixel = async (bytes: Uint8Array): Promise<readonly number[]> => [
      ...(await sharp(bytes, { ignoreIcc: true }).raw().toBuffer()).subarray(0, 3),
    ];
    const document = paged('q 72 0 0 72 0 0 cm /A Do Q', {
      20: picture(300, 300, '/ColorSpace /DeviceRGB /Filter /DCTDecode', latinText(jpeg)),
    });
    const made = await scaled(document);
    expect(made?.filter).toBe('DCTDecode');
    const [before, after] = [await pixel(jpeg), await pixel(made?.bytes ?? new Uint8Array())];
    for (const [index, value] of before.entries())
      expect(Math.abs(value - (after[index] ?? 0))).toBeLessThan(4);
  });

  test('one that is damaged stays as it is', async () => {
    const document = paged('q 72 0 0 72 0 0 cm /A Do Q', {
      20: picture(300, 300, '/ColorSpace /DeviceRGB /Filter /DCTDecode', latinText(latinBytes('no picture'))),
    });
    expect(finePictures(document)).toHaveLength(1);
    expect(await scaled(document)).toBeUndefined();
  });
});
