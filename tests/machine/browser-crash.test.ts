/** A browser that is killed in the middle of the work: another is started once, then the build gives up and says so. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isWholePdf } from '../support/pdf-text.ts';
import { runCli, startCli } from '../support/run-cli.ts';
import { expectUntouched, longBook } from './long-book.ts';
import { awaitBrowser, canSeeProcesses, pagesOf, strayProcesses } from './processes.ts';

interface Printed {
  readonly status: number;
  readonly diagnostics: readonly { readonly rule: string; readonly severity: string }[];
  readonly publications: readonly {
    readonly editions: readonly {
      readonly status: string;
      readonly sha256?: string;
      readonly diagnostics: readonly { readonly rule: string }[];
    }[];
  }[];
}

const parse = (stdout: string): Printed => JSON.parse(stdout) as Printed;

describe.skipIf(!canSeeProcesses)('a killed browser', () => {
  test('is started again once, and the PDF is the same as without', async () => {
    const book = await longBook();
    const running = startCli(['build', '--json'], { cwd: book.cwd, env: { TMPDIR: book.temporary } });
    await running.said('x en: setting the pages');
    process.kill(await awaitBrowser(running.child.pid ?? 0), 'SIGKILL');
    const run = await running.finished;
    expect(run.code, run.stderr).toBe(0);
    const printed = parse(run.stdout);
    expect(printed.diagnostics.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'chromium/restarted info',
    ]);
    const edition = printed.publications[0]?.editions[0];
    expect(edition).toMatchObject({ status: 'built', diagnostics: [] });
    const path = join(book.cwd, 'dist', 'x', 'x.en.pdf');
    expect(isWholePdf(path)).toBe(true);
    const disturbed = readFileSync(path);
    expect((await runCli(['build'], { cwd: book.cwd })).code).toBe(0);
    expect(readFileSync(path).equals(disturbed)).toBe(true);
    expect(readdirSync(book.temporary)).toEqual([]);
    expect(await strayProcesses(book.temporary)).toEqual([]);
  });

  test('of which one page is killed: a crashed page is a crashed browser', async () => {
    const book = await longBook();
    const running = startCli(['build', '--json'], { cwd: book.cwd, env: { TMPDIR: book.temporary } });
    await running.said('x en: setting the pages');
    const browser = await awaitBrowser(running.child.pid ?? 0);
    for (const id of pagesOf(browser)) process.kill(id, 'SIGKILL');
    const run = await running.finished;
    expect(run.code, run.stderr).toBe(0);
    expect(parse(run.stdout).diagnostics.map(({ rule }) => rule)).toEqual(['chromium/restarted']);
    expect(readdirSync(book.temporary)).toEqual([]);
    expect(await strayProcesses(book.temporary)).toEqual([]);
  });

  test('that is killed again is given up: exit code 3 and the PDF of yesterday', async () => {
    const book = await longBook();
    const running = startCli(['build', '--json'], { cwd: book.cwd, env: { TMPDIR: book.temporary } });
    await running.said('x en: setting the pages');
    const first = await awaitBrowser(running.child.pid ?? 0);
    process.kill(first, 'SIGKILL');
    process.kill(await awaitBrowser(running.child.pid ?? 0, first), 'SIGKILL');
    const run = await running.finished;
    expect(run.code, run.stderr).toBe(3);
    const printed = parse(run.stdout);
    expect(printed.status).toBe(3);
    const rules = printed.publications[0]?.editions[0]?.diagnostics.map(({ rule }) => rule) ?? [];
    expect(['chromium/crashed', 'chromium/start-failed']).toContain(rules[0]);
    expect(rules).toHaveLength(1);
    expect(run.stderr).toContain('the earlier dist/x/x.en.pdf is still there');
    expectUntouched(book);
    expect(await strayProcesses(book.temporary)).toEqual([]);
  });
});
