/** The Liquid engine (https://liquidjs.com/): strict in names, escaped, with no file but the template's own layouts. */
import { Liquid } from 'liquidjs';
import type { Layout } from './template.ts';

/** The filters of layouts: those that a language makes. */
export const filterNames = ['t', 'list', 'date', 'number', 'upcase', 'downcase', 'capitalize'] as const;

/** A filter of a layout: the value before it, its arguments (keyword arguments as pairs). */
export type LayoutFilter = (value: unknown, ...given: readonly unknown[]) => string;

/** What each filter does. */
export type LayoutFilters = Readonly<Record<(typeof filterNames)[number], LayoutFilter>>;

/** An engine over the layouts of one template. */
export const createEngine = (layouts: ReadonlyMap<string, Layout>, filters: LayoutFilters): Liquid => {
  const engine = new Liquid({
    templates: Object.fromEntries([...layouts].map(([name, layout]) => [name, layout.text])),
    extname: '.liquid',
    relativeReference: false,
    dynamicPartials: true,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: 'escape',
    catchAllErrors: true,
    // A loop over a range makes a list of it: one of a thousand million would end the program.
    memoryLimit: 20_000_000,
  });
  for (const name of filterNames) engine.registerFilter(name, filters[name]);
  return engine;
};

/** A layout's name as the engine looks it up: it adds `.liquid` itself. */
export const lookupName = (name: string): string => name.replace(/\.liquid$/u, '');
