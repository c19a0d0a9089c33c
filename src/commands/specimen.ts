/** `trifolio specimen`: every face of a template in every language, on paper, for the eye. */
import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import { isError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import { reportToTerminal } from '../diagnostics/report-terminal.ts';
import { listLanguages, loadLanguage } from '../language/load-language.ts';
import { kindOf, listFolder, makeTemporaryFolder, removeTemporaryFolder } from '../platform/folders.ts';
import type { Program } from '../platform/program.ts';
import { readBytes, readText } from '../platform/read-file.ts';
import { writeWhole } from '../platform/write-file.ts';
import { foldersWith, nameFrom } from '../project/find-publications.ts';
import { canonicalTag } from '../project/language-tag.ts';
import { defaultTemplate } from '../project/read-settings.ts';
import { loadTemplate } from '../template/load-template.ts';
import { coloursFor } from './colours.ts';
import { wrongUseCode } from './exit-codes.ts';
import { runEditions } from './run-editions.ts';
import { folderFaults, settleFolders } from './settle-options.ts';
import type { FolderOptions, Folders } from './settle-options.ts';
import {
  specimenCss,
  specimenFiles,
  specimenName,
  specimenSheet,
  withSpecimenSheet,
  type SpecimenText,
} from './specimen-publication.ts';

/** Options of `specimen`. */
export interface SpecimenOptions extends FolderOptions {
  readonly lang?: readonly string[];
  readonly template?: string;
}

/** The text of a language that shows its letters, in its folder of `locales`. */
const textName = 'specimen.md';

const readTexts = (tags: readonly string[], { locales, root }: Folders): Outcome<readonly SpecimenText[]> => {
  const shown = nameFrom(root, locales);
  const known = listLanguages(locales);
  const read = tags.map((tag): Outcome<SpecimenText> => {
    if (!known.includes(tag)) {
      const message = `Unexpected language \`${tag}\`, expected one of \`locales\``;
      return {
        diagnostics: [diagnose('config/language-unknown', message, { hint: suggestion(tag, known) })],
      };
    }
    const language = loadLanguage(locales, tag, shown);
    const path = join(locales, tag, textName);
    // A language without such a text shows its alphabet.
    const text: Outcome<string> =
      kindOf(path) === 'file'
        ? readText(path, `${shown}/${tag}/${textName}`)
        : { value: '', diagnostics: [] };
    const diagnostics = [...language.diagnostics, ...text.diagnostics];
    if (language.value === undefined || text.value === undefined) return { diagnostics };
    return { value: { language: language.value, text: text.value }, diagnostics };
  });
  return {
    value: read.flatMap(({ value }) => value ?? []),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
};

const copyFolder = (from: string, to: string): readonly Diagnostic[] =>
  (listFolder(from) ?? []).flatMap(({ name, kind }) => {
    const [source, target] = [join(from, name), join(to, name)];
    if (kind === 'folder') return copyFolder(source, target);
    const read = readBytes(source, source);
    return read.value === undefined ? read.diagnostics : writeWhole(target, read.value, target).diagnostics;
  });

/** Puts publication and template into a folder of their own. */
const writeWork = (
  texts: readonly SpecimenText[],
  template: string,
  folders: Folders,
  work: string,
): readonly Diagnostic[] => {
  const { templates, root } = folders;
  const loaded = loadTemplate(templates, template, nameFrom(root, templates));
  const faces = loaded.value?.fonts ?? [];
  const from = join(templates, template);
  const to = join(work, 'templates', specimenName);
  const copied = copyFolder(from, to);
  const settings = readText(join(from, 'template.yaml'), 'template.yaml');
  const sheets: readonly (readonly [string, string])[] = [
    [join(to, specimenSheet), specimenCss(faces)],
    [join(to, 'template.yaml'), withSpecimenSheet(settings.value ?? '')],
  ];
  const pages = [...specimenFiles(texts, faces)].map(
    ([name, text]) => [join(work, 'content', specimenName, name), text] as const,
  );
  return [
    ...loaded.diagnostics,
    ...copied,
    ...[...sheets, ...pages].flatMap(([path, text]) => writeWhole(path, text, path).diagnostics),
  ];
};

const templateFaults = (template: string, { templates }: Folders): readonly Diagnostic[] => {
  const known = foldersWith(templates, 'template.yaml');
  if (known.includes(template)) return [];
  const message = `Unexpected template \`${template}\`, expected one that exists`;
  return [diagnose('config/template-unknown', message, { hint: suggestion(template, known) })];
};

/** Prints the specimens. Goes out: the exit code. */
export const runSpecimen = async (options: SpecimenOptions, program: Program): Promise<number> => {
  const folders = settleFolders(options, program.folder);
  const tell = (diagnostics: readonly Diagnostic[]): void =>
    program.errors.write(
      reportToTerminal(
        diagnostics.map((diagnostic) => ({ diagnostic })),
        coloursFor(program.errors.hasColours),
      ),
    );
  const template = options.template ?? defaultTemplate;
  const tags = (options.lang ?? listLanguages(folders.locales)).map((tag) => canonicalTag(tag) ?? tag);
  const texts = readTexts(tags, folders);
  const faults = [...folderFaults(folders), ...templateFaults(template, folders), ...texts.diagnostics];
  if (faults.some(isError) || texts.value === undefined) {
    tell(faults);
    return wrongUseCode;
  }
  const work = makeTemporaryFolder();
  try {
    const refused = writeWork(texts.value, template, folders, work);
    tell([...faults, ...refused]);
    const own = { content: join(work, 'content'), templates: join(work, 'templates') };
    return await runEditions([], { ...options, ...own, locales: folders.locales }, program, true);
  } finally {
    removeTemporaryFolder(work);
  }
};
