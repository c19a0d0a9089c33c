#!/usr/bin/env node
// @ts-check
/** The command `trifolio`: puts the checkout in order where that is needed, then runs the program. */
import { ensureCompiled, ensureInstalled, runStep } from './prepare.js';

await runStep(async () => {
  ensureInstalled();
  await ensureCompiled();
});
await import('../build/cli.js');
