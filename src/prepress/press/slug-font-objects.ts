/** A font as the objects of a document (ISO 32000-1 §9.7): glyphs by number, with the letters they stand for. */
import { referenceTo } from '../pdf-objects.ts';
import type { PdfValue } from '../pdf-values.ts';
import { latinBytes, pdfArray, pdfDictionary, pdfName, pdfString } from '../pdf-values.ts';
import type { SlugFont } from './slug-font.ts';

const hex = (number: number): string => number.toString(16).toUpperCase().padStart(4, '0');

/** Which letters glyphs stand for (§9.10.3). */
const unicodeMap = (font: SlugFont): string => {
  const lines = [...font.letters].map(([glyph, letter]) => {
    const units = Array.from({ length: letter.length }, (_, index) => hex(letter.charCodeAt(index)));
    return `<${hex(glyph)}> <${units.join('')}>`;
  });
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n/CMapName /Slug def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n`;
};

/** The objects, the font itself under `first`; five of them. */
export const slugFontObjects = (
  font: SlugFont,
  name: string,
  first: number,
): ReadonlyMap<number, PdfValue> => {
  const baseFont = pdfName(`SLUGAA+${name}`);
  const [inner, descriptor, file, map] = [first + 1, first + 2, first + 3, first + 4];
  const widths = [...font.letters.keys()]
    .toSorted((one, other) => one - other)
    .flatMap((glyph): readonly PdfValue[] => [glyph, pdfArray([Math.round(font.widthOf(glyph))])]);
  return new Map<number, PdfValue>([
    [
      first,
      pdfDictionary({
        Type: pdfName('Font'),
        Subtype: pdfName('Type0'),
        BaseFont: baseFont,
        Encoding: pdfName('Identity-H'),
        DescendantFonts: pdfArray([referenceTo(inner)]),
        ToUnicode: referenceTo(map),
      }),
    ],
    [
      inner,
      pdfDictionary({
        Type: pdfName('Font'),
        Subtype: pdfName('CIDFontType2'),
        BaseFont: baseFont,
        CIDSystemInfo: pdfDictionary({
          Registry: pdfString('Adobe'),
          Ordering: pdfString('Identity'),
          Supplement: 0,
        }),
        CIDToGIDMap: pdfName('Identity'),
        FontDescriptor: referenceTo(descriptor),
        W: pdfArray(widths),
      }),
    ],
    [
      descriptor,
      pdfDictionary({
        Type: pdfName('FontDescriptor'),
        FontName: baseFont,
        Flags: 4,
        FontBBox: pdfArray([-500, Math.round(font.descent), 1500, Math.round(font.ascent)]),
        ItalicAngle: 0,
        Ascent: Math.round(font.ascent),
        Descent: Math.round(font.descent),
        CapHeight: Math.round(font.ascent),
        StemV: 80,
        FontFile2: referenceTo(file),
      }),
    ],
    [file, { kind: 'stream', dictionary: pdfDictionary({ Length1: font.bytes.length }), bytes: font.bytes }],
    [map, { kind: 'stream', dictionary: pdfDictionary({}), bytes: latinBytes(unicodeMap(font)) }],
  ]);
};

/** A text as the operand that shows it. */
export const slugText = (font: SlugFont, text: string): string =>
  `<${[...text].map((letter) => hex(font.glyphOf(letter))).join('')}>`;
