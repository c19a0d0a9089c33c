/** A publication that takes long enough to be disturbed, and what must still stand when it was. */
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const shortText = '# Mines\n\nThere were mines.[^a]\n\n[^a]: A source.\n';

const chapters = Array.from(
  { length: 25 },
  (_, index) => `## Head ${index}\n\n${'Words of a long chapter. '.repeat(80)}[^a]\n`,
);

/** Some two dozen pages. */
export const longText = `# Book\n\n${chapters.join('\n')}\n[^a]: A source.\n`;

/** A working folder with a PDF of yesterday and a new, long text to build today. */
export interface LongBook {
  readonly cwd: string;
  /** A temporary folder of its own for the program, so that everything left in it is seen. */
  readonly temporary: string;
  readonly yesterday: Uint8Array;
}

/** Builds yesterday's PDF, then puts the long text in its place. */
export const longBook = async (): Promise<LongBook> => {
  const cwd = writeFiles(temporaryFolder('a book'), { 'content/x/en.md': shortText });
  const built = await runCli(['build'], { cwd });
  expect(built.code, built.stderr).toBe(0);
  writeFiles(cwd, { 'content/x/en.md': longText });
  const temporary = join(cwd, 'temporary');
  mkdirSync(temporary);
  return { cwd, temporary, yesterday: readFileSync(join(cwd, 'dist', 'x', 'x.en.pdf')) };
};

/** Fails unless yesterday's PDF stands as it was, alone with its report, and the temporary folder is empty. */
export const expectUntouched = ({ cwd, temporary, yesterday }: LongBook): void => {
  expect(readdirSync(join(cwd, 'dist', 'x')).sort()).toEqual(['report.json', 'x.en.pdf']);
  expect(readFileSync(join(cwd, 'dist', 'x', 'x.en.pdf')).equals(yesterday)).toBe(true);
  expect(readdirSync(temporary)).toEqual([]);
};
