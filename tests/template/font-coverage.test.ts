/** The letters of a font, read from its file: of the shipped fonts, and of fonts drawn byte by byte. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { characterMap } from '../../src/platform/font-file.ts';
import { drawsLetter } from '../../src/template/font-coverage.ts';

/** The code points that a font has a glyph for. */
const lettersOfFont = (font: Uint8Array): ReadonlySet<number> => new Set(characterMap(font).keys());

const require = createRequire(import.meta.url);
const literata = lettersOfFont(
  readFileSync(require.resolve('@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf')),
);

const numbers = (...values: readonly (readonly [bytes: 2 | 4, value: number])[]): readonly number[] =>
  values.flatMap(([bytes, value]) =>
    Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** (bytes - 1 - index)) % 256),
  );
const u16 = (...values: readonly number[]): readonly number[] =>
  numbers(...values.map((v) => [2, v] as const));
const u32 = (...values: readonly number[]): readonly number[] =>
  numbers(...values.map((v) => [4, v] as const));

/** A font of nothing but subtables of `cmap`, each with its platform and encoding. */
const fontOf = (
  ...tables: readonly { readonly for: readonly [number, number]; readonly bytes: readonly number[] }[]
): Uint8Array => {
  let at = 4 + 8 * tables.length;
  const records = tables.flatMap(({ for: [platform, encoding], bytes }) => {
    const record = [...u16(platform, encoding), ...u32(at)];
    at += bytes.length;
    return record;
  });
  const head = [...u32(0x00010000), ...u16(1, 0, 0, 0), ...u32(0x636d6170, 0, 28, at)];
  return Uint8Array.from([
    ...head,
    ...u16(0, tables.length),
    ...records,
    ...tables.flatMap(({ bytes }) => bytes),
  ]);
};

/** Format 4 with segments A–C (by a difference) and a–c (by a list: the second has no glyph). */
const segments = u16(
  4,
  0,
  0,
  6,
  0,
  0,
  0,
  0x43,
  0x63,
  0xffff,
  0,
  0x41,
  0x61,
  0xffff,
  (1 - 0x41) & 0xffff,
  0,
  1,
  0,
  4,
  0,
  7,
  0,
  9,
);

const groups = (...ranges: readonly (readonly [number, number, number])[]): readonly number[] => [
  ...u16(12, 0),
  ...u32(0, 0, ranges.length, ...ranges.flat()),
];

describe('letters of a font', () => {
  test('by segments', () => {
    expect(
      [...lettersOfFont(fontOf({ for: [3, 1], bytes: segments }))]
        .map((n) => String.fromCodePoint(n))
        .join(''),
    ).toBe('ABCac');
  });

  test('by groups, which come before segments', () => {
    const font = fontOf(
      { for: [3, 1], bytes: segments },
      { for: [3, 10], bytes: groups([0x1f600, 0x1f602, 5], [0x30, 0x31, 0]) },
    );
    expect([...lettersOfFont(font)]).toEqual([0x1f600, 0x1f601, 0x1f602, 0x31]);
  });

  test('not by tables of other encodings', () => {
    expect(lettersOfFont(fontOf({ for: [1, 0], bytes: segments })).size).toBe(0);
  });

  test.each([
    ['an empty file', new Uint8Array(0)],
    ['a file that ends early', fontOf({ for: [3, 10], bytes: groups([0, 0xffffffff, 1]) }).subarray(0, 40)],
    [
      'a table with a count without end',
      fontOf({ for: [3, 10], bytes: [...u16(12, 0), ...u32(0, 0, 0xffffffff)] }),
    ],
  ])('%s is read to its end', (_, bytes) => {
    expect(lettersOfFont(bytes).size).toBeLessThanOrEqual(1);
  });

  test('a group that has no end is cut where Unicode ends', () => {
    expect(lettersOfFont(fontOf({ for: [0, 4], bytes: groups([0x10fff0, 0xffffffff, 1]) })).size).toBe(16);
  });
});

describe('the text font', () => {
  test.each([...'əƏğĞıİşçöüАяЁё№§₼«»„“”—…'])('has %s', (letter) => {
    expect(drawsLetter(literata, letter)).toBe(true);
  });

  test.each([...'漢שქ☐'])('lacks %s', (letter) => {
    expect(drawsLetter(literata, letter)).toBe(false);
  });

  test('has a letter whose marks stand apart or not, and does not ask for what is never drawn', () => {
    expect(drawsLetter(literata, 'e\u0301')).toBe(true);
    expect(drawsLetter(literata, 'é')).toBe(true);
    expect(drawsLetter(literata, 'x\u0301')).toBe(literata.has(0x301));
    expect(drawsLetter(literata, 'a\uFE0F\u200D')).toBe(true);
  });
});
