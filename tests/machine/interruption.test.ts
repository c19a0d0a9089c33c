/** Ctrl-C and its kin at every stage of a build: exit code 130, yesterday's file, nothing left over. */
import { describe, expect, test } from 'vitest';
import { startCli } from '../support/run-cli.ts';
import { expectUntouched, longBook } from './long-book.ts';
import { canSeeProcesses, strayProcesses } from './processes.ts';

describe.skipIf(process.platform === 'win32')('a build that is interrupted', async () => {
  const moments: readonly (readonly [signal: NodeJS.Signals, said: string])[] = [
    ['SIGINT', 'x en: reading'],
    ['SIGTERM', 'x en: setting the pages'],
    ['SIGINT', 'x en: printing'],
    ['SIGHUP', 'x en: setting the pages'],
  ];
  const book = await longBook();

  test.each(moments)('by %s at "%s" leaves everything as it was', async (signal, said) => {
    const running = startCli(['build'], { cwd: book.cwd, env: { TMPDIR: book.temporary } });
    await running.said(said);
    running.child.kill(signal);
    const run = await running.finished;
    expect(run.stderr).toContain('platform/interrupted');
    expect(run.stderr).not.toContain('This is a fault of Trifolio');
    expect(run.code, run.stderr).toBe(130);
    expectUntouched(book);
    if (canSeeProcesses) expect(await strayProcesses(book.temporary)).toEqual([]);
  });

  test('twice in a row ends at once', async () => {
    const running = startCli(['build'], { cwd: book.cwd, env: { TMPDIR: book.temporary } });
    await running.said('x en: setting the pages');
    running.child.kill('SIGINT');
    running.child.kill('SIGTERM');
    expect((await running.finished).code).toBe(130);
    expectUntouched(book);
    if (canSeeProcesses) expect(await strayProcesses(book.temporary)).toEqual([]);
  });
});
