/** The options of a command, settled: folders made absolute, defaults applied, names of outputs checked. */
import { join, resolve } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import { programFolder } from '../platform/compiled.ts';
import { folderAbove, kindOf } from '../platform/folders.ts';
import type { Machine } from '../platform/machine.ts';
import type { BuildRequest } from '../project/build-request.ts';
import { nameFrom } from '../project/find-publications.ts';
import { knownOutputs } from '../project/outputs.ts';

/** Options as the command line gives them; absent where they were not given. */
export interface FolderOptions {
  readonly content?: string;
  readonly out?: string;
  readonly locales?: string;
  readonly templates?: string;
}

/** Options of `build` and `check`. */
export interface EditionOptions extends FolderOptions {
  readonly lang?: readonly string[];
  readonly as?: readonly string[];
  readonly jobs?: number;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** Where everything lies; absolute. */
export type Folders = Pick<BuildRequest, 'root' | 'content' | 'out' | 'locales' | 'templates'>;

/**
 * A folder as it was typed → its absolute path. Outside Windows a path typed with `\` is taken with `/` where only that
 * exists; a `"` at the end is what Windows makes of `"folder\"`.
 */
export const folderAt = (from: string, typed: string): string => {
  const path = resolve(from, typed.replace(/"$/, ''));
  if (kindOf(path) !== undefined || !typed.includes('\\')) return path;
  const turned = resolve(from, typed.replaceAll('\\', '/'));
  return kindOf(turned) === undefined ? path : turned;
};

/** The program's own folder serves where the folder it was started in has none of that name. */
const ownOr = (from: string, name: string): string =>
  kindOf(join(from, name)) === 'folder' ? join(from, name) : join(programFolder(), name);

/** Settles the folders. `from` is the folder that the program was started in. */
export const settleFolders = (options: FolderOptions, from: string): Folders => {
  const { content = 'content', out = 'dist', locales, templates } = options;
  return {
    root: from,
    content: folderAt(from, content),
    out: folderAt(from, out),
    locales: locales === undefined ? ownOr(from, 'locales') : folderAt(from, locales),
    templates: templates === undefined ? ownOr(from, 'templates') : folderAt(from, templates),
  };
};

/** An edition that is being made needs about so much, the browser's pages counted. */
const bytesPerEdition = 700 * 1024 * 1024;

/**
 * One edition more at once than there are cores, as far as the memory goes: while one is read or proved here, the browser
 * has another for each core.
 */
export const defaultJobs = (machine: Machine): number =>
  Math.max(1, Math.min(machine.cores + 1, Math.floor(machine.memory / bytesPerEdition)));

/** Where a folder is to be made, the first thing above it that exists must be a folder. */
const canBeMade = (path: string): boolean => {
  const kind = kindOf(path);
  if (kind !== undefined) return kind === 'folder';
  const above = folderAbove(path);
  return above === path || canBeMade(above);
};

const folderFault = (option: string, path: string, root: string, expected: string): Diagnostic =>
  diagnose('config/folder-invalid', `Unexpected \`${nameFrom(root, path)}\`, expected ${expected}`, {
    hint: `name another folder with \`--${option}\``,
  });

/** What is wrong with the folders: the command was called wrongly. That `content` is missing is told by the project. */
export const folderFaults = (folders: Folders): readonly Diagnostic[] => {
  const { root, out } = folders;
  const needed = (['locales', 'templates'] as const).filter((name) => kindOf(folders[name]) !== 'folder');
  return [
    ...needed.map((name) => folderFault(name, folders[name], root, 'a folder that exists')),
    ...(canBeMade(out) ? [] : [folderFault('out', out, root, 'a folder and no file')]),
  ];
};

/** What is wrong with the outputs asked for: the command was called wrongly. */
export const outputFaults = (options: EditionOptions): readonly Diagnostic[] =>
  (options.as ?? [])
    .filter((output) => !knownOutputs.includes(output))
    .map((output) => {
      const message = `Unexpected output \`${output}\`, expected one that exists`;
      return diagnose('config/output-unknown', message, { hint: suggestion(output, knownOutputs) });
    });
