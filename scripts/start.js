// @ts-check
/**
 * `npm start`: installs what is missing, compiles what changed, then runs the program with the arguments given. With no
 * command among them it builds: `npm start -- --lang az`.
 */
import { ensureCompiled, ensureInstalled, runStep } from './prepare.js';
import { ensureCommand } from './command.js';

/** Options of the program itself, which need no command. */
const withoutCommand = new Set(['--help', '-h', '--version', '-V']);

await runStep(async () => {
  ensureInstalled();
  await ensureCompiled();
  ensureCommand();
});
const first = process.argv[2];
const isCommand = first !== undefined && (!first.startsWith('-') || withoutCommand.has(first));
if (!isCommand) process.argv.splice(2, 0, 'build');
await import('../build/cli.js');
