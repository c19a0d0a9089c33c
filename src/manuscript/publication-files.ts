/**
 * What this room asks of the disk: the pictures and data files of one publication. The room `platform` implements it; here
 * nothing is read. All methods are synchronous and never throw for what the author can mend.
 */

/** A file proved to lie inside the publication's folder. */
export interface FoundFile {
  readonly kind: 'file';
  /** Absolute path on disk with every symlink resolved. */
  readonly absolute: string;
  /** Size in bytes. */
  readonly size: number;
}

/** What a path written by an author leads to. */
export type ResolvedFile =
  | FoundFile
  /** Nothing lies there, or what lies there is no regular file (a folder, a socket, a device). */
  | { readonly kind: 'missing' }
  /** The path leaves the publication's folder: absolute, by `../`, by a drive letter, or by a symlink on its way. */
  | { readonly kind: 'outside' }
  /** It lies there but the system does not let us read it. */
  | { readonly kind: 'unreadable' };

/** The files of one publication, as `readManuscript` needs them. */
export interface PublicationFiles {
  /**
   * Finds a file. `path` is relative to the publication's folder, with `/`, already percent-decoded, as the author wrote it
   * otherwise: it may hold `..`, NUL or anything else, and must be judged as hostile.
   */
  readonly resolve: (path: string) => ResolvedFile;
  /**
   * The first `limit` bytes of a file that `resolve` found (all of it when it is shorter). Empty when it cannot be read
   * any more.
   */
  readonly read: (file: FoundFile, limit: number) => Uint8Array;
  /**
   * The names of the regular files directly in a folder of the publication (`''` for the folder itself), for suggestions
   * only; empty where there is no such folder.
   */
  readonly list: (folder: string) => readonly string[];
}
