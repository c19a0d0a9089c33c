/** What `doctor` finds out about what the program is given: languages, templates and their fonts, publications. */
import { relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatPlace } from '../protocol/place.ts';
import { loadLanguage } from '../language/load-language.ts';
import { kindOf } from '../platform/folders.ts';
import { findPublications, foldersWith, nameFrom } from '../project/find-publications.ts';
import { loadTemplate } from '../template/load-template.ts';
import type { Finding } from './examine-machine.ts';
import type { Folders } from './settle-options.ts';

const told = ({ place, message }: Diagnostic): string =>
  place === undefined ? message : `${formatPlace(place)}  ${message}`;

const errorsOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.filter(({ severity }) => severity === 'error').map(told);

const restore = (folder: string): string => `git checkout -- ${folder}, or mend the lines named above`;

const examineLanguages = ({ root, locales }: Folders): Finding => {
  const shown = nameFrom(root, locales);
  const tags = foldersWith(locales, 'language.yaml');
  const loaded = tags.map((tag) => ({ tag, outcome: loadLanguage(locales, tag, shown) }));
  const errors = loaded.flatMap(({ outcome }) => errorsOf(outcome.diagnostics));
  const names = loaded.map(({ tag, outcome }) => `${tag} ${outcome.value?.name ?? ''}`.trim());
  const subject = 'Languages';
  if (tags.length === 0)
    return {
      subject,
      state: 'wrong',
      lines: [`none in ${locales}`],
      remedy: 'name their folder with --locales',
    };
  if (errors.length > 0) return { subject, state: 'wrong', lines: errors, remedy: restore(shown) };
  return { subject, state: 'right', lines: [names.join(', '), locales] };
};

const examineTemplates = ({ root, templates }: Folders): readonly Finding[] => {
  const shown = nameFrom(root, templates);
  const names = foldersWith(templates, 'template.yaml');
  if (names.length === 0) {
    const remedy = 'name their folder with --templates';
    return [{ subject: 'Templates', state: 'wrong', lines: [`none in ${templates}`], remedy }];
  }
  const loaded = names.map((name) => loadTemplate(templates, name, shown));
  const errors = loaded.flatMap(({ diagnostics }) => errorsOf(diagnostics));
  const faces = loaded.flatMap(({ value }) => value?.fonts ?? []);
  const missing = faces.filter(({ path }) => kindOf(path) !== 'file');
  const families = [...new Set(faces.map(({ family }) => family))].sort();
  return [
    errors.length > 0
      ? { subject: 'Templates', state: 'wrong', lines: errors, remedy: restore(shown) }
      : { subject: 'Templates', state: 'right', lines: [names.join(', '), templates] },
    missing.length > 0
      ? {
          subject: 'Fonts',
          state: 'wrong',
          lines: missing.map(({ path }) => `${path} is missing`),
          remedy: 'npm ci',
        }
      : { subject: 'Fonts', state: 'right', lines: [families.join(', ')] },
  ];
};

const examinePublications = ({ root, content }: Folders): Finding => {
  const found = findPublications(content);
  const subject = 'Content';
  // A machine without a publication yet is in order: that is how everybody begins.
  if (found === undefined)
    return {
      subject,
      state: 'right',
      lines: [`no folder ${relative(root, content)}; begin with \`trifolio new\``],
    };
  const lines = found.map(({ name, texts }) => `${name}: ${texts.map(({ tag }) => tag).join(', ')}`);
  return { subject, state: 'right', lines: [content, ...lines] };
};

/** Looks at languages, templates, fonts and publications. */
export const examineContents = (folders: Folders): readonly Finding[] => [
  examineLanguages(folders),
  ...examineTemplates(folders),
  examinePublications(folders),
];
