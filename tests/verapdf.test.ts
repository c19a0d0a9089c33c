/**
 * Every shipped edition, as `print` and as `screen`, is PDF/UA-1 and PDF/A-2a by the judgement of veraPDF, and in order by that of qpdf: programs that share no code with ours.
 * Where they are missing, the tests are skipped and say why; `.ci/run` installs what they need.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkout, runCli } from './support/run-cli.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const verapdf = join(checkout, 'scripts', 'verapdf.js');
const found = spawnSync(process.execPath, [verapdf], { encoding: 'utf8' });
const whyNot = found.status === 3 ? ` (skipped: ${found.stderr.trim()})` : '';
const hasQpdf = spawnSync('qpdf', ['--version']).error === undefined;

let files: readonly string[] = [];

beforeAll(async () => {
  const out = temporaryFolder();
  const built = await runCli(['build', '--as', 'print,screen', '--out', out]);
  expect(built.code, built.stderr).toBe(0);
  files = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(out, name));
});

interface Verdict {
  readonly file: string;
  readonly standard: string;
  readonly checks: number;
  readonly failed: readonly unknown[];
}

test.skipIf(whyNot !== '')(`no rule of UA-1 or A-2a fails${whyNot}`, () => {
  const run = spawnSync(process.execPath, [verapdf, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const verdicts = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Verdict);
  expect(verdicts.length).toBe(files.length * 2);
  expect(files.length).toBeGreaterThanOrEqual(12);
  for (const { file, standard, checks, failed } of verdicts) {
    expect(failed, `${file} ${standard}`).toEqual([]);
    expect(checks).toBeGreaterThan(1000);
  }
  expect(run.status).toBe(0);
});

test.skipIf(!hasQpdf)('qpdf finds every file in order', () => {
  for (const file of files) {
    const check = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    expect(check.stdout + check.stderr).toContain('No syntax or stream encoding errors found');
    expect(check.status).toBe(0);
  }
});
