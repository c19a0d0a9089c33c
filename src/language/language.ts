/** How a language is set, and the house's words in it: built only from `locales/<tag>/`. */
import type { LetterRules } from './judge-letters.ts';

import type { TypographyRule } from '../protocol/typography.ts';
import type { Typography } from './typography/typography.ts';

/** Values for the placeholders of a message. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Quotation marks of one depth. */
export interface QuotePair {
  readonly open: string;
  readonly close: string;
}

/** What the rooms after this one need of a language; everything is data from language.yaml or made from it. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** The language's own name, from language.yaml. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Its alphabet, and letters that are mistaken for those. */
  readonly letters: LetterRules;
  /** Quotes by depth. */
  readonly quotes: readonly QuotePair[];
  /** `before` or `after`: where a note mark stands to the stop or comma. */
  readonly noteMark: 'before' | 'after';
  /** Words like Ibid.: a note that begins so points at the note before. Lower-cased in the language. */
  readonly ibidem: readonly string[];
  /** A message of the house by key, plural by `count`. Throws for an unknown key (our bug: keys are checked on loading). */
  readonly message: (key: string, values?: MessageValues) => string;
  /** `2000`, `2000-06`, `2000-06-01` → the date as the language writes it in running text. Throws RangeError for no date. */
  readonly date: (iso: string) => string;
  /** A whole or decimal number as the language prints it in running text. */
  readonly number: (value: number) => string;
  /**
   * The value of a number written as this language may print it, with its percent or currency sign; undefined for what is
   * no single number (a range, a date, a word).
   */
  readonly parseNumber: (text: string) => number | undefined;
  /** The ordinal of n as the language writes it after a figure (`4th`, `4-cü`, `4-я`). */
  readonly ordinal: (n: number) => string;
  /** `A, B and C`. */
  readonly list: (items: readonly string[]) => string;
  readonly upper: (text: string) => string;
  readonly lower: (text: string) => string;
  readonly compare: (a: string, b: string) => number;
  /**
   * Positions in `word` (UTF-16 code units, 1 … length-1, ascending) where it may break. Bare words only: letters and their
   * accents. `as-set`, the default, gives the breaks that the page uses: short words, abbreviations and names stay whole as
   * language.yaml says. `shown` gives all there are.
   */
  readonly hyphenate: (word: string, which?: 'as-set' | 'shown') => readonly number[];
  /** Quotes, dashes, spaces and signs: what is changed, kept together and doubted in a block of text. */
  readonly typography: Typography;
  /** The same with rules of typography switched on or off; those that are not named stay as language.yaml has them. */
  readonly withRules: (switches: Readonly<Partial<Record<TypographyRule, boolean>>>) => Language;
  /** The same with a publication's exceptions (`az-bu-ka`), which win. */
  readonly withExceptions: (words: readonly string[]) => Language;
}
