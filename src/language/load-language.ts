/** Languages from the folder `locales/`: which there are, and one of them loaded and checked. */
import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { exists, listFolder } from '../platform/folders.ts';
import { readText } from '../platform/read-file.ts';
import { buildLanguage } from './build-language.ts';
import { findBreaksOf, type FindBreaks, type LanguageFolder } from './hyphenation-source.ts';
import type { Language } from './language.ts';
import { checkSettings } from './check-settings.ts';
import { messageFaults } from './message-faults.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import { readJson, readYaml, type YamlSource } from './yaml-source.ts';

const settingsName = 'language.yaml';
const messagesName = 'messages.json';

/** The tags of the languages in a folder: the names of its folders that hold a language.yaml or a messages.json. */
export const listLanguages = (localesFolder: string): readonly string[] =>
  (listFolder(localesFolder) ?? []).flatMap(({ name, kind }) =>
    kind === 'folder' && [settingsName, messagesName].some((file) => exists(join(localesFolder, name, file)))
      ? [name]
      : [],
  );

/** The tag as the standard writes it (`pt-BR`); undefined for what is no tag. */
const canonicalTag = (tag: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
};

const unknownLanguage = (localesFolder: string, tag: string, name: string): Diagnostic => {
  const known = listLanguages(localesFolder);
  return diagnose(
    'locale/unknown-language',
    `Unexpected language \`${tag}\`, expected a folder of \`${name}\``,
    {
      hint: known.length === 0 ? `\`${name}\` holds no language` : suggestion(tag, known),
    },
  );
};

const invalidTag = (folder: LanguageFolder, tag: string): Diagnostic => {
  const canonical = canonicalTag(tag.replaceAll('_', '-'));
  return diagnose(
    'locale/invalid-tag',
    `Unexpected folder name \`${tag}\`, expected a language tag of BCP 47`,
    {
      place: { file: `${folder.name}/${settingsName}`, line: 1, column: 1 },
      hint:
        canonical === undefined
          ? 'two or three small letters, then perhaps a script (`Latn`) and a region (`GB`), with hyphens between'
          : `did you mean \`${canonical}\`?`,
    },
  );
};

const readSource = (
  folder: LanguageFolder,
  file: string,
  read: (text: string, name: string) => Outcome<YamlSource>,
): Outcome<YamlSource> => {
  const name = `${folder.name}/${file}`;
  const path = join(folder.path, file);
  if (!exists(path)) {
    return {
      diagnostics: [
        diagnose(
          'locale/missing-file',
          `Unexpected lack of \`${name}\`, expected both files of the language`,
          {
            place: { file: name, line: 1, column: 1 },
            hint: 'copy it from another language and translate it; docs/languages.md shows how',
          },
        ),
      ],
    };
  }
  const text = readText(path, name);
  return text.value === undefined ? { diagnostics: text.diagnostics } : read(text.value, name);
};

const hasError = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');

/**
 * Loads and checks the language of `tag` from `localesFolder`, an absolute path; `folderName` is what places call that folder
 * (`locales`). Goes out: the language, or every fault of its files in one run. Patterns of the library are read when the first
 * word is hyphenated.
 */
export const loadLanguage = (localesFolder: string, tag: string, folderName: string): Outcome<Language> => {
  if (!listLanguages(localesFolder).includes(tag)) {
    return { diagnostics: [unknownLanguage(localesFolder, tag, folderName)] };
  }
  const folder: LanguageFolder = { path: join(localesFolder, tag), name: `${folderName}/${tag}` };
  if (canonicalTag(tag) !== tag) return { diagnostics: [invalidTag(folder, tag)] };
  const settingsSource = readSource(folder, settingsName, (text, name) =>
    readYaml(text, name, 'locale/yaml-syntax'),
  );
  const messagesSource = readSource(folder, messagesName, readJson);
  const checked = settingsSource.value === undefined ? undefined : checkSettings(settingsSource.value, tag);
  const patterns: Outcome<FindBreaks> =
    settingsSource.value === undefined || checked?.hyphenation === undefined
      ? { diagnostics: [] }
      : findBreaksOf(checked.hyphenation.value, folder, settingsSource.value);
  // Which plural forms there must be is known only where the language's conventions are.
  const inMessages =
    messagesSource.value === undefined || checked?.locale === undefined
      ? []
      : messageFaults(messagesSource.value, checked.locale);
  const diagnostics = [
    ...settingsSource.diagnostics,
    ...(checked?.diagnostics ?? []),
    ...patterns.diagnostics,
    ...messagesSource.diagnostics,
    ...inMessages,
  ];
  const { settings, locale } = checked ?? {};
  if (
    hasError(diagnostics) ||
    settings === undefined ||
    locale === undefined ||
    patterns.value === undefined ||
    messagesSource.value === undefined
  ) {
    return { diagnostics };
  }
  // messageFaults has found nothing but texts.
  const messages = messagesSource.value.value as Readonly<Record<string, string>>;
  return { value: buildLanguage(tag, locale, settings, messages, patterns.value), diagnostics };
};
