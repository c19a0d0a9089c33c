/** Chromium refuses its sandbox to root: there, what is hostile is built as an ordinary user, with the sandbox on. */
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CliOptions } from '../support/run-cli.ts';
import { compiledCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** `nobody` on every Linux. */
const nobody = 65534;

/** Whether that user can read the checkout and Node. */
const canRun = (): boolean =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, [compiledCli, '--version'], { uid: nobody, gid: nobody, cwd: '/' }).status ===
    0;

/**
 * How to run the program with the sandbox on: nothing special for an ordinary user; for root, as another one, who is given these
 * folders. Undefined where root cannot do so: then the sandbox stays off.
 */
export const ordinaryUser = (folders: readonly string[]): CliOptions | undefined => {
  if (process.getuid?.() !== 0) return {};
  if (!canRun()) return undefined;
  const cache = temporaryFolder('cache');
  chmodSync(cache, 0o700);
  for (const folder of [...folders, cache]) {
    // The folder that a temporary folder lies in must be passed through.
    const given = spawnSync('chown', ['-R', '-h', `${nobody}:${nobody}`, dirname(folder)]);
    if (given.status !== 0) return undefined;
  }
  return { user: nobody, env: { HOME: cache, TRIFOLIO_CACHE: cache } };
};
