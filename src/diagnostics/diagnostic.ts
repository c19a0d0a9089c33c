/** A fault that the author, designer or machine's owner can mend: a value, never thrown. */
import type { Place } from '../protocol/place.ts';
import type { RuleId } from './catalogue.ts';

/** An `error` keeps an edition from being printed; a `warning` does not; an `info` is only told. */
export type Severity = 'error' | 'warning' | 'info';

/** Another place that belongs to the fault, e.g. the first definition of a duplicate. */
export interface Related {
  readonly message: string;
  readonly place: Place;
}

/** A place on a page of a finished file: millimetres from the upper left corner of the trimmed page. */
export interface Spot {
  /** The page in the order of the file, counted from 1. */
  readonly page: number;
  /** Absent where all of the page is meant, like the next three. */
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
}

/** One fault of one rule at one place. */
export interface Diagnostic {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** "Unexpected X, expected Y": one sentence without a full stop, code in backticks. */
  readonly message: string;
  readonly place?: Place;
  /** What to do about it. */
  readonly hint?: string;
  readonly related?: readonly Related[];
  /** The printed page number it is about, where only the page is known. */
  readonly folio?: string;
  /** Where on paper it is, the first of such places first. */
  readonly spots?: readonly Spot[];
}

/** What a stage returns: a value where one could be made, and everything there is to say about it. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** True for what forbids a file: the author, designer or owner of the machine must mend it first. */
export const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === 'error';
