/** Letters as the proof compares them: what a reader would miss, free of how it was typed. */

/** Variation selectors and the joiner that shows nothing are marks by their category, and nothing on paper. */
const notCompared = /[^\p{L}\p{N}\p{M}]|[\u034F\uFE00-\uFE0F]/gu;

/**
 * The letters, digits and marks of a text, decomposed for compatibility (NFKD, https://unicode.org/reports/tr15/): a ligature counts as its
 * letters, a composed letter as letter and mark. Spaces, hyphens, which come and go with the lines, and punctuation are left out.
 */
export const lettersOf = (text: string): string =>
  /^[a-zA-Z0-9]*$/.test(text) ? text : text.normalize('NFKD').replace(notCompared, '');

/** {@link lettersOf} for short texts that come again and again, as those of glyphs do. */
export const letterReader = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const letters = lettersOf(text);
    known.set(text, letters);
    return letters;
  };
};

/** How often each letter occurs. */
export type LetterCounts = ReadonlyMap<string, number>;

/** Counts the letters of a text. */
export const countLetters = (text: string): LetterCounts => {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
};

/** The letters of `text` that `other` has not as often, in order of their code. */
export const lettersBeyond = (text: string, other: string): string => {
  const counts = countLetters(other);
  let beyond = '';
  for (const [letter, count] of countLetters(text)) {
    const more = count - (counts.get(letter) ?? 0);
    if (more > 0) beyond += letter.repeat(more);
  }
  return beyond;
};

/** The words of a text. */
export const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');

/** The words of a text whose letters do not stand together in `letters`; all words where every one does. */
export const wordsMissing = (text: string, letters: string): readonly string[] => {
  const words = wordsOf(text);
  const missing = words.filter((word) => !letters.includes(lettersOf(word)));
  return missing.length > 0 ? missing : words;
};

const mostWords = 8;
const longestWord = 40;

/** Words for a message, the first few of many. */
export const quoteWords = (words: readonly string[]): string => {
  const text = words
    .slice(0, mostWords)
    .map((word) => (word.length > longestWord ? `${word.slice(0, longestWord)}…` : word))
    .join(' ');
  return words.length > mostWords ? `${text} …` : text;
};
