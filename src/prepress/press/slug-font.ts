/**
 * The font of the slug line, with the glyphs it needs and no others (OpenType 1.9, https://learn.microsoft.com/typography/opentype/spec/). Glyphs
 * keep their numbers; those that are not needed are empty.
 */
import { characterMap, fontTables, type FontTable } from '../../platform/font-file.ts';
import { latinText } from '../pdf-values.ts';
import { joinBytes } from '../pdf-writer.ts';

/** A font cut down to a few letters. */
export interface SlugFont {
  /** The font file. */
  readonly bytes: Uint8Array;
  /** Letters by the number of their glyph. */
  readonly letters: ReadonlyMap<number, string>;
  readonly glyphOf: (letter: string) => number;
  /** Thousandths of the type size. */
  readonly widthOf: (glyph: number) => number;
  readonly ascent: number;
  readonly descent: number;
}

interface Tables {
  readonly view: DataView;
  readonly at: (tag: string) => number;
  readonly bytes: (tag: string) => Uint8Array;
}

const tablesOf = (font: Uint8Array): Tables => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const entries = fontTables(font);
  const entryOf = (tag: string): FontTable => {
    const entry = entries.get(tag);
    if (entry === undefined) throw new Error(`the font of the slug line has no table ${tag}`);
    return entry;
  };
  const bytes = (tag: string): Uint8Array => {
    const { start, length } = entryOf(tag);
    return font.subarray(start, start + length);
  };
  return { view, at: (tag) => entryOf(tag).start, bytes };
};

/** Glyph numbers by code point; 0 for what the font lacks. */
const glyphFinder = (font: Uint8Array): ((code: number) => number) => {
  const glyphs = characterMap(font);
  if (glyphs.size === 0) throw new Error('the font of the slug line has no table of characters');
  return (code) => glyphs.get(code) ?? 0;
};

/** Where each glyph's outline begins in `glyf`, and where the last ends. */
const offsetsOf = ({ view, at }: Tables): readonly number[] => {
  const isLong = view.getInt16(at('head') + 50) === 1;
  const count = view.getUint16(at('maxp') + 4);
  const loca = at('loca');
  return Array.from({ length: count + 1 }, (_, glyph) =>
    isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph),
  );
};

const moreParts = 0x20;

/** The glyphs that a glyph is put together from. */
const partsOf = ({ view, at }: Tables, offsets: readonly number[], glyph: number): readonly number[] => {
  const [from = 0, to = 0] = [offsets[glyph], offsets[glyph + 1]];
  const start = at('glyf') + from;
  if (to === from || view.getInt16(start) >= 0) return [];
  const parts: number[] = [];
  let part = start + 10;
  for (let flags = moreParts; (flags & moreParts) !== 0 && part < at('glyf') + to;) {
    flags = view.getUint16(part);
    parts.push(view.getUint16(part + 2));
    const scale = (flags & 0x8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0;
    part += 4 + ((flags & 1) !== 0 ? 4 : 2) + scale;
  }
  return parts;
};

/** A font file of these tables, in the order of their tags. Checksums are left zero: readers of PDF do not ask for them. */
const fontFile = (tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array => {
  const head = new Uint8Array(12 + 16 * tables.length);
  const view = new DataView(head.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x0001_0000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (tables.length - 2 ** power));
  const parts: Uint8Array[] = [head];
  let at = head.length;
  for (const [index, [tag, bytes]] of tables.entries()) {
    const entry = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter += 1) view.setUint8(entry + letter, tag.charCodeAt(letter));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    const padding = (4 - (bytes.length % 4)) % 4;
    parts.push(bytes, new Uint8Array(padding));
    at += bytes.length + padding;
  }
  return joinBytes(parts);
};

/** Tables that a reader of PDF needs beside the outlines (ISO 32000-1 §9.9). */
const keptTables = ['cvt ', 'fpgm', 'head', 'hhea', 'hmtx', 'maxp', 'prep'];

/** The part of a TrueType font that a text needs. Throws where it is no such font: it comes with the program. */
export const slugFont = (font: Uint8Array, text: string): SlugFont => {
  const tables = tablesOf(font);
  const { view, at, bytes } = tables;
  const find = glyphFinder(font);
  const glyphOf = (letter: string): number => find(letter.codePointAt(0) ?? 0);
  const letters = new Map([...new Set(text)].map((letter) => [glyphOf(letter), letter]));
  const offsets = offsetsOf(tables);
  const needed = new Set([0]);
  const waiting = [...letters.keys()];
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    if (needed.has(glyph)) continue;
    needed.add(glyph);
    waiting.push(...partsOf(tables, offsets, glyph));
  }
  const outlines: Uint8Array[] = [];
  const loca = new DataView(new ArrayBuffer(4 * offsets.length));
  let length = 0;
  for (let glyph = 0; glyph + 1 < offsets.length; glyph += 1) {
    loca.setUint32(4 * glyph, length);
    if (!needed.has(glyph)) continue;
    const outline = bytes('glyf').subarray(offsets[glyph], offsets[glyph + 1]);
    outlines.push(outline);
    length += outline.length;
  }
  loca.setUint32(4 * (offsets.length - 1), length);
  const head = bytes('head').slice();
  head.set([0, 1], 50);
  const made = new Map([
    ...keptTables.flatMap((tag): readonly [string, Uint8Array][] => {
      const table = ['cvt ', 'fpgm', 'prep'].includes(tag) && !hasTable(font, tag) ? undefined : bytes(tag);
      return table === undefined ? [] : [[tag, table]];
    }),
    ['head', head] as const,
    ['glyf', joinBytes(outlines)] as const,
    ['loca', new Uint8Array(loca.buffer)] as const,
  ]);
  const unit = 1000 / view.getUint16(at('head') + 18);
  const lastWidth = view.getUint16(at('hhea') + 34) - 1;
  return {
    bytes: fontFile([...made].toSorted(([first], [second]) => (first < second ? -1 : 1))),
    letters,
    glyphOf,
    widthOf: (glyph) => view.getUint16(at('hmtx') + 4 * Math.min(glyph, lastWidth)) * unit,
    ascent: view.getInt16(at('hhea') + 4) * unit,
    descent: view.getInt16(at('hhea') + 6) * unit,
  };
};

const hasTable = (font: Uint8Array, tag: string): boolean => {
  const count = new DataView(font.buffer, font.byteOffset).getUint16(4);
  return Array.from({ length: count }, (_, index) => 12 + 16 * index).some(
    (entry) => latinText(font.subarray(entry, entry + 4)) === tag,
  );
};
