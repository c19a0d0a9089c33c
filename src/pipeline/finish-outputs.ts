/** The outputs of one edition on their last steps: made, put in their place, told of; or only checked. */
import { relative } from 'node:path';
import type { RuleId } from '../diagnostics/catalogue.ts';
import { isError, type Diagnostic, type Outcome } from '../diagnostics/diagnostic.ts';
import { checksumOf } from '../platform/checksum.ts';
import { writeWhole } from '../platform/write-file.ts';
import type { BuildRequest, BuiltEdition } from '../project/build-request.ts';
import { outputFileName, type Output } from '../project/outputs.ts';
import type { Publication } from '../project/project.ts';
import type { Forme } from '../template/forme.ts';
import { entryOf, interrupted, outputsWanted, type Entry } from './edition-reports.ts';
import { checkOutput } from './check-output.ts';
import { makeOutput, type SharedWork } from './make-output.ts';
import { pdfPath } from './ready-edition.ts';
import { startStopwatch, type Stopwatch } from './stopwatch.ts';

/** An edition whose outputs are told of. */
export interface ToldEdition {
  readonly publication: Publication;
  readonly tag: string;
  readonly request: BuildRequest;
  /** Of what the outputs share: it is counted with the first of them. */
  readonly watch: Stopwatch;
  /** What every entry says: pages, words, notes. */
  readonly entry: Entry;
}

/** A stopwatch whose stages are told of; of one output where one is named. */
export const watchOf = (
  publication: Publication,
  tag: string,
  request: BuildRequest,
  output?: Output,
): Stopwatch =>
  startStopwatch((stage) =>
    request.onProgress({
      kind: 'stage',
      stage,
      publication: publication.name,
      tag,
      ...(output === undefined ? {} : { output }),
    }),
  );

const tell = (
  { publication, tag, request, entry }: ToldEdition,
  output: Output,
  own: Entry,
  diagnostics: readonly Diagnostic[],
): BuiltEdition => {
  const built = entryOf(publication, tag, output, { ...entry, ...own }, diagnostics);
  request.onProgress({ kind: 'edition', ...built });
  return built;
};

/** Tells of all outputs alike: none could be made. */
export const tellFailed = (
  edition: ToldEdition,
  diagnostics: readonly Diagnostic[],
): readonly BuiltEdition[] =>
  outputsWanted(edition.publication, edition.request).map((output, index) =>
    tell(edition, output, index === 0 ? { milliseconds: edition.watch.read() } : {}, diagnostics),
  );

/** What publication.yaml decides, so that its line is the place to mend it. */
const settled: ReadonlySet<RuleId> = new Set<RuleId>([
  'prepress/sheet-unknown',
  'prepress/sheet-too-small',
  'prepress/marks-without-room',
  'prepress/trifold-size',
  'prepress/profile-unusable',
]);

/** Faults of an output with the line of publication.yaml that asks for it, where there is one. */
const placed = (
  { places }: Publication,
  output: Output,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] => {
  const place = places.get(output) ?? places.get('outputs');
  return diagnostics.map((diagnostic) =>
    place === undefined || diagnostic.place !== undefined || !settled.has(diagnostic.rule)
      ? diagnostic
      : { ...diagnostic, place },
  );
};

/** Tells of outputs that are only checked: whether there is a sheet for them, and a profile for the press. */
export const checkOutputs = async (
  edition: ToldEdition,
  { rules: { trim } }: Forme,
  date: Date | undefined,
  diagnostics: readonly Diagnostic[],
): Promise<readonly BuiltEdition[]> => {
  const { publication, entry } = edition;
  const told: BuiltEdition[] = [];
  for (const [index, output] of outputsWanted(publication, edition.request).entries()) {
    const found = await checkOutput(output, { publication, trim, pages: entry.pages ?? 0, date });
    const all = [...diagnostics, ...placed(publication, output, found)];
    const time = index === 0 ? { milliseconds: edition.watch.read() } : {};
    told.push(tell(edition, output, { ...time, status: all.some(isError) ? 'failed' : 'checked' }, all));
  }
  return told;
};

/** Makes one output of a proof that is ready, and puts it in its place. */
const finishOutput = async (
  { publication, tag, request }: ToldEdition,
  work: SharedWork,
  output: Output,
  watch: Stopwatch,
): Promise<Outcome<Entry>> => {
  if (request.signal.aborted) return { diagnostics: [interrupted()] };
  const made = await makeOutput(output, work, watch);
  const diagnostics = placed(publication, output, made.diagnostics);
  const pdf = made.value;
  if (pdf === undefined || diagnostics.some(isError)) return { diagnostics };
  if (request.signal.aborted) return { diagnostics: [...diagnostics, interrupted()] };
  const file = outputFileName(publication.name, tag, output);
  const path = pdfPath(request.out, publication.name, file);
  const shown = relative(request.root, path).replaceAll('\\', '/');
  const written = watch.timeSync('write', () => writeWhole(path, pdf, shown));
  if (written.value === undefined) return { diagnostics: [...diagnostics, ...written.diagnostics] };
  const sums = { file, sha256: checksumOf(pdf), bytes: pdf.length };
  return { value: { ...sums, status: 'built' }, diagnostics };
};

/** Makes the outputs one after the other; one that fails leaves the others alone. `shared` is what there is to say of all. */
export const finishOutputs = async (
  edition: ToldEdition,
  work: SharedWork,
  shared: readonly Diagnostic[],
): Promise<readonly BuiltEdition[]> => {
  const { publication, tag, request } = edition;
  const built: BuiltEdition[] = [];
  for (const [index, output] of outputsWanted(publication, request).entries()) {
    const watch = index === 0 ? edition.watch : watchOf(publication, tag, request, output);
    const finished = await finishOutput(edition, work, output, watch);
    const own = { ...finished.value, milliseconds: watch.read() };
    built.push(tell(edition, output, own, [...shared, ...finished.diagnostics]));
  }
  return built;
};
