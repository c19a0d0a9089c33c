// @ts-check
/**
 * Makes `npx trifolio` work in the checkout: npm links the commands of dependencies into node_modules/.bin, but not the
 * checkout's own.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFlags } from './node-flags.js';
import { root } from './prepare.js';

const folder = join(root, 'node_modules', '.bin');

const flags = nodeFlags.join(' ');

/** What stands in the command: a Node script, and for Windows its starter. */
const script = `#!/usr/bin/env -S node ${flags}\nimport('../../scripts/trifolio.js');\n`;
const starter = `@node ${flags} "%~dp0\\..\\..\\scripts\\trifolio.js" %*\r\n`;

/** Writes the command into node_modules/.bin where it is missing or another. */
export const ensureCommand = () => {
  const path = join(folder, 'trifolio');
  if (existsSync(path) && readFileSync(path, 'utf8') === script) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  if (process.platform === 'win32') writeFileSync(`${path}.cmd`, starter);
};
