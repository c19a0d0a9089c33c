/** Small PDFs written by hand: objects as text, with a table that is right. */
import { latinBytes } from '../../src/prepress/pdf-values.ts';

/** An object as it stands between `obj` and `endobj`. */
export type WrittenObjects = Readonly<Record<number, string>>;

/** A stream with its length. */
export const stream = (content: string, entries = ''): string =>
  `<</Length ${content.length}${entries}>>\nstream\n${content}\nendstream`;

/** Writes the file; object 1 is the catalog. */
export const writtenPdf = (objects: WrittenObjects, trailer = ''): Uint8Array => {
  let text = '%PDF-1.4\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of Object.entries(objects)) {
    offsets.set(Number(number), text.length);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...offsets.keys()) + 1;
  const start = text.length;
  text += `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let number = 1; number < size; number += 1) {
    const offset = offsets.get(number);
    text += offset === undefined ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  return latinBytes(`${text}trailer\n<</Size ${size}\n/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`);
};

/** A map of codes to letters, `<0001>` and so on, for {@link onePage}. */
const unicodeMap = (letters: string): string =>
  `${[...letters].length} beginbfchar\n${[...letters]
    .map((letter, index) => {
      const code = (index + 1).toString(16).padStart(4, '0');
      const units = [...Array(letter.length).keys()].map((at) =>
        letter.charCodeAt(at).toString(16).padStart(4, '0'),
      );
      return `<${code}> <${units.join('')}>`;
    })
    .join('\n')}\nendbfchar`;

/** What {@link onePage} draws with. */
export interface OnePage {
  readonly content: string;
  /** Letters of the codes 1, 2, 3…, each half as wide as high. */
  readonly letters: string;
  /** More objects, from 20 on. */
  readonly more?: WrittenObjects;
  /** More resources, e.g. `/XObject <</F 20 0 R>>`. */
  readonly resources?: string;
  /** False for a font without its program. */
  readonly embedded?: boolean;
}

/** A file of one page, 300 × 300 pt, with the font `/T`. */
export const onePage = (page: OnePage): Uint8Array =>
  writtenPdf({
    1: '<</Type /Catalog /Pages 2 0 R>>',
    2: '<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 300]>>',
    3: `<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</Font <</T 5 0 R>> ${page.resources ?? ''}>>>>`,
    4: stream(page.content),
    5: '<</Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Literata-Regular /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R>>',
    6: '<</Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Literata-Regular /FontDescriptor 8 0 R /DW 500 /W [1 [500 500] 3 5 500]>>',
    7: stream(unicodeMap(page.letters)),
    8: `<</Type /FontDescriptor /FontName /AAAAAA+Literata-Regular${page.embedded === false ? '' : ' /FontFile2 9 0 R'}>>`,
    9: stream('outlines'),
    ...page.more,
  });
