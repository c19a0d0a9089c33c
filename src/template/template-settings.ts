/** template.yaml: what a template is made of. */
import * as z from 'zod';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import type { YamlDocument } from '../project/yaml-document.ts';
import { readYaml } from '../project/yaml-document.ts';
import type { Place } from '../protocol/place.ts';

/** A name of a file in the template's folder, without a way out of it. */
const fileName = z
  .string()
  .regex(/^(?!.*\.\.)[^\\/:*?"<>|\0][^\\:*?"<>|\0]*$/u, 'a path inside the folder of the template');

const faceSchema = z.strictObject({
  weight: z
    .string()
    .regex(/^[1-9]00$/u, 'a weight from 100 to 900')
    .transform(Number)
    .default(400),
  style: z.enum(['normal', 'italic']).default('normal'),
  file: fileName,
});

const fontSchema = z.strictObject({
  family: z.string().regex(/^[\p{L}][\p{L}\p{N} _-]*$/u, 'the name of a font family'),
  package: z
    .string()
    .regex(/^(?:@[a-z0-9-][a-z0-9._-]*\/)?[a-z0-9-][a-z0-9._-]*$/u, 'the name of an npm package')
    .optional(),
  files: z.array(faceSchema).min(1),
});

const yesOrNo = (standard: 'true' | 'false') =>
  z
    .enum(['true', 'false'])
    .default(standard)
    .transform((value) => value === 'true');

const settingsSchema = z.strictObject({
  layout: fileName,
  styles: z.array(fileName).min(1),
  colour: z
    .string()
    .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/iu, 'a colour such as `"#0b5394"`')
    .default('#000000'),
  fonts: z.array(fontSchema).min(1),
  'baseline-grid': yesOrNo('true'),
  'hanging-punctuation': yesOrNo('false'),
});

/** template.yaml as written, defaults applied. */
export type TemplateSettings = z.infer<typeof settingsSchema>;

/** Settings and the places of their values. */
export interface ReadTemplateSettings {
  readonly settings: TemplateSettings;
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(settingsSchema.shape),
  fonts: Object.keys(fontSchema.shape),
  files: Object.keys(faceSchema.shape),
};

const words: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'keys with values',
};

/** The place of a value; where it is missing, of what it is missing from. */
const placeIn = (source: YamlDocument, path: readonly (string | number)[], file: string): Place => {
  const key = path.join('.');
  const found = source.values.get(key) ?? source.keys.get(key);
  if (found !== undefined) return found;
  return path.length === 0 ? { file, line: 1, column: 1 } : placeIn(source, path.slice(0, -1), file);
};

const faultsOf = (issue: z.core.$ZodIssue, source: YamlDocument, file: string): readonly Diagnostic[] => {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const dotted = path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const level = path.findLast((key) => typeof key === 'string') ?? '';
    return issue.keys.map((key) =>
      diagnose('template/settings', `Unexpected key \`${key}\`, expected a known one`, {
        place: source.keys.get([...path, key].join('.')) ?? placeIn(source, path, file),
        hint: suggestion(key, knownKeys[level] ?? []),
      }),
    );
  }
  const expected =
    issue.code === 'invalid_type'
      ? (words[issue.expected] ?? issue.expected)
      : issue.code === 'invalid_value'
        ? issue.values.map((value) => `\`${String(value)}\``).join(' or ')
        : issue.code === 'too_small' && issue.origin === 'array'
          ? 'at least one entry'
          : issue.message.replace(/^Invalid.*$/u, 'another value');
  const what = dotted === '' ? 'contents of template.yaml' : `value of \`${dotted}\``;
  return [
    diagnose('template/settings', `Unexpected ${what}, expected ${expected}`, {
      place: placeIn(source, path, file),
    }),
  ];
};

/** Reads template.yaml; `file` names it in places. */
export const readTemplateSettings = (text: string, file: string): Outcome<ReadTemplateSettings> => {
  const yaml = readYaml(text, file);
  if (yaml.value === undefined) return { diagnostics: yaml.diagnostics };
  const source = yaml.value;
  const parsed = settingsSchema.safeParse(source.value);
  if (!parsed.success) {
    return { diagnostics: parsed.error.issues.flatMap((issue) => faultsOf(issue, source, file)) };
  }
  return {
    value: { settings: parsed.data, placeOf: (path) => placeIn(source, path, file) },
    diagnostics: [],
  };
};
