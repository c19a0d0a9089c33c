/** Whether a font has a letter. */

/** What is never drawn: joiners, variation selectors, marks of direction. */
const undrawn = /\p{Default_Ignorable_Code_Point}/gu;

/** The code points of a font. */
type Letters = Pick<ReadonlySet<number>, 'has'>;

const hasAll = (letters: Letters, text: string): boolean =>
  [...text].every((letter) => letters.has(letter.codePointAt(0) ?? 0));

/** Whether a font can draw a letter with its marks: as one glyph, or with the marks apart. */
export const drawsLetter = (letters: Letters, letter: string): boolean => {
  const drawn = letter.replace(undrawn, '');
  return hasAll(letters, drawn.normalize('NFC')) || hasAll(letters, drawn.normalize('NFD'));
};
