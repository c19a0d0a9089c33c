/** Renders a layout with what an edition gives it. */
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { Language, MessageValues } from '../language/language.ts';
import type { LayoutFilters } from './liquid-engine.ts';
import { createEngine, lookupName } from './liquid-engine.ts';
import { liquidFaults, MessageFault } from './liquid-faults.ts';
import type { Template } from './template.ts';

/** Keyword arguments of a filter arrive as pairs. */
const messageValues = (given: readonly unknown[]): MessageValues =>
  Object.fromEntries(
    given.flatMap((pair) => {
      if (!Array.isArray(pair)) return [];
      const [name, value] = pair as readonly unknown[];
      return [[String(name), typeof value === 'number' ? value : String(value)] as const];
    }),
  );

/** The filters of a language; those of Liquid with the same names know none. */
const languageFilters = (language: Language): LayoutFilters => ({
  t: (key, ...given) => {
    try {
      return language.message(String(key), messageValues(given));
    } catch (error) {
      throw new MessageFault(String(key), error instanceof Error ? error.message : String(error));
    }
  },
  list: (items) => language.list(Array.isArray(items) ? items.map(String) : [String(items)]),
  date: (iso) => (iso === '' ? '' : language.date(String(iso))),
  number: (value) => language.number(Number(value)),
  upcase: (text) => language.upper(String(text)),
  downcase: (text) => language.lower(String(text)),
  capitalize: (text) => String(text).replace(/^\p{L}/u, (letter) => language.upper(letter)),
});

/** Renders the layout of a template with `values`; every fault that Liquid finds is told with its place. */
export const renderLayout = (
  template: Template,
  language: Language,
  values: Readonly<Record<string, unknown>>,
): Outcome<string> => {
  const engine = createEngine(template.layouts, languageFilters(language));
  try {
    const rendered: unknown = engine.renderFileSync(lookupName(template.layout), values);
    return { value: String(rendered), diagnostics: [] };
  } catch (error) {
    return { diagnostics: liquidFaults(error, template.layouts, template.layout) };
  }
};
