// @ts-check
/** `npm test`: the same preparation as `npm start`, then every test. What follows `--` goes to the runner. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureCommand } from './command.js';
import { ensureCompiled, ensureInstalled, root, runStep } from './prepare.js';

await runStep(async () => {
  ensureInstalled();
  await ensureCompiled();
  ensureCommand();
});
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
