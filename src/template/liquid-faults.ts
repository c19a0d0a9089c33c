/** What Liquid throws, as diagnostics with their places. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import { allMessageKeys, isMessageKey } from '../language/message-keys.ts';
import type { Place } from '../protocol/place.ts';
import type { Layout } from './template.ts';

/** Thrown by the filter `t` where the language cannot give the message. */
export class MessageFault extends Error {
  readonly key: string;

  constructor(key: string, reason: string) {
    super(reason);
    this.key = key;
  }
}

interface LiquidFault extends Error {
  readonly token?: { readonly file?: string; readonly getPosition?: () => readonly number[] };
  readonly originalError?: Error;
}

/** Liquid gathers the faults of a layout into one error, and those of a partial into one inside it. */
const severalIn = (error: unknown): readonly unknown[] => {
  if (!(error instanceof Error)) return [error];
  const { errors, originalError } = error as { readonly errors?: unknown; readonly originalError?: unknown };
  if (Array.isArray(errors)) return errors.flatMap((inner) => severalIn(inner));
  return originalError instanceof Error && 'errors' in originalError ? severalIn(originalError) : [error];
};

const placeOf = (fault: LiquidFault, layouts: ReadonlyMap<string, Layout>, main: string): Place => {
  const name = fault.token?.file ?? main;
  const layout = layouts.get(name) ?? layouts.get(`${name}.liquid`) ?? layouts.get(main);
  const [line = 1, column = 1] = fault.token?.getPosition?.() ?? [];
  return { file: layout?.file ?? main, line, column };
};

/** A message that a layout asks for and no language has. */
export const unknownMessage = (key: string, place: Place): Diagnostic =>
  diagnose('template/unknown-message', `Unexpected message \`${key}\`, expected one of the house's words`, {
    place,
    hint: suggestion(key, allMessageKeys),
  });

const messageFault = (fault: MessageFault, place: Place): Diagnostic =>
  isMessageKey(fault.key)
    ? diagnose(
        'template/liquid-value',
        `Unexpected values for the message \`${fault.key}\`, expected those it needs`,
        {
          place,
          hint: fault.message,
        },
      )
    : unknownMessage(fault.key, place);

/** The engine's own words without the place it appends. */
const firstWords = (message: string): string =>
  (message.split('\n')[0] ?? '').replace(/, (?:file|line):.*$/u, '');

const told = (fault: LiquidFault, place: Place): Diagnostic => {
  if (fault.originalError instanceof MessageFault) return messageFault(fault.originalError, place);
  const words = firstWords(fault.message);
  const [, kind, name] = /^undefined (variable|filter): (.*)$/u.exec(words) ?? [];
  if (kind !== undefined && name !== undefined) {
    return diagnose(
      'template/liquid-value',
      `Unexpected ${kind} \`${name}\`, expected one that layouts have`,
      { place, hint: 'what a layout is given is listed in docs/templates.md' },
    );
  }
  return fault.name === 'RenderError' || fault.name === 'UndefinedVariableError'
    ? diagnose('template/liquid-value', `Unexpected layout, expected what can be rendered: ${words}`, {
        place,
      })
    : diagnose('template/liquid-syntax', `Unexpected layout, expected Liquid: ${words}`, { place });
};

/** Every fault in what the engine threw; `main` is the layout it began with. What is no fault of a layout is thrown on. */
export const liquidFaults = (
  error: unknown,
  layouts: ReadonlyMap<string, Layout>,
  main: string,
): readonly Diagnostic[] =>
  severalIn(error).map((fault) => {
    if (!(fault instanceof Error)) throw error;
    return told(fault, placeOf(fault, layouts, main));
  });
