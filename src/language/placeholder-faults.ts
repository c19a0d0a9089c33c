/** What is wrong with the placeholders (`{{name}}`) of one text of messages.json. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import type { Place } from '../protocol/place.ts';
import type { MessageShape } from './message-keys.ts';

/** A text to be judged. */
export interface MessageText {
  /** Its key as it stands in the file: `pages_one`. */
  readonly name: string;
  readonly text: string;
  readonly shape: MessageShape;
  /** True where `{{count}}` may be left out: the plural form stands for one number alone. */
  readonly isCountSpared: () => boolean;
  /** Where the text stands; asked for only where something is wrong. */
  readonly placeOf: () => Place;
}

const placeholder = /\{\{([^{}]*)\}\}/g;

const braced = (names: readonly string[]): string => names.map((name) => `\`{{${name}}}\``).join(' or ');

const known = (shape: MessageShape): readonly string[] => [
  ...shape.required,
  ...shape.either,
  ...shape.optional,
];

const usedIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(placeholder), ([, name = '']) => name);

/** What is left beside whole placeholders would be read by i18next: single braces, and its own references to other texts. */
const brokenBraces = ({ name, text, shape, placeOf }: MessageText): readonly Diagnostic[] => {
  if (!/[{}]|\$t\(/.test(text.replaceAll(placeholder, ''))) return [];
  const [first] = known(shape);
  const expected = first === undefined ? 'plain words' : `whole placeholders like ${braced([first])}`;
  return [
    diagnose('locale/invalid-message', `Unexpected braces or \`$t(\` in \`${name}\`, expected ${expected}`, {
      place: placeOf(),
    }),
  ];
};

const unknownPlaceholders = ({ name, text, shape, placeOf }: MessageText): readonly Diagnostic[] => {
  const names = known(shape);
  return usedIn(text)
    .filter((used) => !names.includes(used))
    .map((used) =>
      diagnose(
        'locale/unknown-placeholder',
        `Unexpected placeholder ${braced([used])} in \`${name}\`, expected ${names.length === 0 ? 'none' : braced(names)}`,
        { place: placeOf(), hint: names.length === 0 ? undefined : suggestion(used, names) },
      ),
    );
};

const missingPlaceholders = ({
  name,
  text,
  shape,
  isCountSpared,
  placeOf,
}: MessageText): readonly Diagnostic[] => {
  const used = new Set(usedIn(text));
  const wanted = [
    ...shape.required.map((one) => [one]),
    ...(shape.either.length === 0 ? [] : [shape.either]),
  ];
  return wanted
    .filter((names) => !names.some((one) => used.has(one) || (one === 'count' && isCountSpared())))
    .map((names) =>
      diagnose(
        'locale/missing-placeholder',
        `Unexpected end of \`${name}\`, expected ${braced(names)} in it`,
        {
          place: placeOf(),
        },
      ),
    );
};

/** All that is wrong with the placeholders of a text. */
export const placeholderFaults = (message: MessageText): readonly Diagnostic[] => [
  ...brokenBraces(message),
  ...unknownPlaceholders(message),
  ...missingPlaceholders(message),
];
