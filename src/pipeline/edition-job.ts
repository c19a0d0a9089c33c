/** One edition on its way: read, locked up, printed, proved, put in its place, reported. */
import { relative } from 'node:path';
import { BrowserFailure } from '../chromium/browser-failure.ts';
import { diagnose } from '../diagnostics/catalogue.ts';
import { isError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Manuscript } from '../manuscript/manuscript.ts';
import { checksumOf } from '../platform/checksum.ts';
import { dateOfFiles } from '../platform/clock.ts';
import type { Machine } from '../platform/machine.ts';
import { writeWhole } from '../platform/write-file.ts';
import type { BuildRequest, BuiltEdition } from '../project/build-request.ts';
import { outputFileName } from '../project/outputs.ts';
import type { Edition, Publication } from '../project/project.ts';
import type { EditionReport } from '../project/report.ts';
import type { BrowserLeases } from './browser-lease.ts';
import type { House } from './house.ts';
import type { PrintedEdition, PrintOrder } from './print-edition.ts';
import { printEdition } from './print-edition.ts';
import type { EditionTools } from './ready-edition.ts';
import { lockUp, pdfPath, readEdition } from './ready-edition.ts';
import type { Stopwatch } from './stopwatch.ts';
import { startStopwatch } from './stopwatch.ts';

/** The one output there is. */
const output = 'print';

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

/** True for an edition that is asked for; the others are read only to compare with. */
export const isWanted = (request: BuildRequest, tag: string): boolean =>
  request.languages === undefined || request.languages.includes(tag);

/** Reads one edition of a publication. */
export const readJob = (publication: Publication, edition: Edition, workshop: Workshop): Job => {
  const { request, house } = workshop;
  const { tag } = edition;
  const wanted = isWanted(request, tag);
  const watch = startStopwatch((stage) => {
    if (wanted) request.onProgress({ kind: 'stage', stage, publication: publication.name, tag });
  });
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

const reportOf = (
  job: Job,
  more: Partial<EditionReport>,
  diagnostics: readonly Diagnostic[],
): BuiltEdition => ({
  publication: job.publication.name,
  report: {
    lang: job.edition.tag,
    as: output,
    status: 'failed',
    milliseconds: job.watch.read(),
    ...(job.manuscript === undefined
      ? {}
      : { notes: job.manuscript.notes.length, words: job.manuscript.words }),
    ...more,
    diagnostics,
  },
});

const interrupted = (): Diagnostic =>
  diagnose('platform/interrupted', 'Unexpected interruption, expected the edition to be finished', {
    hint: 'build again: files that were finished are in place, the others are as they were',
  });

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
 * Finishes an edition. `compared` are the differences from the source language, known when all languages are read: the pages
 * are set meanwhile, printed only then.
 */
export const finishJob = async (
  job: Job,
  compared: Promise<readonly Diagnostic[]>,
  workshop: Workshop,
): Promise<BuiltEdition> => {
  const { manuscript, tools, publication, edition } = job;
  const { request, machine } = workshop;
  if (manuscript === undefined || tools === undefined) return reportOf(job, {}, job.diagnostics);
  const forme = lockUp(manuscript, tools, job.watch);
  const own = [...job.diagnostics, ...forme.diagnostics];
  if (forme.value === undefined) return reportOf(job, {}, [...own, ...(await compared)]);
  const { settings } = publication;
  const order: PrintOrder = {
    forme: forme.value,
    meta: manuscript.meta,
    host: `e-${checksumOf(`${publication.name}/${edition.tag}`).slice(0, 12)}`,
    ordinal: tools.language.ordinal,
    date: dateOfFiles(machine.environment['SOURCE_DATE_EPOCH'], manuscript.meta.date ?? settings.date),
    mostPages: settings.pages.max,
    mayPrint: async () =>
      request.print && publication.broken !== true && ![...own, ...(await compared)].some(isError),
    readers: workshop.readers,
  };
  const outcome = await printWithBrowser(job, order, workshop);
  const printed = outcome.value;
  const diagnostics = [...own, ...(await compared), ...outcome.diagnostics, ...(printed?.diagnostics ?? [])];
  if (printed === undefined) return reportOf(job, {}, diagnostics);
  const made = { pages: printed.pages, quality: printed.quality };
  if (!request.print && !diagnostics.some(isError)) {
    return reportOf(job, { ...made, status: 'checked' }, diagnostics);
  }
  if (printed.pdf === undefined) return reportOf(job, made, diagnostics);
  if (request.signal.aborted) return reportOf(job, made, [...diagnostics, interrupted()]);
  const { pdf } = printed;
  const file = outputFileName(publication.name, edition.tag, output);
  const path = pdfPath(request.out, publication.name, file);
  const shown = relative(request.root, path).replaceAll('\\', '/');
  const written = job.watch.timeSync('write', () => writeWhole(path, pdf, shown));
  if (written.value === undefined) return reportOf(job, made, [...diagnostics, ...written.diagnostics]);
  const sums = { file, sha256: checksumOf(pdf), bytes: pdf.length };
  return reportOf(job, { ...made, ...sums, status: 'built' }, diagnostics);
};

/** Editions that could not even be read. */
export const unreadableReports = (publication: Publication, request: BuildRequest): readonly BuiltEdition[] =>
  (publication.unreadable ?? [])
    .filter(({ tag }) => isWanted(request, tag))
    .map(({ tag, diagnostics }) => ({
      publication: publication.name,
      report: { lang: tag, as: output, status: 'failed', milliseconds: {}, diagnostics },
    }));
