/** Folders: listing, private ones, temporary ones that go when we go. */
import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Machine } from './machine.ts';
import { systemCode } from './machine-fault.ts';
import { makeFolders } from './make-folder.ts';

/** One entry of a folder. A link counts as what it leads to. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** True where a file or folder of that path exists. */
export const exists = (path: string): boolean => existsSync(path);

/** What a path is; undefined where there is nothing or it may not be looked at. */
export const kindOf = (path: string): FolderEntry['kind'] | undefined => {
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) return undefined;
    return status.isFile() ? 'file' : status.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    // A file stands where a folder of the path should, a link leads round in a circle, a folder above is closed to us.
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
};

const namesIn = (path: string): readonly string[] | undefined => {
  try {
    return readdirSync(path);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
};

/**
 * The entries of a folder in the order of their code points, hidden ones (with a dot) left out; undefined where there is
 * no such folder, or it may not be looked into.
 */
export const listFolder = (path: string): readonly FolderEntry[] | undefined => {
  if (kindOf(path) !== 'folder') return undefined;
  return namesIn(path)
    ?.filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => {
      const kind = kindOf(join(path, name));
      return kind === undefined ? [] : [{ name, kind }];
    });
};

/** True where `path` is `folder` or lies in it; both absolute, links not followed. */
export const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
};

/** The folder for things a program may make again, of the person who runs it. */
export const cacheFolder = (machine: Machine): string => {
  const { environment, home, system } = machine;
  const own = environment['TRIFOLIO_CACHE'];
  if (own !== undefined && isAbsolute(own)) return own;
  if (system === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'trifolio');
  if (system === 'darwin') return join(home, 'Library', 'Caches', 'trifolio');
  const xdg = environment['XDG_CACHE_HOME'];
  return join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(home, '.cache'), 'trifolio');
};

/**
 * Makes sure that a folder exists, is a folder and not a link, belongs to us and is closed to all others (mode 0700).
 * Goes out: why it cannot be trusted, or undefined when it can. System errors are thrown.
 */
export const makePrivateFolder = (path: string): string | undefined => {
  makeFolders(path, 0o700);
  const status = lstatSync(path);
  if (!status.isDirectory()) return 'it is not a folder';
  if (process.getuid === undefined) return undefined;
  if (status.uid !== process.getuid()) return 'it belongs to somebody else';
  if ((status.mode & 0o077) !== 0) chmodSync(path, 0o700);
  return undefined;
};

const temporary = new Set<string>();

/** Makes a temporary folder that only we can enter. It is removed by {@link removeTemporaryFolder}, at the latest at our end. */
export const makeTemporaryFolder = (inside?: string): string => {
  const parent = inside ?? tmpdir();
  makeFolders(parent);
  const path = mkdtempSync(join(parent, 'trifolio-'));
  temporary.add(path);
  return path;
};

/** Removes a temporary folder of ours. */
export const removeTemporaryFolder = (path: string): void => {
  if (!temporary.delete(path)) return;
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 40 });
  } catch {
    // Another program holds a file of it; the system clears its temporary folder.
  }
};

/** Removes all temporary folders of ours. Synchronous, for the last moment of our own process. */
export const removeAllTemporaryFolders = (): void => {
  for (const path of [...temporary]) removeTemporaryFolder(path);
};

/** The folder above. */
export const folderAbove = (path: string): string => dirname(path);
