/** Making a folder. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { machineFault, systemCode } from './machine-fault.ts';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Makes a folder and those above it, with `mode` where one is given; one that is there already is left as it is. Throws the
 * system's own error: the `recursive` of Node turns a disk that may only be read into "no such file".
 */
export const makeFolders = (path: string, mode?: number): void => {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolders(above, mode);
  try {
    mkdirSync(path, mode);
  } catch (error) {
    // Another process made it meanwhile.
    if (systemCode(error) !== 'EEXIST' || !isFolder(path)) throw error;
  }
};

/** Makes a folder and those above it; one that is there already is left as it is. `name` names it in diagnostics. */
export const makeFolder = (path: string, name: string): Outcome<true> => {
  try {
    makeFolders(path);
    return { value: true, diagnostics: [] };
  } catch (error) {
    return { diagnostics: [machineFault(error, `making \`${name}\``)] };
  }
};
