/** `trifolio new <publication>`: a starting folder in the languages asked for. Nothing that exists is overwritten. */
import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import { reportToTerminal } from '../diagnostics/report-terminal.ts';
import { kindOf } from '../platform/folders.ts';
import { isMachineFault } from '../platform/machine-fault.ts';
import { makeFolder } from '../platform/make-folder.ts';
import type { Program } from '../platform/program.ts';
import { readText } from '../platform/read-file.ts';
import { writeWhole } from '../platform/write-file.ts';
import { findPublications, foldersWith, nameFrom } from '../project/find-publications.ts';
import { canonicalTag } from '../project/language-tag.ts';
import { nameFault } from '../project/publication-name.ts';
import { defaultTemplate } from '../project/read-settings.ts';
import { startingPublication } from '../project/starting-publication.ts';
import type { StartingPublication } from '../project/starting-publication.ts';
import { coloursFor } from './colours.ts';
import { cleanCode, machineFailedCode, wrongUseCode } from './exit-codes.ts';
import { folderFaults, settleFolders } from './settle-options.ts';
import type { FolderOptions, Folders } from './settle-options.ts';

/** Options of `new`. */
export interface NewOptions extends FolderOptions {
  readonly lang?: readonly string[];
  readonly template?: string;
}

/** The name of a language's starting text in its folder of `locales`. */
const starterName = 'starter.md';

const nameFaults = (name: string, folders: Folders): readonly Diagnostic[] => {
  const fault = nameFault(name);
  if (fault !== undefined) {
    return [
      diagnose('config/name-invalid', `Unexpected ${fault}, expected a name for a folder`, {
        hint: 'letters of any language, figures, `-` and spaces inside the name are allowed',
      }),
    ];
  }
  const present = findPublications(folders.content)?.find((publication) => publication.name === name);
  const folder = present?.folder ?? join(folders.content, name);
  if (kindOf(folder) === undefined) return [];
  const place = { file: nameFrom(folders.root, folder), line: 1, column: 1 };
  const hint = 'choose another name';
  return [
    diagnose('config/exists', `Unexpected name \`${name}\`, expected one that is not taken`, { place, hint }),
  ];
};

const unknownLanguages = (tags: readonly string[], known: readonly string[]): readonly Diagnostic[] =>
  tags
    .filter((tag) => !known.includes(tag))
    .map((tag) =>
      diagnose('config/language-unknown', `Unexpected language \`${tag}\`, expected one of \`locales\``, {
        hint: suggestion(tag, known),
      }),
    );

const unknownTemplate = (template: string, folders: Folders): readonly Diagnostic[] => {
  const known = foldersWith(folders.templates, 'template.yaml');
  if (known.includes(template)) return [];
  const message = `Unexpected template \`${template}\`, expected one that exists`;
  return [diagnose('config/template-unknown', message, { hint: suggestion(template, known) })];
};

const starterOf = (locales: string, tag: string): string | undefined => {
  const path = join(locales, tag, starterName);
  return kindOf(path) === 'file' ? readText(path, `${tag}/${starterName}`).value : undefined;
};

/** Decides what is to be written; no value where the command was called wrongly. */
const plan = (name: string, options: NewOptions, folders: Folders): Outcome<StartingPublication> => {
  const known = foldersWith(folders.locales, 'language.yaml');
  const tags = [...new Set((options.lang ?? known).map((tag) => canonicalTag(tag) ?? tag))];
  const template = options.template ?? defaultTemplate;
  const diagnostics = [
    ...folderFaults(folders),
    ...nameFaults(name, folders),
    ...unknownLanguages(tags, known),
    ...unknownTemplate(template, folders),
  ];
  if (diagnostics.length > 0) return { diagnostics };
  const texts = new Map(tags.map((tag) => [tag, starterOf(folders.locales, tag)]));
  return { value: startingPublication(name, template, texts), diagnostics };
};

const write = (planned: StartingPublication, folder: string, root: string): readonly Diagnostic[] => [
  ...planned.folders.flatMap((name) => {
    const path = join(folder, name);
    return makeFolder(path, nameFrom(root, path)).diagnostics;
  }),
  ...[...planned.files].flatMap(([name, text]) => {
    const path = join(folder, name);
    return writeWhole(path, text, nameFrom(root, path)).diagnostics;
  }),
];

/** Begins a publication. Goes out: the exit code. */
export const runNew = (typed: string, options: NewOptions, program: Program): number => {
  const name = typed.normalize('NFC');
  const folders = settleFolders(options, program.folder);
  const planned = plan(name, options, folders);
  const folder = join(folders.content, name);
  const refused = planned.value === undefined ? [] : write(planned.value, folder, folders.root);
  const diagnostics = [...planned.diagnostics, ...refused];
  program.errors.write(
    reportToTerminal(
      diagnostics.map((diagnostic) => ({ diagnostic })),
      coloursFor(program.errors.hasColours),
    ),
  );
  if (planned.value === undefined) return wrongUseCode;
  if (refused.some(isMachineFault)) return machineFailedCode;
  const shown = nameFrom(folders.root, folder);
  const names = [...planned.value.files.keys(), ...planned.value.folders.map((each) => `${each}/`)];
  program.output.write(`${names.map((each) => `${shown}/${each}`).join('\n')}\n`);
  const quoted = /[^\w-]/.test(name) ? `"${name}"` : name;
  program.errors.write(`Write your text into these files, then: npx trifolio build ${quoted}\n`);
  return cleanCode;
};
