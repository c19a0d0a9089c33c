/** Which letters a TrueType font has: its table `cmap` (https://learn.microsoft.com/typography/opentype/spec/cmap). */

/** Reads numbers, big-endian; beyond the end there are zeros. */
interface Reader {
  readonly u16: (at: number) => number;
  readonly u32: (at: number) => number;
}

const readerOf = (bytes: Uint8Array): Reader => {
  const u16 = (at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  return { u16, u32: (at) => u16(at) * 65536 + u16(at + 2) };
};

const tableOf = ({ u16, u32 }: Reader, tag: number): number | undefined => {
  const count = u16(4);
  for (let index = 0; index < count; index += 1)
    if (u32(12 + 16 * index) === tag) return u32(12 + 16 * index + 8);
  return undefined;
};

/** `cmap` as a number. */
const cmapTag = 0x636d6170;

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
const addSegments = ({ u16 }: Reader, table: number, letters: Set<number>): void => {
  const size = u16(table + 6);
  for (let at = table + 14; at < table + 14 + size; at += 2) {
    const [end, start, delta] = [u16(at), u16(at + size + 2), u16(at + 2 * size + 2)];
    const offsetAt = at + 3 * size + 2;
    const offset = u16(offsetAt);
    for (let letter = start; letter <= end && letter < 0xffff; letter += 1) {
      const glyph = offset === 0 ? letter : u16(offsetAt + offset + 2 * (letter - start));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) letters.add(letter);
    }
  }
};

/** No letter has a higher number. */
const lastLetter = 0x10ffff;

/** Format 12: groups of any plane. */
const addGroups = ({ u32 }: Reader, table: number, letters: Set<number>): void => {
  const count = Math.min(u32(table + 12), lastLetter);
  for (let at = table + 16; at < table + 16 + 12 * count; at += 12) {
    const [start, end, glyph] = [u32(at), Math.min(u32(at + 4), lastLetter), u32(at + 8)];
    for (let letter = start; letter <= end; letter += 1) if (glyph + letter > start) letters.add(letter);
  }
};

/** The code points that a font has a glyph for. What comes in is a whole TrueType file; a damaged one has no letters. */
export const lettersOfFont = (font: Uint8Array): ReadonlySet<number> => {
  const reader = readerOf(font);
  const letters = new Set<number>();
  const cmap = tableOf(reader, cmapTag);
  const [table] = cmap === undefined ? [] : unicodeTables(reader, cmap);
  if (table === undefined) return letters;
  const format = reader.u16(table);
  if (format === 12) addGroups(reader, table, letters);
  else if (format === 4) addSegments(reader, table, letters);
  return letters;
};

/** What is never drawn: joiners, variation selectors, marks of direction. */
const undrawn = /\p{Default_Ignorable_Code_Point}/gu;

const hasAll = (letters: ReadonlySet<number>, text: string): boolean =>
  [...text].every((letter) => letters.has(letter.codePointAt(0) ?? 0));

/** Whether a font can draw a letter with its marks: as one glyph, or with the marks apart. */
export const drawsLetter = (letters: ReadonlySet<number>, letter: string): boolean => {
  const drawn = letter.replace(undrawn, '');
  return hasAll(letters, drawn.normalize('NFC')) || hasAll(letters, drawn.normalize('NFD'));
};
