/** publication.yaml: text in; settings with defaults, or every fault with its place, out. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import { defaultImposition, type ImpositionSettings, type SheetSettings } from '../protocol/imposition.ts';
import type { Place } from '../protocol/place.ts';
import { plainOutput } from './outputs.ts';
import type { Body, PublicationSettings } from './project.ts';
import { keysAt, settingsSchema } from './settings-schema.ts';
import type { GivenSettings } from './settings-schema.ts';
import { readYaml } from './yaml-document.ts';
import type { YamlDocument } from './yaml-document.ts';

/** The template of a publication that names none. */
export const defaultTemplate = 'report';

/** Settings, and where each name that was given and its value are written, by dotted path. */
export interface PlacedSettings {
  readonly settings: PublicationSettings;
  readonly keys: ReadonlyMap<string, Place>;
  readonly values: ReadonlyMap<string, Place>;
}

/** The settings of a publication without publication.yaml. `source` is the language of its first text. */
export const defaultSettings = (source: string): PublicationSettings => ({
  source,
  template: defaultTemplate,
  house: { funders: [] },
  pages: {},
  outputs: [plainOutput],
  press: { images: 'tagged' },
  imposition: defaultImposition,
  hyphenation: {},
  typography: {},
});

const given = <K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: V };

type GivenBody = NonNullable<NonNullable<GivenSettings['house']>['organisation']>;

const bodyOf = (body: GivenBody): Body => ({ name: body.name, ...given('logo', body.logo) });

type GivenSheets = Pick<NonNullable<GivenSettings['booklet' | 'n-up']>, 'sheet' | 'scale' | 'flip' | 'marks'>;

const sheetsOf = (from: GivenSheets = {}): SheetSettings => ({
  ...given('sheet', from.sheet),
  fit: from.scale === 'fit',
  ...given('flip', from.flip),
  marks: from.marks ?? [],
});

const impositionOf = (from: GivenSettings): ImpositionSettings => {
  const { booklet, 'n-up': nUp, trifold } = from;
  const defaults = defaultImposition;
  return {
    booklet: { ...sheetsOf(booklet), paper: booklet?.paper ?? defaults.booklet.paper },
    nUp: { ...sheetsOf(nUp), pages: nUp?.pages ?? defaults.nUp.pages },
    trifold: { ...given('flip', trifold?.flip), marks: trifold?.marks ?? [] },
  };
};
const withoutAbsent = (
  switches: NonNullable<GivenSettings['typography']>,
): PublicationSettings['typography'] =>
  Object.fromEntries(Object.entries(switches).filter(([, value]) => value !== undefined));

const withDefaults = (from: GivenSettings, source: string): PublicationSettings => {
  const defaults = defaultSettings(source);
  const house = from.house ?? {};
  return {
    source: from.source ?? defaults.source,
    template: from.template ?? defaults.template,
    ...given('date', from.date),
    house: {
      ...given('organisation', house.organisation && bodyOf(house.organisation)),
      ...given('colour', house.colour),
      funders: (house.funders ?? []).map(bodyOf),
      ...given('disclaimer', house.disclaimer),
      ...given('contact', house.contact),
      ...given('isbn', house.isbn),
    },
    pages: given('max', from.pages?.max),
    outputs: from.outputs ?? defaults.outputs,
    press: { ...given('profile', from.press?.profile), images: from.press?.images ?? defaults.press.images },
    imposition: impositionOf(from),
    hyphenation: from.hyphenation ?? defaults.hyphenation,
    typography: withoutAbsent(from.typography ?? {}),
  };
};

const shownAtMost = 40;

const inWords = (value: unknown): string => {
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'string') return 'group of settings';
  if (value === '') return 'empty value';
  const line = value.replace(/\s+/g, ' ');
  return `\`${line.length > shownAtMost ? `${line.slice(0, shownAtMost)}…` : line}\``;
};

/** What stands at a path; undefined where nothing does. */
const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? Reflect.get(inner, key)
        : undefined,
    value,
  );

/** YAML takes what follows a bare `#` as a comment, so that a colour without quotation marks is an empty value. */
const hintFor = (path: readonly PropertyKey[], value: unknown): string | undefined => {
  if (path.at(-1) === 'colour' && value === '')
    return 'put the colour into quotation marks: without them `#` begins a comment';
  if (value === '') return 'write a value after the colon, or remove the line';
  return undefined;
};

interface Issue {
  readonly code: string;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join('.');

const unknownKeys = (issue: Issue, document: YamlDocument): readonly Diagnostic[] => {
  const known = keysAt(issue.path);
  return (issue.keys ?? []).map((key) =>
    diagnose('config/key-unknown', `Unexpected setting \`${key}\`, expected one that exists`, {
      place: document.keys.get(dotted([...issue.path, key])),
      hint: suggestion(key, known),
    }),
  );
};

const invalidValue = (issue: Issue, document: YamlDocument): Diagnostic => {
  const { path, message } = issue;
  const own = dotted(path);
  const value = valueAt(document.value, path);
  if (value === undefined && path.length > 0) {
    const above = dotted(path.slice(0, -1));
    return diagnose(
      'config/value-invalid',
      `Unexpected settings without \`${String(path.at(-1))}\`, expected ${message}`,
      { place: document.values.get(above) ?? document.keys.get(above) },
    );
  }
  if (message.endsWith('as its name')) {
    return diagnose('config/value-invalid', `Unexpected \`${String(path.at(-1))}\`, expected ${message}`, {
      place: document.keys.get(own),
    });
  }
  return diagnose('config/value-invalid', `Unexpected ${inWords(value)}, expected ${message}`, {
    place: document.values.get(own) ?? document.keys.get(own),
    hint: hintFor(path, value),
  });
};

const placed = (diagnostic: Diagnostic, file: string): Diagnostic => ({
  ...diagnostic,
  place: diagnostic.place ?? { file, line: 1, column: 1 },
});

const byPlace = ({ place: a }: Diagnostic, { place: b }: Diagnostic): number =>
  (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);

const faultsOf = (issues: readonly Issue[], document: YamlDocument, file: string): readonly Diagnostic[] =>
  issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? unknownKeys(issue, document) : invalidValue(issue, document),
    )
    .map((diagnostic) => placed(diagnostic, file))
    .sort(byPlace);

/**
 * Reads the text of publication.yaml. `file` is the name that places carry, `source` the language of the first text found.
 * With any fault there is no value; all faults of one kind (syntax, then form) are told together.
 */
export const readSettings = (text: string, file: string, source: string): Outcome<PlacedSettings> => {
  const document = readYaml(text.replace(/^\uFEFF/, ''), file);
  if (document.value === undefined) return { diagnostics: document.diagnostics };
  const yaml = document.value;
  const parsed = settingsSchema.safeParse(yaml.value);
  if (parsed.success) {
    const settings = withDefaults(parsed.data, source);
    return { value: { settings, keys: yaml.keys, values: yaml.values }, diagnostics: [] };
  }
  return { diagnostics: faultsOf(parsed.error.issues, yaml, file) };
};
