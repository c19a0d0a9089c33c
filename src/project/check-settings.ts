/** What the form of publication.yaml cannot show: whether what it names is there, and whether every language has its texts. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import type { Contained } from '../platform/contained-files.ts';
import type { Place } from '../protocol/place.ts';
import { knownOutputs } from './outputs.ts';
import type { Localised, PublicationSettings } from './project.ts';

/** What the settings are held against. */
export interface SettingsSurroundings {
  /** Places of names and of values, by dotted path; without publication.yaml, empty. */
  readonly keys: ReadonlyMap<string, Place>;
  readonly values: ReadonlyMap<string, Place>;
  /** The place for what has none of its own. */
  readonly fallback: Place;
  /** Tags of the publication's texts. */
  readonly languages: readonly string[];
  /** Names of the templates there are; undefined where nobody looked. */
  readonly templates: readonly string[] | undefined;
  /** Where a path inside the publication's folder leads. */
  readonly resolve: (path: string) => Contained;
}

type Raise = (rule: RuleId, path: string, message: string, hint?: string) => Diagnostic;

/** What is about the name of a setting, not its value. */
const aboutNames: ReadonlySet<RuleId> = new Set<RuleId>(['config/text-missing', 'config/text-unused']);

/** Where a path is written: its value, or its name; else the nearest that encloses it (a funder given by name alone). */
const placeFor = (path: string, rule: RuleId, around: SettingsSurroundings): Place => {
  const steps = path.split('.');
  const maps = aboutNames.has(rule) ? [around.keys, around.values] : [around.values, around.keys];
  for (let length = steps.length; length > 0; length--) {
    const at = steps.slice(0, length).join('.');
    const place = maps[0]?.get(at) ?? maps[1]?.get(at);
    if (place !== undefined) return place;
  }
  return around.fallback;
};

/** The sum of an ISBN's digits by their weights is a multiple of 10 or, in the old form, of 11 (ISO 2108). */
export const isIsbn = (text: string): boolean => {
  const digits = text.replace(/^ISBN(?:-1[03])?:?\s*/i, '').replace(/[\s\u00A0‐-–-]/g, '');
  if (/^\d{13}$/.test(digits))
    return [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  if (!/^\d{9}[\dX]$/i.test(digits)) return false;
  const values = [...digits].map((digit) => (digit.toUpperCase() === 'X' ? 10 : Number(digit)));
  return values.reduce((sum, value, at) => sum + value * (10 - at), 0) % 11 === 0;
};

/** Every localised text of the settings with its dotted path. */
const textsOf = (settings: PublicationSettings): readonly (readonly [path: string, text: Localised])[] => {
  const { house } = settings;
  const texts: readonly (readonly [string, Localised | undefined])[] = [
    ['house.organisation.name', house.organisation?.name],
    ...house.funders.map((funder, index) => [`house.funders.${index}.name`, funder.name] as const),
    ['house.disclaimer', house.disclaimer],
    ['house.contact', house.contact],
    ['house.isbn', house.isbn],
  ];
  return texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]));
};

const languageFaults = (
  settings: PublicationSettings,
  languages: readonly string[],
  raise: Raise,
): readonly Diagnostic[] => {
  const texts = textsOf(settings).flatMap(([path, text]) => {
    if (typeof text === 'string') return [];
    const missing = languages.filter((tag) => text[tag] === undefined);
    const unused = Object.keys(text).filter((tag) => !languages.includes(tag));
    return [
      ...missing.map((tag) =>
        raise(
          'config/text-missing',
          path,
          `Unexpected text without \`${tag}\`, expected one for each language of the publication`,
          `add a line \`${tag}:\` below it`,
        ),
      ),
      ...unused.map((tag) =>
        raise(
          'config/text-unused',
          `${path}.${tag}`,
          `Unexpected language \`${tag}\`, expected one of the publication`,
          suggestion(tag, languages),
        ),
      ),
    ];
  });
  const lists = Object.keys(settings.hyphenation).filter((tag) => !languages.includes(tag));
  const unusedLists = lists.map((tag) =>
    raise(
      'config/text-unused',
      `hyphenation.${tag}`,
      `Unexpected language \`${tag}\`, expected one of the publication`,
      suggestion(tag, languages),
    ),
  );
  const unusedSwitches = Object.entries(settings.typography).flatMap(([rule, state]) =>
    typeof state === 'boolean'
      ? []
      : Object.keys(state)
          .filter((tag) => !languages.includes(tag))
          .map((tag) =>
            raise(
              'config/text-unused',
              `typography.${rule}.${tag}`,
              `Unexpected language \`${tag}\`, expected one of the publication`,
              suggestion(tag, languages),
            ),
          ),
  );
  return [...texts, ...unusedLists, ...unusedSwitches];
};

const logoFaults = (
  settings: PublicationSettings,
  resolve: SettingsSurroundings['resolve'],
  raise: Raise,
): readonly Diagnostic[] => {
  const { organisation, funders } = settings.house;
  const logos = [
    ['house.organisation.logo', organisation?.logo] as const,
    ...funders.map((funder, index) => [`house.funders.${index}.logo`, funder.logo] as const),
  ];
  return logos.flatMap(([path, logo]) => {
    if (logo === undefined) return [];
    const found = resolve(logo);
    if (found.kind === 'file') return [];
    if (found.kind === 'outside')
      return raise(
        'platform/outside-folder',
        path,
        `Unexpected path \`${logo}\`, expected one inside the publication's folder`,
        'copy the picture into the folder `figures` of the publication',
      );
    return raise(
      'config/logo-missing',
      path,
      `Unexpected path \`${logo}\`, expected a picture in the publication's folder`,
      logo.includes('\\') ? 'write the path with `/`' : 'capital and small letters count',
    );
  });
};

const outputFaults = (settings: PublicationSettings, raise: Raise): readonly Diagnostic[] =>
  settings.outputs.flatMap((output, index) =>
    knownOutputs.includes(output)
      ? []
      : raise(
          'config/output-unknown',
          `outputs.${index}`,
          `Unexpected output \`${output}\`, expected one that exists`,
          suggestion(output, knownOutputs),
        ),
  );

const isbnFaults = (settings: PublicationSettings, raise: Raise): readonly Diagnostic[] => {
  const { isbn } = settings.house;
  const entries =
    typeof isbn === 'string'
      ? [['house.isbn', isbn] as const]
      : Object.entries(isbn ?? {}).map(([tag, text]) => [`house.isbn.${tag}`, text] as const);
  return entries.flatMap(([path, text]) =>
    isIsbn(text)
      ? []
      : raise('config/isbn-checksum', path, `Unexpected ISBN \`${text}\`, expected 13 digits that add up`),
  );
};

/** Everything there is to say about settings whose form is right, in the order of the file's sections. */
export const checkSettings = (
  settings: PublicationSettings,
  around: SettingsSurroundings,
): readonly Diagnostic[] => {
  const raise: Raise = (rule, path, message, hint) =>
    diagnose(rule, message, { place: placeFor(path, rule, around), hint });
  const { templates, languages } = around;
  return [
    ...(languages.includes(settings.source)
      ? []
      : [
          raise(
            'config/source-absent',
            'source',
            `Unexpected source language \`${settings.source}\`, expected one of the publication`,
            suggestion(settings.source, languages),
          ),
        ]),
    ...(templates === undefined || templates.includes(settings.template)
      ? []
      : [
          raise(
            'config/template-unknown',
            'template',
            `Unexpected template \`${settings.template}\`, expected one that exists`,
            suggestion(settings.template, templates),
          ),
        ]),
    ...logoFaults(settings, around.resolve, raise),
    ...languageFaults(settings, languages, raise),
    ...isbnFaults(settings, raise),
    ...outputFaults(settings, raise),
  ];
};
