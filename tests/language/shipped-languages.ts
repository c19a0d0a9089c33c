/** The languages of locales/, loaded for tests. A fault in them fails the test that asks. */
import { join } from 'node:path';
import type { Language } from '../../src/language/language.ts';
import { loadLanguage } from '../../src/language/load-language.ts';
import { expectNoDiagnostics } from '../support/diagnostics.ts';
import { checkout } from '../support/run-cli.ts';

/** The folder of the shipped languages. */
export const shippedLocales: string = join(checkout, 'locales');

/** Loads a language from a folder of languages and fails on any diagnostic. */
export const loadWhole = (locales: string, tag: string): Language => {
  const { value, diagnostics } = loadLanguage(locales, tag, 'locales');
  expectNoDiagnostics(diagnostics);
  if (value === undefined) throw new Error(`${tag} was not loaded`);
  return value;
};

const loaded = new Map<string, Language>();

/** A shipped language, loaded once. */
export const shipped = (tag: string): Language => {
  const language = loaded.get(tag) ?? loadWhole(shippedLocales, tag);
  loaded.set(tag, language);
  return language;
};

/** A word with `-` at every place where the language breaks it; capitals too. */
export const divided = (language: Language, word: string): string => {
  const breaks = language.hyphenate(word, 'shown');
  return word
    .split('')
    .map((unit, index) => (breaks.includes(index) ? `-${unit}` : unit))
    .join('');
};
