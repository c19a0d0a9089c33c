/** `dist/<publication>/report.json`: what this run says, with what earlier runs said of other editions. */
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { exists } from '../platform/folders.ts';
import { readText } from '../platform/read-file.ts';
import { writeWhole } from '../platform/write-file.ts';
import type { BuiltEdition } from '../project/build-request.ts';
import { nameFrom } from '../project/find-publications.ts';
import { reportFileName } from '../project/outputs.ts';
import { formatReport, mergeReports, parseReport } from '../project/report.ts';
import type { PublicationReport } from '../project/report.ts';

/** The reports of this run alone, by publication, in the order of the editions. */
export const reportsOf = (editions: readonly BuiltEdition[]): readonly PublicationReport[] =>
  [...new Set(editions.map(({ publication }) => publication))].map((publication) =>
    mergeReports(
      publication,
      undefined,
      editions.flatMap((edition) => (edition.publication === publication ? [edition.report] : [])),
    ),
  );

/** Merges each report with the one on disk and writes it whole. Goes out: what the system refused. */
export const writeReports = (
  reports: readonly PublicationReport[],
  out: string,
  root: string,
): readonly Diagnostic[] =>
  reports.flatMap((report) => {
    const path = join(out, report.publication, reportFileName);
    const file = nameFrom(root, path);
    // An earlier report that cannot be read is replaced: it is ours to write, and says nothing any more.
    const earlier = exists(path) ? readText(path, file).value : undefined;
    const merged = mergeReports(
      report.publication,
      earlier === undefined ? undefined : parseReport(earlier),
      report.editions,
    );
    return writeWhole(path, formatReport(merged), file).diagnostics;
  });
