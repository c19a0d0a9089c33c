// @ts-check
/**
 * `npm start`: installs what is missing, compiles what changed, then runs the program with the arguments given. With no
 * command among them it builds: `npm start -- --lang az`, `npm start -- azerbaijan-2000`.
 */
import { existsSync } from 'node:fs';
import { ensureCommand } from './command.js';
import { ensureCompiled, ensureInstalled, runStep } from './prepare.js';

/** Options of the program itself, which need no command. */
const withoutCommand = new Set(['--help', '-h', '--version', '-V']);

/**
 * True where the first argument is a command, or was meant to be one: then the program says what is wrong with it.
 * @param {string | undefined} first
 */
const isCommand = (first) => {
  if (first === undefined || first === '') return false;
  return first.startsWith('-') ? withoutCommand.has(first) : !existsSync(`content/${first}`);
};

await runStep(async () => {
  ensureInstalled();
  await ensureCompiled();
  ensureCommand();
});
if (!isCommand(process.argv[2])) process.argv.splice(2, 0, 'build');
await import('../build/cli.js');
