/**
 * A private folder that appears whole: it is filled under a temporary name beside its place and renamed. Two processes that
 * do so at once do no harm to each other.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './processes.ts';

const partialEnd = '.partial';

const sweep = (folder: string, name: string): void => {
  for (const entry of readdirSync(folder)) {
    if (!entry.startsWith(`${name}.`) || !entry.endsWith(partialEnd)) continue;
    const id = Number(entry.slice(name.length + 1, -partialEnd.length));
    if (Number.isInteger(id) && !isAlive(id)) rmSync(join(folder, entry), { recursive: true, force: true });
  }
};

/**
 * Fills a new folder (mode 0700) by `fill` and puts it at `path`, where nothing may stand or what another process put there
 * in the meantime is kept. Rejects with the error of `fill` or of the system; nothing is left then.
 */
export const fillPrivateFolder = async (
  path: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> => {
  const parent = dirname(path);
  const partial = join(parent, `${basename(path)}.${process.pid}${partialEnd}`);
  sweep(parent, basename(path));
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  const leave = (): void => rmSync(partial, { recursive: true, force: true });
  process.once('exit', leave);
  try {
    await fill(partial);
    if (!existsSync(path)) renameSync(partial, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    leave();
    process.removeListener('exit', leave);
  }
};

/** Writes a file of a private folder, its folders made with mode 0700. */
export const writePrivateFile = (path: string, content: Uint8Array | string, mode: number): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, content, { mode });
};

/** Removes a private folder with all that is in it. */
export const removePrivateFolder = (path: string): void => rmSync(path, { recursive: true, force: true });
