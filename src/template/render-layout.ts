/** Renders a layout (Liquid, https://liquidjs.com/): strict in names, escaped, with no file but the template's own. */
import { Liquid } from 'liquidjs';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Language, MessageValues } from '../language/language.ts';
import type { Place } from '../protocol/place.ts';
import type { Template } from './template.ts';

/** What a filter throws when a message cannot be had; its words tell the designer. */
class MessageFault extends Error {}

/** Keyword arguments of a filter arrive as pairs. */
const messageValues = (given: readonly unknown[]): MessageValues =>
  Object.fromEntries(
    given.flatMap((pair) => {
      if (!Array.isArray(pair)) return [];
      const [name, value] = pair as readonly unknown[];
      return [[String(name), typeof value === 'number' ? value : String(value)] as const];
    }),
  );

const createEngine = (template: Template, language: Language): Liquid => {
  const engine = new Liquid({
    templates: Object.fromEntries([...template.layouts].map(([name, layout]) => [name, layout.text])),
    extname: '.liquid',
    relativeReference: false,
    dynamicPartials: true,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: 'escape',
    catchAllErrors: true,
  });
  engine.registerFilter('t', (key: unknown, ...given: readonly unknown[]) => {
    try {
      return language.message(String(key), messageValues(given));
    } catch (error) {
      throw new MessageFault(`\`${String(key)}\`: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  engine.registerFilter('list', (items: unknown) =>
    language.list(Array.isArray(items) ? items.map(String) : [String(items)]),
  );
  engine.registerFilter('date', (iso: unknown) => (iso === '' ? '' : language.date(String(iso))));
  engine.registerFilter('number', (value: unknown) => language.number(Number(value)));
  engine.registerFilter('upcase', (text: unknown) => language.upper(String(text)));
  engine.registerFilter('downcase', (text: unknown) => language.lower(String(text)));
  return engine;
};

interface LiquidFault extends Error {
  readonly token?: { readonly file?: string; readonly getPosition?: () => readonly number[] };
  readonly originalError?: Error;
}

const placeOf = (fault: LiquidFault, template: Template): Place => {
  const name = fault.token?.file ?? template.layout;
  const layout = template.layouts.get(name) ?? template.layouts.get(`${name}.liquid`);
  const [line = 1, column = 1] = fault.token?.getPosition?.() ?? [];
  return { file: layout?.file ?? template.layout, line, column };
};

/** The parser's own words without the place it appends. */
const firstWords = (message: string): string => (message.split('\n')[0] ?? '').replace(/, (?:file|line):.*$/u, '');

const told = (fault: LiquidFault, template: Template): Diagnostic => {
  const place = placeOf(fault, template);
  const cause = fault.originalError;
  if (cause instanceof MessageFault) {
    return diagnose('template/unknown-message', `Unexpected message ${cause.message}`, {
      place,
      hint: 'the messages stand in messages.json of each language',
    });
  }
  const words = firstWords(fault.message);
  const value = /^undefined (variable|filter): (.*)$/u.exec(words);
  if (value !== null) {
    return diagnose('template/liquid-value', `Unexpected ${value[1] ?? ''} \`${value[2] ?? ''}\`, expected one that layouts have`, {
      place,
      hint: 'what a layout is given is listed in docs/templates.md',
    });
  }
  const rule =
    fault.name === 'RenderError' || fault.name === 'UndefinedVariableError'
      ? 'template/liquid-value'
      : 'template/liquid-syntax';
  return diagnose(rule, `Unexpected Liquid, expected it to be read: ${words}`, { place });
};

/** Liquid gathers the faults of a layout into one error, and those of a partial into one inside it. */
const severalIn = (error: unknown): readonly unknown[] => {
  if (!(error instanceof Error)) return [error];
  const { errors, originalError } = error as { readonly errors?: unknown; readonly originalError?: unknown };
  if (Array.isArray(errors)) return errors.flatMap((inner) => severalIn(inner));
  return originalError instanceof Error && 'errors' in originalError ? severalIn(originalError) : [error];
};

/** Renders the layout with `values`; every fault that Liquid finds is told with its place. */
export const renderLayout = (
  template: Template,
  language: Language,
  values: Readonly<Record<string, unknown>>,
): Outcome<string> => {
  const engine = createEngine(template, language);
  try {
    return { value: String(engine.renderFileSync(template.layout.replace(/\.liquid$/u, ''), values)), diagnostics: [] };
  } catch (error) {
    const faults = severalIn(error);
    return {
      diagnostics: faults.map((fault) => {
        if (fault instanceof Error) return told(fault, template);
        throw error;
      }),
    };
  }
};
