/** Words of running text with a mark at their breaks: which words are divided at all, and which stay whole. */

/**
 * Web and mail addresses, paths, words with figures or with hyphens of their own: a hyphen in them would be read as theirs. Where
 * the author has put soft hyphens, those are the breaks.
 */
const whole = /[\d@\\/_\u00AD]|\.\p{L}|:\/\/|\p{L}[-\u2010\u2011]\p{L}/u;

const token = /\S{2,}/gu;

/** What follows an apostrophe is a part of a word (`d’Arc`, `O’Brien`) and stays whole. */
const words = /(?<![\p{L}\p{M}'\u2019\u02BC])\p{L}[\p{L}\p{M}]+/gu;

/** A bound for a text that was made to fill the memory; no book has so many different words. */
const mostRemembered = 500_000;

const dividedWord = (word: string, breaks: readonly number[], mark: string): string => {
  if (breaks.length === 0) return word;
  let text = '';
  let from = 0;
  for (const at of breaks) {
    text += word.slice(from, at) + mark;
    from = at;
  }
  return text + word.slice(from);
};

/**
 * Makes a function that puts `mark` at every break of the words of a text, which is composed (NFC). `hyphenate` gives the
 * breaks of a bare word. What it has met it remembers.
 */
export const createTextDivider = (
  hyphenate: (word: string) => readonly number[],
  mark: string,
): ((text: string) => string) => {
  const known = new Map<string, string>();
  const divide = (text: string): string => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const divided = whole.test(text)
      ? text
      : text.replace(words, (word) => dividedWord(word, hyphenate(word), mark));
    if (known.size >= mostRemembered) known.clear();
    known.set(text, divided);
    return divided;
  };
  return (text) => text.replace(token, divide);
};
