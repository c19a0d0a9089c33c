/** A language made from what its folder says. */
import type { TypographyRule } from '../protocol/typography.ts';
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
import { createTypography } from './typography/create-typography.ts';
import { noTypography } from './typography/typography.ts';
import type { Typography } from './typography/typography.ts';

/** A language that says nothing of hyphenation breaks only the words that a publication gives. */
const unbroken: Omit<HyphenationRules, 'alphabet'> = {
  left: 1,
  right: 1,
  shortest: Number.MAX_SAFE_INTEGER,
  capitals: false,
  capitalised: false,
};

type Switches = Readonly<Partial<Record<TypographyRule, boolean>>>;

/** What a publication may change of a language: how its words are divided, which rules of typography are on. */
interface Changeable {
  readonly hyphenator: Hyphenator;
  readonly typographyWith: (switches: Switches) => Typography;
  readonly switches: Switches;
}

type Fixed = Omit<Language, 'hyphenate' | 'withExceptions' | 'typography' | 'withRules'>;

const withChanges = (fixed: Fixed, changeable: Changeable): Language => {
  const { hyphenator, typographyWith, switches } = changeable;
  return {
    ...fixed,
    hyphenate: hyphenator.hyphenate,
    typography: typographyWith(switches),
    withExceptions: (words) =>
      withChanges(fixed, { ...changeable, hyphenator: hyphenator.withExceptions(words) }),
    withRules: (more) => withChanges(fixed, { ...changeable, switches: { ...switches, ...more } }),
  };
};

/** Makes a language's typography for the switches given; it is compiled when a text is first set. */
const typographyMaker = (
  locale: string,
  settings: LanguageSettings,
  ordinal: (n: number) => string,
  lower: (text: string) => string,
): Changeable['typographyWith'] => {
  const { typography, numbers, ordinals } = settings;
  if (typography === undefined) return () => noTypography;
  const source = {
    settings: typography,
    quotes: settings.quotes,
    noteMark: settings.notes.mark,
    numbers: {
      decimal: numbers.decimal,
      group: numbers.group,
      groupFrom: numbers['group-from'],
      groupFromInColumns: numbers['group-from-in-columns'],
    },
    ordinals: {
      pattern: ordinals.pattern,
      suffixes: [...Object.values(ordinals.suffixes), ...ordinals.multiples.map(({ suffix }) => suffix)],
    },
    ordinal,
    locale,
    lower,
  };
  return (switches) => {
    const rules = once(() =>
      createTypography(source, (rule) => switches[rule] ?? !typography.off.includes(rule)),
    );
    return {
      edits: (text) => rules().edits(text),
      ties: (text) => rules().ties(text),
      doubts: (text, kind) => rules().doubts(text, kind),
      columnDoubts: (cells) => rules().columnDoubts(cells),
    };
  };
};

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
  return withChanges(
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
    {
      hyphenator: createHyphenator(
        findBreaks,
        { ...(settings.hyphenation ?? unbroken), alphabet: letters.alphabet },
        casing.lower,
      ),
      typographyWith: typographyMaker(locale, settings, ordinal, casing.lower),
      switches: {},
    },
  );
};
