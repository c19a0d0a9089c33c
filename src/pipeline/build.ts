/**
 * The order of the work: from publications to PDFs in their place. Texts are read one after the other; the pages of one
 * are set in the browser while the next is read here.
 */
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { compareEditions } from '../manuscript/compare-editions.ts';
import type { Machine } from '../platform/machine.ts';
import { isMachineFault } from '../platform/machine-fault.ts';
import type { BuildRequest, BuildResult, BuiltEdition } from '../project/build-request.ts';
import type { Publication } from '../project/project.ts';
import type { BrowserLeases } from './browser-lease.ts';
import type { Job, Workshop } from './edition-job.ts';
import { finishJob, readJob } from './edition-job.ts';
import { isWanted, unreadableReports } from './edition-reports.ts';
import { houseOf } from './house.ts';
import type { TaskPool } from './task-pool.ts';
import { taskPool } from './task-pool.ts';

/** Differences of each edition from the source language, by tag. */
type Differences = ReadonlyMap<string, readonly Diagnostic[]>;

/** Holds the editions of a publication against its source language; what differs belongs to the edition that differs. */
const compared = (jobs: readonly Job[], source: string): Differences => {
  const original = jobs.find((job) => job.edition.tag === source)?.manuscript;
  const differences = new Map<string, readonly Diagnostic[]>();
  for (const { edition, manuscript } of jobs) {
    if (original === undefined || manuscript === undefined || manuscript === original) continue;
    differences.set(edition.tag, compareEditions(original, [manuscript]));
  }
  return differences;
};

/** Lets the browser and Ctrl-C be heard between two texts. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const buildPublication = async (
  publication: Publication,
  workshop: Workshop,
  pool: TaskPool,
): Promise<readonly Promise<readonly BuiltEdition[]>[]> => {
  let tell: (differences: Differences) => void = () => undefined;
  const differences = new Promise<Differences>((resolve) => {
    tell = resolve;
  });
  const jobs: Job[] = [];
  const finished: Promise<readonly BuiltEdition[]>[] = [];
  for (const edition of publication.editions) {
    const job = readJob(publication, edition, workshop);
    jobs.push(job);
    if (job.wanted) {
      const own = differences.then((all) => all.get(edition.tag) ?? []);
      finished.push(pool.run(() => finishJob(job, own, workshop)));
      // It is awaited once all texts are read; until then its failure is nobody's surprise.
      finished.at(-1)?.catch(() => undefined);
    }
    await breathe();
  }
  tell(compared(jobs, publication.settings.source));
  return finished;
};

/** Builds (or, without `print`, checks) publications. Never rejects for what author or machine can mend. */
export const buildPublications = async (
  request: BuildRequest,
  machine: Machine,
  loaded: Outcome<readonly Publication[]>,
  leases: BrowserLeases,
): Promise<BuildResult> => {
  const publications = loaded.value ?? [];
  const wanted = publications.flatMap(({ editions }) => editions.filter(({ tag }) => isWanted(request, tag)));
  const readers = wanted.length === 1 ? machine.cores : 1;
  const workshop: Workshop = { request, machine, house: houseOf(request), leases, readers };
  const pool = taskPool(request.jobs);
  const unreadable = publications.flatMap((each) => unreadableReports(each, request));
  for (const edition of unreadable) request.onProgress({ kind: 'edition', ...edition });
  const finished: Promise<readonly BuiltEdition[]>[] = [];
  for (const publication of publications) {
    finished.push(...(await buildPublication(publication, workshop, pool)));
  }
  const built = [...unreadable, ...(await Promise.all(finished)).flat()];
  const diagnostics = [...loaded.diagnostics, ...leases.diagnostics()];
  const all = [...diagnostics, ...built.flatMap(({ report }) => report.diagnostics)];
  return { diagnostics, editions: built, machineFailed: all.some(isMachineFault) };
};
