import type { Severity } from './diagnostic.ts';

/** One entry of the catalogue: a rule's permanent id is its key there. */
export interface Rule {
  /** What a diagnostic of this rule is, unless the place that raises it says otherwise. */
  readonly severity: Severity;
  /** One line: what is wrong. */
  readonly title: string;
  /** Why it matters, and what to do, for a person who is not a programmer. */
  readonly why: string;
}
