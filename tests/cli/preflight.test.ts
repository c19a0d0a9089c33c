/** `trifolio preflight` as a person runs it: what it says where, its exit codes, the pictures it leaves. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { accessFile, pressContent, pressFile } from '../preflight/clean-files.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const faulty = pressFile({ content: `${pressContent} q 1 0 0 rg 90 90 60 60 re f Q` });

const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string =>
  writeFiles(temporaryFolder('Çap işləri'), files);

test('a file that nothing is wrong with', async () => {
  const cwd = folderWith({ 'a.pdf': accessFile(), 'b.pdf': pressFile() });
  const archive = await runCli(['preflight', 'a.pdf'], { cwd });
  expect(archive.stdout).toBe('a.pdf  for an office printer and the archive (print): nothing is wrong\n');
  expect(archive.stderr).toBe('');
  expect(archive.code).toBe(0);
  const press = await runCli(['preflight', 'b.pdf'], { cwd });
  expect(press.stdout).toBe('b.pdf  for an offset press (sheet): nothing is wrong\n');
  const other = await runCli(['preflight', 'b.pdf', '--for', 'print'], { cwd });
  expect(other.stderr).toContain('preflight/not-tagged');
  expect(other.code).toBe(1);
});

test('a fault with its place on paper, in words and as JSON, and a picture of it', async () => {
  const cwd = folderWith({ 'Hesabat 2000.pdf': faulty });
  const run = await runCli(['preflight', 'Hesabat 2000.pdf', '--pictures', 'pictures'], { cwd });
  expect(run.stderr).toContain(
    'Hesabat 2000.pdf, page 1, 25 mm from the left and 81 mm from the top  error  preflight/colour-not-cmyk  Unexpected line or area in DeviceRGB, expected CMYK\n',
  );
  expect(run.stdout).toBe(
    'Hesabat 2000.pdf  for an offset press (sheet): 1 error\n  pictures/page-0001.png\n',
  );
  expect(run.code).toBe(1);
  expect(readdirSync(join(cwd, 'pictures'))).toEqual(['page-0001.png']);
  const picture = await sharp(readFileSync(join(cwd, 'pictures', 'page-0001.png')))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([picture.info.width, picture.info.height]).toEqual([1200, 1600]);
  const pixel = (x: number, y: number): readonly number[] => [
    ...picture.data.subarray(
      (y * 1200 + x) * picture.info.channels,
      (y * 1200 + x) * picture.info.channels + 3,
    ),
  ];
  // Four pixels to the point: the red square stands at 90 points from the left and from the foot, the circle goes round it.
  expect(pixel(480, 1120)).toEqual([255, 0, 0]);
  expect(pixel(480, 1120 - 144)).toEqual([208, 0, 0]);
  const json = await runCli(['preflight', 'Hesabat 2000.pdf', '--json'], { cwd });
  expect(json.stderr).toContain('preflight/colour-not-cmyk');
  const answer = JSON.parse(json.stdout) as { readonly diagnostics: readonly { readonly spots: unknown }[] };
  expect(answer).toMatchObject({
    schema: 1,
    status: 1,
    file: 'Hesabat 2000.pdf',
    for: 'sheet',
    pictures: [],
  });
  expect(answer.diagnostics[0]?.spots).toEqual([
    { page: 1, left: 24.69, top: 81.14, width: 21.17, height: 21.17 },
  ]);
});

test('files that are missing, folders, no PDF, wrong use', async () => {
  const cwd = folderWith({ 'text.pdf': '# No PDF', 'folder/x': '' });
  for (const name of ['none.pdf', 'folder']) {
    const run = await runCli(['preflight', name], { cwd });
    expect(run.stderr).toContain('platform/file-missing');
    expect(run.code).toBe(2);
  }
  const text = await runCli(['preflight', 'text.pdf', '--pictures', 'p'], { cwd });
  expect(text.stderr).toContain('preflight/unreadable');
  expect(text.code).toBe(1);
  const wrong = await runCli(['preflight', 'text.pdf', '--for', 'newspaper'], { cwd });
  expect(wrong.stderr).toContain('Allowed choices are print, sheet, digital');
  expect(wrong.code).toBe(2);
});

test('warnings count with --strict', async () => {
  const cwd = folderWith({ 'a.pdf': pressFile({ swap: [[5, '+Literata-Regular', '+Courier']] }) });
  expect((await runCli(['preflight', 'a.pdf'], { cwd })).code).toBe(0);
  expect((await runCli(['preflight', 'a.pdf', '--strict'], { cwd })).code).toBe(1);
});
