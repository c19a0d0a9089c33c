/** Which patterns a language is hyphenated by: those of the library, or a file of its own folder. */
import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { exists } from '../platform/folders.ts';
import { readText } from '../platform/read-file.ts';
import type { LanguageSettings } from './language-settings.ts';
import { libraryBreaks, libraryPatternNames } from './library-patterns.ts';
import { readPatterns, type PatternFault } from './liang-patterns.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import type { YamlSource } from './yaml-source.ts';

/** Breaks of a lower-cased word. */
export type FindBreaks = (word: string) => readonly number[];

/** A folder of a language: where it lies, and what places call it. */
export interface LanguageFolder {
  readonly path: string;
  readonly name: string;
}

const fromLibrary = (name: string, source: YamlSource): Outcome<FindBreaks> =>
  libraryPatternNames.includes(name)
    ? { value: libraryBreaks(name), diagnostics: [] }
    : {
        diagnostics: [
          diagnose(
            'locale/unknown-patterns',
            `Unexpected pattern set \`${name}\`, expected one that hyphenopoly has`,
            {
              place: source.placeOf(['hyphenation', 'library']),
              hint: suggestion(name, libraryPatternNames),
            },
          ),
        ],
      };

const patternFault = (fault: PatternFault, file: string): Diagnostic =>
  diagnose('locale/invalid-pattern', `Unexpected \`${fault.text}\`, expected ${fault.expected}`, {
    place: { file, line: fault.line, column: fault.column },
  });

const fromFile = (name: string, folder: LanguageFolder, source: YamlSource): Outcome<FindBreaks> => {
  const path = join(folder.path, name);
  const file = `${folder.name}/${name}`;
  if (!exists(path)) {
    return {
      diagnostics: [
        diagnose('locale/missing-file', `Unexpected lack of \`${file}\`, expected the pattern file`, {
          place: source.placeOf(['hyphenation', 'patterns']),
          hint: 'put the file there, or name a set of the library with `library:`',
        }),
      ],
    };
  }
  const read = readText(path, file);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const patterns = readPatterns(read.value);
  return { value: patterns.breaks, diagnostics: patterns.faults.map((fault) => patternFault(fault, file)) };
};

/** The patterns that language.yaml names. A language without `hyphenation` is not hyphenated. */
export const findBreaksOf = (
  settings: LanguageSettings['hyphenation'],
  folder: LanguageFolder,
  source: YamlSource,
): Outcome<FindBreaks> => {
  if (settings === undefined) return { value: () => [], diagnostics: [] };
  const { library, patterns } = settings;
  if (library !== undefined && patterns === undefined) return fromLibrary(library, source);
  if (patterns !== undefined && library === undefined) return fromFile(patterns, folder, source);
  return {
    diagnostics: [
      library === undefined
        ? diagnose(
            'locale/missing-key',
            'Unexpected end of keys, expected `hyphenation.library` or `hyphenation.patterns`',
            {
              place: source.placeOfKey(['hyphenation']),
            },
          )
        : diagnose(
            'locale/invalid-value',
            'Unexpected `hyphenation.library` beside `hyphenation.patterns`, expected one of them',
            {
              place: source.placeOfKey(['hyphenation', 'library']),
            },
          ),
    ],
  };
};
