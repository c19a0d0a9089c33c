/** Unpacking of Brotli (RFC 7932), into memory or into a file. */
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';

/** Unpacks a file into another, made new with the given mode. Rejects with the system's error. */
export const unpackToFile = async (from: string, to: string, mode: number): Promise<void> => {
  await pipeline(
    createReadStream(from, { highWaterMark: 1024 * 1024 }),
    createBrotliDecompress({ chunkSize: 1024 * 1024 }),
    createWriteStream(to, { flags: 'wx', mode, highWaterMark: 4 * 1024 * 1024 }),
  );
};

/** Unpacks a small file into memory. Throws the system's error. */
export const unpackToMemory = (from: string): Uint8Array => brotliDecompressSync(readFileSync(from));
