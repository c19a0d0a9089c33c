/** Faults in the order in which an author meets them, and not more than can be read. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../project/project.ts';

/** Most faults of one rule in an edition; nobody reads the thousandth of a kind. */
const mostOfOneRule = 200;

/** Comes in: faults in any order; goes out: by file, line and column, with a last word on those left off. */
export const orderFaults = (faults: readonly Diagnostic[], edition: Edition): readonly Diagnostic[] => {
  const order = new Map(edition.sources.map(({ file }, index) => [file, index]));
  const sorted = faults.toSorted((a, b) => {
    if (a.place === undefined || b.place === undefined) return 0;
    const files =
      (order.get(a.place.file) ?? edition.sources.length) -
      (order.get(b.place.file) ?? edition.sources.length);
    return files || a.place.line - b.place.line || a.place.column - b.place.column;
  });
  const counts = new Map<Diagnostic['rule'], number>();
  return sorted.flatMap((fault) => {
    const count = (counts.get(fault.rule) ?? 0) + 1;
    counts.set(fault.rule, count);
    if (count <= mostOfOneRule) return [fault];
    if (count > mostOfOneRule + 1) return [];
    const total = faults.filter(({ rule }) => rule === fault.rule).length;
    return [
      diagnose(fault.rule, `Unexpected ${total - mostOfOneRule} more faults of this kind, expected none`, {
        place: fault.place,
        severity: fault.severity,
        hint: 'mend those above first',
      }),
    ];
  });
};
