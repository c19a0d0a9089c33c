// @ts-check
/** `npm start`: installs what is missing, compiles what changed, then runs the program with the arguments given. */
import { ensureCompiled, ensureInstalled, runStep } from './prepare.js';
import { ensureCommand } from './command.js';

await runStep(async () => {
  ensureInstalled();
  await ensureCompiled();
  ensureCommand();
});
await import('../build/cli.js');
