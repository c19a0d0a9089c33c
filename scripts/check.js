// @ts-check
/**
 * `npm run check`: the one gate before a commit. Types of all zones, lint, format, unused code, generated documents. Every
 * step runs, whatever the others say; the last lines tell which failed.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root, runStep } from './prepare.js';

/** @param {...string} path @returns {string} a program of a dependency */
const program = (...path) => join(root, 'node_modules', ...path);

/** What is checked, by name: the program and its arguments. @type {readonly (readonly [string, readonly string[]])[]} */
const steps = [
  ['types', [program('typescript', 'bin', 'tsc'), '-b']],
  ['types of the scripts', [program('typescript', 'bin', 'tsc'), '-p', 'tsconfig.scripts.json']],
  [
    'lint',
    [
      program('oxlint', 'bin', 'oxlint'),
      '--type-aware',
      '--deny-warnings',
      '--report-unused-disable-directives',
    ],
  ],
  ['format', [program('prettier', 'bin', 'prettier.cjs'), '--check', '.']],
  ['unused code', [program('knip', 'bin', 'knip.js'), '--no-progress']],
  ['docs/rules.md', [join(root, 'scripts', 'rules.js'), '--check']],
  ['NOTICES.md', [join(root, 'scripts', 'notices.js'), '--check']],
];

/** Runs every step. Goes out: the names of those that failed. @returns {readonly string[]} */
const runSteps = () =>
  steps.flatMap(([name, args]) => {
    process.stderr.write(`\n— ${name}\n`);
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
    return status === 0 ? [] : [name];
  });

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runStep(async () => ensureInstalled());
  const failed = runSteps();
  process.stderr.write(failed.length === 0 ? '\nAll is well.\n' : `\nNot well: ${failed.join(', ')}.\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
