/** What `build` and `check` share: options → pipeline → reports, lines and an exit code. */
import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatCounts, reportToTerminal } from '../diagnostics/report-terminal.ts';
import type { Told } from '../diagnostics/report-terminal.ts';
import { exists } from '../platform/folders.ts';
import { watchForInterruption } from '../platform/interruption.ts';
import { readMachine } from '../platform/machine.ts';
import type { Program } from '../platform/program.ts';
import type { BuildRequest, BuildResult } from '../project/build-request.ts';
import { nameFrom } from '../project/find-publications.ts';
import { canonicalTag } from '../project/language-tag.ts';
import { outputFileName } from '../project/outputs.ts';
import { coloursFor } from './colours.ts';
import { formatEditions } from './edition-lines.ts';
import type { ShownEdition } from './edition-lines.ts';
import { wrongUseCode } from './exit-codes.ts';
import { exitCodeOf } from './judge-run.ts';
import { defaultJobs, optionFaults, settleFolders } from './settle-options.ts';
import type { EditionOptions, Folders } from './settle-options.ts';
import { showProgress } from './show-progress.ts';
import { reportsOf, writeReports } from './write-reports.ts';

const shown = (result: BuildResult, folders: Folders): readonly ShownEdition[] =>
  result.editions.map((edition) => {
    const { publication, report } = edition;
    const path = join(
      folders.out,
      publication,
      report.file ?? outputFileName(publication, report.lang, report.as),
    );
    return { ...edition, path: nameFrom(folders.root, path), earlier: exists(path) };
  });

const toldOf = (result: BuildResult): readonly Told[] => [
  ...result.diagnostics.map((diagnostic) => ({ diagnostic })),
  ...result.editions.flatMap(({ publication, report }) =>
    report.diagnostics.map((diagnostic) => ({ edition: `${publication} ${report.lang}`, diagnostic })),
  ),
];

/** The object that `--json` prints: see docs/report.md. */
const jsonOf = (result: BuildResult, status: number): string =>
  `${JSON.stringify({ schema: 1, status, publications: reportsOf(result.editions), diagnostics: result.diagnostics }, undefined, 2)}\n`;

const interruption = (): Diagnostic =>
  diagnose('platform/interrupted', 'Unexpected interruption, expected to finish', {
    hint: 'files that were finished are in place; the others are as they were',
  });

/** Adds what happened after the pipeline: the interruption, and reports that could not be written. */
const completed = (result: BuildResult, interrupted: boolean, more: readonly Diagnostic[]): BuildResult => {
  const isTold = result.diagnostics.some(({ rule }) => rule === 'platform/interrupted');
  const own = interrupted && !isTold ? [interruption()] : [];
  return { ...result, diagnostics: [...result.diagnostics, ...more, ...own] };
};

const requestOf = (
  names: readonly string[],
  options: EditionOptions,
  folders: Folders,
  print: boolean,
): Omit<BuildRequest, 'signal' | 'onProgress'> => ({
  ...folders,
  publications: names,
  ...(options.lang === undefined ? {} : { languages: options.lang.map((tag) => canonicalTag(tag) ?? tag) }),
  outputs: options.as ?? [],
  jobs: options.jobs ?? defaultJobs(readMachine()),
  print,
});

/** Runs the pipeline over the publications named and tells what came of it. Goes out: the exit code. */
export const runEditions = async (
  names: readonly string[],
  options: EditionOptions,
  program: Program,
  print: boolean,
): Promise<number> => {
  const { output, errors } = program;
  const colours = coloursFor(errors.hasColours);
  const folders = settleFolders(options, program.folder);
  const tell = (result: BuildResult, status: number): void => {
    const told = toldOf(result);
    errors.write(reportToTerminal(told, colours));
    const isJson = options.json === true;
    if (isJson) output.write(jsonOf(result, status));
    const stream = isJson ? errors : output;
    for (const line of formatEditions(shown(result, folders), coloursFor(stream.hasColours).error))
      stream.write(`${line}\n`);
    const counts = formatCounts(told, colours);
    if (counts !== '') errors.write(`${counts}\n`);
  };
  const faults = optionFaults(options);
  if (faults.length > 0) {
    tell({ diagnostics: faults, editions: [], machineFailed: false }, wrongUseCode);
    return wrongUseCode;
  }
  const signal = watchForInterruption();
  const view = showProgress(errors, colours.faint);
  const { build } = await import('../pipeline.ts');
  const built = await build({
    ...requestOf(names, options, folders, print),
    signal,
    onProgress: view.onProgress,
  });
  view.clear();
  const refused = print ? writeReports(reportsOf(built.editions), folders.out, folders.root) : [];
  const result = completed(built, signal.aborted, refused);
  const status = exitCodeOf({
    diagnostics: [...result.diagnostics, ...result.editions.flatMap(({ report }) => report.diagnostics)],
    machineFailed: result.machineFailed,
    interrupted: signal.aborted,
    strict: options.strict === true,
  });
  tell(result, status);
  return status;
};
