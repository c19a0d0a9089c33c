/** One edition on its way: read, locked up, printed, proved, put in its place, reported. */
import { BrowserFailure } from '../chromium/browser-failure.ts';
import { isError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Manuscript } from '../manuscript/manuscript.ts';
import { checksumOf } from '../platform/checksum.ts';
import { dateOfFiles } from '../platform/clock.ts';
import type { Machine } from '../platform/machine.ts';
import { openThreads } from '../preflight/reading-threads.ts';
import type { BuildRequest, BuiltEdition } from '../project/build-request.ts';
import type { Edition, Publication } from '../project/project.ts';
import type { BrowserLeases } from './browser-lease.ts';
import { interrupted, isWanted } from './edition-reports.ts';
import { checkOutputs, finishOutputs, tellFailed, watchOf, type ToldEdition } from './finish-outputs.ts';
import type { House } from './house.ts';
import { shareWork } from './share-work.ts';
import type { PrintedEdition, PrintOrder } from './print-edition.ts';
import { printEdition } from './print-edition.ts';
import type { EditionTools } from './ready-edition.ts';
import { lockUp, readEdition } from './ready-edition.ts';
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

/**
 * Finishes an edition: an entry for each of its outputs goes out, and is told of when it is there. `compared` are the differences
 * from the source language, known when all languages are read: the pages are set meanwhile, printed only then.
 */
export const finishJob = async (
  job: Job,
  compared: Promise<readonly Diagnostic[]>,
  workshop: Workshop,
): Promise<readonly BuiltEdition[]> => {
  const { manuscript, tools, publication, watch } = job;
  const { request, machine, readers } = workshop;
  const { settings } = publication;
  const { tag } = job.edition;
  const counts = manuscript === undefined ? {} : { notes: manuscript.notes.length, words: manuscript.words };
  const told: ToldEdition = { publication, tag, request, watch, entry: counts };
  if (manuscript === undefined || tools === undefined) return tellFailed(told, job.diagnostics);
  const { value: forme, diagnostics: locked } = lockUp(manuscript, tools, watch);
  const own = [...job.diagnostics, ...locked];
  if (forme === undefined) return tellFailed(told, [...own, ...(await compared)]);
  const order: PrintOrder = {
    forme,
    host: `e-${checksumOf(`${publication.name}/${tag}`).slice(0, 12)}`,
    ordinal: tools.language.ordinal,
    mostPages: settings.pages.max,
    mayPrint: async () =>
      request.print && publication.broken !== true && ![...own, ...(await compared)].some(isError),
  };
  const outcome = await printWithBrowser(job, order, workshop);
  const printed = outcome.value;
  const found = [...own, ...(await compared), ...outcome.diagnostics, ...(printed?.diagnostics ?? [])];
  if (printed === undefined) return tellFailed(told, found);
  const { pages, quality, proof } = printed;
  const made: ToldEdition = { ...told, entry: { ...counts, pages, quality } };
  const { meta } = manuscript;
  const date = dateOfFiles(machine.environment['SOURCE_DATE_EPOCH'], meta.date ?? settings.date);
  if (!request.print && !found.some(isError)) return checkOutputs(made, forme, date, found);
  if (proof === undefined) return tellFailed(made, found);
  const threads = openThreads(readers, pages);
  try {
    const readied = await shareWork(proof, { publication, forme, meta, date, threads }, watch);
    const shared = [...found, ...readied.diagnostics, ...(readied.value?.diagnostics ?? [])];
    return readied.value === undefined || shared.some(isError)
      ? tellFailed(made, shared)
      : await finishOutputs(made, readied.value, shared);
  } finally {
    threads.close();
  }
};
