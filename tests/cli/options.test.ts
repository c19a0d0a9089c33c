/** Options settled: folders as people type them, defaults, names of outputs. */
import { mkdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import {
  defaultJobs,
  folderAt,
  folderFaults,
  outputFaults,
  settleFolders,
} from '../../src/commands/settle-options.ts';
import { isInRange } from '../../src/commands/examine-machine.ts';
import { readMachine } from '../../src/platform/machine.ts';
import { outputsNamed } from '../../src/project/outputs.ts';
import { expectDiagnostics, expectNoDiagnostics } from '../support/diagnostics.ts';
import { checkout } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

test('folders: the usual ones, those of the program where there are none', () => {
  const from = writeFiles(temporaryFolder('iş qovluğu'), { 'locales/en/language.yaml': '' });
  expect(settleFolders({}, from)).toEqual({
    root: from,
    content: join(from, 'content'),
    out: join(from, 'dist'),
    locales: join(from, 'locales'),
    templates: join(checkout, 'templates'),
  });
});

test('folders as they were typed', () => {
  const from = temporaryFolder('iş qovluğu');
  mkdirSync(join(from, 'my texts', 'Şəki'), { recursive: true });
  const there = join(from, 'my texts', 'Şəki');
  expect(folderAt(from, 'my texts/Şəki')).toBe(there);
  expect(folderAt(from, `.${sep}my texts${sep}Şəki${sep}`)).toBe(there);
  expect(folderAt(from, 'my texts\\Şəki')).toBe(there);
  expect(folderAt(from, '.\\my texts\\Şəki\\')).toBe(there);
  // What cmd.exe makes of "my texts\Şəki\" with its quotation marks.
  expect(folderAt(from, 'my texts/Şəki"')).toBe(there);
  expect(folderAt('/elsewhere', there)).toBe(there);
  expect(folderAt(from, 'not there')).toBe(join(from, 'not there'));
});

test('folders that cannot be', () => {
  const from = writeFiles(temporaryFolder(), { 'a file': '', 'locales/en/language.yaml': '' });
  expectNoDiagnostics(folderFaults(settleFolders({ out: 'new/and/deep' }, from)));
  const faults = folderFaults(
    settleFolders({ out: 'a file/x', locales: 'a file', templates: 'a file/x' }, from),
  );
  expectDiagnostics(faults, ['config/folder-invalid', 'config/folder-invalid', 'config/folder-invalid']);
  expect(faults.map(({ hint }) => hint)).toEqual([
    'name another folder with `--locales`',
    'name another folder with `--templates`',
    'name another folder with `--out`',
  ]);
});

test('editions at once: as the machine has cores and memory for', () => {
  const machine = { ...readMachine(), cores: 4, memory: 16 * 1024 ** 3 };
  expect(defaultJobs(machine)).toBe(5);
  expect(defaultJobs({ ...machine, memory: 1.5 * 1024 ** 3 })).toBe(2);
  expect(defaultJobs({ ...machine, memory: 1024 })).toBe(1);
});

test('outputs', () => {
  expectNoDiagnostics(outputFaults({}));
  expectNoDiagnostics(outputFaults({ as: ['print', 'n-up'] }));
  const faults = outputFaults({ as: ['pritn', 'ebook'] });
  expectDiagnostics(faults, ['- config/output-unknown', '- config/output-unknown']);
  expect(faults.map(({ hint }) => hint)).toEqual([
    'did you mean `print`?',
    'there is `print`, `press`, `booklet`, `n-up`, `trifold`, `screen`',
  ]);
  expect(outputsNamed(['screen', 'print', 'screen', 'ebook'])).toEqual(['print', 'screen']);
});

test.each([
  ['20.19.0', true],
  ['20.18.9', false],
  ['21.7.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.1.0', true],
  ['18.20.0', false],
])('Node %s is in the range: %s', (version, fits) => {
  expect(isInRange(version, '^20.19.0 || >=22.12.0')).toBe(fits);
});
