/** Where words may break: the rules of a language around its patterns, and the exceptions of a publication. */
import { markedBreaks } from './liang-patterns.ts';

/** What stands around the patterns. */
export interface HyphenationRules {
  /** The letters of the alphabet: a word with another is another language's and has no breaks. Empty where any may stand. */
  readonly alphabet: ReadonlySet<string>;
  /** The small letters of which every part of a word must have one; undefined where that is no rule. */
  readonly vowels?: string | undefined;
  /** Fewest letters before a break. */
  readonly left: number;
  /** Fewest letters after a break. */
  readonly right: number;
  /** Fewest letters of a word that is broken on the page. */
  readonly shortest: number;
  /** Whether words with a capital after their first letter, which are mostly abbreviations, are broken on the page. */
  readonly capitals: boolean;
  /** Whether words that begin with a capital, which may be names, are broken on the page. */
  readonly capitalised: boolean;
}

/** Finds the breaks of words; what it has found it remembers. */
export interface Hyphenator {
  /** `as-set`: those that the page uses. `shown`: all there are, of short words and of capitals too. */
  readonly hyphenate: (word: string, which?: 'as-set' | 'shown') => readonly number[];
  /** The same with more exceptions, which win over the patterns and over earlier ones. */
  readonly withExceptions: (words: readonly string[]) => Hyphenator;
}

/** Breaks by word: as it was written, and in small letters. */
type Exceptions = ReadonlyMap<string, readonly number[]>;

const bareWord = /^\p{L}[\p{L}\p{M}]*$/u;
const innerCapital = /.[\p{Lu}\p{Lt}]/u;
const firstCapital = /^[\p{Lu}\p{Lt}]/u;
const capitalLetter = /[\p{Lu}\p{Lt}]/u;
const mark = /\p{M}/u;
const none: readonly number[] = [];

/** A text of ten million letters has no more different words; the bound is for one that was made to fill the memory. */
const mostRemembered = 500_000;

const betweenVowels = (word: string, breaks: readonly number[], vowels: string): readonly number[] => {
  const hasVowel = (from: number, to: number): boolean => {
    for (let at = from; at < to; at++) if (vowels.includes(word.charAt(at))) return true;
    return false;
  };
  const kept: number[] = [];
  for (const at of breaks) {
    if (hasVowel(kept.at(-1) ?? 0, at) && hasVowel(at, word.length)) kept.push(at);
  }
  return kept;
};

/** One unit for each letter with its accents (as UAX #29, https://unicode.org/reports/tr29/, has it for letters and marks). */
const lettersWithMarks = (word: string): readonly string[] => word.match(/\P{M}\p{M}*/gu) ?? [];

/** One unit for each letter: composed where there is a composed one, else without its accents. */
const withoutMarks = (word: string): string =>
  lettersWithMarks(word)
    .map((cluster) => cluster.normalize('NFC').charAt(0))
    .join('');

/**
 * Builds a hyphenator. `find` gives the breaks of a word in small letters by patterns, `lower` makes letters small as the
 * language does.
 */
export const createHyphenator = (
  find: (word: string) => readonly number[],
  rules: HyphenationRules,
  lower: (text: string) => string,
  exceptions: Exceptions = new Map(),
): Hyphenator => {
  const isOwn = (small: string): boolean =>
    rules.alphabet.size === 0 || small.split('').every((letter) => rules.alphabet.has(letter));

  const breaksBy = (small: string): readonly number[] => {
    if (!isOwn(small)) return none;
    const within = find(small).filter((at) => at >= rules.left && at <= small.length - rules.right);
    return rules.vowels === undefined ? within : betweenVowels(small, within, rules.vowels);
  };

  const breaksOf = (letters: string): readonly number[] => {
    const small = capitalLetter.test(letters) ? lower(letters) : letters;
    // Where the case of a letter changes the length, positions in one are not positions in the other.
    if (small.length !== letters.length) return none;
    return exceptions.get(small) ?? breaksBy(small);
  };

  const breaksAmongMarks = (word: string, letters: string): readonly number[] => {
    const starts: number[] = [];
    let at = 0;
    for (const cluster of lettersWithMarks(word)) {
      starts.push(at);
      at += cluster.length;
    }
    return breaksOf(letters).flatMap((index) => starts[index] ?? []);
  };

  /** Whether the page leaves a word whole that has breaks. */
  const isKeptWhole = (letters: string): boolean => {
    if (!rules.capitals && innerCapital.test(letters)) return true;
    const isLimited = letters.length < rules.shortest || (!rules.capitalised && firstCapital.test(letters));
    return isLimited && !exceptions.has(lower(letters));
  };

  const compute = (word: string, shown: boolean): readonly number[] => {
    if (!bareWord.test(word)) return none;
    const own = exceptions.get(word);
    if (own !== undefined) return own;
    const letters = mark.test(word) ? withoutMarks(word) : word;
    if (!shown && isKeptWhole(letters)) return none;
    return letters === word ? breaksOf(word) : breaksAmongMarks(word, letters);
  };

  const remembered = new Map<string, readonly number[]>();
  return {
    hyphenate: (word, which = 'as-set') => {
      if (which === 'shown') return compute(word, true);
      const known = remembered.get(word);
      if (known !== undefined) return known;
      if (remembered.size >= mostRemembered) remembered.clear();
      const breaks = compute(word, false);
      remembered.set(word, breaks);
      return breaks;
    },
    withExceptions: (words) => {
      const more = new Map(exceptions);
      for (const marked of words) {
        const { word, breaks } = markedBreaks(marked.normalize('NFC'));
        const small = lower(word);
        if (small.length === word.length) more.set(small, breaks);
        more.set(word, breaks);
      }
      return createHyphenator(find, rules, lower, more);
    },
  };
};
