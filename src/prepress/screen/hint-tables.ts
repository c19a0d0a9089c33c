/** Where a reader finds each page in a linearised file before it has all of it: hint tables (ISO 32000-1 §F.4), as bits. */

/** A page: its objects lie one after the other. */
export interface PageHint {
  readonly objects: number;
  readonly length: number;
  /** Indices of the shared objects it uses, none for the first page. */
  readonly shared: readonly number[];
}

/** What the tables tell. Offsets are counted as if the hint stream itself were not there. */
export interface Hints {
  readonly pages: readonly PageHint[];
  readonly firstPageOffset: number;
  /** Lengths of the objects of the first page, then of those that other pages share. */
  readonly sharedLengths: readonly number[];
  /** How many of them belong to the first page. */
  readonly ofFirstPage: number;
  /** Number and offset of the first shared object of other pages; 0 where there is none. */
  readonly firstShared: { readonly number: number; readonly offset: number };
  readonly outline:
    | { readonly number: number; readonly offset: number; readonly objects: number; readonly length: number }
    | undefined;
}

/** The bytes of the hint stream and where in it the tables after the first begin. */
export interface HintTables {
  readonly bytes: Uint8Array;
  readonly sharedAt: number;
  readonly outlineAt: number | undefined;
}

/** Bits one after the other, the highest first. */
interface BitWriter {
  readonly write: (value: number, bits: number) => void;
  /** Goes on at the next whole byte. */
  readonly align: () => void;
  readonly length: () => number;
  readonly bytes: () => Uint8Array;
}

const bitWriter = (): BitWriter => {
  const bytes: number[] = [];
  let free = 0;
  return {
    write: (value, bits) => {
      for (let bit = bits - 1; bit >= 0; bit -= 1) {
        if (free === 0) {
          bytes.push(0);
          free = 8;
        }
        free -= 1;
        const isSet = Math.floor(value / 2 ** bit) % 2 === 1;
        if (isSet) bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | (1 << free);
      }
    },
    align: () => {
      free = 0;
    },
    length: () => bytes.length,
    bytes: () => Uint8Array.from(bytes),
  };
};

/** Bits that a number takes. */
const bitsOf = (value: number): number => (value === 0 ? 0 : Math.floor(Math.log2(value)) + 1);

const span = (values: readonly number[]): { readonly least: number; readonly bits: number } => {
  let least = Infinity;
  let most = 0;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return values.length === 0 ? { least: 0, bits: 0 } : { least, bits: bitsOf(most - least) };
};

/** The page offset hint table (§F.4.1). Where a page's content lies within it is not told: readers take the page as a whole. */
const writePages = (writer: BitWriter, { pages, firstPageOffset, sharedLengths }: Hints): void => {
  const objects = span(pages.map((page) => page.objects));
  const length = span(pages.map((page) => page.length));
  const mostShared = bitsOf(pages.reduce((most, page) => Math.max(most, page.shared.length), 0));
  const identifier = bitsOf(sharedLengths.length);
  const denominator = 4;
  writer.write(objects.least, 32);
  writer.write(firstPageOffset, 32);
  writer.write(objects.bits, 16);
  writer.write(length.least, 32);
  writer.write(length.bits, 16);
  writer.write(0, 32);
  writer.write(0, 16);
  writer.write(length.least, 32);
  writer.write(length.bits, 16);
  writer.write(mostShared, 16);
  writer.write(identifier, 16);
  writer.write(0, 16);
  writer.write(denominator, 16);
  const column = (bits: number, values: readonly number[]): void => {
    for (const value of values) writer.write(value, bits);
    writer.align();
  };
  const lengths = pages.map((page) => page.length - length.least);
  column(
    objects.bits,
    pages.map((page) => page.objects - objects.least),
  );
  column(length.bits, lengths);
  column(
    mostShared,
    pages.map((page) => page.shared.length),
  );
  column(
    identifier,
    pages.flatMap((page) => page.shared),
  );
  column(length.bits, lengths);
};

/** The shared object hint table (§F.4.2): groups of one object each, without signatures. */
const writeShared = (writer: BitWriter, { sharedLengths, ofFirstPage, firstShared }: Hints): void => {
  const length = span(sharedLengths);
  writer.write(firstShared.number, 32);
  writer.write(firstShared.offset, 32);
  writer.write(ofFirstPage, 32);
  writer.write(sharedLengths.length, 32);
  writer.write(0, 16);
  writer.write(length.least, 32);
  writer.write(length.bits, 16);
  for (const each of sharedLengths) writer.write(each - length.least, length.bits);
  writer.align();
  for (const _ of sharedLengths) writer.write(0, 1);
  writer.align();
};

/** All tables; that of the outline (§F.4.4) where there is one. */
export const hintTables = (hints: Hints): HintTables => {
  const writer = bitWriter();
  writePages(writer, hints);
  const sharedAt = writer.length();
  writeShared(writer, hints);
  const { outline } = hints;
  if (outline === undefined) return { bytes: writer.bytes(), sharedAt, outlineAt: undefined };
  const outlineAt = writer.length();
  for (const value of [outline.number, outline.offset, outline.objects, outline.length])
    writer.write(value, 32);
  return { bytes: writer.bytes(), sharedAt, outlineAt };
};
