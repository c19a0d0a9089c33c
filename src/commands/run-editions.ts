/** What `build` and `check` share: options → pipeline → reports, lines and an exit code. */
import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { exists } from '../platform/folders.ts';
import { watchForInterruption } from '../platform/interruption.ts';
import { readMachine } from '../platform/machine.ts';
import type { Program } from '../platform/program.ts';
import type { BuildRequest, BuildResult } from '../project/build-request.ts';
import { nameFrom } from '../project/find-publications.ts';
import { canonicalTag } from '../project/language-tag.ts';
import { outputFileName } from '../project/outputs.ts';
import { coloursFor } from './colours.ts';
import { diagnosticsOf, formatFaults, formatLines, formatResult, formatVerdict } from './describe-run.ts';
import type { ShownEdition } from './edition-lines.ts';
import { wrongUseCode } from './exit-codes.ts';
import { exitCodeOf } from './judge-run.ts';
import { defaultJobs, folderFaults, outputFaults, settleFolders } from './settle-options.ts';
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

const interruption = (): Diagnostic =>
  diagnose('platform/interrupted', 'Unexpected interruption, expected to finish', {
    hint: 'files that were finished are in place; the others are as they were',
  });

/** Adds what happened after the pipeline: reports that could not be written, and the interruption where nobody told it. */
const completed = (result: BuildResult, interrupted: boolean, more: readonly Diagnostic[]): BuildResult => {
  const isTold = diagnosticsOf(result).some(({ rule }) => rule === 'platform/interrupted');
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

/** Tells a result: with `--json` the report on standard output and all else on standard error. */
const tell = (
  result: BuildResult,
  status: number,
  isJson: boolean,
  folders: Folders,
  { output, errors }: Program,
): void => {
  const colours = coloursFor(errors.hasColours);
  errors.write(formatFaults(result, colours));
  if (isJson) output.write(formatResult(result, status));
  const lines = isJson ? errors : output;
  lines.write(formatLines(shown(result, folders), coloursFor(lines.hasColours)));
  errors.write(formatVerdict(result, colours));
};

/** Builds or checks with a view of the progress. Goes out: what came of it, the reports being written. */
const build = async (
  request: Omit<BuildRequest, 'signal' | 'onProgress'>,
  signal: AbortSignal,
  { errors }: Program,
): Promise<BuildResult> => {
  const view = showProgress(errors, coloursFor(errors.hasColours).faint);
  const pipeline = await import('../pipeline.ts');
  const built = await pipeline.build({ ...request, signal, onProgress: view.onProgress });
  view.clear();
  const refused = request.print ? writeReports(reportsOf(built.editions), request.out, request.root) : [];
  return completed(built, signal.aborted, refused);
};

/** Runs the pipeline over the publications named and tells what came of it. Goes out: the exit code. */
export const runEditions = async (
  names: readonly string[],
  options: EditionOptions,
  program: Program,
  print: boolean,
): Promise<number> => {
  const isJson = options.json === true;
  const folders = settleFolders(options, program.folder);
  const faults = [...folderFaults(folders), ...outputFaults(options)];
  if (faults.length > 0) {
    const refused = { diagnostics: faults, editions: [], machineFailed: false };
    tell(refused, wrongUseCode, isJson, folders, program);
    return wrongUseCode;
  }
  const signal = watchForInterruption();
  const result = await build(requestOf(names, options, folders, print), signal, program);
  const status = exitCodeOf({
    diagnostics: diagnosticsOf(result),
    machineFailed: result.machineFailed,
    interrupted: signal.aborted,
    strict: options.strict === true,
  });
  tell(result, status, isJson, folders, program);
  return status;
};
