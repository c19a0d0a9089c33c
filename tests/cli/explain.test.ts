/** `trifolio check --explain FILE:LINE`, as a person types it. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout, runCli } from '../support/run-cli.ts';
import { folderWith } from '../support/temporary-folder.ts';

const content = {
  'content/x/publication.yaml': 'typography: { ranges: { az: off } }\n',
  'content/x/az.md': '---\ntitle: X\n---\n\n"Avesta"nın 1918-1920 - 15 %-i\n\nSöz\n',
  'content/x/en.md': '---\ntitle: X\n---\n\nWords\n',
};

const options = ['--locales', join(checkout, 'locales'), '--templates', join(checkout, 'templates')];

test('tells what was done on a line, before and after, and by which rule', async () => {
  const cwd = folderWith(content);
  const run = await runCli(['check', '--explain', 'content/x/az.md:5', ...options], { cwd });
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('"Avesta"nın → “Avesta”nın');
  expect(run.stdout).toContain('changed by `quotes`: straight quotation marks');
  expect(run.stdout).toContain('kept on one line by `units`');
  expect(run.stdout, 'switched off in publication.yaml').not.toContain('`ranges`');
});

test('as JSON, and for a line where nothing is changed', async () => {
  const cwd = folderWith(content);
  const json = await runCli(['check', '--explain', './content/x/az.md:5:3', '--json', ...options], { cwd });
  const { changes } = JSON.parse(json.stdout) as { changes: readonly { readonly rule: string }[] };
  expect(changes.map(({ rule }) => rule)).toContain('dashes');
  const plain = await runCli(['check', '--explain', 'content/x/az.md:7', ...options], { cwd });
  expect(plain.stdout).toBe('Nothing is changed on this line.\n');
});

test('a line that is not there is wrong use', async () => {
  const cwd = folderWith(content);
  for (const place of ['content/x/az.md:99', 'content/x/ru.md:1', 'content/x/az.md', 'x']) {
    const run = await runCli(['check', '--explain', place, ...options], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('config/line-unknown');
    expect(run.stdout).toBe('');
  }
});
