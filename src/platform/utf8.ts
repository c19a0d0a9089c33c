/** Bytes to text: UTF-8 (RFC 3629, https://www.rfc-editor.org/rfc/rfc3629) or a diagnostic with the place of the first bad byte. */
import { isUtf8 } from 'node:buffer';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';

const lineFeed = 0x0a;

/** A cut may fall into a character of up to four bytes: then one of the three shorter prefixes is whole. */
const isWholeWithin = (bytes: Uint8Array, length: number): boolean => {
  for (let back = 0; back <= Math.min(3, length); back++) {
    if (isUtf8(bytes.subarray(0, length - back))) return true;
  }
  return false;
};

const validLength = (bytes: Uint8Array): number => {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isWholeWithin(bytes, middle)) good = middle;
    else bad = middle;
  }
  while (!isUtf8(bytes.subarray(0, good))) good--;
  return good;
};

/** Decodes a text. `file` is the name that a place carries. A byte order mark is kept: the manuscript room normalises it. */
export const decodeUtf8 = (bytes: Uint8Array, file: string): Outcome<string> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(bytes)) return { value: buffer.toString('utf8'), diagnostics: [] };
  const good = validLength(bytes);
  let line = 1;
  let start = 0;
  for (let at = 0; at < good; at++) {
    if (bytes[at] === lineFeed) {
      line++;
      start = at + 1;
    }
  }
  const column = buffer.toString('utf8', start, good).length + 1;
  const byte = (bytes[good] ?? 0).toString(16).padStart(2, '0').toUpperCase();
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return {
    diagnostics: [
      diagnose(
        'platform/invalid-utf8',
        `Unexpected byte ${byte}${wide ? ' of UTF-16' : ''}, expected UTF-8 text`,
        {
          place: { file, line, column },
          hint: 'open the file in the editor that wrote it and save it with the encoding UTF-8',
        },
      ),
    ],
  };
};
