/** What a rule has to say, before it is gathered and put into a diagnostic: plain data that a thread can send. */
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { PdfRectangle } from '../prepress/page-tree.ts';

/** Where on paper a fault is. */
export interface FaultPlace {
  /** Counted from 0. */
  readonly page: number;
  /** In points of the page; absent where all of the page is meant. */
  readonly box?: PdfRectangle | undefined;
}

/** One fault of one rule. */
export interface Fault {
  readonly rule: RuleId;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity | undefined;
  /** "Unexpected X, expected Y". */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  readonly at?: FaultPlace | undefined;
  /** What tells it apart from other faults of its rule; those alike are told once, with the number of pages. */
  readonly about?: string | undefined;
}
