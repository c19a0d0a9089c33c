/** SHA-256 (FIPS 180-4) of files, off the main thread so that other work goes on. */
import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { compiledFile } from './compiled.ts';

/** The checksum of bytes, in hexadecimal; of several, one after the other. */
export const checksumOf = (...parts: readonly (Uint8Array | string)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** The checksums of files, in order, in hexadecimal; undefined for a file that cannot be read. */
export const checksumsOfFiles = (paths: readonly string[]): Promise<readonly (string | undefined)[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(compiledFile('platform/checksum-worker.js'), {
      workerData: paths,
      stderr: false,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
