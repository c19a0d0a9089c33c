/** `trifolio check [publication…]`: everything but printing; nothing is written. */
import type { Program } from '../platform/program.ts';
import { runEditions } from './run-editions.ts';
import type { EditionOptions } from './settle-options.ts';

/** Checks the publications named, all where none is. Goes out: the exit code. */
export const runCheck = (
  names: readonly string[],
  options: EditionOptions,
  program: Program,
): Promise<number> => runEditions(names, options, program, false);
