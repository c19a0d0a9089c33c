/** What stands under `typography:` in `locales/<tag>/language.yaml`: the closed schema and its type. docs/languages.md explains it. */
import * as z from 'zod';
import { typographyRules } from '../../protocol/typography.ts';

const text = z.string().refine((value) => value.trim() !== '', 'a text that is not empty');
const words = z.array(text).default([]);
const sign = z
  .string()
  .refine((value) => /^[^\p{L}\p{N}\s]{1,3}$/u.test(value), 'one sign')
  .optional();
const space = z.string().refine((value) => value === '' || value === ' ', 'a space or nothing');

/** The schema. Every part may be left out: what a language does not say is left as the author typed it. */
export const typographySchema = z.strictObject({
  apostrophe: sign,
  elisions: words,
  possessives: words,
  'suffixed-quotes': z.boolean().default(false),
  dash: z
    .string()
    .refine((value) => /^ ?[\u2013\u2014] ?$/.test(value), 'an en or em dash, with its spaces')
    .optional(),
  'read-dashes': z.array(sign.unwrap()).default([]),
  range: sign,
  ellipsis: sign,
  'ellipsis-after-mark': sign,
  minus: sign,
  multiplication: sign,
  'number-spaces': z.record(z.string(), space).default({}),
  identifiers: words,
  clock: words,
  suffixes: z.strictObject({ longest: z.int().min(1).max(12), words }).optional(),
  'mistaken-suffixes': z.record(z.string(), z.string()).default({}),
  'roman-suffixes': z.boolean().default(true),
  'before-number': words,
  'after-number': words,
  'before-name': words,
  'year-words': words,
  initials: z.boolean().default(false),
  phrases: words,
  'leans-forward': words,
  'leans-back': words,
  off: z.array(z.enum(typographyRules)).default([]),
});

/** A language's settings for fine typography, validated. */
export type TypographySettings = z.output<typeof typographySchema>;
