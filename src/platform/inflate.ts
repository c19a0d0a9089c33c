/** Unpacking of zlib data (RFC 1950), as PDF streams are packed. Pure. */
import { inflateSync } from 'node:zlib';

/** The bytes unpacked; undefined where they are damaged or would grow beyond `limit` bytes. */
export const inflate = (packed: Uint8Array, limit: number): Uint8Array | undefined => {
  try {
    return inflateSync(packed, { maxOutputLength: limit });
  } catch {
    return undefined;
  }
};
