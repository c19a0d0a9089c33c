/** The unpacked browser: whatever was planted or changed in its folder is never started. */
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserFiles } from '../../src/chromium/browser-files.ts';
import { browserFolder, packedBrowser } from '../../src/chromium/package-browser.ts';
import { readMachine } from '../../src/platform/machine.ts';
import type { Machine } from '../../src/platform/machine.ts';
import type { CliResult } from '../support/run-cli.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const machine = readMachine();
const isRoot = machine.root;

const build = async (
  env: Readonly<Record<string, string | undefined>>,
): Promise<CliResult & { readonly cwd: string }> => {
  const cwd = writeFiles(temporaryFolder(), { 'content/x/en.md': '# Mines\n\nThere were mines.\n' });
  return { ...(await runCli(['build'], { cwd, env })), cwd };
};

const browserIn = (cache: string): string => {
  const other: Machine = { ...machine, environment: { ...machine.environment, TRIFOLIO_CACHE: cache } };
  return browserFolder(other);
};

/** A cache with a whole unpacked browser, copied from the one that the tests use (which a first build fills). */
const filledCache = async (): Promise<string> => {
  const source = browserFolder(machine);
  if (!existsSync(source)) expect((await build({})).code).toBe(0);
  const cache = temporaryFolder('cache');
  chmodSync(cache, 0o700);
  cpSync(source, browserIn(cache), { recursive: true, mode: 2 });
  return cache;
};

/** A program that leaves a trace where it is started. */
const planted = (trace: string): string => `#!/bin/sh\ntouch '${trace}'\n`;

const namesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && !name.startsWith('font-cache'))
    .sort();

describe.skipIf(packedBrowser(machine) === undefined)('the folder of the unpacked browser', () => {
  test('is made anew where browser and libraries were changed, and what was planted is not started', async () => {
    const cache = await filledCache();
    const folder = browserIn(cache);
    const trace = join(cache, 'trace');
    writeFileSync(join(folder, 'chromium'), planted(trace), { mode: 0o700 });
    copyFileSync(join(folder, 'lib', 'libnspr4.so'), join(folder, 'lib', 'libplanted.so'));
    const run = await build({ TRIFOLIO_CACHE: cache });
    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr).toContain('unpacking the browser (once)');
    expect(existsSync(trace)).toBe(false);
    expect(namesOf(folder)).toEqual([...browserFiles.map(({ path }) => path), 'fonts.conf'].sort());
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test('that is filled by nobody but us is made with mode 0700, its browser too', async () => {
    const cache = await filledCache();
    chmodSync(cache, 0o755);
    writeFileSync(join(browserIn(cache), 'fonts.conf'), '<fontconfig><dir>/</dir></fontconfig>');
    expect((await build({ TRIFOLIO_CACHE: cache })).code).toBe(0);
    expect(statSync(cache).mode & 0o777).toBe(0o700);
    expect(statSync(join(browserIn(cache), 'chromium')).mode & 0o077).toBe(0);
    expect(readFileSync(join(browserIn(cache), 'fonts.conf'), 'utf8')).not.toContain('<dir>/</dir>');
  });

  test('is not used where it is a link', async () => {
    const cache = await filledCache();
    const link = join(temporaryFolder(), 'link');
    symlinkSync(cache, link);
    const run = await build({ TRIFOLIO_CACHE: link });
    expect(run.code, run.stderr).toBe(3);
    expect(run.stderr).toContain('chromium/unpack-failed');
    expect(run.stderr).toContain('TRIFOLIO_CACHE');
    const inner = temporaryFolder('cache');
    symlinkSync(browserIn(cache), browserIn(inner));
    expect((await build({ TRIFOLIO_CACHE: inner })).code).toBe(3);
  });

  test.skipIf(!isRoot)('is not used where it belongs to somebody else', async () => {
    const cache = temporaryFolder('cache');
    chownSync(cache, 65534, 65534);
    const run = await build({ TRIFOLIO_CACHE: cache });
    expect(run.code, run.stderr).toBe(3);
    expect(run.stderr).toContain('it belongs to somebody else');
    expect(readdirSync(cache)).toEqual([]);
    expect(existsSync(join(run.cwd, 'dist', 'x', 'x.en.pdf'))).toBe(false);
  });

  test('is not looked for in the temporary folder', async () => {
    const temporary = temporaryFolder('temporary');
    const trace = join(temporary, 'trace');
    for (const name of ['chromium', 'chrome', 'headless_shell'])
      writeFileSync(join(temporary, name), planted(trace), { mode: 0o755 });
    mkdirSync(join(temporary, 'al2023'));
    expect((await build({ TMPDIR: temporary })).code).toBe(0);
    expect(existsSync(trace)).toBe(false);
  });
});

describe('PUPPETEER_EXECUTABLE_PATH', () => {
  test.each([
    ['nothing there', 'chromium/not-found', '/nowhere/chrome', 'take it away'],
    ['a folder', 'chromium/not-found', import.meta.dirname, 'take it away'],
    ['a program that is no browser', 'chromium/start-failed', process.execPath, 'doctor'],
    ['a file that is no program', 'platform/not-permitted', import.meta.filename, ''],
  ])('with %s: exit code 3 and a hint', async (_, rule, path, hint) => {
    const run = await build({ PUPPETEER_EXECUTABLE_PATH: path });
    expect(run.code, run.stderr).toBe(3);
    expect(run.stderr).toContain(rule);
    expect(run.stderr).toContain(hint);
    expect(existsSync(join(run.cwd, 'dist', 'x', 'x.en.pdf'))).toBe(false);
  });
});
