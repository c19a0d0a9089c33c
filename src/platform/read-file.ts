/** Reading files, sizes capped: a path and the name that places carry come in; text or bytes, or a diagnostic, go out. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { machineFault } from './machine-fault.ts';
import { decodeUtf8 } from './utf8.ts';

/** Most bytes of a text: a manuscript of 10 MB is allowed, and a margin. */
export const textLimit = 32 * 1024 * 1024;

/** Most bytes of a picture, font or other asset. */
export const assetLimit = 256 * 1024 * 1024;

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The bytes of a file. `file` names it in diagnostics; more than `limit` bytes are not read. */
export const readBytes = (path: string, file: string, limit: number = assetLimit): Outcome<Uint8Array> => {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    const status = fstatSync(handle);
    if (!status.isFile()) {
      return {
        diagnostics: [
          diagnose('platform/file-missing', `Unexpected folder or device \`${file}\`, expected a file`, {
            place: { file, line: 1, column: 1 },
          }),
        ],
      };
    }
    if (status.size > limit) {
      return {
        diagnostics: [
          diagnose(
            'platform/file-too-large',
            `Unexpected file of ${megabytes(status.size)}, expected at most ${megabytes(limit)}`,
            {
              place: { file, line: 1, column: 1 },
              hint: 'divide the text into chapters, or make the picture smaller',
            },
          ),
        ],
      };
    }
    const bytes = Buffer.allocUnsafeSlow(status.size);
    let read = 0;
    while (read < bytes.length) {
      const count = readSync(handle, bytes, read, bytes.length - read, read);
      if (count === 0) break;
      read += count;
    }
    return { value: bytes.subarray(0, read), diagnostics: [] };
  } catch (error) {
    return { diagnostics: [machineFault(error, `reading \`${file}\``)] };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
};

/** The text of a file in UTF-8. `file` names it in places and diagnostics. */
export const readText = (path: string, file: string, limit: number = textLimit): Outcome<string> => {
  const read = readBytes(path, file, limit);
  return read.value === undefined ? { diagnostics: read.diagnostics } : decodeUtf8(read.value, file);
};
