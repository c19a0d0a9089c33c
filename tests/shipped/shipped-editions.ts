/** The publications that ship, set and printed through the real stages: the proof of every edition, and its outputs. */
import { join } from 'node:path';
import { isError, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Manuscript } from '../../src/manuscript/manuscript.ts';
import { leaseBrowser } from '../../src/pipeline/browser-lease.ts';
import { houseOf } from '../../src/pipeline/house.ts';
import { makeOutput, type SharedWork } from '../../src/pipeline/make-output.ts';
import { printEdition, type Proof } from '../../src/pipeline/print-edition.ts';
import { lockUp, readEdition } from '../../src/pipeline/ready-edition.ts';
import { shareWork } from '../../src/pipeline/share-work.ts';
import { startStopwatch } from '../../src/pipeline/stopwatch.ts';
import { dateOfFiles } from '../../src/platform/clock.ts';
import { openThreads } from '../../src/preflight/reading-threads.ts';
import { readMachine } from '../../src/platform/machine.ts';
import { isPdfFile, openPdf, type PdfFile } from '../../src/prepress/pdf-file.ts';
import { loadPublications } from '../../src/project/load-publications.ts';
import type { Output } from '../../src/project/outputs.ts';
import type { Edition, Publication } from '../../src/project/project.ts';
import { checkout } from '../support/run-cli.ts';

/** An edition that is printed. */
export interface ShippedEdition {
  readonly publication: Publication;
  readonly tag: string;
  readonly manuscript: Manuscript;
  readonly proof: Proof;
  readonly work: SharedWork;
  /** The file of an output. */
  readonly output: (output: Output) => Promise<PdfFile>;
}

const watch = startStopwatch(() => undefined);

const request = {
  root: checkout,
  content: join(checkout, 'content'),
  locales: join(checkout, 'locales'),
  templates: join(checkout, 'templates'),
  out: join(checkout, 'dist'),
  publications: [],
  outputs: [],
  jobs: 1,
  print: true,
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

/** What came out, where no error stands beside it. */
const sound = <T>(value: T | undefined, diagnostics: readonly Diagnostic[]): T => {
  const errors = diagnostics.filter((diagnostic) => isError(diagnostic));
  if (value === undefined || errors.length > 0)
    throw new Error(errors.map((each) => each.message).join('\n'));
  return value;
};

/** A file, opened. */
const opened = (bytes: Uint8Array): PdfFile => {
  const file = openPdf(bytes);
  if (!isPdfFile(file)) throw new Error(`expected ${file.expected}`);
  return file;
};

type Lend = ReturnType<typeof leaseBrowser>['take'];

const printed = async (publication: Publication, edition: Edition, lend: Lend): Promise<ShippedEdition> => {
  const house = houseOf(request);
  const { tag } = edition;
  const language = sound(house.language(tag).value, []);
  const template = sound(house.template(publication.settings.template).value, []);
  const tools = { publication, language, template };
  const read = readEdition(edition, tools, watch);
  const manuscript = sound(read.value, read.diagnostics);
  const locked = lockUp(manuscript, tools, watch);
  const forme = sound(locked.value, locked.diagnostics);
  const lease = await lend();
  const { proof, diagnostics } = await printEdition(
    sound(lease.value, lease.diagnostics),
    {
      forme,
      host: `shipped-${publication.name}-${tag}`,
      ordinal: language.ordinal,
      mayPrint: async () => true,
    },
    watch,
  );
  const whole = sound(proof, diagnostics);
  const { meta } = manuscript;
  const date = dateOfFiles(undefined, meta.date ?? publication.settings.date);
  const shared = await shareWork(
    whole,
    { publication, forme, meta, date, threads: openThreads(1, 0) },
    watch,
  );
  const work = sound(shared.value, shared.diagnostics);
  const output = async (wanted: Output): Promise<PdfFile> => {
    const made = await makeOutput(wanted, work, watch);
    return opened(sound(made.value, made.diagnostics));
  };
  return { publication, tag, manuscript, proof: whole, work, output };
};

/** Prints every edition of every publication that ships, one after the other. */
export const shippedEditions = async (): Promise<readonly ShippedEdition[]> => {
  const loaded = loadPublications(request);
  const leases = leaseBrowser(readMachine(), () => undefined);
  const editions: ShippedEdition[] = [];
  try {
    for (const publication of sound(loaded.value, loaded.diagnostics))
      for (const edition of publication.editions)
        editions.push(await printed(publication, edition, leases.take));
  } finally {
    await leases.close();
  }
  return editions;
};
