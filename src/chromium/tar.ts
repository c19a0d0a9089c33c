/** Reads a tar archive (POSIX ustar, https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html) held in memory. */

/** A regular file of an archive. */
export interface TarFile {
  /** As it stands in the archive, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const block = 512;

const textAt = (header: Uint8Array, from: number, length: number): string => {
  const field = Buffer.from(header.buffer, header.byteOffset + from, length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
};

/**
 * The regular files of an archive, in order; folders, links and devices are left out: none of ours has any. An archive that
 * is cut short gives the files that are whole.
 */
export const readTar = (archive: Uint8Array): readonly TarFile[] => {
  const files: TarFile[] = [];
  for (let at = 0; at + block <= archive.length;) {
    const header = archive.subarray(at, at + block);
    const name = textAt(header, 0, 100);
    if (name === '') break;
    const size = Number.parseInt(textAt(header, 124, 12).trim() || '0', 8);
    const kind = textAt(header, 156, 1);
    const prefix = textAt(header, 345, 155);
    const start = at + block;
    if (!Number.isSafeInteger(size) || start + size > archive.length) break;
    if (kind === '' || kind === '0') {
      files.push({
        path: prefix === '' ? name : `${prefix}/${name}`,
        bytes: archive.subarray(start, start + size),
      });
    }
    at = start + Math.ceil(size / block) * block;
  }
  return files;
};
