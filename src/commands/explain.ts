/** `trifolio check --explain FILE:LINE`: what fine typography did on a line, and by which rules. No browser is needed. */
import { resolve } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printable } from '../diagnostics/format-printable.ts';
import { reportToTerminal } from '../diagnostics/report-terminal.ts';
import { loadLanguage } from '../language/load-language.ts';
import { ruleWords } from '../language/typography/rule-words.ts';
import type { Explained } from '../manuscript/typography/explain-line.ts';
import { explainLine } from '../manuscript/typography/explain-line.ts';
import { containedFiles } from '../platform/contained-files.ts';
import type { Program } from '../platform/program.ts';
import { nameFrom } from '../project/find-publications.ts';
import { loadPublications } from '../project/load-publications.ts';
import { switchesFor } from '../project/typography-switches.ts';
import { coloursFor } from './colours.ts';
import { cleanCode, wrongUseCode } from './exit-codes.ts';
import { settleFolders } from './settle-options.ts';
import type { FolderOptions, Folders } from './settle-options.ts';

interface Line {
  readonly file: string;
  readonly line: number;
}

/** `content/x/en.md:12`, perhaps with a column after it. */
const lineOf = (typed: string, folders: Folders): Line | undefined => {
  const match = /^(.+?):([1-9]\d{0,6})(?::\d+)?$/.exec(typed);
  if (match === null) return undefined;
  const [, path = '', line = ''] = match;
  return { file: nameFrom(folders.root, resolve(folders.root, path)), line: Number(line) };
};

const placeFault = (typed: string): Diagnostic =>
  diagnose('config/line-unknown', `Unexpected place \`${typed}\`, expected a line of a manuscript`, {
    hint: 'name the file as messages do, a colon, and the number of a line: `content/report/en.md:12`',
  });

type Found = { readonly changes: readonly Explained[] } | { readonly diagnostics: readonly Diagnostic[] };

const find = (typed: string, folders: Folders): Found => {
  const line = lineOf(typed, folders);
  if (line === undefined) return { diagnostics: [placeFault(typed)] };
  const loaded = loadPublications({ ...folders, publications: [] });
  for (const publication of loaded.value ?? []) {
    const edition = publication.editions.find(({ sources }) =>
      sources.some(({ file }) => file === line.file),
    );
    if (edition === undefined) continue;
    const language = loadLanguage(folders.locales, edition.tag, nameFrom(folders.root, folders.locales));
    if (language.value === undefined) return { diagnostics: language.diagnostics };
    const set = language.value.withRules(switchesFor(publication.settings, edition.tag));
    const changes = explainLine(edition, set, containedFiles(publication.folder), line);
    return changes === undefined ? { diagnostics: [placeFault(typed)] } : { changes };
  }
  return { diagnostics: [placeFault(typed)] };
};

const kinds: Readonly<Record<Explained['kind'], string>> = {
  changed: 'changed',
  kept: 'kept on one line',
  'rather-kept': 'rather kept on one line',
};

const formatOne = (change: Explained): string => {
  const { kind, rule, column, before, after } = change;
  const what = kind === 'changed' ? `${before} → ${after}` : after;
  return `${String(column).padStart(4)}  ${printable(what)}\n      ${kinds[kind]} by \`${rule}\`: ${ruleWords[rule]}\n`;
};

/** Explains a line. Goes out: 0, or 2 where there is no such line. */
export const runExplain = (
  typed: string,
  options: FolderOptions & { readonly json?: boolean },
  program: Program,
): number => {
  const found = find(typed, settleFolders(options, program.folder));
  if ('diagnostics' in found) {
    const told = found.diagnostics.map((diagnostic) => ({ diagnostic }));
    program.errors.write(reportToTerminal(told, coloursFor(program.errors.hasColours)));
    return wrongUseCode;
  }
  const { changes } = found;
  if (options.json === true)
    program.output.write(`${JSON.stringify({ schema: 1, changes }, undefined, 2)}\n`);
  else if (changes.length === 0) program.output.write('Nothing is changed on this line.\n');
  else program.output.write(changes.map(formatOne).join(''));
  return cleanCode;
};
