/** `npm start` and the command `trifolio` of the checkout: what they pass on, and that a second run prepares nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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

test('every way to start the program gives Node the same flags', () => {
  run(start, '--version');
  const read = (...path: readonly string[]): string => readFileSync(join(checkout, ...path), 'utf8');
  const flags = /"start": "node (--\S+) scripts\/start\.js"/.exec(read('package.json'))?.[1];
  expect(read('scripts', 'node-flags.js')).toContain(`= ['${flags}'];`);
  expect(read('scripts', 'trifolio.js')).toContain(`#!/usr/bin/env -S node ${flags}\n`);
  expect(read('node_modules', '.bin', 'trifolio')).toContain(`#!/usr/bin/env -S node ${flags}\n`);
});
