/** One edition on its way: read, locked up, printed, proved, put in its place, reported. */
import { relative } from 'node:path';
import { BrowserFailure } from '../chromium/browser-failure.ts';
import { isError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Manuscript } from '../manuscript/manuscript.ts';
import { checksumOf } from '../platform/checksum.ts';
import { dateOfFiles } from '../platform/clock.ts';
import type { Machine } from '../platform/machine.ts';
import { writeWhole } from '../platform/write-file.ts';
import type { BuildRequest, BuiltEdition } from '../project/build-request.ts';
import { outputFileName, type Output } from '../project/outputs.ts';
import type { Edition, Publication } from '../project/project.ts';
import type { BrowserLeases } from './browser-lease.ts';
import { entryOf, interrupted, isWanted, outputsWanted, type Entry } from './edition-reports.ts';
import type { House } from './house.ts';
import { readyOutputs, type ReadyOutputs } from './make-outputs.ts';
import type { PrintedEdition, PrintOrder } from './print-edition.ts';
import { printEdition } from './print-edition.ts';
import type { EditionTools } from './ready-edition.ts';
import { lockUp, pdfPath, readEdition } from './ready-edition.ts';
import type { Stopwatch } from './stopwatch.ts';
import { startStopwatch } from './stopwatch.ts';

/** An edition whose text is read. */
export interface Job {
  readonly publication: Publication;
  readonly edition: Edition;
  readonly watch: Stopwatch;
  readonly tools?: EditionTools;
  readonly manuscript?: Manuscript;
  readonly diagnostics: readonly Diagnostic[];
  /** False for an edition that is read only to compare the others with. */
  readonly wanted: boolean;
}

/** What all jobs of a build share. */
export interface Workshop {
  readonly request: BuildRequest;
  readonly machine: Machine;
  readonly house: House;
  readonly leases: BrowserLeases;
  /** Threads that read one proof back: all cores for a lone edition, one where several are at work. */
  readonly readers: number;
}

/** A stopwatch whose stages are told of; of one output where one is named. */
const watchOf = (publication: Publication, tag: string, request: BuildRequest, output?: Output): Stopwatch =>
  startStopwatch((stage) =>
    request.onProgress({
      kind: 'stage',
      stage,
      publication: publication.name,
      tag,
      ...(output === undefined ? {} : { output }),
    }),
  );

/** Reads one edition of a publication. */
export const readJob = (publication: Publication, edition: Edition, workshop: Workshop): Job => {
  const { request, house } = workshop;
  const { tag } = edition;
  const wanted = isWanted(request, tag);
  const watch = wanted ? watchOf(publication, tag, request) : startStopwatch(() => undefined);
  const language = watch.timeSync('language', () => house.language(tag));
  const template = watch.timeSync('template', () => house.template(publication.settings.template));
  const diagnostics = [...language.diagnostics, ...template.diagnostics];
  const base = { publication, edition, watch, wanted };
  if (language.value === undefined || template.value === undefined) return { ...base, diagnostics };
  const tools: EditionTools = { publication, language: language.value, template: template.value };
  const read = readEdition(edition, tools, watch);
  return {
    ...base,
    tools,
    ...(read.value === undefined ? {} : { manuscript: read.value }),
    diagnostics: [...diagnostics, ...read.diagnostics],
  };
};

/** Prints with the build's browser; one that ends is replaced once. */
const printWithBrowser = async (
  job: Job,
  order: PrintOrder,
  { leases, request }: Workshop,
): Promise<Outcome<PrintedEdition>> => {
  for (;;) {
    if (request.signal.aborted) return { diagnostics: [interrupted()] };
    const lease = await job.watch.time('browser', () => leases.take());
    if (lease.value === undefined) {
      return { diagnostics: request.signal.aborted ? [interrupted()] : lease.diagnostics };
    }
    try {
      return { value: await printEdition(lease.value, order, job.watch), diagnostics: [] };
    } catch (error) {
      if (request.signal.aborted) return { diagnostics: [interrupted()] };
      if (!(error instanceof BrowserFailure)) throw error;
      if (!error.gone || !leases.lost(lease.value)) return { diagnostics: [error.diagnostic] };
    }
  }
};

/** Makes one output of a proof that is ready, and puts it in its place. */
const finishOutput = async (
  job: Job,
  ready: ReadyOutputs,
  output: Output,
  watch: Stopwatch,
  { request }: Workshop,
): Promise<Outcome<Entry>> => {
  if (request.signal.aborted) return { diagnostics: [interrupted()] };
  const { value: pdf, diagnostics } = await ready.make(output, watch);
  if (pdf === undefined || diagnostics.some(isError)) return { diagnostics };
  if (request.signal.aborted) return { diagnostics: [...diagnostics, interrupted()] };
  const file = outputFileName(job.publication.name, job.edition.tag, output);
  const path = pdfPath(request.out, job.publication.name, file);
  const shown = relative(request.root, path).replaceAll('\\', '/');
  const written = watch.timeSync('write', () => writeWhole(path, pdf, shown));
  if (written.value === undefined) return { diagnostics: [...diagnostics, ...written.diagnostics] };
  const sums = { file, sha256: checksumOf(pdf), bytes: pdf.length };
  return { value: { ...sums, status: 'built' }, diagnostics };
};

/**
 * Finishes an edition: an entry for each of its outputs goes out, and is told of when it is there. `compared` are the differences
 * from the source language, known when all languages are read: the pages are set meanwhile, printed only then.
 */
export const finishJob = async (
  job: Job,
  compared: Promise<readonly Diagnostic[]>,
  workshop: Workshop,
): Promise<readonly BuiltEdition[]> => {
  const { manuscript, tools, publication, edition } = job;
  const { request, machine } = workshop;
  const { settings } = publication;
  const outputs = outputsWanted(publication, request);
  const counts = manuscript === undefined ? {} : { notes: manuscript.notes.length, words: manuscript.words };
  const tell = (output: Output, entry: Entry, diagnostics: readonly Diagnostic[]): BuiltEdition => {
    const built = entryOf(publication, edition.tag, output, { ...counts, ...entry }, diagnostics);
    request.onProgress({ kind: 'edition', ...built });
    return built;
  };
  /** All outputs alike; the time is the first one's. */
  const tellAll = (entry: Entry, diagnostics: readonly Diagnostic[]): readonly BuiltEdition[] =>
    outputs.map((output, index) =>
      tell(output, { ...entry, ...(index === 0 ? { milliseconds: job.watch.read() } : {}) }, diagnostics),
    );
  if (manuscript === undefined || tools === undefined) return tellAll({}, job.diagnostics);
  const forme = lockUp(manuscript, tools, job.watch);
  const own = [...job.diagnostics, ...forme.diagnostics];
  if (forme.value === undefined) return tellAll({}, [...own, ...(await compared)]);
  const order: PrintOrder = {
    forme: forme.value,
    host: `e-${checksumOf(`${publication.name}/${edition.tag}`).slice(0, 12)}`,
    ordinal: tools.language.ordinal,
    mostPages: settings.pages.max,
    mayPrint: async () =>
      request.print && publication.broken !== true && ![...own, ...(await compared)].some(isError),
  };
  const outcome = await printWithBrowser(job, order, workshop);
  const printed = outcome.value;
  const found = [...own, ...(await compared), ...outcome.diagnostics, ...(printed?.diagnostics ?? [])];
  if (printed === undefined) return tellAll({}, found);
  const made = { pages: printed.pages, quality: printed.quality };
  if (!request.print && !found.some(isError)) return tellAll({ ...made, status: 'checked' }, found);
  if (printed.proof === undefined) return tellAll(made, found);
  const { value: ready, diagnostics: faults } = await readyOutputs(
    printed.proof,
    {
      settings,
      forme: forme.value,
      meta: manuscript.meta,
      date: dateOfFiles(machine.environment['SOURCE_DATE_EPOCH'], manuscript.meta.date ?? settings.date),
      readers: workshop.readers,
    },
    job.watch,
  );
  const shared = [...found, ...faults, ...(ready?.diagnostics ?? [])];
  if (ready === undefined || shared.some(isError)) return tellAll(made, shared);
  const built: BuiltEdition[] = [];
  for (const [index, output] of outputs.entries()) {
    const watch = index === 0 ? job.watch : watchOf(publication, edition.tag, request, output);
    const finished = await finishOutput(job, ready, output, watch, workshop);
    const entry = { ...made, ...finished.value, milliseconds: watch.read() };
    built.push(tell(output, entry, [...shared, ...finished.diagnostics]));
  }
  return built;
};
