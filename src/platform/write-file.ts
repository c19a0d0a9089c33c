/**
 * Writing files whole: the bytes go to a hidden name in the same folder, are flushed, and are renamed into place. A reader
 * sees the old file or the new one, never half of one.
 */
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { machineFault } from './machine-fault.ts';
import { makeFolders } from './make-folder.ts';
import { isAlive } from './processes.ts';

const partialName = (name: string, id: number): string => `.${name}.${id}.partial`;

/** A build that was killed outright could not clean up: what it left of this file goes now. */
const sweep = (folder: string, name: string): void => {
  for (const entry of readdirSync(folder)) {
    if (!entry.startsWith(`.${name}.`) || !entry.endsWith('.partial')) continue;
    const id = Number(entry.slice(name.length + 2, -'.partial'.length));
    if (Number.isInteger(id) && !isAlive(id)) rmSync(join(folder, entry), { force: true });
  }
};

const writeAll = (path: string, bytes: Uint8Array): void => {
  const handle = openSync(path, 'w');
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(handle, bytes, written, bytes.length - written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/**
 * Writes a file whole, making its folder where there is none. `file` names it in diagnostics. The value is true when the
 * file is in place; on a refusal the old file is untouched and nothing of the new one is left.
 */
export const writeWhole = (path: string, content: Uint8Array | string, file: string): Outcome<true> => {
  const folder = dirname(path);
  const partial = join(folder, partialName(basename(path), process.pid));
  try {
    makeFolders(folder);
    sweep(folder, basename(path));
    writeAll(partial, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
    renameSync(partial, path);
    return { value: true, diagnostics: [] };
  } catch (error) {
    try {
      rmSync(partial, { force: true });
    } catch {
      // The first refusal is the one to tell of.
    }
    return { diagnostics: [machineFault(error, `writing \`${file}\``)] };
  }
};
