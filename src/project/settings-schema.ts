/**
 * The form of publication.yaml. Every value comes as text (see yaml-document.ts); the `error` of each part is what is
 * expected there, in the words of the diagnostic "Unexpected X, expected …".
 */
import * as z from 'zod';
import { sheetNames, type SheetMark } from '../protocol/imposition.ts';
import type { TypographyRule } from '../protocol/typography.ts';
import { typographyRules } from '../protocol/typography.ts';
import { canonicalTag } from './language-tag.ts';

/** Most pages `pages.max` may ask for. */
const pagesLimit = 9999;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Anything invisible but tab and line ends: it prints as a box, or turns the line round. */
// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

const text = z
  .string({ error: 'a text' })
  .min(1, { error: 'a text' })
  .refine((value) => !unprintable.test(value), { error: 'a text without control characters' });

const groupOf = (expected: string) => (issue: { readonly code: string }) =>
  issue.code === 'unrecognized_keys' ? undefined : expected;

/** A text, or one text for each language tag. */
const localised = z.unknown().transform((value, context) => {
  const add = (message: string, path: readonly string[], input: unknown): void => {
    context.addIssue({ code: 'custom', message, path: [...path], input });
  };
  if (!isRecord(value)) {
    const parsed = text.safeParse(value);
    if (parsed.success) return parsed.data;
    const words = typeof value === 'string' ? parsed.error.issues[0]?.message : undefined;
    add(words ?? 'a text, or one by language', [], value);
    return z.NEVER;
  }
  const texts = Object.entries(value).flatMap(([name, content]) => {
    const tag = canonicalTag(name);
    if (tag === undefined) add('the tag of a language as its name', [name], content);
    const parsed = text.safeParse(content);
    if (!parsed.success) add(parsed.error.issues[0]?.message ?? 'a text', [name], content);
    return tag === undefined || !parsed.success ? [] : [[tag, parsed.data] as const];
  });
  return Object.fromEntries(texts) as Readonly<Record<string, string>>;
});

const isCalendarDate = (value: string): boolean => {
  const [year = '', month = '01', day = '01'] = value.split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
};

const dateWords = 'a date such as `2000`, `2000-06` or `2000-06-01`';

const date = z
  .string({ error: dateWords })
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: dateWords, abort: true })
  .refine(isCalendarDate, { error: 'a date of the calendar' });

const name = z.string({ error: 'a name' }).min(1, { error: 'a name' });

/** `funders: [Name]` is short for `funders: [{name: Name}]`. */
const body = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z.strictObject(
    { name: localised, logo: text.optional() },
    { error: groupOf('a name, or a `name` and a `logo`') },
  ),
);

const colourWords = 'a colour such as `"#0b5394"`';

/** The schema's own keys, for suggestions, are read from its shapes: see {@link keysAt}. */
const house = z.strictObject(
  {
    organisation: body.optional(),
    colour: z
      .string({ error: colourWords })
      .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, { error: colourWords })
      .optional(),
    funders: z.array(body, { error: 'a list, each line with `-`' }).optional(),
    disclaimer: localised.optional(),
    contact: localised.optional(),
    isbn: localised.optional(),
  },
  { error: groupOf('settings below it, such as `organisation: Name`') },
);

const maxWords = `a whole number from 1 to ${pagesLimit}`;

const pages = z.strictObject(
  {
    max: z
      .string({ error: maxWords })
      .regex(/^[1-9]\d{0,3}$/, { error: maxWords })
      .transform(Number)
      .optional(),
  },
  { error: groupOf('settings below it, such as `max: 2`') },
);

const outputsWords = 'a list such as `[print, booklet]`';

/** A word with `-` at its breaks, none at its ends. */
const wordWithBreaks = /^[\p{L}\p{M}\p{Nd}'’ʼ]+(?:-[\p{L}\p{M}\p{Nd}'’ʼ]+)*$/u;

const hyphenation = z.unknown().transform((value, context) => {
  const add = (message: string, path: readonly (string | number)[], input: unknown): void => {
    context.addIssue({ code: 'custom', message, path: [...path], input });
  };
  if (!isRecord(value)) {
    add('lists of words by language', [], value);
    return z.NEVER;
  }
  const lists = Object.entries(value).flatMap(([key, words]) => {
    const tag = canonicalTag(key);
    if (tag === undefined) add('the tag of a language as its name', [key], words);
    if (!Array.isArray(words)) {
      add('a list of words, each line with `-`', [key], words);
      return [];
    }
    const good = (words as readonly unknown[]).flatMap((word, index) => {
      if (typeof word === 'string' && wordWithBreaks.test(word)) return [word];
      add('one word with `-` where it may break', [key, index], word);
      return [];
    });
    return tag === undefined ? [] : [[tag, good] as const];
  });
  return Object.fromEntries(lists) as Readonly<Record<string, readonly string[]>>;
});

const sheetWords = `one of ${sheetNames.map((sheet) => `\`${sheet}\``).join(', ')}`;

const sheet = z.string({ error: sheetWords }).transform((value, context) => {
  const found = sheetNames.find((each) => each.toLowerCase() === value.toLowerCase());
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: sheetWords, input: value });
  return z.NEVER;
});

const marksOf = <const Mark extends SheetMark>(...marks: readonly Mark[]) => {
  const error = `a list such as \`[${marks.join(', ')}]\``;
  return z.array(z.enum(marks, { error }), { error }).optional();
};

const flip = z.enum(['short', 'long'], { error: '`short` or `long`' }).optional();

const press = z.strictObject(
  {
    profile: text.optional(),
    images: z.enum(['tagged', 'cmyk'], { error: '`tagged` or `cmyk`' }).optional(),
  },
  { error: groupOf('settings below it, such as `profile: uncoated`') },
);

/** What booklet and n-up have in common. */
const onSheets = {
  sheet: sheet.optional(),
  scale: z.enum(['fit'], { error: '`fit`, or no such line' }).optional(),
  flip,
};

const thicknessWords = 'the thickness of the paper in millimetres, from `0` to `1`';

const booklet = z.strictObject(
  {
    ...onSheets,
    paper: z
      .string({ error: thicknessWords })
      .regex(/^(?:0(?:\.\d{1,4})?|1(?:\.0{1,4})?)$/, { error: thicknessWords })
      .transform(Number)
      .optional(),
    marks: marksOf('fold', 'cut'),
  },
  { error: groupOf('settings below it, such as `marks: [fold]`') },
);

const nUp = z.strictObject(
  {
    ...onSheets,
    pages: z
      .enum(['2', '4'], { error: '`2` or `4`' })
      .transform((value) => (value === '2' ? 2 : 4))
      .optional(),
    marks: marksOf('cut'),
  },
  { error: groupOf('settings below it, such as `pages: 2`') },
);

const trifold = z.strictObject(
  { flip, marks: marksOf('fold') },
  { error: groupOf('settings below it, such as `flip: short`') },
);

const switchWords = '`on` or `off`';

const states: ReadonlyMap<unknown, boolean> = new Map([
  ['on', true],
  ['true', true],
  ['off', false],
  ['false', false],
]);

/** A switch for all languages, or one for each language tag. */
const ruleSwitch = z.unknown().transform((value, context) => {
  const add = (message: string, path: readonly string[], input: unknown): void => {
    context.addIssue({ code: 'custom', message, path: [...path], input });
  };
  const state = states.get(value);
  if (state !== undefined) return state;
  if (!isRecord(value)) {
    add(`${switchWords}, or one by language`, [], value);
    return z.NEVER;
  }
  const byTag = Object.entries(value).flatMap(([key, content]) => {
    const tag = canonicalTag(key);
    if (tag === undefined) add('the tag of a language as its name', [key], content);
    const own = states.get(content);
    if (own === undefined) add(switchWords, [key], content);
    return tag === undefined || own === undefined ? [] : [[tag, own] as const];
  });
  return Object.fromEntries(byTag) as Readonly<Record<string, boolean>>;
});

const typography = z.strictObject(
  Object.fromEntries(typographyRules.map((rule) => [rule, ruleSwitch.optional()])) as Record<
    TypographyRule,
    z.ZodOptional<typeof ruleSwitch>
  >,
  { error: groupOf('rules below it, such as `ranges: off`') },
);

/** publication.yaml as a whole. */
export const settingsSchema = z.strictObject(
  {
    source: z
      .string({ error: 'the tag of a language' })
      .transform((value, context) => {
        const tag = canonicalTag(value);
        if (tag !== undefined) return tag;
        context.addIssue({ code: 'custom', message: 'the tag of a language', input: value });
        return z.NEVER;
      })
      .optional(),
    template: name.optional(),
    date: date.optional(),
    house: house.optional(),
    pages: pages.optional(),
    outputs: z.array(name, { error: outputsWords }).min(1, { error: outputsWords }).optional(),
    press: press.optional(),
    booklet: booklet.optional(),
    'n-up': nUp.optional(),
    trifold: trifold.optional(),
    hyphenation: hyphenation.optional(),
    typography: typography.optional(),
  },
  { error: groupOf('settings, each a name, a colon and a value') },
);

/** What the file says, before defaults. */
export type GivenSettings = z.output<typeof settingsSchema>;

/** The keys that may stand at a path of the file; empty where any may, or none. */
export const keysAt = (path: readonly PropertyKey[]): readonly string[] => {
  const [first, second] = path;
  if (first === undefined) return Object.keys(settingsSchema.shape);
  if (first === 'pages') return Object.keys(pages.shape);
  if (first === 'press') return Object.keys(press.shape);
  if (first === 'booklet') return Object.keys(booklet.shape);
  if (first === 'n-up') return Object.keys(nUp.shape);
  if (first === 'trifold') return Object.keys(trifold.shape);
  if (first === 'typography') return second === undefined ? typographyRules : [];
  if (first !== 'house') return [];
  return second === undefined ? Object.keys(house.shape) : ['name', 'logo'];
};
