/** `npm start` and the command `trifolio` of the checkout: what they pass on, and that a second run prepares nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const runIn = (cwd: string, script: string, ...args: readonly string[]) => {
  const done = spawnSync(process.execPath, [script, ...args], { cwd, encoding: 'utf8' });
  return { code: done.status, stdout: done.stdout, stderr: done.stderr };
};

const run = (script: string, ...args: readonly string[]) => runIn(checkout, script, ...args);

const start = join(checkout, 'scripts', 'start.js');

test('with no command it builds', () => {
  const missing = join(temporaryFolder(), 'nothing');
  const built = run(start, '--content', missing);
  expect(built.stderr).toContain('config/content-missing');
  expect(built.code).toBe(2);
});

test('a publication is no command', () => {
  const cwd = writeFiles(temporaryFolder(), { 'content/Gəncə/figures/x.svg': '' });
  const built = runIn(cwd, start, 'Gəncə');
  expect(built.stderr).toContain('config/no-manuscript');
  expect(built.code).toBe(1);
});

test('a command or an option of the program is passed on', () => {
  expect(run(start, '--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(run(start, 'build', '--help').stdout).toContain('--lang');
  expect(run(start, 'biuld').stderr).toContain('Did you mean build?');
});

test('a second run installs and compiles nothing', () => {
  run(start, '--version');
  const again = run(start, '--version');
  expect(again.stderr).toBe('');
  expect(again.code).toBe(0);
});

test('the command is in the checkout', () => {
  run(start, '--version');
  const command = join(checkout, 'node_modules', '.bin', 'trifolio');
  expect(existsSync(command)).toBe(true);
  expect(run(command, '--version')).toMatchObject({ stderr: '', code: 0 });
});
