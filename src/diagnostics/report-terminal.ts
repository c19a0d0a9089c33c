/** Diagnostics as a compiler tells them: one line with place, severity, rule and message; below it, indented, what helps. */
import type { Place } from '../protocol/place.ts';
import { formatPlace } from '../protocol/place.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { printable } from './format-printable.ts';

type Paint = (text: string) => string;

/** How parts are coloured; with no colours, each returns what it gets. */
export interface Colours {
  readonly error: Paint;
  readonly warning: Paint;
  readonly info: Paint;
  readonly place: Paint;
  readonly faint: Paint;
}

/** A diagnostic with the edition it belongs to, which stands in for a place where there is none. */
export interface Told {
  /** `azerbaijan-2000 az`; absent for what belongs to no edition. */
  readonly edition?: string;
  readonly diagnostic: Diagnostic;
}

const sameAs = ({ diagnostic }: Told): string => {
  const { rule, severity, message, place, hint, related, folio } = diagnostic;
  return JSON.stringify([rule, severity, message, place, hint, related, folio]);
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const comparePlaces = (a: Place | undefined, b: Place | undefined): number => {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
};

/**
 * The order in which they are told: by file, line and column, those without a place last, else as they came. What several
 * editions say in the same words of the same place (a fault of the template) is told once.
 */
export const arrange = (told: readonly Told[]): readonly Told[] => {
  const seen = new Set<string>();
  const once = told.filter((entry) => {
    // Without a place the edition tells them apart.
    const key = sameAs(entry) + (entry.diagnostic.place === undefined ? (entry.edition ?? '') : '');
    return !seen.has(key) && seen.add(key);
  });
  return once.toSorted((a, b) => comparePlaces(a.diagnostic.place, b.diagnostic.place));
};

/** `20 mm from the left and 35 mm from the top`; empty where all of the page is meant. */
const onPaper = ({ spots }: Diagnostic): readonly string[] => {
  const [first] = spots ?? [];
  if (first?.left === undefined || first.top === undefined) return [];
  return [`${Math.round(first.left)} mm from the left and ${Math.round(first.top)} mm from the top`];
};

const whereOf = ({ edition, diagnostic }: Told): string => {
  const page = diagnostic.folio === undefined ? [] : [`page ${diagnostic.folio}`, ...onPaper(diagnostic)];
  if (diagnostic.place !== undefined) return [formatPlace(diagnostic.place), ...page].join(', ');
  return [...(edition === undefined ? [] : [edition]), ...page].join(', ');
};

/** One diagnostic; lines end without a line end. */
export const formatTold = (told: Told, colours: Colours): string => {
  const { rule, severity, message, hint, related } = told.diagnostic;
  const where = printable(whereOf(told));
  const head = [
    ...(where === '' ? [] : [colours.place(where)]),
    colours[severity](severity),
    colours.faint(rule),
    printable(message),
  ].join('  ');
  const below = [
    ...(hint === undefined ? [] : [`    ${colours.faint('hint:')} ${printable(hint)}`]),
    ...(related ?? []).map(
      (other) => `    ${colours.place(printable(formatPlace(other.place)))}  ${printable(other.message)}`,
    ),
  ];
  return [head, ...below].join('\n');
};

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const countOf = (told: readonly Told[], severity: Severity): number =>
  told.filter(({ diagnostic }) => diagnostic.severity === severity).length;

/** `2 errors, 1 warning`; empty where there is neither. Notices are not counted. */
export const formatCounts = (told: readonly Told[], colours: Colours): string => {
  const [errors, warnings] = [countOf(told, 'error'), countOf(told, 'warning')];
  return [
    ...(errors === 0 ? [] : [colours.error(counted(errors, 'error'))]),
    ...(warnings === 0 ? [] : [colours.warning(counted(warnings, 'warning'))]),
  ].join(', ');
};

/** All of them, arranged, each on its own lines; empty where there is nothing to tell. Ends with a line end. */
export const reportToTerminal = (told: readonly Told[], colours: Colours): string =>
  arrange(told)
    .map((entry) => `${formatTold(entry, colours)}\n`)
    .join('');
