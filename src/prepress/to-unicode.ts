/** What letters the glyphs of a font stand for: its ToUnicode map (ISO 32000-1 §9.10.3), read from the finished file. */
import { readValue, isFault, skipWhite, type Cursor } from './pdf-syntax.ts';
import { asBytes, asItems, type PdfValue } from './pdf-values.ts';
import { isRegular } from './pdf-syntax.ts';

/** Letters by character code; codes that are not mapped are holes. */
export type UnicodeMap = readonly (string | undefined)[];

/** Codes have two bytes at most. */
const mostCodes = 0x10000;

/** What one map may name all in all: each code a few times. A map that says the same for ever is read no further. */
const mostMappings = 4 * mostCodes;

/** Letters that one code stands for have so many bytes at most (§9.10.3). */
const longestText = 512;

const codeOf = (bytes: Uint8Array): number => {
  let code = 0;
  for (const byte of bytes) code = code * 256 + byte;
  return code;
};

const lettersOf = (bytes: Uint8Array): string => {
  let text = '';
  for (let index = 0; index + 1 < bytes.length; index += 2)
    text += String.fromCharCode((bytes[index] ?? 0) * 256 + (bytes[index + 1] ?? 0));
  return text;
};

/** The letters with the last code unit raised, as a range counts them up. */
const raised = (text: string, by: number): string =>
  text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by);

const mapCharacters = (operands: readonly PdfValue[], map: (string | undefined)[]): void => {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const code = asBytes(operands[index]);
    const text = asBytes(operands[index + 1]);
    if (code !== undefined && text !== undefined && codeOf(code) < mostCodes)
      map[codeOf(code)] = lettersOf(text);
  }
};

/** Goes out: how many mappings it read. */
const mapRanges = (operands: readonly PdfValue[], map: (string | undefined)[], most: number): number => {
  let read = 0;
  for (let index = 0; index + 2 < operands.length; index += 3) {
    const first = asBytes(operands[index]);
    const last = asBytes(operands[index + 1]);
    if (first === undefined || last === undefined) continue;
    const start = codeOf(first);
    const count = Math.min(Math.min(codeOf(last) + 1, mostCodes) - start, most - read);
    read += Math.max(0, count);
    const target = operands[index + 2];
    const text = asBytes(target);
    const texts = asItems(target);
    if (text !== undefined && text.length > longestText) continue;
    for (let offset = 0; offset < count; offset += 1) {
      const own = asBytes(texts?.[offset]);
      if (text !== undefined) map[start + offset] = raised(lettersOf(text), offset);
      else if (own !== undefined) map[start + offset] = lettersOf(own);
    }
  }
  return read;
};

/** Reads a ToUnicode stream. What is not a mapping is passed over. */
export const readUnicodeMap = (bytes: Uint8Array): UnicodeMap => {
  const map: (string | undefined)[] = [];
  const cursor: Cursor = { bytes, at: 0 };
  let operands: PdfValue[] = [];
  let left = mostMappings;
  for (skipWhite(cursor); cursor.at < bytes.length; skipWhite(cursor)) {
    const start = cursor.at;
    const value = readValue(cursor);
    if (!isFault(value)) {
      operands.push(value);
      continue;
    }
    cursor.at = start;
    let word = '';
    for (; isRegular(bytes[cursor.at]); cursor.at += 1) word += String.fromCharCode(bytes[cursor.at] ?? 0);
    if (word === '') cursor.at += 1;
    if (word === 'endbfchar') mapCharacters(operands, map);
    if (word === 'endbfrange') left -= mapRanges(operands, map, left);
    operands = [];
  }
  return map;
};
