/** The filters that write bytes as letters, and the one that counts repeated bytes (ISO 32000-1 §7.4.2, §7.4.3, §7.4.5). */
import { isWhite } from './pdf-syntax.ts';

const endMark = 0x3e;

const hexValue = (code: number): number => {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
};

/** ASCIIHexDecode: two digits a byte, to `>`. Undefined for anything that is no digit. */
export const decodeHex = (bytes: Uint8Array): Uint8Array | undefined => {
  const out = new Uint8Array((bytes.length + 1) >> 1);
  let digits = 0;
  for (const code of bytes) {
    if (code === endMark) break;
    if (isWhite(code)) continue;
    const value = hexValue(code);
    if (value < 0) return undefined;
    out[digits >> 1] = (out[digits >> 1] ?? 0) | (digits % 2 === 0 ? value << 4 : value);
    digits += 1;
  }
  return out.subarray(0, (digits + 1) >> 1);
};

/** Four bytes of a number, the highest first. */
const putWord = (out: Uint8Array, at: number, word: number, count: number): void => {
  for (let index = 0; index < count; index += 1)
    out[at + index] = Math.floor(word / 256 ** (3 - index)) % 256;
};

/** ASCII85Decode: five letters for four bytes, `z` for four zeros, to `~>`. Undefined for letters outside the alphabet. */
export const decodeAscii85 = (bytes: Uint8Array): Uint8Array | undefined => {
  const out = new Uint8Array(bytes.length * 4);
  let length = 0;
  let word = 0;
  let letters = 0;
  for (const code of bytes) {
    if (code === 0x7e) break;
    if (isWhite(code)) continue;
    if (code === 0x7a && letters === 0) {
      length += 4;
      continue;
    }
    if (code < 0x21 || code > 0x75) return undefined;
    word = word * 85 + code - 0x21;
    letters += 1;
    if (letters < 5) continue;
    putWord(out, length, word, 4);
    length += 4;
    word = 0;
    letters = 0;
  }
  if (letters > 1) {
    for (let missing = letters; missing < 5; missing += 1) word = word * 85 + 84;
    putWord(out, length, word, letters - 1);
    length += letters - 1;
  }
  return out.subarray(0, length);
};

/** RunLengthDecode: a length, then bytes or one repeated byte. Undefined where more than `limit` bytes would come out. */
export const decodeRunLength = (bytes: Uint8Array, limit: number): Uint8Array | undefined => {
  const counts: { readonly at: number; readonly repeat: number; readonly count: number }[] = [];
  let total = 0;
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] ?? 128;
    if (length === 128) break;
    const isRun = length > 128;
    counts.push({ at: at + 1, repeat: isRun ? 257 - length : 1, count: isRun ? 1 : length + 1 });
    total += isRun ? 257 - length : length + 1;
    at += isRun ? 2 : length + 2;
    if (total > limit) return undefined;
  }
  const out = new Uint8Array(total);
  let length = 0;
  for (const { at, repeat, count } of counts) {
    if (repeat > 1) out.fill(bytes[at] ?? 0, length, length + repeat);
    else out.set(bytes.subarray(at, at + count), length);
    length += repeat > 1 ? repeat : count;
  }
  return out;
};
