/** The fonts of a finished file as a page uses them (ISO 32000-1 §9.6–9.8). */
import type { PdfObjects } from './pdf-objects.ts';
import type { PdfDictionary, PdfValue } from './pdf-values.ts';
import { asDictionary, asItems, asName, asNumber, asReference, asStream } from './pdf-values.ts';
import { streamContent } from './stream-content.ts';
import { readUnicodeMap, type UnicodeMap } from './to-unicode.ts';

/** A font: what is judged of it, and what is needed to read its text. */
export interface ProofFont {
  /** PostScript name without the tag of a subset (§9.6.4). */
  readonly name: string;
  /** `Type0`, `Type3`, `TrueType`… */
  readonly type: string;
  /** Of a composite font, what its glyphs are: `CIDFontType2` for TrueType outlines. */
  readonly descendant: string | undefined;
  /** True where the font program of TrueType outlines lies in the file. */
  readonly embedded: boolean;
  /** The entry of its descriptor that holds its outlines: `FontFile` and those after it; undefined where none lies in the file. */
  readonly program: 'FontFile' | 'FontFile2' | 'FontFile3' | undefined;
  /** True where an encoding with names of letters says what they are, so that no map is needed (§9.10.2). */
  readonly isNamed: boolean;
  /** True for TrueType outlines in a composite font that says which code is which glyph, and for every other font (§9.7.4.2). */
  readonly mapsGlyphs: boolean;
  /** True where codes are glyph ids of two bytes, as Chromium writes them. */
  readonly plainCodes: boolean;
  readonly unicode: UnicodeMap;
  /** Advance of a glyph in thousandths of the size, by code; `standardWidth` for those that are holes. */
  readonly widths: readonly (number | undefined)[];
  readonly standardWidth: number;
}

const programs = ['FontFile', 'FontFile2', 'FontFile3'] as const;

const namedEncodings: ReadonlySet<string> = new Set([
  'WinAnsiEncoding',
  'MacRomanEncoding',
  'MacExpertEncoding',
]);

/** Widths of a simple font (§9.6.2.1), from its first code on. */
const readSimpleWidths = (
  objects: PdfObjects,
  font: PdfDictionary | undefined,
): readonly (number | undefined)[] => {
  const first = Math.max(0, asNumber(objects.resolve(font?.entries.get('FirstChar'))) ?? 0);
  const widths: (number | undefined)[] = [];
  const items = asItems(objects.resolve(font?.entries.get('Widths'))) ?? [];
  for (const [index, item] of items.slice(0, 256).entries())
    if (first + index < 256) widths[first + index] = asNumber(objects.resolve(item));
  return widths;
};

const subsetTag = /^[A-Z]{6}\+/;

/** What one list of widths may name all in all: each code a few times. */
const mostWidths = 4 * 0x10000;

/** Widths of a composite font (§9.7.4.3): `first [w…]` or `first last w`. */
const readWidths = (objects: PdfObjects, value: PdfValue): readonly (number | undefined)[] => {
  const items = (asItems(value) ?? []).map((item) => objects.resolve(item));
  const widths: (number | undefined)[] = [];
  let left = mostWidths;
  for (let index = 0; index + 1 < items.length && left > 0;) {
    const first = Math.min(asNumber(items[index]) ?? 0, 0xffff);
    const list = asItems(items[index + 1]);
    if (list !== undefined) {
      for (const [offset, width] of list.entries()) widths[first + offset] = asNumber(width);
      index += 2;
      continue;
    }
    const last = Math.min(asNumber(items[index + 1]) ?? first, 0xffff);
    for (let code = first; code <= last; code += 1) widths[code] = asNumber(items[index + 2]);
    left -= Math.max(1, last - first);
    index += 3;
  }
  return widths;
};

/** Reads a font of a page's resources. */
export const readFont = (objects: PdfObjects, value: PdfValue | undefined): ProofFont => {
  const font = asDictionary(objects.resolve(value));
  const get = (dictionary: PdfDictionary | undefined, key: string): PdfValue =>
    objects.resolve(dictionary?.entries.get(key));
  const descendant = asDictionary(objects.resolve(asItems(get(font, 'DescendantFonts'))?.[0]));
  const descriptor = asDictionary(get(descendant ?? font, 'FontDescriptor'));
  const toUnicode = asStream(get(font, 'ToUnicode'));
  const map = toUnicode === undefined ? undefined : streamContent(objects, toUnicode);
  const encoding = get(font, 'Encoding');
  const isComposite = descendant !== undefined;
  const kind = asName(get(descendant, 'Subtype'));
  return {
    name: (asName(get(font, 'BaseFont')) ?? asName(get(descriptor, 'FontName')) ?? '').replace(subsetTag, ''),
    type: asName(get(font, 'Subtype')) ?? '',
    descendant: kind,
    embedded: asStream(get(descriptor, 'FontFile2')) !== undefined,
    program: programs.find((key) => asStream(get(descriptor, key)) !== undefined),
    isNamed:
      !isComposite &&
      (namedEncodings.has(asName(encoding) ?? '') ||
        asDictionary(encoding) !== undefined ||
        ((asNumber(get(descriptor, 'Flags')) ?? 0) & 4) === 0),
    mapsGlyphs: kind !== 'CIDFontType2' || get(descendant, 'CIDToGIDMap') !== null,
    plainCodes: asName(encoding) === 'Identity-H',
    unicode: map === undefined ? [] : readUnicodeMap(map),
    widths: isComposite ? readWidths(objects, get(descendant, 'W')) : readSimpleWidths(objects, font),
    standardWidth: asNumber(get(descendant, 'DW')) ?? (isComposite ? 1000 : 500),
  };
};

/** Reads fonts once each. */
export const fontReader = (objects: PdfObjects): ((value: PdfValue | undefined) => ProofFont) => {
  const known = new Map<number | PdfValue, ProofFont>();
  return (value) => {
    // A font that is written into the resources itself is known by its dictionary, which is read once.
    const key = asReference(value)?.number ?? value;
    const found = key === undefined ? undefined : known.get(key);
    if (found !== undefined) return found;
    const font = readFont(objects, value);
    if (key !== undefined) known.set(key, font);
    return font;
  };
};
