/** The order of the work: from a request to PDFs in their place. The only room that knows it. */
import { basename, relative } from 'node:path';
import { BrowserFailure } from '../chromium/browser-failure.ts';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Language } from '../language/language.ts';
import { loadLanguage } from '../language/load-language.ts';
import { compareEditions } from '../manuscript/compare-editions.ts';
import type { Manuscript } from '../manuscript/manuscript.ts';
import { checksumOf } from '../platform/checksum.ts';
import { dateOfFiles } from '../platform/clock.ts';
import { readMachine } from '../platform/machine.ts';
import { isMachineFault } from '../platform/machine-fault.ts';
import { writeWhole } from '../platform/write-file.ts';
import type { BuildRequest, BuildResult, BuiltEdition } from '../project/build-request.ts';
import { loadPublications } from '../project/load-publications.ts';
import type { Edition, Publication } from '../project/project.ts';
import type { EditionReport } from '../project/report.ts';
import { loadTemplate } from '../template/load-template.ts';
import type { Template } from '../template/template.ts';
import type { BrowserLeases } from './browser-lease.ts';
import { leaseBrowser } from './browser-lease.ts';
import type { PrintedEdition, PrintOrder } from './print-edition.ts';
import { printEdition } from './print-edition.ts';
import type { EditionTools } from './ready-edition.ts';
import { lockUp, pdfName, pdfPath, readEdition } from './ready-edition.ts';
import type { Stopwatch } from './stopwatch.ts';
import { startStopwatch } from './stopwatch.ts';

/** The one output there is. */
const output = 'print';

const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === 'error';

/** Values that many editions share, made once. */
const memo = <T>(make: (name: string) => Outcome<T>): ((name: string) => Outcome<T>) => {
  const known = new Map<string, Outcome<T>>();
  return (name) => {
    const found = known.get(name) ?? make(name);
    known.set(name, found);
    return found;
  };
};

interface House {
  readonly language: (tag: string) => Outcome<Language>;
  readonly template: (name: string) => Outcome<Template>;
}

const houseOf = (request: BuildRequest): House => {
  const shown = (folder: string): string => relative(request.root, folder).replaceAll('\\', '/') || '.';
  return {
    language: memo((tag) => loadLanguage(request.locales, tag, shown(request.locales))),
    template: memo((name) => loadTemplate(request.templates, name, shown(request.templates))),
  };
};

/** One edition on its way. */
interface Job {
  readonly publication: Publication;
  readonly edition: Edition;
  readonly watch: Stopwatch;
  readonly tools?: EditionTools;
  readonly manuscript?: Manuscript;
  readonly diagnostics: readonly Diagnostic[];
  /** False for an edition that is read only to compare the others with. */
  readonly wanted: boolean;
}

const readJob = (publication: Publication, edition: Edition, house: House, request: BuildRequest): Job => {
  const { tag } = edition;
  const wanted = request.languages === undefined || request.languages.includes(tag);
  const watch = startStopwatch((stage) => {
    if (wanted) request.onProgress({ kind: 'stage', stage, publication: publication.name, tag });
  });
  const plain = watch.timeSync('language', () => house.language(tag));
  const template = watch.timeSync('template', () => house.template(publication.settings.template));
  const diagnostics = [...plain.diagnostics, ...template.diagnostics];
  const base = { publication, edition, watch, wanted };
  if (plain.value === undefined || template.value === undefined) return { ...base, diagnostics };
  const exceptions = publication.settings.hyphenation[tag];
  const language = exceptions === undefined ? plain.value : plain.value.withExceptions(exceptions);
  const tools: EditionTools = { publication, language, template: template.value };
  const read = readEdition(edition, tools, watch);
  return {
    ...base,
    tools,
    ...(read.value === undefined ? {} : { manuscript: read.value }),
    diagnostics: [...diagnostics, ...read.diagnostics],
  };
};

/** Holds the editions of a publication against its source language; what differs belongs to the edition that differs. */
const compared = (jobs: readonly Job[], source: string): readonly Job[] => {
  const original = jobs.find((job) => job.edition.tag === source)?.manuscript;
  if (original === undefined) return jobs;
  return jobs.map((job) =>
    job.manuscript === undefined || job.manuscript === original
      ? job
      : { ...job, diagnostics: [...job.diagnostics, ...compareEditions(original, [job.manuscript])] },
  );
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
  leases: BrowserLeases,
  request: BuildRequest,
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

/** An edition whose text is understood: locked up, printed, proved, put in its place. */
const finishJob = async (job: Job, leases: BrowserLeases, request: BuildRequest): Promise<BuiltEdition> => {
  const { manuscript, tools, publication, edition } = job;
  if (manuscript === undefined || tools === undefined) return reportOf(job, {}, job.diagnostics);
  const forme = lockUp(manuscript, tools, job.watch);
  const known = [...job.diagnostics, ...forme.diagnostics];
  if (forme.value === undefined) return reportOf(job, {}, known);
  const { settings } = publication;
  const order: PrintOrder = {
    forme: forme.value,
    meta: manuscript.meta,
    host: `e-${checksumOf(`${publication.name}/${edition.tag}`).slice(0, 12)}`,
    ordinal: tools.language.ordinal,
    date: dateOfFiles(readMachine().environment['SOURCE_DATE_EPOCH'], manuscript.meta.date ?? settings.date),
    mostPages: settings.pages.max,
    print: request.print && publication.broken !== true && !known.some(isError),
    readers: request.jobs > 1 ? 1 : readMachine().cores,
  };
  const outcome = await printWithBrowser(job, order, leases, request);
  const printed = outcome.value;
  const diagnostics = [...known, ...outcome.diagnostics, ...(printed?.diagnostics ?? [])];
  if (printed === undefined) return reportOf(job, {}, diagnostics);
  const made = { pages: printed.pages, quality: printed.quality };
  if (!request.print && !diagnostics.some(isError))
    return reportOf(job, { ...made, status: 'checked' }, diagnostics);
  if (printed.pdf === undefined) return reportOf(job, made, diagnostics);
  if (request.signal.aborted) return reportOf(job, made, [...diagnostics, interrupted()]);
  const { pdf } = printed;
  const path = pdfPath(request.out, publication.name, edition.tag);
  const shown = relative(request.root, path).replaceAll('\\', '/');
  const written = job.watch.timeSync('write', () => writeWhole(path, pdf, shown));
  if (written.value === undefined) return reportOf(job, made, [...diagnostics, ...written.diagnostics]);
  const file = basename(pdfName(publication.name, edition.tag));
  const sums = { file, sha256: checksumOf(pdf), bytes: pdf.length };
  return reportOf(job, { ...made, ...sums, status: 'built' }, diagnostics);
};

/** Runs work on a list, so many at a time, in order of the list. */
const inParallel = async <T, R>(
  list: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> => {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < list.length) {
      const index = next;
      next += 1;
      const item = list[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, () => worker()));
  return results;
};

/** An edition that could not even be read. */
const unreadableReports = (publication: Publication, request: BuildRequest): readonly BuiltEdition[] =>
  (publication.unreadable ?? [])
    .filter(({ tag }) => request.languages === undefined || request.languages.includes(tag))
    .map(({ tag, diagnostics }) => ({
      publication: publication.name,
      report: { lang: tag, as: output, status: 'failed', milliseconds: {}, diagnostics },
    }));

/** Builds (or, without `print`, checks) what is asked for. Never rejects for what author or machine can mend. */
export const build = async (request: BuildRequest): Promise<BuildResult> => {
  const machine = readMachine();
  const say = (what: string): void => request.onProgress({ kind: 'message', message: what });
  const leases = leaseBrowser(machine, say);
  // The browser starts while the texts are read.
  void leases.take();
  try {
    const loaded = loadPublications(request);
    const publications = loaded.value ?? [];
    const house = houseOf(request);
    const editions: BuiltEdition[] = publications.flatMap((each) => unreadableReports(each, request));
    for (const edition of editions) request.onProgress({ kind: 'edition', ...edition });
    const jobs: Job[] = [];
    for (const publication of publications) {
      const read: Job[] = [];
      for (const edition of publication.editions) {
        read.push(readJob(publication, edition, house, request));
        // Lets the browser and Ctrl-C be heard between two texts.
        await new Promise((resolve) => setImmediate(resolve));
      }
      jobs.push(...compared(read, publication.settings.source).filter((job) => job.wanted));
    }
    const finished = await inParallel(jobs, request.jobs, async (job) => {
      const built = await finishJob(job, leases, request);
      request.onProgress({ kind: 'edition', ...built });
      return built;
    });
    editions.push(...finished);
    const diagnostics = [...loaded.diagnostics, ...leases.diagnostics()];
    const all = [...diagnostics, ...editions.flatMap(({ report }) => report.diagnostics)];
    return { diagnostics, editions, machineFailed: all.some(isMachineFault) };
  } finally {
    await leases.close();
  }
};
