/** Unpacking of zlib data (RFC 1950), as PDF streams are packed. Pure. */
import { promisify } from 'node:util';
import { inflate as inflateOnThread, inflateSync } from 'node:zlib';

/** The bytes unpacked; undefined where they are damaged or would grow beyond `limit` bytes. */
export const inflate = (packed: Uint8Array, limit: number): Uint8Array | undefined => {
  try {
    return inflateSync(packed, { maxOutputLength: limit, chunkSize: chunkFor(packed) });
  } catch {
    return undefined;
  }
};

const unpackOnThread = promisify<
  Uint8Array,
  { readonly maxOutputLength: number; readonly chunkSize: number },
  Uint8Array
>(inflateOnThread);

/** As {@link inflate}, on a thread of Node's pool. */
export const inflateAside = async (packed: Uint8Array, limit: number): Promise<Uint8Array | undefined> => {
  try {
    return await unpackOnThread(packed, { maxOutputLength: limit, chunkSize: chunkFor(packed) });
  } catch {
    return undefined;
  }
};

/** Text grows five to seven times: what it needs is asked for at once, and no more than this. */
const chunkFor = (packed: Uint8Array): number => Math.min(Math.max(packed.length * 8, 4096), 1 << 20);
