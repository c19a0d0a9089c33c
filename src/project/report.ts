/**
 * The report of a publication: one JSON file beside its PDFs. The shape is described for readers in `docs/report.md`;
 * `schema` is raised when a field changes its meaning or goes.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** The stages of an edition, in the order in which they run. */
export const stages = [
  'read',
  'manuscript',
  'language',
  'template',
  'browser',
  'galley',
  'makeup',
  'compose',
  'print',
  'prepress',
  'preflight',
  'write',
] as const;

/** One of the stages. */
export type Stage = (typeof stages)[number];

/** How pages and lines stand; counts, but for `meanSlack`, which is in body lines, and for shares, from 0 to 1. */
export interface Quality {
  /** Pages with an inner gap of three lines or more. */
  readonly holes: number;
  readonly widows: number;
  readonly orphans: number;
  /** Notes whose first line is not on the page of their call. */
  readonly lateNotes: number;
  /** Notes that go on on another page. */
  readonly splitNotes: number;
  readonly meanSlack: number;
  /** Lines of the text that do not stand on the baseline grid of their page. */
  readonly offGrid: number;
  /** Share of the justified lines whose mean word space is wider than half an em. */
  readonly looseLines: number;
  /** Share of the lines that end in a hyphen which the word itself does not have. */
  readonly hyphenatedLines: number;
  /** Most lines in a row that end so. */
  readonly maxLadder: number;
  /** Lines that end so although the two lines above them do: permitted only where the line would otherwise be very loose. */
  readonly thirdHyphens: number;
  /** Last lines of paragraphs that are shorter than an indent. */
  readonly runts: number;
}

/** What became of one output of one edition. */
export interface EditionReport {
  /** BCP 47. */
  readonly lang: string;
  /** The output, e.g. `print`. */
  readonly as: string;
  /** `built`: the file is in place. `checked`: nothing was to be written. `failed`: no new file; an older one may stand. */
  readonly status: 'built' | 'checked' | 'failed';
  /** Name of the PDF inside the publication's folder of `dist`; present when built. */
  readonly file?: string;
  /** Of the file, in hexadecimal. */
  readonly sha256?: string;
  readonly bytes?: number;
  readonly pages?: number;
  readonly notes?: number;
  readonly words?: number;
  /** Wall-clock time by stage; a stage that did not run is absent. */
  readonly milliseconds: Readonly<Partial<Record<Stage, number>>>;
  readonly quality?: Quality;
  readonly diagnostics: readonly Diagnostic[];
}

/** `dist/<publication>/report.json`. */
export interface PublicationReport {
  readonly schema: 1;
  readonly publication: string;
  readonly editions: readonly EditionReport[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEntry = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['lang'] === 'string' &&
  typeof value['as'] === 'string' &&
  typeof value['status'] === 'string';

/**
 * Reads an earlier report back. Comes in: the text of report.json; goes out: the report, or undefined where the text is
 * not one of ours (an older schema, cut short, written by hand): it is then replaced as a whole.
 */
export const parseReport = (text: string): PublicationReport | undefined => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(json) || json['schema'] !== 1 || typeof json['publication'] !== 'string') return undefined;
  const editions = json['editions'];
  if (!Array.isArray(editions) || !editions.every(isEntry)) return undefined;
  // The entries are only carried over, never read by the program: their inner fields need no proof.
  return { schema: 1, publication: json['publication'], editions: editions as readonly EditionReport[] };
};

const keyOf = (report: EditionReport): string => `${report.lang} ${report.as}`;

/**
 * The new report of a publication: what was worked on now replaces the old entries of the same language and output, the
 * others are kept. Ordered by language, then output, so that the same entries always make the same file.
 */
export const mergeReports = (
  publication: string,
  earlier: PublicationReport | undefined,
  now: readonly EditionReport[],
): PublicationReport => {
  const entries = new Map<string, EditionReport>();
  for (const report of earlier?.editions ?? []) entries.set(keyOf(report), report);
  for (const report of now) entries.set(keyOf(report), report);
  const keys = [...entries.keys()].sort();
  return { schema: 1, publication, editions: keys.flatMap((key) => entries.get(key) ?? []) };
};

/** The report as it is written to disk: JSON, indented, with a line end. */
export const formatReport = (report: PublicationReport): string =>
  `${JSON.stringify(report, undefined, 2)}\n`;
