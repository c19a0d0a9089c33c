/** The thread of {@link checksumsOfFiles}: paths come in as its data, one message with their checksums goes out. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const chunk = Buffer.allocUnsafeSlow(1024 * 1024);

const checksum = (path: string): string | undefined => {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    const hash = createHash('sha256');
    for (;;) {
      const count = readSync(handle, chunk, 0, chunk.length, null);
      if (count === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, count));
    }
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
};

parentPort?.postMessage((workerData as readonly string[]).map(checksum));
