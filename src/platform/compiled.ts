/** Where the program itself lies: its folder, and what was compiled into it. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the program: the one that holds package.json, whether we run compiled or from the sources. */
export const programFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
};

/** The path of a compiled file (`paginator.js`), there or not. */
export const compiledFile = (name: string): string => join(programFolder(), 'build', ...name.split('/'));
