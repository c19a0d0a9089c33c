/** Folders for tests: made anew, removed when the test file is done. Committed fixtures are never written to. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/**
 * A new empty folder. Goes out: its absolute path without links in it. `name` ends the folder's name: give one with
 * spaces or other letters to prove that paths may have them.
 */
export const temporaryFolder = (name = 'folder'): string => {
  const outer = realpathSync(mkdtempSync(join(tmpdir(), 'trifolio-test-')));
  made.push(outer);
  const folder = join(outer, name);
  mkdirSync(folder);
  return folder;
};

/** Writes files into a folder: path with `/` → text or bytes. The folders on the way are made. Goes out: the folder. */
export const writeFiles = (folder: string, files: Readonly<Record<string, string | Uint8Array>>): string => {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, ...path.split('/'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
};

/** A temporary folder with files in it, see {@link writeFiles}. */
export const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string =>
  writeFiles(temporaryFolder(), files);
