/** Where a node of a style sheet stands, and faults told there. */
import type { CssNode } from 'css-tree';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { RuleId } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../protocol/place.ts';

/** The place of a node in the file it was parsed from. */
export const cssPlace = (node: CssNode, file: string): Place => ({
  file,
  line: node.loc?.start.line ?? 1,
  column: node.loc?.start.column ?? 1,
});

/** A style sheet being read: the name its places carry, and the faults found in it so far. */
export interface SheetReading {
  readonly file: string;
  readonly faults: Diagnostic[];
}

/** Notes a fault at a node. */
export const fault = (
  reading: SheetReading,
  rule: RuleId,
  node: CssNode,
  message: string,
  hint?: string,
): void => {
  reading.faults.push(diagnose(rule, message, { place: cssPlace(node, reading.file), hint }));
};
