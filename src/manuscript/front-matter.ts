/** Front matter: the YAML between two lines `---` at the head of a manuscript, validated. */
import * as z from 'zod';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import { readYaml } from '../project/yaml-document.ts';
import type { YamlDocument } from '../project/yaml-document.ts';
import type { Place } from '../protocol/place.ts';
import type { Meta } from './manuscript.ts';

/** What front matter gives: all but the title is settled; the title may still come from the first head. */
export type GivenMeta = Omit<Meta, 'title'> & { readonly title?: string };

/** What a manuscript without front matter gives. */
export const noMeta: GivenMeta = { authors: [], translators: [], editors: [], keywords: [] };

const text = z
  .string({ error: 'a text' })
  .trim()
  .min(1, { error: 'a text' })
  .transform((value) => value.replaceAll(/\s+/g, ' '));

const list = z
  .union([z.array(text), text.transform((value) => [value])], { error: 'a list such as `[One, Two]`' })
  .default([]);

const isCalendarDate = (value: string): boolean => {
  const [year = '', month = '01', day = '01'] = value.split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
};

const dateWords = 'a date such as `2000`, `2000-07` or `2000-07-01`';

const date = z
  .string({ error: dateWords })
  .trim()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, { error: dateWords, abort: true })
  .refine(isCalendarDate, { error: 'a date of the calendar' });

const schema = z.strictObject({
  title: text.optional(),
  subtitle: text.optional(),
  series: text.optional(),
  status: text.optional(),
  notice: text.optional(),
  authors: list,
  translators: list,
  editors: list,
  date: date.optional(),
  abstract: text.optional(),
  keywords: list,
  short: text.optional(),
});

const knownKeys: readonly string[] = Object.keys(schema.shape);

const longestShown = 40;

const inWords = (value: unknown): string => {
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'string') return 'group of settings';
  if (value.trim() === '') return 'empty value';
  const line = value.replaceAll(/\s+/g, ' ');
  return `\`${line.length > longestShown ? `${line.slice(0, longestShown)}…` : line}\``;
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );

const faultsOf = (issue: z.core.$ZodIssue, document: YamlDocument, top: Place): readonly Diagnostic[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      diagnose('manuscript/front-matter-key', `Unexpected key \`${key}\`, expected one that exists`, {
        place: document.keys.get(key) ?? top,
        hint: suggestion(key, knownKeys),
      }),
    );
  }
  const path = issue.path.map(String).join('.');
  const key = String(issue.path[0] ?? '');
  return [
    diagnose(
      'manuscript/front-matter-value',
      `Unexpected ${inWords(valueAt(document.value, issue.path))} for \`${key}\`, expected ${issue.message}`,
      {
        place: document.values.get(path) ?? document.keys.get(path) ?? document.keys.get(key) ?? top,
        hint: 'write a value of that kind, or remove the line',
      },
    ),
  ];
};

/** What was read of the front matter; `noMeta` where nothing could be. */
export interface FrontMatter {
  readonly meta: GivenMeta;
  readonly diagnostics: readonly Diagnostic[];
}

type Given = z.infer<typeof schema>;

const withoutAbsent = (given: Given): GivenMeta =>
  Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as unknown as GivenMeta;

const faultyKeys = (issues: readonly z.core.$ZodIssue[]): ReadonlySet<string> =>
  new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')],
    ),
  );

/** What is sound in a faulty front matter is used, so that one mistake is told once and not by its echoes. */
const withoutKeys = (value: object, keys: ReadonlySet<string>): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key)));

/** Comes in: the YAML without its fences, which begins on line 2 of the file; goes out: what it says. */
export const readFrontMatter = (yaml: string, file: string): FrontMatter => {
  const document = readYaml(`\n${yaml}`, file);
  if (document.value === undefined) return { meta: noMeta, diagnostics: document.diagnostics };
  const top: Place = { file, line: 1, column: 1 };
  const readDocument = document.value;
  const { value } = readDocument;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      meta: noMeta,
      diagnostics: [
        diagnose('manuscript/front-matter-value', `Unexpected ${inWords(value)}, expected keys with values`, {
          place: { ...top, line: 2 },
          hint: 'each line is a key, a colon, a space and a value',
        }),
      ],
    };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { meta: withoutAbsent(parsed.data), diagnostics: document.diagnostics };
  const { issues } = parsed.error;
  const faults = issues.flatMap((issue) => faultsOf(issue, readDocument, top));
  const sound = schema.safeParse(withoutKeys(value, faultyKeys(issues)));
  const meta = sound.success ? withoutAbsent(sound.data) : noMeta;
  return { meta, diagnostics: [...document.diagnostics, ...faults] };
};
