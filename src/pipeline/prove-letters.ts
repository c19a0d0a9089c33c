/** Asks the browser which font draws each letter of the composed pages: it must be one of the template's. */
import type { FormePage } from '../chromium/forme-page.ts';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ShownLetter } from '../protocol/paginator.ts';
import { parsePlace } from '../protocol/place.ts';

/** A letter that a font of the machine draws. */
interface ForeignLetter extends ShownLetter {
  readonly font: string;
}

/** Letters named in one message. */
const mostNamed = 5;

const named = (letter: string): string =>
  `\`${letter}\` (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

const foreignDiagnostic = (letters: readonly ForeignLetter[], families: readonly string[]): Diagnostic => {
  const [first] = letters;
  const more = letters.length - mostNamed;
  const which = letters.slice(0, mostNamed).map(({ letter }) => named(letter));
  return diagnose(
    'chromium/letter-foreign',
    `Unexpected font \`${first?.font ?? '?'}\` for ${which.join(', ')}${more > 0 ? ` and ${more} more` : ''}, expected one of \`${families.join('`, `')}\``,
    {
      place: parsePlace(first?.place ?? ''),
      hint: 'use another letter, or add a font that has it to the `fonts` of template.yaml and to the `font-family`',
    },
  );
};

/** Of the letters of some sets those that no font of the template draws. */
const foreignLetters = async (
  page: FormePage,
  sets: readonly number[],
): Promise<readonly ForeignLetter[]> => {
  const { selector, letters } = await page.call('showLetters', { apart: sets });
  const drawn = await page.drawnBy(selector);
  return letters.flatMap((letter, index) => {
    const font = drawn[index]?.find(({ isOfPage }) => !isOfPage);
    return font === undefined ? [] : [{ ...letter, font: font.family }];
  });
};

/**
 * Proves that every letter is drawn by a font of the template: a diagnostic for each paragraph in which a letter is met for the first time
 * that is not. The pages must be composed.
 */
export const proveLetters = async (
  page: FormePage,
  families: readonly string[],
): Promise<readonly Diagnostic[]> => {
  const { selector } = await page.call('showLetters', { apart: [] });
  const drawn = await page.drawnBy(selector);
  const sets = [...drawn.keys()].filter((set) => drawn[set]?.some(({ isOfPage }) => !isOfPage) === true);
  const foreign = sets.length === 0 ? [] : await foreignLetters(page, sets);
  await page.call('hideLetters', {});
  const groups = new Map<string, ForeignLetter[]>();
  for (const letter of foreign) {
    const key = `${letter.place}\n${letter.font}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [letter]);
    else if (!known.some((other) => other.letter === letter.letter)) known.push(letter);
  }
  return [...groups.values()].map((letters) => foreignDiagnostic(letters, families));
};
