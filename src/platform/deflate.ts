/** Packing into zlib data (RFC 1950), as PDF streams are packed. Pure: the same bytes are packed into the same bytes. */
import { promisify } from 'node:util';
import { deflate as deflateOnThread, deflateSync } from 'node:zlib';

/** Beyond it pages of text hardly get smaller and take twice the time. */
const level = 5;

/** The bytes packed. */
export const deflate = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level });

const packOnThread = promisify<
  Uint8Array,
  { readonly level: number; readonly chunkSize: number },
  Uint8Array
>(deflateOnThread);

/** What a buffer holds at least (the least that zlib takes is 64 bytes). */
const leastChunk = 4096;

/** As {@link deflate}, on a thread of Node's pool: the bytes are the same. */
export const deflateAside = (bytes: Uint8Array): Promise<Uint8Array> =>
  // Text shrinks to less than a third: one buffer is enough, and is not asked for piece by piece.
  packOnThread(bytes, { level, chunkSize: Math.max(leastChunk, Math.ceil(bytes.length / 3)) });
