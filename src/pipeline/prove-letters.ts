/**
 * Proves that every letter of the composed pages is drawn by a font of the template: the fonts it is set in must have it, and the browser, which
 * is asked, must draw it with one of them.
 */
import type { FormePage } from '../chromium/forme-page.ts';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { characterMap } from '../platform/font-file.ts';
import { readBytes } from '../platform/read-file.ts';
import type { ShownLetter, ShownLetters } from '../protocol/paginator.ts';
import { parsePlace } from '../protocol/place.ts';
import { drawsLetter } from '../template/font-coverage.ts';
import { familiesOf } from '../template/load-fonts.ts';
import type { FontFace } from '../template/template.ts';

/** A letter that is not drawn as it should be, and the fonts it is about. */
interface FaultyLetter extends ShownLetter {
  readonly fonts: string;
}

/** Letters named in one message. */
const mostNamed = 5;

const named = (letter: string): string =>
  `\`${letter}\` (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

const namedAll = (letters: readonly ShownLetter[]): string => {
  const more = letters.length - mostNamed;
  const first = letters.slice(0, mostNamed).map(({ letter }) => named(letter));
  return first.join(', ') + (more > 0 ? ` and ${more} more` : '');
};

/** Letters that stand first in one paragraph, together; each once. */
const byPlace = (letters: readonly FaultyLetter[]): readonly (readonly FaultyLetter[])[] => {
  const groups = new Map<string, FaultyLetter[]>();
  const told = new Set<string>();
  for (const each of letters) {
    if (told.has(`${each.letter}\n${each.fonts}`)) continue;
    told.add(`${each.letter}\n${each.fonts}`);
    const key = `${each.place}\n${each.fonts}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [each]);
    else known.push(each);
  }
  return [...groups.values()];
};

const missingDiagnostic = (letters: readonly FaultyLetter[]): Diagnostic =>
  diagnose(
    'template/letter-missing',
    `Unexpected ${namedAll(letters)}, expected letters that the font has in which they are set: ${letters[0]?.fonts ?? '?'}`,
    {
      place: parsePlace(letters[0]?.place ?? ''),
      hint: 'write it otherwise or put a picture there, or add a font that has it to the `fonts` of template.yaml and to `font-family`',
    },
  );

const foreignDiagnostic = (letters: readonly FaultyLetter[], families: readonly string[]): Diagnostic =>
  diagnose(
    'chromium/letter-foreign',
    `Unexpected font ${letters[0]?.fonts ?? '?'} for ${namedAll(letters)}, expected one of ${quoted(families)}`,
    {
      place: parsePlace(letters[0]?.place ?? ''),
      hint: 'let `font-family` name a font of the template, in a style that template.yaml has a file for',
    },
  );

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** The families that a value of `font-family` names (https://www.w3.org/TR/css-fonts-4/#font-family-prop). */
const familiesIn = (value: string): readonly string[] =>
  [...value.matchAll(/"(?<quoted>[^"]*)"|(?<plain>[^,\s"][^,"]*)/gu)].map(({ groups }) =>
    (groups?.['quoted'] ?? groups?.['plain'] ?? '').trim().toLowerCase(),
  );

/** A family of the template: its name, and the code points of all its faces. */
interface Family {
  readonly name: string;
  readonly letters: Set<number>;
}

/** The families of faces, by name in small letters. */
const readFamilies = (faces: readonly FontFace[]): ReadonlyMap<string, Family> => {
  const known = new Map<string, Family>();
  for (const { family, path } of faces) {
    const key = family.toLowerCase();
    const { letters } = known.get(key) ?? { letters: new Set<number>() };
    known.set(key, { name: family, letters });
    const { value } = readBytes(path, path);
    for (const letter of value === undefined ? [] : characterMap(value).keys()) letters.add(letter);
  }
  return known;
};

/** The letters that no font of the template has in which they are set. Where none of them is the template's, the browser is asked. */
const missingLetters = (
  sets: readonly ShownLetters[],
  faces: readonly FontFace[],
): readonly FaultyLetter[] => {
  const known = readFamilies(faces);
  return sets.flatMap(({ family, letters }) => {
    const own = familiesIn(family).flatMap((name) => known.get(name) ?? []);
    if (own.length === 0) return [];
    const fonts = quoted(own.map(({ name }) => name));
    return letters
      .filter(({ letter }) => !own.some((each) => drawsLetter(each.letters, letter)))
      .map((shown) => ({ ...shown, fonts }));
  });
};

/** The letters that the browser draws with a font of the machine. */
const foreignLetters = async (
  page: FormePage,
  sets: readonly ShownLetters[],
  selector: string,
): Promise<readonly FaultyLetter[]> => {
  const drawn = await page.drawnBy(selector);
  const suspects = [...sets.keys()].filter((set) => drawn[set]?.some(({ isOfPage }) => !isOfPage) === true);
  if (suspects.length === 0) return [];
  // Asked once more, letter by letter.
  const apart = await page.call('showLetters', { apart: suspects });
  const each = await page.drawnBy(apart.selector);
  return apart.sets
    .flatMap(({ letters }) => letters)
    .flatMap((shown, index) => {
      const font = each[index]?.find(({ isOfPage }) => !isOfPage);
      return font === undefined ? [] : [{ ...shown, fonts: `\`${font.family}\`` }];
    });
};

/**
 * Proves the letters of composed pages. A diagnostic for each paragraph in which a letter stands first that no font of the template has, or
 * that another font draws.
 */
export const proveLetters = async (
  page: FormePage,
  faces: readonly FontFace[],
): Promise<readonly Diagnostic[]> => {
  // Where no font of the template could be loaded that is told already, and not for each letter again.
  if (faces.length === 0) return [];
  const { selector, sets } = await page.call('showLetters', { apart: [] });
  const missing = missingLetters(sets, faces);
  const foreign = await foreignLetters(page, sets, selector);
  await page.call('hideLetters', {});
  const isMissing = new Set(missing.map(({ letter }) => letter));
  const families = familiesOf(faces);
  return [
    ...byPlace(missing).map((letters) => missingDiagnostic(letters)),
    ...byPlace(foreign.filter(({ letter }) => !isMissing.has(letter))).map((letters) =>
      foreignDiagnostic(letters, families),
    ),
  ];
};
