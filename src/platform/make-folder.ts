/** Making a folder. */
import { mkdirSync } from 'node:fs';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { machineFault } from './machine-fault.ts';

/** Makes a folder and those above it; one that is there already is left as it is. `name` names it in diagnostics. */
export const makeFolder = (path: string, name: string): Outcome<true> => {
  try {
    mkdirSync(path, { recursive: true });
    return { value: true, diagnostics: [] };
  } catch (error) {
    return { diagnostics: [machineFault(error, `making \`${name}\``)] };
  }
};
