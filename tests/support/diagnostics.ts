/**
 * What a test expects to be told. The expectation stands in the source under test: `⟦rule⟧` marks the place of a fault,
 * `⟦rule severity⟧` its severity too. The marks are taken out before the text is used.
 *
 *     const { text, expected } = marked('en.md', 'A call⟦manuscript/note-undefined⟧[^x]\n');
 *     expectDiagnostics(parse(text).diagnostics, expected);
 */
import { expect } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Place } from '../../src/protocol/place.ts';

/** A text without its marks, and what they said, one line each: `file:line:column rule [severity]`. */
export interface MarkedText {
  readonly text: string;
  readonly expected: readonly string[];
}

const mark = /⟦([a-z]+\/[a-z0-9-]+)(?: (error|warning|info))?⟧/g;

/** Takes the marks out of a text. Lines and columns count from 1, columns in UTF-16 units as unist does. */
export const marked = (file: string, source: string): MarkedText => {
  const expected: string[] = [];
  let text = '';
  let last = 0;
  for (const match of source.matchAll(mark)) {
    text += source.slice(last, match.index);
    last = match.index + match[0].length;
    const line = text.split('\n').length;
    const column = text.length - text.lastIndexOf('\n');
    const severity = match[2] === undefined ? '' : ` ${match[2]}`;
    expected.push(`${file}:${line}:${column} ${match[1]}${severity}`);
  }
  return { text: text + source.slice(last), expected };
};

const placeText = (place: Place | undefined): string =>
  place === undefined ? '-' : `${place.file}:${place.line}:${place.column}`;

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Fails unless the diagnostics are exactly those expected, in any order: one line each, `file:line:column rule` or
 * `file:line:column rule severity`; `-` for a diagnostic without a place; a rule alone where the place does not matter.
 * The failure shows every diagnostic with its message.
 */
export const expectDiagnostics = (actual: readonly Diagnostic[], expected: readonly string[] = []): void => {
  const rest = [...expected];
  const lines = actual.map((diagnostic) => {
    const full = `${placeText(diagnostic.place)} ${diagnostic.rule}`;
    const forms = [`${full} ${diagnostic.severity}`, full, diagnostic.rule];
    const at = rest.findIndex((line) => forms.includes(line));
    if (at === -1) return `${forms[0]} UNEXPECTED: ${diagnostic.message}`;
    return rest.splice(at, 1)[0] ?? full;
  });
  expect(lines.sort(byCodeUnits), `what was told:\n${lines.join('\n')}\n`).toEqual(
    [...expected].sort(byCodeUnits),
  );
};

/** Fails on any diagnostic at all. */
export const expectNoDiagnostics = (actual: readonly Diagnostic[]): void => {
  expectDiagnostics(actual, []);
};
