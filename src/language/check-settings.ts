/** What is wrong in language.yaml beyond its schema, and the parts of it that are right although others are not. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { languageSettingsSchema, type LanguageSettings } from './language-settings.ts';
import { ordinalFaults } from './ordinals.ts';
import { inOrder, schemaFaults } from './schema-faults.ts';
import type { YamlSource } from './yaml-source.ts';

/** A checked language.yaml. A fault in one part does not hide those of the parts after it. */
export interface CheckedSettings {
  /** All of it, where all is right. */
  readonly settings?: LanguageSettings;
  /** What Intl is asked with, where that is known. */
  readonly locale?: string;
  /** The part on hyphenation, where that is right; its value is undefined for a language that has none. */
  readonly hyphenation?: { readonly value: LanguageSettings['hyphenation'] };
  readonly diagnostics: readonly Diagnostic[];
}

const part = (value: unknown, key: keyof LanguageSettings): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

const isKnown = (locale: string): boolean => Intl.PluralRules.supportedLocalesOf(locale).length > 0;

const noConventions = (tag: string, source: YamlSource): Diagnostic =>
  diagnose(
    'locale/no-conventions',
    `Unexpected language \`${tag}\` unknown to Unicode, expected \`conventions\``,
    {
      place: source.placeOf([]),
      hint: 'add `conventions:` with the tag of a language that counts, sorts and names its months alike',
    },
  );

/** Checks a language.yaml that is well-formed YAML. `tag` is a well-formed language tag. */
export const checkSettings = (source: YamlSource, tag: string): CheckedSettings => {
  const { shape } = languageSettingsSchema;
  const parsed = languageSettingsSchema.safeParse(source.value);
  const conventions = shape.conventions.safeParse(part(source.value, 'conventions'));
  const ordinals = shape.ordinals.safeParse(part(source.value, 'ordinals'));
  const hyphenation = shape.hyphenation.safeParse(part(source.value, 'hyphenation'));
  const isMapping = typeof source.value === 'object' && source.value !== null && !Array.isArray(source.value);
  const named = isMapping && conventions.success ? (conventions.data ?? tag) : undefined;
  const locale = named !== undefined && isKnown(named) ? named : undefined;
  const diagnostics = inOrder([
    ...(named !== undefined && locale === undefined ? [noConventions(tag, source)] : []),
    ...(parsed.success ? [] : schemaFaults(parsed.error, languageSettingsSchema, source)),
    ...(ordinals.success && locale !== undefined ? ordinalFaults(locale, ordinals.data, source) : []),
  ]);
  return {
    ...(parsed.success ? { settings: parsed.data } : {}),
    ...(locale === undefined ? {} : { locale }),
    ...(hyphenation.success ? { hyphenation: { value: hyphenation.data } } : {}),
    diagnostics,
  };
};
