/** `trifolio preflight FILE.pdf`: judges any PDF for what it is meant for. */
import { basename, join, resolve } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatCounts, reportToTerminal, type Told } from '../diagnostics/report-terminal.ts';
import { kindOf } from '../platform/folders.ts';
import type { Program } from '../platform/program.ts';
import { readBytes } from '../platform/read-file.ts';
import { writeWhole } from '../platform/write-file.ts';
import { judgeFile, purposeOf } from '../preflight/judge-file.ts';
import { picturePages } from '../preflight/picture-pages.ts';
import type { Purpose } from '../preflight/purposes.ts';
import { nameFrom } from '../project/find-publications.ts';
import { coloursFor } from './colours.ts';
import { wrongUseCode } from './exit-codes.ts';
import { exitCodeOf } from './judge-run.ts';

/** Options of `preflight`. */
export interface PreflightOptions {
  readonly for?: Purpose;
  /** A folder for pictures of the pages with the faults circled. */
  readonly pictures?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** The largest file that is read; print shops take none that is larger. */
const fileLimit = 1024 * 1024 * 1024;

const purposeNames: Readonly<Record<Purpose, string>> = {
  print: 'an office printer and the archive (print)',
  sheet: 'an offset press (sheet)',
  digital: 'a digital press (digital)',
  imposed: 'an office printer (imposed)',
};

const missingFile = (file: string): Diagnostic =>
  diagnose('platform/file-missing', `Unexpected name \`${file}\`, expected a file that exists`, {
    hint: 'check the name: capital and small letters count',
  });

/** Writes the pictures. Goes out: what the system refused, and where they are. */
const writePictures = async (
  bytes: Uint8Array,
  diagnostics: readonly Diagnostic[],
  folder: string,
  { folder: root }: Program,
): Promise<{ readonly refused: readonly Diagnostic[]; readonly names: readonly string[] }> => {
  const pictures = await picturePages(bytes, diagnostics);
  const names = pictures.map(({ page }) =>
    nameFrom(root, join(folder, `page-${String(page).padStart(4, '0')}.png`)),
  );
  const refused = pictures.flatMap((picture, index) => {
    const name = names[index] ?? '';
    return writeWhole(resolve(root, name), picture.bytes, name).diagnostics;
  });
  return { refused, names };
};

interface Judgement {
  readonly file: string;
  readonly purpose: Purpose;
  readonly diagnostics: readonly Diagnostic[];
  readonly pictures: readonly string[];
}

/** Tells a judgement: with `--json` as JSON on standard output, else in words, the verdict on standard output. */
const tell = (judgement: Judgement, status: number, isJson: boolean, { output, errors }: Program): void => {
  const { file, purpose, diagnostics, pictures } = judgement;
  const told: readonly Told[] = diagnostics.map((diagnostic) => ({ edition: file, diagnostic }));
  errors.write(reportToTerminal(told, coloursFor(errors.hasColours)));
  if (isJson) {
    const object = { schema: 1, status, file, for: purpose, pictures, diagnostics };
    output.write(`${JSON.stringify(object, undefined, 2)}\n`);
    return;
  }
  const counts = formatCounts(told, coloursFor(output.hasColours));
  const verdict = counts === '' ? 'nothing is wrong' : counts;
  output.write(`${file}  for ${purposeNames[purpose]}: ${verdict}\n`);
  if (pictures.length > 0) output.write(pictures.map((name) => `  ${name}\n`).join(''));
};

/** Judges a file. Goes out: the exit code. */
export const runPreflight = async (
  typed: string,
  options: PreflightOptions,
  program: Program,
): Promise<number> => {
  const path = resolve(program.folder, typed);
  const file = nameFrom(program.folder, path);
  const isJson = options.json === true;
  const refused = (diagnostics: readonly Diagnostic[], status: number): number => {
    tell({ file, purpose: options.for ?? 'print', diagnostics, pictures: [] }, status, isJson, program);
    return status;
  };
  if (kindOf(path) !== 'file') return refused([missingFile(file)], wrongUseCode);
  const read = readBytes(path, file, fileLimit);
  const bytes = read.value;
  const verdict = { machineFailed: false, interrupted: false, strict: options.strict === true };
  if (bytes === undefined)
    return refused(read.diagnostics, exitCodeOf({ diagnostics: read.diagnostics, ...verdict }));
  const purpose = options.for ?? purposeOf(bytes);
  const found = await judgeFile(bytes, purpose);
  const pictured =
    options.pictures === undefined
      ? { refused: [], names: [] }
      : await writePictures(bytes, found, resolve(program.folder, options.pictures), program);
  const diagnostics = [...found, ...pictured.refused];
  const status = exitCodeOf({ diagnostics, ...verdict });
  tell(
    { file: file === '' ? basename(path) : file, purpose, diagnostics, pictures: pictured.names },
    status,
    isJson,
    program,
  );
  return status;
};
