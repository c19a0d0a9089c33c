/** A file that lives as long as it is used, for engines that only open paths. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes bytes to a file that nobody else may read, lends its path, and removes it whatever comes of that. */
export const withTemporaryFile = async <Value>(
  bytes: Uint8Array,
  use: (path: string) => Promise<Value>,
): Promise<Value> => {
  const folder = mkdtempSync(join(tmpdir(), 'trifolio-'));
  try {
    const path = join(folder, 'file');
    writeFileSync(path, bytes, { mode: 0o600 });
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
