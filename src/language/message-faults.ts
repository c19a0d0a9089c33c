/** What is wrong in messages.json: keys, plural forms and placeholders against the catalogue. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import type { Place } from '../protocol/place.ts';
import { allMessageKeys, shapeOf, type MessageKey } from './message-keys.ts';
import { placeholderFaults } from './placeholder-faults.ts';
import { numbersOf, pluralForms, standsForOneNumber, type PluralForm } from './plural-forms.ts';
import { inOrder } from './schema-faults.ts';
import type { YamlSource } from './yaml-source.ts';

/** One entry that messages.json must have. */
interface Entry {
  /** As it stands in the file: `pages_one`. */
  readonly name: string;
  readonly key: MessageKey;
  readonly form?: PluralForm;
}

const entriesFor = (locale: string): readonly Entry[] => {
  const forms = pluralForms(locale, 'cardinal');
  return allMessageKeys.flatMap((key): readonly Entry[] =>
    shapeOf(key).plural ? forms.map((form) => ({ name: `${key}_${form}`, key, form })) : [{ name: key, key }],
  );
};

const unknownFault = (name: string, entries: readonly Entry[], source: YamlSource): Diagnostic => {
  const [, key, form] = /^(.*)_([a-z]+)$/.exec(name) ?? [];
  const siblings = entries.filter((entry) => entry.key === (key ?? name) && entry.form !== undefined);
  const place = source.placeOfKey([name]);
  if (siblings.length > 0) {
    const forms = siblings.map((entry) => `\`${entry.name}\``).join(', ');
    return diagnose('locale/unknown-message', `Unexpected message \`${name}\`, expected ${forms}`, {
      place,
      hint:
        form === undefined
          ? 'this text has one entry for each plural form'
          : 'the language has no such plural form',
    });
  }
  return diagnose('locale/unknown-message', `Unexpected message \`${name}\`, expected a known key`, {
    place,
    hint: suggestion(
      name,
      entries.map((entry) => entry.name),
    ),
  });
};

const missingFault = (entry: Entry, locale: string, place: Place): Diagnostic =>
  entry.form === undefined
    ? diagnose('locale/missing-message', `Unexpected end of messages, expected \`${entry.name}\``, {
        place,
        hint: `add a line "${entry.name}": "…"`,
      })
    : diagnose('locale/missing-plural', `Unexpected end of messages, expected the form \`${entry.name}\``, {
        place,
        hint: `add a line "${entry.name}": "…" for ${numbersOf(locale, entry.form)}`,
      });

/** Missing entries, each at the entry of the file that it would follow. */
const missingFaults = (
  entries: readonly Entry[],
  messages: Readonly<Record<string, unknown>>,
  locale: string,
  source: YamlSource,
): readonly Diagnostic[] =>
  entries.flatMap((entry, index) => {
    if (Object.hasOwn(messages, entry.name)) return [];
    const before = entries.slice(0, index).findLast(({ name }) => Object.hasOwn(messages, name));
    const place = before === undefined ? source.placeOf([]) : source.placeOfKey([before.name]);
    return [missingFault(entry, locale, place)];
  });

/** All that is wrong in a file of messages. `locale` is what Intl is asked with. */
export const messageFaults = (source: YamlSource, locale: string): readonly Diagnostic[] => {
  const { value } = source;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [
      diagnose('locale/invalid-message', 'Unexpected content, expected one `{ "key": "text" }`', {
        place: source.placeOf([]),
      }),
    ];
  }
  const messages = value as Readonly<Record<string, unknown>>;
  const entries = entriesFor(locale);
  const known = new Map(entries.map((entry) => [entry.name, entry]));
  const present = Object.entries(messages).flatMap(([name, text]): readonly Diagnostic[] => {
    const entry = known.get(name);
    if (entry === undefined) return [unknownFault(name, entries, source)];
    if (typeof text !== 'string' || text.trim() === '') {
      return [
        diagnose(
          'locale/invalid-message',
          `Unexpected value of \`${name}\`, expected a text that is not empty`,
          {
            place: source.placeOf([name]),
          },
        ),
      ];
    }
    return placeholderFaults({
      name,
      text,
      shape: shapeOf(entry.key),
      isCountSpared: () => entry.form !== undefined && standsForOneNumber(locale, entry.form),
      placeOf: () => source.placeOf([name]),
    });
  });
  return inOrder([...present, ...missingFaults(entries, messages, locale, source)]);
};
