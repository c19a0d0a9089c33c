/** Numbers as a language prints and reads them; its signs are data, the size of groups and the digits are Unicode's. */
import type { LanguageSettings } from './language-settings.ts';
import { once } from './once.ts';

type NumberSigns = LanguageSettings['numbers'];

const minus = '\u2212';

/** The writer of whole and decimal numbers in running text. */
export const createNumberWriter = (locale: string, signs: NumberSigns): ((value: number) => string) => {
  const format = once(
    () => new Intl.NumberFormat(locale, { useGrouping: 'always', maximumFractionDigits: 20 }),
  );
  return (value) => {
    const grouped = Math.trunc(Math.abs(value)).toString().length >= signs['group-from'];
    return format()
      .formatToParts(value)
      .map((part) => {
        if (part.type === 'group') return grouped ? signs.group : '';
        if (part.type === 'decimal') return signs.decimal;
        return part.type === 'minusSign' ? minus : part.value;
      })
      .join('');
  };
};

/** Percent, per mille, and every currency sign of Unicode. */
const signsBeside = /[%‰\p{Sc}]/gu;
const minusSigns = /^[-\u2212\u2013]\s*(?=\d)/;
const spaces = /\s+/g;
const noBreakSpace = '\u00A0';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

const oneOf = (signs: readonly string[]): string =>
  `[${signs.map((sign) => escaped(sign.replace(spaces, noBreakSpace))).join('')}]`;

/** Digits of the language as those of ASCII: from each digit to its value. */
const digitsOf = (locale: string): ReadonlyMap<string, string> => {
  const format = new Intl.NumberFormat(locale, { useGrouping: false });
  return new Map(Array.from({ length: 10 }, (_, digit) => [format.format(digit), String(digit)]));
};

/** How many figures the last group has, and the ones before it: 3 and 3, in India 3 and 2. */
const groupSizes = (locale: string): readonly [last: number, others: number] => {
  const groups = new Intl.NumberFormat(locale, { useGrouping: 'always' })
    .formatToParts(1_234_567_890)
    .filter((part) => part.type === 'integer');
  return [groups.at(-1)?.value.length ?? 3, groups.at(-2)?.value.length ?? 3];
};

const numberForm = (locale: string, signs: NumberSigns): RegExp => {
  const groups = oneOf([signs.group, ...signs['read-groups']]);
  const decimals = oneOf([signs.decimal, ...signs['read-decimals']]);
  const [last, others] = groupSizes(locale);
  const first = `\\d{1,${Math.max(last, others)}}(?=(?<sign>${groups}))`;
  const grouped = `${first}(?:\\k<sign>\\d{${others}})*\\k<sign>\\d{${last}}`;
  return new RegExp(`^(?<whole>${grouped}|\\d+)(?:${decimals}(?<fraction>\\d+))?$`, 'u');
};

const wordsBeside = (words: readonly string[]): RegExp | undefined => {
  if (words.length === 0) return undefined;
  // The longest first, so that none takes a part of another away.
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const alternatives = longestFirst.map((word) => escaped(word.replace(spaces, noBreakSpace))).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'giu');
};

/**
 * The reader of numbers: undefined for anything but one number. Groups must be whole, as the language counts them, and
 * divided by one sign throughout.
 */
export const createNumberReader = (
  locale: string,
  signs: NumberSigns,
): ((text: string) => number | undefined) => {
  const rules = once(() => ({
    form: numberForm(locale, signs),
    beside: wordsBeside(signs.beside),
    digits: digitsOf(locale),
  }));
  return (text) => {
    const { form, beside, digits } = rules();
    const plain = Array.from(text.normalize('NFC'), (sign) => digits.get(sign) ?? sign).join('');
    const spaced = plain.replace(spaces, noBreakSpace);
    const bare = (beside === undefined ? spaced : spaced.replace(beside, '')).replace(signsBeside, '').trim();
    const positive = bare.replace(minusSigns, '');
    const parts = form.exec(positive)?.groups;
    if (parts === undefined) return undefined;
    const whole = (parts['whole'] ?? '').replace(/\D/g, '');
    const value = Number(`${whole}.${parts['fraction'] ?? '0'}`);
    return positive === bare ? value : -value;
  };
};
