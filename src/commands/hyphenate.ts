/** `trifolio hyphenate --lang <tag>`: words come in, one a line, and go out with `-` wherever they may be divided. */
import { isError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { reportToTerminal } from '../diagnostics/report-terminal.ts';
import { createTextDivider } from '../language/divide-text.ts';
import type { Language } from '../language/language.ts';
import { listLanguages, loadLanguage } from '../language/load-language.ts';
import type { Program } from '../platform/program.ts';
import { decodeUtf8 } from '../platform/utf8.ts';
import { nameFrom } from '../project/find-publications.ts';
import { canonicalTag } from '../project/language-tag.ts';
import { loadPublications } from '../project/load-publications.ts';
import { coloursFor } from './colours.ts';
import { cleanCode, faultyContentCode, wrongUseCode } from './exit-codes.ts';
import { exitCodeOf } from './judge-run.ts';
import { settleFolders } from './settle-options.ts';
import type { FolderOptions, Folders } from './settle-options.ts';

/** Options of `hyphenate`. */
export interface HyphenateOptions extends FolderOptions {
  readonly lang: string;
  /** The publication whose exceptions count. */
  readonly publication?: string;
}

const inputName = 'standard input';

const exceptionsOf = (
  name: string | undefined,
  tag: string,
  { root, content }: Folders,
): Outcome<readonly string[]> => {
  if (name === undefined) return { value: [], diagnostics: [] };
  const loaded = loadPublications({ root, content, publications: [name] });
  const words = loaded.value?.[0]?.settings.hyphenation[tag] ?? [];
  return { ...(loaded.value === undefined ? {} : { value: words }), diagnostics: loaded.diagnostics };
};

/** One line as it is to be printed: composed, with its line end as it was. A soft hyphen is a break that was written by hand. */
const dividedLine = (line: string, divide: (text: string) => string): string =>
  divide(line.replace(/^\uFEFF/, '').normalize('NFC')).replaceAll('\u00AD', '-');

const divideInput = async (language: Language, program: Program): Promise<readonly Diagnostic[]> => {
  const divide = createTextDivider((word) => language.hyphenate(word, 'shown'), '-');
  const faults: Diagnostic[] = [];
  let number = 0;
  for await (const bytes of program.inputLines()) {
    number += 1;
    const line = decodeUtf8(bytes, inputName);
    faults.push(
      ...line.diagnostics.map((fault) => ({
        ...fault,
        place: { file: inputName, line: number, column: fault.place?.column ?? 1 },
      })),
    );
    // A line in another encoding goes out too, as far as it can be read: lines are compared side by side.
    program.output.write(dividedLine(line.value ?? Buffer.from(bytes).toString('utf8'), divide));
  }
  return faults;
};

/** Divides the words of standard input. Goes out: the exit code. */
export const runHyphenate = async (options: HyphenateOptions, program: Program): Promise<number> => {
  const folders = settleFolders(options, program.folder);
  const tag = canonicalTag(options.lang) ?? options.lang;
  const tell = (diagnostics: readonly Diagnostic[]): void =>
    program.errors.write(
      reportToTerminal(
        diagnostics.map((diagnostic) => ({ diagnostic })),
        coloursFor(program.errors.hasColours),
      ),
    );
  const language = loadLanguage(folders.locales, tag, nameFrom(folders.root, folders.locales));
  const exceptions = exceptionsOf(options.publication, tag, folders);
  const before = [...language.diagnostics, ...exceptions.diagnostics];
  tell(before);
  if (language.value === undefined || exceptions.value === undefined) {
    const isKnown = listLanguages(folders.locales).includes(tag);
    const code = exitCodeOf({ diagnostics: before, machineFailed: false, interrupted: false, strict: false });
    return isKnown ? code : wrongUseCode;
  }
  const faults = await divideInput(language.value.withExceptions(exceptions.value), program);
  tell(faults);
  return [...before, ...faults].some(isError) ? faultyContentCode : cleanCode;
};
