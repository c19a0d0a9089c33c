/** LZWDecode (ISO 32000-1 §7.4.4): codes of 9 to 12 bits for stretches of bytes that came before. */

const clearTable = 256;
const endOfBytes = 257;
const mostCodes = 4096;

/** The table of stretches: each is an earlier one and a byte more, so both are numbers. */
interface Stretches {
  readonly before: Uint16Array;
  readonly last: Uint8Array;
  readonly length: Uint32Array;
}

const newStretches = (): Stretches => {
  const last = new Uint8Array(mostCodes);
  for (let code = 0; code < 256; code += 1) last[code] = code;
  return { before: new Uint16Array(mostCodes), last, length: new Uint32Array(mostCodes).fill(1) };
};

/** Writes a stretch so that it begins at `at`; gives its first byte. */
const putStretch = (out: Uint8Array, at: number, table: Stretches, code: number): number => {
  let current = code;
  for (let index = at + (table.length[code] ?? 1) - 1; index >= at; index -= 1) {
    out[index] = table.last[current] ?? 0;
    current = table.before[current] ?? 0;
  }
  return out[at] ?? 0;
};

const grown = (bytes: Uint8Array, needed: number): Uint8Array => {
  if (needed <= bytes.length) return bytes;
  const larger = new Uint8Array(Math.max(needed, bytes.length * 2));
  larger.set(bytes);
  return larger;
};

/**
 * The decoded bytes; undefined for a code that means nothing, or where more than `limit` bytes would come out. `early` is 1
 * where codes get longer one code early (`EarlyChange`, the default), else 0.
 */
export const decodeLzw = (packed: Uint8Array, early: 0 | 1, limit: number): Uint8Array | undefined => {
  const table = newStretches();
  let out: Uint8Array = new Uint8Array(packed.length * 4);
  let length = 0;
  let next = 258;
  let width = 9;
  let previous: number | undefined;
  let bits = 0;
  let held = 0;
  for (const byte of packed) {
    bits = ((bits << 8) | byte) & 0xffffff;
    held += 8;
    if (held < width) continue;
    const code = (bits >> (held - width)) & ((1 << width) - 1);
    held -= width;
    if (code === endOfBytes) break;
    if (code === clearTable) {
      next = 258;
      width = 9;
      previous = undefined;
      continue;
    }
    if (code > next || (code === next && previous === undefined)) return undefined;
    // The one code that may stand for a stretch that is only now made repeats the first byte of the stretch before it.
    const known = code < next ? code : (previous ?? 0);
    const size = (table.length[known] ?? 1) + (code < next ? 0 : 1);
    if (length + size > limit) return undefined;
    out = grown(out, length + size);
    const first = putStretch(out, length, table, known);
    if (code === next) out[length + size - 1] = first;
    length += size;
    if (previous !== undefined && next < mostCodes) {
      table.before[next] = previous;
      table.last[next] = first;
      table.length[next] = (table.length[previous] ?? 1) + 1;
      next += 1;
    }
    if (next + early >= 1 << width && width < 12) width += 1;
    previous = code;
  }
  return out.subarray(0, length);
};
