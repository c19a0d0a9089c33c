/**
 * Chromium shows each glyph by itself and moves on by the width of the one before: `8.9039612 0 Td <01BE> Tj`, one to a line. Nearly all the bytes
 * of a text are of this form, so it is read in one go; whatever else stands there is left to who reads the content (content-tokens.ts).
 */
import { isRegular, mostDigits } from './pdf-syntax.ts';

const letters = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const move = letters(' 0 Td <');
const showing = letters('> Tj');

const stands = (bytes: Uint8Array, at: number, text: Uint8Array): boolean => {
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text[index]) return false;
  return true;
};

/** The number of four hexadecimal digits; below 0 where they are none. */
export const hexCode = (bytes: Uint8Array, from: number): number => {
  let value = 0;
  for (let index = from; index < from + digitsOfGlyph; index += 1) {
    const digit = bytes[index] ?? 0;
    const letter = digit | 0x20;
    if (digit >= 0x30 && digit <= 0x39) value = value * 16 + digit - 0x30;
    else if (letter >= 0x61 && letter <= 0x66) value = value * 16 + letter - 0x57;
    else return -1;
  }
  return value;
};

const digitsOfGlyph = 4;

/** How long a glyph's string and the operator after it are: `<01BE> Tj`. */
export const shownLength = 1 + digitsOfGlyph + showing.length;

/**
 * Reads the glyph that follows the byte `from`, how far it stands from the one before and its code, into `glyph`. Goes out: the byte after it;
 * `from` where something else stands there.
 */
export const readGlyph = (bytes: Uint8Array, from: number, glyph: Float64Array): number => {
  if (bytes[from] !== 0x0a) return from;
  const isNegative = bytes[from + 1] === 0x2d;
  const first = isNegative ? from + 2 : from + 1;
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
  if (at === first || !stands(bytes, at, move)) return from;
  const string = at + move.length;
  const end = string + digitsOfGlyph + showing.length;
  const code = hexCode(bytes, string);
  if (code < 0 || !stands(bytes, string + digitsOfGlyph, showing) || isRegular(bytes[end])) return from;
  if (divisor > 1) value /= divisor;
  glyph[0] = isNegative ? -value : value;
  glyph[1] = code;
  return end;
};
