/** What stands in `locales/<tag>/language.yaml`: the closed schema and its type. */
import * as z from 'zod';
import { typographySchema } from './typography/typography-settings.ts';

/** Messages of refinements complete "expected …". */
const text = z.string().refine((value) => value.trim() !== '', 'a text that is not empty');

const usesOnly = (pattern: string, names: readonly string[]): boolean =>
  [...pattern.matchAll(/\{([^{}]*)\}/g)].every((match) => names.includes(match[1] ?? '')) &&
  !/[{}]/.test(pattern.replace(/\{[^{}]*\}/g, ''));

const has = (pattern: string, name: string): boolean => pattern.includes(`{${name}}`);

/** A pattern with `{name}` placeholders: all of `required`, and one of `either` where there are any. */
const pattern = (required: readonly string[], either: readonly string[]) => {
  const wanted = [
    ...required.map((name) => `\`{${name}}\``),
    ...(either.length > 0 ? [either.map((name) => `\`{${name}}\``).join(' or ')] : []),
  ].join(', ');
  return z
    .string()
    .refine(
      (value) =>
        usesOnly(value, [...required, ...either]) &&
        required.every((name) => has(value, name)) &&
        (either.length === 0 || either.some((name) => has(value, name))),
      `a text with ${wanted} and no other braces`,
    );
};

const smallLetters = 'the small letters of the alphabet in its order, each once and nothing between them';

const quotePair = z.strictObject({ open: text, close: text });
const year = ['year', 'year-ordinal'];
const sign = z.string().refine((value) => /^[^\p{L}\p{N}]$/u.test(value), 'one sign');
const count = z.int().min(1).max(20);

const isLocale = (value: string): boolean => {
  try {
    return Intl.PluralRules.supportedLocalesOf(value).length > 0;
  } catch {
    return false;
  }
};

/** The schema of language.yaml. Every key is documented in docs/languages.md. */
export const languageSettingsSchema = z.strictObject({
  name: text,
  direction: z.enum(['ltr', 'rtl']),
  conventions: z.string().refine(isLocale, 'a BCP 47 tag that Unicode has data for').optional(),
  alphabet: z
    .string()
    .refine(
      (value) => /^\p{Ll}{2,}$/u.test(value) && new Set(value).size === [...value].length,
      smallLetters,
    ),
  'look-alikes': z.record(z.string(), text).optional(),
  quotes: z.array(quotePair).min(1),
  notes: z.strictObject({ mark: z.enum(['before', 'after']), ibidem: z.array(text) }),
  dates: z.strictObject({
    day: pattern(['day', 'month'], year),
    month: pattern(['month'], year),
    year: pattern([], year),
  }),
  numbers: z.strictObject({
    decimal: sign,
    group: sign,
    'group-from': z.int().min(4).max(20),
    'group-from-in-columns': z.int().min(4).max(20).optional(),
    'read-groups': z.array(sign),
    'read-decimals': z.array(sign),
    beside: z.array(text),
  }),
  ordinals: z.strictObject({
    pattern: pattern(['number', 'suffix'], []),
    suffixes: z.record(z.string(), z.string()),
    multiples: z.array(z.strictObject({ of: z.int().min(2), suffix: z.string() })),
  }),
  typography: typographySchema.optional(),
  hyphenation: z
    .strictObject({
      library: text.optional(),
      patterns: z
        .string()
        .refine(
          (value) => /^[^/\\:]+$/.test(value) && !value.startsWith('.'),
          'the name of a file in the folder',
        )
        .optional(),
      vowels: text.optional(),
      left: count,
      right: count,
      shortest: count,
      capitals: z.boolean(),
      capitalised: z.boolean(),
    })
    .optional(),
});

/** A language's settings, validated. */
export type LanguageSettings = z.infer<typeof languageSettingsSchema>;
