/** The lines a run ends with: one for each PDF, its columns aligned. */
import { alignColumns, printable } from '../diagnostics/format-printable.ts';
import type { BuiltEdition } from '../project/build-request.ts';
import { plainOutput } from '../project/outputs.ts';
import type { EditionReport } from '../project/report.ts';

const counted = (count: number | undefined, word: string): string =>
  count === undefined ? '' : `${count} ${word}${count === 1 ? '' : 's'}`;

/** `312 KB`, `1.4 MB`, `3.9 GB`. */
export const formatSize = (bytes: number): string => {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.max(1, Math.round(kilobytes))} KB`;
  const megabytes = kilobytes / 1024;
  return megabytes < 1024 ? `${megabytes.toFixed(1)} MB` : `${(megabytes / 1024).toFixed(1)} GB`;
};

/** `1.2 s`. */
export const formatSeconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

const timeOf = (report: EditionReport): number =>
  Object.values(report.milliseconds).reduce((sum, stage) => sum + stage, 0);

const errorsOf = (report: EditionReport): number =>
  report.diagnostics.filter(({ severity }) => severity === 'error').length;

/** What is to be shown of an edition. */
export interface ShownEdition extends BuiltEdition {
  /** Path of its PDF, as a person would type it. */
  readonly path: string;
  /** A PDF of an earlier build lies at `path`. Counts where this build failed. */
  readonly earlier: boolean;
}

const lastCell = ({ report, path, earlier }: ShownEdition): string => {
  if (report.status === 'built') return path;
  if (report.status === 'checked') return 'checked';
  const errors = errorsOf(report);
  // What keeps an edition without errors of its own from being printed stands in publication.yaml.
  const reason = errors === 0 ? 'not printed' : counted(errors, 'error');
  return `failed: ${reason}${earlier ? `; the earlier ${path} is still there` : ''}`;
};

/** `az`, or `az booklet`: plain `print` needs no name. */
export const nameOf = ({ lang, as }: EditionReport): string => (as === plainOutput ? lang : `${lang} ${as}`);

const cellsOf = (edition: ShownEdition): readonly string[] => {
  const { publication, report } = edition;
  return [
    publication,
    nameOf(report),
    counted(report.pages, 'page'),
    counted(report.notes, 'note'),
    report.bytes === undefined ? '' : formatSize(report.bytes),
    formatSeconds(timeOf(report)),
    lastCell(edition),
  ].map(printable);
};

const numbers = new Set([2, 3, 4, 5]);

/**
 * One line for each edition, in the order given, without line ends; those of failed editions through `paintFailed`. Columns
 * that are empty in all are left out.
 */
export const formatEditions = (
  editions: readonly ShownEdition[],
  paintFailed: (text: string) => string,
): readonly string[] => {
  const rows = editions.map(cellsOf);
  const used = [0, 1, 2, 3, 4, 5, 6].filter((column) => rows.some((row) => row[column] !== ''));
  const right = new Set(used.flatMap((column, index) => (numbers.has(column) ? [index] : [])));
  const lines = alignColumns(
    rows.map((row) => used.map((column) => row[column] ?? '')),
    right,
  );
  return lines.map((line, index) => (editions[index]?.report.status === 'failed' ? paintFailed(line) : line));
};
