/** The plural forms of a language, from Unicode's data (UTS #35, https://unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules). */

/** What tells apart the forms of counted things (`cardinal`) or of ordinals. */
export type PluralType = 'cardinal' | 'ordinal';

/** A form's name by UTS #35: `zero`, `one`, `two`, `few`, `many`, `other`. */
export type PluralForm = Intl.LDMLPluralRule;

const order: readonly PluralForm[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The forms that the language needs, in the order of UTS #35. */
export const pluralForms = (locale: string, type: PluralType): readonly PluralForm[] => {
  const { pluralCategories } = new Intl.PluralRules(locale, { type }).resolvedOptions();
  return order.filter((form) => pluralCategories.includes(form));
};

/** Numbers that show how a form is used. Beyond a thousand languages repeat themselves, but some have a form for a million. */
const samples = [...Array.from({ length: 1001 }, (_, number) => number), 1_000_000];

const numbersWith = (locale: string, form: PluralForm): readonly number[] => {
  const rules = new Intl.PluralRules(locale);
  return samples.filter((number) => rules.select(number) === form);
};

/** Numbers that take a form, to show a translator: `numbers like 2, 3, 4`. */
export const numbersOf = (locale: string, form: PluralForm): string => {
  const numbers = numbersWith(locale, form).slice(0, 3);
  return numbers.length === 0 ? 'fractions' : `numbers like ${numbers.join(', ')}`;
};

/** True where a counted form stands for one number alone, like `one` in a language whose 21 is plural. Then the figure may be left out. */
export const standsForOneNumber = (locale: string, form: PluralForm): boolean =>
  numbersWith(locale, form).length === 1;
