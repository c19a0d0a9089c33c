/** Ordinals after figures (`4th`): a suffix by the language's ordinal form, and by what a number is a multiple of. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LanguageSettings } from './language-settings.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import { once } from './once.ts';
import { pluralForms } from './plural-forms.ts';
import type { YamlSource } from './yaml-source.ts';

type OrdinalRule = LanguageSettings['ordinals'];

/** The writer of ordinals. The first entry of `multiples` that divides the number wins over its form. */
export const createOrdinalWriter = (locale: string, rule: OrdinalRule): ((n: number) => string) => {
  const forms = once(() => new Intl.PluralRules(locale, { type: 'ordinal' }));
  return (n) => {
    const multiple = n === 0 ? undefined : rule.multiples.find((entry) => n % entry.of === 0);
    const suffix = multiple?.suffix ?? rule.suffixes[forms().select(n)] ?? '';
    return rule.pattern.replace(/\{(number|suffix)\}/g, (_, name) =>
      name === 'number' ? String(n) : suffix,
    );
  };
};

/** Ordinal forms that the language needs and language.yaml lacks, and those it does not have. */
export const ordinalFaults = (
  locale: string,
  rule: OrdinalRule,
  source: YamlSource,
): readonly Diagnostic[] => {
  const forms: readonly string[] = pluralForms(locale, 'ordinal');
  const missing = forms.filter((form) => !Object.hasOwn(rule.suffixes, form));
  const unknown = Object.keys(rule.suffixes).filter((form) => !forms.includes(form));
  return [
    ...missing.map((form) =>
      diagnose(
        'locale/missing-key',
        `Unexpected end of keys, expected \`ordinals.suffixes.${form}\`: a text`,
        {
          place: source.placeOfKey(['ordinals', 'suffixes']),
          hint: `the language has the ordinal forms ${forms.join(', ')}`,
        },
      ),
    ),
    ...unknown.map((form) =>
      diagnose(
        'locale/unknown-key',
        `Unexpected key \`ordinals.suffixes.${form}\`, expected an ordinal form`,
        {
          place: source.placeOfKey(['ordinals', 'suffixes', form]),
          hint: suggestion(form, forms),
        },
      ),
    ),
  ];
};
