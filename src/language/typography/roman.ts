/** Roman numerals of centuries, kings and chapters: those written with I, V and X. */

const numeral = /^X{0,3}(?:IX|IV|V?I{0,3})$/;

const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

const valueOf = (letters: string): number => {
  let sum = 0;
  for (const [index, letter] of [...letters].entries()) {
    const value = values[letter] ?? 0;
    sum += value < (values[letters[index + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
};

/** True for a numeral from I to XXXIX as it is rightly written. */
export const isRoman = (letters: string): boolean => letters !== '' && numeral.test(letters);

/** True for two numerals of which the second is the greater; of one letter each they are no range but letters. */
export const isRomanRange = (first: string, last: string): boolean =>
  first.length + last.length > 2 && isRoman(first) && isRoman(last) && valueOf(last) > valueOf(first);
