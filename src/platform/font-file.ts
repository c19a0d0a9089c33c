/** Reads TrueType files: their tables and which letter is which glyph (OpenType 1.9, https://learn.microsoft.com/typography/opentype/spec/). */

/** Reads numbers, big-endian; beyond the end there are zeros. */
interface Reader {
  readonly u16: (at: number) => number;
  readonly u32: (at: number) => number;
}

const readerOf = (bytes: Uint8Array): Reader => {
  const u16 = (at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  return { u16, u32: (at) => u16(at) * 65536 + u16(at + 2) };
};

/** Where a table of a font lies in its file, in bytes. */
export interface FontTable {
  readonly start: number;
  readonly length: number;
}

/** The tables of a font by their tags. What comes in may be the beginning of a file: the tables whose tags it holds come out. */
export const fontTables = (font: Uint8Array): ReadonlyMap<string, FontTable> => {
  const { u16, u32 } = readerOf(font);
  const tables = new Map<string, FontTable>();
  const end = Math.min(12 + 16 * u16(4), font.length - 3);
  for (let entry = 12; entry < end; entry += 16) {
    const tag = String.fromCharCode(...font.subarray(entry, entry + 4));
    tables.set(tag, { start: u32(entry + 8), length: u32(entry + 12) });
  }
  return tables;
};

/** Where the subtables for Unicode begin, the ones that reach beyond its first plane first. */
const unicodeTables = ({ u16, u32 }: Reader, cmap: number): readonly number[] => {
  const found = Array.from({ length: u16(cmap + 2) }, (_, index) => {
    const at = cmap + 4 + 8 * index;
    return { platform: u16(at), encoding: u16(at + 2), table: cmap + u32(at + 4) };
  }).filter(
    ({ platform, encoding }) => platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10)),
  );
  return found.map(({ table }) => table).toSorted((a, b) => u16(b) - u16(a));
};

/** Format 4: segments of the first plane. */
const addSegments = ({ u16 }: Reader, table: number, glyphs: Map<number, number>): void => {
  const size = u16(table + 6);
  for (let at = table + 14; at < table + 14 + size; at += 2) {
    const [end, start, delta] = [u16(at), u16(at + size + 2), u16(at + 2 * size + 2)];
    const offsetAt = at + 3 * size + 2;
    const offset = u16(offsetAt);
    for (let letter = start; letter <= end && letter < 0xffff; letter += 1) {
      const listed = offset === 0 ? letter : u16(offsetAt + offset + 2 * (letter - start));
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(letter, glyph);
    }
  }
};

/** No letter has a higher number. */
const lastLetter = 0x10ffff;

/** Format 12: groups of any plane. */
const addGroups = ({ u32 }: Reader, table: number, glyphs: Map<number, number>): void => {
  const count = Math.min(u32(table + 12), lastLetter);
  for (let at = table + 16; at < table + 16 + 12 * count; at += 12) {
    const [start, end, first] = [u32(at), Math.min(u32(at + 4), lastLetter), u32(at + 8)];
    for (let letter = start; letter <= end; letter += 1) {
      const glyph = first + letter - start;
      if (glyph !== 0) glyphs.set(letter, glyph);
    }
  }
};

/**
 * The glyphs of a font by code point (`cmap`, https://learn.microsoft.com/typography/opentype/spec/cmap). What comes in is a whole file; one that
 * is damaged has no letters.
 */
export const characterMap = (font: Uint8Array): ReadonlyMap<number, number> => {
  const reader = readerOf(font);
  const glyphs = new Map<number, number>();
  const cmap = fontTables(font).get('cmap');
  const [table] = cmap === undefined ? [] : unicodeTables(reader, cmap.start);
  if (table === undefined) return glyphs;
  const format = reader.u16(table);
  if (format === 12) addGroups(reader, table, glyphs);
  else if (format === 4) addSegments(reader, table, glyphs);
  return glyphs;
};
