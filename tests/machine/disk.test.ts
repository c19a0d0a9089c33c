/** A disk that is full, or that may not be written to: exit code 3, the reason, and nothing half done. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const text = '# Mines\n\nThere were mines.[^a]\n\n[^a]: A source.\n';
const isRoot = process.getuid?.() === 0;
const mounted: string[] = [];

afterAll(() => {
  for (const folder of mounted) spawnSync('umount', [folder]);
});

/** Mounts a disk of so many bytes; undefined where the machine does not permit it. */
const smallDisk = (folder: string, options: string): string | undefined => {
  mkdirSync(folder, { recursive: true });
  const run = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' });
  if (run.error !== undefined || run.status !== 0) return undefined;
  mounted.push(folder);
  return folder;
};

const mayMount = (() => {
  if (!isRoot || process.platform !== 'linux') return false;
  const folder = join(temporaryFolder(), 'disk');
  const disk = smallDisk(folder, 'size=64k');
  if (disk !== undefined) spawnSync('umount', [folder]);
  return disk !== undefined;
})();

describe.skipIf(!mayMount)('a disk that is full (where this machine lets a test mount one)', () => {
  test('leaves the PDF and the report of yesterday', async () => {
    const cwd = writeFiles(temporaryFolder(), { 'content/x/en.md': text });
    const out = smallDisk(join(cwd, 'out'), 'size=64k');
    if (out === undefined) throw new Error('the disk could be mounted a moment ago');
    expect((await runCli(['build', '--out', 'out'], { cwd })).code).toBe(0);
    const pdf = readFileSync(join(out, 'x', 'x.en.pdf'));
    const report = readFileSync(join(out, 'x', 'report.json'), 'utf8');

    // Every block that is left but one.
    const filler = join(out, 'filler');
    const free = Number(spawnSync('stat', ['-f', '-c', '%f', out], { encoding: 'utf8' }).stdout);
    writeFileSync(filler, Buffer.alloc(Math.max(0, free - 1) * 4096));
    const run = await runCli(['build', '--out', 'out', '--json'], { cwd });
    expect(run.code, run.stderr).toBe(3);
    const printed = JSON.parse(run.stdout) as {
      readonly publications: readonly { readonly editions: readonly unknown[] }[];
    };
    expect(printed.publications[0]?.editions[0]).toMatchObject({
      status: 'failed',
      diagnostics: [{ rule: 'platform/disk-full', hint: 'make room on the disk and build again' }],
    });
    expect(run.stderr).toContain('platform/disk-full');
    expect(readdirSync(join(out, 'x')).sort()).toEqual(['report.json', 'x.en.pdf']);
    expect(readFileSync(join(out, 'x', 'x.en.pdf')).equals(pdf)).toBe(true);
    expect(JSON.parse(readFileSync(join(out, 'x', 'report.json'), 'utf8'))).toMatchObject({ schema: 1 });
    expect(report).toContain('"built"');

    rmSync(filler);
    expect((await runCli(['build', '--out', 'out'], { cwd })).code).toBe(0);
  });

  test('so full that not even a folder can be made', async () => {
    const cwd = writeFiles(temporaryFolder(), { 'content/x/en.md': text });
    const out = smallDisk(join(cwd, 'out'), 'size=64k,nr_inodes=2');
    if (out === undefined) throw new Error('the disk could be mounted a moment ago');
    writeFileSync(join(out, 'filler'), '');
    const run = await runCli(['build', '--out', 'out'], { cwd });
    expect(run.code, run.stderr).toBe(3);
    expect(run.stderr).toContain('platform/disk-full');
    expect(readdirSync(out)).toEqual(['filler']);
  });

  test('where the browser is to be unpacked', async () => {
    const cwd = writeFiles(temporaryFolder(), { 'content/x/en.md': text });
    const cache = smallDisk(join(cwd, 'cache'), 'size=1m');
    if (cache === undefined) throw new Error('the disk could be mounted a moment ago');
    chmodSync(cache, 0o700);
    const run = await runCli(['build'], { cwd, env: { TRIFOLIO_CACHE: cache } });
    expect(run.code, run.stderr).toBe(3);
    expect(run.stderr).toContain('platform/disk-full');
    expect(readdirSync(cache)).toEqual([]);
    expect(existsSync(join(cwd, 'dist', 'x', 'x.en.pdf'))).toBe(false);
  });

  test('where temporary folders are made', async () => {
    const cwd = writeFiles(temporaryFolder(), { 'content/x/en.md': text });
    const temporary = smallDisk(join(cwd, 'temporary'), 'size=64k,nr_inodes=1');
    if (temporary === undefined) throw new Error('the disk could be mounted a moment ago');
    const run = await runCli(['build'], { cwd, env: { TMPDIR: temporary } });
    expect(run.code, run.stderr).toBe(3);
    expect(run.stderr).toContain('platform/disk-full');
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe.skipIf(!mayMount)('a disk that may only be read', () => {
  test('is told, with what to do', async () => {
    const cwd = writeFiles(temporaryFolder(), { 'content/x/en.md': text });
    const out = smallDisk(join(cwd, 'out'), 'size=64k,ro');
    if (out === undefined) throw new Error('the disk could be mounted a moment ago');
    const run = await runCli(['build', '--out', 'out'], { cwd });
    expect(run.code, run.stderr).toBe(3);
    expect(run.stderr).toContain('platform/not-permitted');
    expect(run.stderr).toContain('choose another folder with --out');
    expect(readdirSync(out)).toEqual([]);
  });
});

// Root may write where nobody may.
describe.skipIf(isRoot || process.platform === 'win32')('a folder that belongs to somebody else', () => {
  test('is told, with what to do', async () => {
    const cwd = writeFiles(temporaryFolder(), { 'content/x/en.md': text });
    mkdirSync(join(cwd, 'out'), { mode: 0o500 });
    const run = await runCli(['build', '--out', 'out'], { cwd });
    expect(run.code, run.stderr).toBe(3);
    expect(run.stderr).toContain('platform/not-permitted');
    expect(readdirSync(join(cwd, 'out'))).toEqual([]);
  });
});
