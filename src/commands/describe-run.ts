/** What a run has to say, as text: pure. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatCounts, reportToTerminal } from '../diagnostics/report-terminal.ts';
import type { Colours, Told } from '../diagnostics/report-terminal.ts';
import type { BuildResult } from '../project/build-request.ts';
import { formatEditions, nameOf } from './edition-lines.ts';
import type { ShownEdition } from './edition-lines.ts';
import { reportsOf } from './write-reports.ts';

/**
 * Everything a run has to say, each diagnostic with the edition it belongs to. What all outputs of an edition have in common (it is
 * the same value in the entry of each) is told with the first.
 */
export const toldBy = (result: BuildResult): readonly Told[] => {
  const known = new Set<Diagnostic>();
  return [
    ...result.diagnostics.map((diagnostic) => ({ diagnostic })),
    ...result.editions.flatMap(({ publication, report }) =>
      report.diagnostics.flatMap((diagnostic) => {
        if (known.has(diagnostic)) return [];
        known.add(diagnostic);
        return [{ edition: `${publication} ${nameOf(report)}`, diagnostic }];
      }),
    ),
  ];
};

/** All diagnostics of a run. */
export const diagnosticsOf = (result: BuildResult): readonly Diagnostic[] =>
  toldBy(result).map(({ diagnostic }) => diagnostic);

/** The object that `--json` prints, with a line end: see docs/report.md. */
export const formatResult = (result: BuildResult, status: number): string => {
  const { diagnostics, editions } = result;
  const object = { schema: 1, status, publications: reportsOf(editions), diagnostics };
  return `${JSON.stringify(object, undefined, 2)}\n`;
};

const asLines = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** The faults of a run, with a line end; empty where there are none. */
export const formatFaults = (result: BuildResult, colours: Colours): string =>
  reportToTerminal(toldBy(result), colours);

/** A line for each edition. */
export const formatLines = (editions: readonly ShownEdition[], colours: Colours): string =>
  asLines(formatEditions(editions, colours.error));

/** `2 errors, 1 warning`, with a line end; empty where there is neither. */
export const formatVerdict = (result: BuildResult, colours: Colours): string => {
  const counts = formatCounts(toldBy(result), colours);
  return counts === '' ? '' : `${counts}\n`;
};
