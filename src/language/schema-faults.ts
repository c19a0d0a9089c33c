/** What a schema finds wrong in a YAML file, as diagnostics with the place and the nearest known name. */
import * as z from 'zod';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import type { ValuePath, YamlSource } from './yaml-source.ts';

const kindsInWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

const at = (value: unknown, path: ValuePath): unknown =>
  path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  );

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object' && value !== null) return 'keys with values';
  if (value === null || value === '') return 'empty value';
  const text = JSON.stringify(value).replace(/^"(.*)"$/s, '$1');
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
};

const expectation = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return kindsInWords[issue.expected] ?? `a ${issue.expected}`;
    case 'invalid_value':
      return issue.values.map((value) => `\`${String(value)}\``).join(' or ');
    case 'too_small':
      return issue.origin === 'array' ? `at least ${issue.minimum} entry` : `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return issue.message;
  }
};

const pathOf = (issue: z.core.$ZodIssue): ValuePath =>
  issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));

const dotted = (path: ValuePath): string => path.join('.');

const knownKeys = (schema: z.core.$ZodType, path: ValuePath): readonly string[] => {
  let inside: unknown = schema;
  for (const key of path) {
    while (inside instanceof z.ZodOptional) inside = inside.unwrap();
    if (inside instanceof z.ZodObject) inside = (inside.shape as Readonly<Record<string, unknown>>)[key];
    else if (inside instanceof z.ZodArray) inside = inside.element;
    else return [];
  }
  while (inside instanceof z.ZodOptional) inside = inside.unwrap();
  return inside instanceof z.ZodObject ? Object.keys(inside.shape) : [];
};

const faultsOf = (
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  source: YamlSource,
): readonly Diagnostic[] => {
  const path = pathOf(issue);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) =>
      diagnose('locale/unknown-key', `Unexpected key \`${dotted([...path, key])}\`, expected a known one`, {
        place: source.placeOfKey([...path, key]),
        hint: suggestion(key, known),
      }),
    );
  }
  const value = at(source.value, path);
  if (value === undefined && path.length > 0) {
    return [
      diagnose(
        'locale/missing-key',
        `Unexpected end of keys, expected \`${dotted(path)}\`: ${expectation(issue)}`,
        {
          place: source.placeOfKey(path),
          hint: 'docs/languages.md says what each key means; another language shows one',
        },
      ),
    ];
  }
  const where = path.length === 0 ? 'the file' : `\`${dotted(path)}\``;
  return [
    diagnose(
      'locale/invalid-value',
      `Unexpected ${shown(value)} for ${where}, expected ${expectation(issue)}`,
      {
        place: source.placeOf(path),
      },
    ),
  ];
};

/** Diagnostics of one file in the order of its lines. */
export const inOrder = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.toSorted(
    (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );

/** All that `schema` finds wrong in a file. */
export const schemaFaults = (
  error: z.core.$ZodError,
  schema: z.core.$ZodType,
  source: YamlSource,
): readonly Diagnostic[] => error.issues.flatMap((issue) => faultsOf(issue, schema, source));
