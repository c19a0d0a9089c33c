/** Hyphenation by the patterns that come with hyphenopoly: TeX's, compiled to WebAssembly. */
import { fileURLToPath } from 'node:url';
import hyphenopoly from 'hyphenopoly';
import { readBytes } from '../platform/read-file.ts';

/** No letter of any language: stands for a break in what the library gives back. */
const mark = '\u00AD';

/** The library refuses longer words with a message on the terminal. */
const longestWord = 61;

/** The names of the pattern sets that the library has. */
export const libraryPatternNames: readonly string[] = hyphenopoly.supportedLanguages;

const load = (name: string): ((text: string) => string) => {
  const hyphenators = hyphenopoly.config({
    require: [name],
    hyphen: mark,
    sync: true,
    minWordLength: 2,
    loaderSync: (file, folder) => {
      const path = fileURLToPath(new URL(file, folder));
      const read = readBytes(path, file);
      if (read.value === undefined) throw new Error(`hyphenopoly lacks ${file}`);
      return read.value;
    },
  });
  const hyphenator = hyphenators.get(name);
  if (hyphenator === undefined) throw new Error(`hyphenopoly does not load ${name}`);
  return hyphenator;
};

/**
 * The breaks of lower-cased words by one of {@link libraryPatternNames}; the patterns are loaded with the first word. Throws
 * for a name that the library does not have, or an installation that is not whole.
 */
export const libraryBreaks = (name: string): ((word: string) => readonly number[]) => {
  let hyphenator: ((text: string) => string) | undefined;
  return (word) => {
    if (word.length > longestWord) return [];
    hyphenator ??= load(name);
    const breaks: number[] = [];
    let at = 0;
    for (const part of hyphenator(word).split(mark)) {
      if (at > 0) breaks.push(at);
      at += part.length;
    }
    return breaks;
  };
};
