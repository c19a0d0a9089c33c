/**
 * The files of one folder and of nothing else: what a text that came by mail may point at. Every path is followed to its
 * true place before it is judged, so that no link leads out.
 */
import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, resolve, win32 } from 'node:path';
import { isInside, listFolder } from './folders.ts';
import { systemCode } from './machine-fault.ts';

/** A file proved to lie inside the folder. */
export interface ContainedFile {
  readonly kind: 'file';
  /** Absolute, every link resolved. */
  readonly absolute: string;
  /** In bytes. */
  readonly size: number;
}

/** Where a path leads. `missing` also where there is no regular file; `outside` whether or not there is anything. */
export type Contained = ContainedFile | { readonly kind: 'missing' | 'outside' | 'unreadable' };

/** Reading inside one folder. No method throws for what lies on the disk. */
export interface ContainedFiles {
  /** Follows a relative path with `/`. The path is hostile until shown otherwise. */
  readonly resolve: (path: string) => Contained;
  /** The first `limit` bytes of a file; empty where it can no longer be read. */
  readonly read: (file: ContainedFile, limit: number) => Uint8Array;
  /** Names of the regular files directly in a folder inside; empty where there is none. */
  readonly list: (folder: string) => readonly string[];
}

const isRefusal = (error: unknown): boolean => ['EACCES', 'EPERM', 'EIO'].includes(systemCode(error) ?? '');

/** Windows also takes `\`, drive letters and `name:stream`: a text that uses them works nowhere else, and may lead out. */
const leavesOnWindows = (path: string): boolean =>
  process.platform === 'win32' && (win32.isAbsolute(path) || path.includes(':'));

const follow = (folder: string, path: string): Contained => {
  if (path.includes('\0')) return { kind: 'missing' };
  const named = resolve(folder, path);
  if (isAbsolute(path) || leavesOnWindows(path) || !isInside(folder, named)) return { kind: 'outside' };
  try {
    const absolute = realpathSync.native(named);
    if (!isInside(realpathSync.native(folder), absolute)) return { kind: 'outside' };
    const status = statSync(absolute);
    return status.isFile() ? { kind: 'file', absolute, size: status.size } : { kind: 'missing' };
  } catch (error) {
    return { kind: isRefusal(error) ? 'unreadable' : 'missing' };
  }
};

const readFirst = (file: ContainedFile, limit: number): Uint8Array => {
  let handle: number | undefined;
  try {
    handle = openSync(file.absolute, 'r');
    const bytes = Buffer.allocUnsafeSlow(Math.min(limit, file.size));
    let read = 0;
    while (read < bytes.length) {
      const count = readSync(handle, bytes, read, bytes.length - read, read);
      if (count === 0) break;
      read += count;
    }
    return bytes.subarray(0, read);
  } catch {
    return new Uint8Array();
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
};

/** The files of `folder`, an absolute path. */
export const containedFiles = (folder: string): ContainedFiles => ({
  resolve: (path) => follow(folder, path),
  read: readFirst,
  list: (inside) => {
    const path = resolve(folder, inside);
    if (inside.includes('\0') || !isInside(folder, path)) return [];
    try {
      if (!isInside(realpathSync.native(folder), realpathSync.native(path))) return [];
      return (listFolder(path) ?? []).flatMap((entry) => (entry.kind === 'file' ? [entry.name] : []));
    } catch {
      return [];
    }
  },
});
