/** Documents of pages drawn by hand: content streams with the font `/T`, in points. */
import type { PdfDocument } from '../../../src/prepress/pdf-document.ts';
import { documentOf } from '../../../src/prepress/pdf-document.ts';
import { isPdfFile, openPdf } from '../../../src/prepress/pdf-file.ts';
import { mmToPt } from '../../../src/protocol/length.ts';
import { stream, writtenPdf } from '../written-pdf.ts';

/** A document whose pages have this trim in millimetres and paint these contents; around the trim lies bleed. */
export const drawnDocument = (
  trim: { readonly width: number; readonly height: number },
  contents: readonly string[],
  bleed = 0,
): PdfDocument => {
  const [width, height, around] = [mmToPt(trim.width), mmToPt(trim.height), mmToPt(bleed)];
  const boxes = `/MediaBox [${-around} ${-around} ${width + around} ${height + around}] /TrimBox [0 0 ${width} ${height}]`;
  const pages = contents.flatMap((content, index): readonly (readonly [number, string])[] => [
    [
      10 + 2 * index,
      `<</Type /Page /Parent 2 0 R ${boxes} /Contents ${11 + 2 * index} 0 R /Resources <</Font <</T 3 0 R>>>>>>`,
    ],
    [11 + 2 * index, stream(content)],
  ]);
  const file = openPdf(
    writtenPdf({
      1: '<</Type /Catalog /Pages 2 0 R /StructTreeRoot 4 0 R /MarkInfo <</Marked true>>>>',
      2: `<</Type /Pages /Kids [${contents.map((_, index) => `${10 + 2 * index} 0 R`).join(' ')}] /Count ${contents.length}>>`,
      3: '<</Type /Font /Subtype /TrueType /BaseFont /Drawn>>',
      4: '<</Type /StructTreeRoot>>',
      ...Object.fromEntries(pages),
    }),
  );
  if (!isPdfFile(file)) throw new Error(file.expected);
  return documentOf(file);
};

/** A line of text, its lower left corner in millimetres from that of the page. */
export const words = (size: number, x: number, y: number, letters = 4): string =>
  `BT /T ${size} Tf 1 0 0 1 ${mmToPt(x)} ${mmToPt(y)} Tm <${'0041'.repeat(letters)}> Tj ET\n`;

/** A filled rectangle, millimetres; red unless another colour is set. */
export const block = (x: number, y: number, width: number, height: number, colour = '1 0 0 rg'): string =>
  `${colour} ${[x, y, width, height].map(mmToPt).join(' ')} re f\n`;
