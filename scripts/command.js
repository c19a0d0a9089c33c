// @ts-check
/**
 * Makes `npx trifolio` work in the checkout: npm links the commands of dependencies into node_modules/.bin, but not the
 * checkout's own.
 */
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.js';

const folder = join(root, 'node_modules', '.bin');

/** Writes the command into node_modules/.bin where it is missing: a Node script, and for Windows its starter. */
export const ensureCommand = () => {
  const script = join(folder, 'trifolio');
  if (existsSync(script)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(script, "#!/usr/bin/env node\nimport('../../scripts/trifolio.js');\n");
  chmodSync(script, 0o755);
  if (process.platform === 'win32') {
    writeFileSync(`${script}.cmd`, '@node "%~dp0\\..\\..\\scripts\\trifolio.js" %*\r\n');
  }
};
