/** A language made from what its folder says. */
import { createDateWriter } from './dates.ts';
import { createHyphenator, type Hyphenator, type HyphenationRules } from './hyphenate.ts';
import type { FindBreaks } from './hyphenation-source.ts';
import type { Language } from './language.ts';
import type { LanguageSettings } from './language-settings.ts';
import { letterRulesOf } from './letter-rules.ts';
import { createNumberReader, createNumberWriter } from './numbers.ts';
import { once } from './once.ts';
import { createOrdinalWriter } from './ordinals.ts';
import { createTranslator } from './translate.ts';

/** A language that says nothing of hyphenation breaks only the words that a publication gives. */
const unbroken: Omit<HyphenationRules, 'alphabet'> = {
  left: 1,
  right: 1,
  shortest: Number.MAX_SAFE_INTEGER,
  capitals: false,
  capitalised: false,
};

const withHyphenator = (
  language: Omit<Language, 'hyphenate' | 'withExceptions'>,
  hyphenator: Hyphenator,
): Language => ({
  ...language,
  hyphenate: hyphenator.hyphenate,
  withExceptions: (words) => withHyphenator(language, hyphenator.withExceptions(words)),
});

/**
 * Puts a language together from its checked parts. `locale` is what Intl is asked with, `messages` are the entries of
 * messages.json, `findBreaks` gives the breaks of a lower-cased word by patterns.
 */
export const buildLanguage = (
  tag: string,
  locale: string,
  settings: LanguageSettings,
  messages: Readonly<Record<string, string>>,
  findBreaks: FindBreaks,
): Language => {
  const casing = {
    upper: (text: string): string => text.toLocaleUpperCase(locale),
    lower: (text: string): string => text.toLocaleLowerCase(locale),
  };
  const letters = letterRulesOf(settings, casing.upper);
  const number = createNumberWriter(locale, settings.numbers);
  const ordinal = createOrdinalWriter(locale, settings.ordinals);
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction', style: 'long' }));
  const collator = once(() => new Intl.Collator(locale));
  return withHyphenator(
    {
      tag,
      name: settings.name,
      direction: settings.direction,
      letters,
      quotes: settings.quotes,
      noteMark: settings.notes.mark,
      ibidem: settings.notes.ibidem.map(casing.lower),
      message: createTranslator(locale, messages, number),
      date: createDateWriter(locale, settings.dates, ordinal),
      number,
      parseNumber: createNumberReader(locale, settings.numbers),
      ordinal,
      list: (items) => lists().format(items),
      ...casing,
      compare: (a, b) => collator().compare(a, b),
    },
    createHyphenator(
      findBreaks,
      { ...(settings.hyphenation ?? unbroken), alphabet: letters.alphabet },
      casing.lower,
    ),
  );
};
