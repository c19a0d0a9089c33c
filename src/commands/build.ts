/** `trifolio build [publication…]`: every edition asked for becomes a PDF in `dist/`. */
import type { Program } from '../platform/program.ts';
import { runEditions } from './run-editions.ts';
import type { EditionOptions } from './settle-options.ts';

/** Builds the publications named, all where none is. Goes out: the exit code. */
export const runBuild = (
  names: readonly string[],
  options: EditionOptions,
  program: Program,
): Promise<number> => runEditions(names, options, program, true);
