/**
 * Preflight of a build: opens the finished bytes again, knowing nothing of how they were made, and proves that every page shows
 * what makeup put there. Judges only, never writes.
 */
import { Worker } from 'node:worker_threads';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compiledFile } from '../platform/compiled.ts';
import { kindOf } from '../platform/folders.ts';
import type { SheetSetup } from '../prepress/page-boxes.ts';
import { pagesOf } from '../prepress/page-tree.ts';
import { isPdfFile, openPdf, type PdfFile } from '../prepress/pdf-file.ts';
import { proofScale } from '../prepress/proof-scale.ts';
import type { ExpectedPage } from '../protocol/paginator.ts';
import { describeFinding } from './describe-findings.ts';
import { judgeFonts, type FontUse } from './judge-fonts.ts';
import { judgeSheets } from './judge-sheets.ts';
import { noteFinder } from './note-finder.ts';
import { fontKey, readPages, type Reading } from './read-pages.ts';
import type { ThreadOrder } from './read-pages-worker.ts';

/** What the finished file must be. */
export interface ProofExpectation extends SheetSetup {
  /** What every page must show, in order. */
  readonly pages: readonly ExpectedPage[];
  /** The printed number of every page. */
  readonly folios: readonly string[];
  /** Families that may be used. */
  readonly fonts: readonly string[];
  /** Threads to read with, at least one; one reads here. */
  readonly readers: number;
}

const readInThread = (worker: string, order: ThreadOrder): Promise<Reading> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(worker, { workerData: order });
    thread.once('message', resolve);
    thread.once('error', reject);
  });

/** A thread costs as much to start as reading some dozens of pages. */
const fewestPages = 40;

const readAll = async (file: PdfFile, expected: ProofExpectation): Promise<readonly Reading[]> => {
  const { pages } = expected;
  const worker = compiledFile('preflight/read-pages-worker.js');
  const readers = Math.max(1, Math.min(expected.readers, Math.floor(pages.length / fewestPages)));
  if (readers === 1 || kindOf(worker) !== 'file') return [readPages(file, { first: 0, pages })];
  const share = Math.ceil(pages.length / readers);
  const orders = Array.from({ length: readers }, (_, index) => ({
    bytes: file.bytes,
    first: index * share,
    pages: pages.slice(index * share, (index + 1) * share),
  }));
  const elsewhere = orders.slice(1).map((order) => readInThread(worker, order));
  const [own] = orders;
  const reading = own === undefined ? [] : [readPages(file, own)];
  return [...reading, ...(await Promise.all(elsewhere))];
};

const firstUses = (readings: readonly Reading[]): readonly FontUse[] => {
  const uses = new Map<string, FontUse>();
  for (const use of readings.flatMap((reading) => reading.fonts)) {
    const key = fontKey(use);
    if (!uses.has(key)) uses.set(key, use);
  }
  return [...uses.values()];
};

/**
 * Verifies a finished file. Resolves with everything that is not as expected; nothing means that it is proved. Where the pages
 * themselves are wrong (their number, size or scale), their lines are not judged: each would be wrong for that one reason.
 */
export const verifyProof = async (
  bytes: Uint8Array,
  expected: ProofExpectation,
): Promise<readonly Diagnostic[]> => {
  const file = openPdf(bytes);
  if (!isPdfFile(file))
    return [diagnose('preflight/unreadable', `Unexpected bytes at ${file.at}, expected ${file.expected}`)];
  const folio = (page: number): string => expected.folios[page] ?? String(page + 1);
  const sheets = judgeSheets(pagesOf(file), proofScale(file), {
    ...expected,
    count: expected.pages.length,
    folio,
  });
  if (sheets.length > 0) return sheets;
  const readings = await readAll(file, expected);
  const noteAt = noteFinder(file, expected.pages);
  return [
    ...judgeFonts(firstUses(readings), expected.fonts, folio),
    ...readings.flatMap((reading) =>
      reading.findings.map((finding) => describeFinding(finding, folio, noteAt)),
    ),
  ];
};
