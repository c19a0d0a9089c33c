/**
 * Chromium shows each glyph by itself and moves on by its width: `8.9039612 0 Td <01BE> Tj`, one to a line. Nearly all the bytes of a text are
 * of this form, so it is read in one loop; whatever else stands there is left to who reads the content (content-tokens.ts).
 */
import { isRegular, mostDigits } from './pdf-syntax.ts';

const letters = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const move = letters(' 0 Td <');
const showing = letters('> Tj');

const stands = (bytes: Uint8Array, at: number, text: Uint8Array): boolean => {
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text[index]) return false;
  return true;
};

const digitsOfGlyph = 4;

/** How long a glyph's string and the operator after it are: `<01BE> Tj`. */
export const shownLength = 1 + digitsOfGlyph + showing.length;

/**
 * Passes over glyphs that follow each other on a line, from the byte after one of them on; `line` is the matrix of the line, whose origin moves on.
 * Goes out: the byte after the last of them, `from` where there is none.
 */
export const passGlyphs = (bytes: Uint8Array, from: number, line: Float64Array): number => {
  const scale = line[0] ?? 1;
  let across = line[4] ?? 0;
  let passed = from;
  while (bytes[passed] === 0x0a) {
    const isNegative = bytes[passed + 1] === 0x2d;
    const first = isNegative ? passed + 2 : passed + 1;
    let at = first;
    let value = 0;
    let divisor = 0;
    for (; value <= mostDigits; at += 1) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        divisor *= 10;
      } else if (digit === -2 && divisor === 0) {
        divisor = 1;
      } else {
        break;
      }
    }
    if (at === first || !stands(bytes, at, move)) break;
    at += move.length;
    const end = at + digitsOfGlyph;
    while (at < end && bytes[at] !== 0x3e) at += 1;
    if (at < end || !stands(bytes, at, showing) || isRegular(bytes[at + showing.length])) break;
    if (divisor > 1) value /= divisor;
    across += (isNegative ? -value : value) * scale;
    passed = at + showing.length;
  }
  line[4] = across;
  return passed;
};
