/** Preflight of a build: proves that every page shows what makeup put there. Judges only, never writes. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SheetSetup } from '../prepress/page-boxes.ts';
import { pagesOf } from '../prepress/page-tree.ts';
import { isPdfFile, openPdf, type PdfFile } from '../prepress/pdf-file.ts';
import type { PdfFault } from '../prepress/pdf-syntax.ts';
import { proofScale } from '../prepress/proof-scale.ts';
import type { ExpectedPage } from '../protocol/paginator.ts';
import { describeFinding } from './describe-findings.ts';
import { judgeFonts, type FontUse } from './judge-fonts.ts';
import { judgeSheets } from './judge-sheets.ts';
import { noteFinder } from './note-finder.ts';
import { readInThreads } from './read-in-threads.ts';
import { openThreads } from './reading-threads.ts';
import { fontKey, type Reading } from './read-pages.ts';

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

const firstUses = (readings: readonly Reading[]): readonly FontUse[] => {
  const uses = new Map<string, FontUse>();
  for (const use of readings.flatMap((reading) => reading.fonts)) {
    const key = fontKey(use);
    if (!uses.has(key)) uses.set(key, use);
  }
  return [...uses.values()];
};

const folioOf = ({ folios }: ProofExpectation): ((page: number) => string) => {
  return (page) => folios[page] ?? String(page + 1);
};

/**
 * What is wrong with the pages as sheets: their number, size or scale. Where something is, their lines are not judged: each would be
 * wrong for that one reason.
 */
export const verifySheets = (file: PdfFile, expected: ProofExpectation): readonly Diagnostic[] =>
  judgeSheets(pagesOf(file), proofScale(file), {
    ...expected,
    count: expected.pages.length,
    folio: folioOf(expected),
  });

/** Everything that is not as expected in pages that were read; nothing means that they are proved. */
export const verifyReadings = (
  file: PdfFile,
  readings: readonly Reading[],
  expected: ProofExpectation,
): readonly Diagnostic[] => {
  const folio = folioOf(expected);
  const noteAt = noteFinder(file, expected.pages);
  return [
    ...judgeFonts(firstUses(readings), expected.fonts, folio),
    ...readings.flatMap((reading) =>
      reading.findings.map((finding) => describeFinding(finding, folio, noteAt)),
    ),
  ];
};

/** Proves the pages of a finished file alone, whatever it is meant for. */
export const verifyProof = async (
  bytes: Uint8Array,
  expected: ProofExpectation,
): Promise<readonly Diagnostic[]> => {
  const file = openPdf(bytes);
  if (!isPdfFile(file)) return [unreadableFile(file)];
  const sheets = verifySheets(file, expected);
  if (sheets.length > 0) return sheets;
  const order = { first: 0, count: expected.pages.length, purpose: undefined, expected: expected.pages };
  const threads = openThreads(expected.readers, order.count);
  try {
    return verifyReadings(file, await readInThreads(file, order, threads), expected);
  } finally {
    threads.close();
  }
};

/** Told of bytes that are no PDF. */
export const unreadableFile = (fault: PdfFault): Diagnostic =>
  diagnose('preflight/unreadable', `Unexpected bytes at ${fault.at}, expected ${fault.expected}`, {
    hint: 'the file is damaged or no PDF: save it again with the program that made it',
  });
