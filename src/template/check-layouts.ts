/** Judges the layouts of a template before any manuscript is there, branches that are seldom taken too. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isMessageKey } from '../language/message-keys.ts';
import type { Place } from '../protocol/place.ts';
import type { LayoutFilters } from './liquid-engine.ts';
import { createEngine } from './liquid-engine.ts';
import { liquidFaults, unknownMessage } from './liquid-faults.ts';
import type { Layout } from './template.ts';

const placeAt = (layout: Layout, offset: number): Place => {
  const before = layout.text.slice(0, offset);
  return {
    file: layout.file,
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
  };
};

/** Keys written out before the filter `t`. */
const messageFaults = (layout: Layout): readonly Diagnostic[] =>
  [...layout.text.matchAll(/(['"])([^'"\n]*)\1\s*\|\s*t\b/gu)].flatMap((match) => {
    const key = match[2] ?? '';
    return isMessageKey(key) ? [] : [unknownMessage(key, placeAt(layout, match.index))];
  });

const unchanged = String;

/** Parsing asks only whether a filter is there. */
const namesAlone: LayoutFilters = {
  t: unchanged,
  list: unchanged,
  date: unchanged,
  number: unchanged,
  upcase: unchanged,
  downcase: unchanged,
  capitalize: unchanged,
};

/** Every fault of syntax, and every message that no language has. */
export const checkLayouts = (layouts: ReadonlyMap<string, Layout>): readonly Diagnostic[] => {
  const engine = createEngine(layouts, namesAlone);
  return [...layouts].flatMap(([name, layout]) => {
    try {
      engine.parse(layout.text, name);
      return messageFaults(layout);
    } catch (error) {
      return liquidFaults(error, layouts, name);
    }
  });
};
