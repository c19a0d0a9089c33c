/** Spaces that no line is broken at, and spaces at which one is rather not: one walk over the spaces of a text. */
import { isRoman } from './roman.ts';
import type { Tie } from './typography.ts';
import { lineEnd, masked } from './typography.ts';

/** What a language says of words that belong together. Sets hold words in small letters. */
export interface SpaceRules {
  readonly beforeNumber: ReadonlySet<string>;
  readonly afterNumber: ReadonlySet<string>;
  readonly beforeName: ReadonlySet<string>;
  readonly initials: boolean;
  /** Abbreviations of several words, by their first word: the words of each. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Length of the longest first word of one. */
  readonly longestFirst: number;
  readonly leansForward: ReadonlySet<string>;
  readonly leansBack: ReadonlySet<string>;
  /** Length of the longest word that leans. */
  readonly longestLeaning: number;
  readonly lower: (text: string) => string;
}

type Kept = Pick<Tie, 'kind' | 'rule'>;

/** Words between spaces, each with the space after it. */
interface Word {
  readonly from: number;
  readonly to: number;
}

const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = [];
  let from = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    const isSpace = code === 32 || code === 10 || code === 0xa0 || code === 0x2028;
    if (!isSpace && from < 0) from = at;
    else if (isSpace && from >= 0) {
      words.push({ from, to: at });
      from = -1;
    }
  }
  return words;
};

const openingMarks = /^[([{«„“‘"']+/;
const closingMarks = /[\])}»”’“"',;:.!?…]+$/;
const initial = /^\p{Lu}\p{M}*\.(?:-?\p{Lu}\p{M}*\.)*$/u;
const surname = /^\p{Lu}\p{M}*[\p{Ll}\p{M}’-]+$/u;
const capital = /^\p{Lu}/u;
const twoInitials = /^\p{Lu}\.\p{Lu}\./u;
const startsWithNumber = /^(?:[\u2212+-]?\d|\p{Sc}\d)/u;
const startsWithRoman = /^[IVX]+/;
const romanRange = /^[IVX]+–/;
const endsWithNumber = /\d(?:[-\u2011]\p{Ll}{1,6})?$/u;
const currency = /^[^\s\d]{0,3}\p{Sc}$/u;
const threeFigures = /^\d{3}(?!\d)/;
const leadingFigures = /(?:^|[^\d.,])\d{1,3}$/;

const isNumberLike = (word: string): boolean =>
  startsWithNumber.test(word) || word.startsWith(masked) || isRoman(startsWithRoman.exec(word)?.[0] ?? '');

const never = (rule: Tie['rule']): Kept => ({ kind: 'never', rule });

const groups: Kept = never('groups');
const numbers: Kept = never('numbers');
const units: Kept = never('units');
const times: Kept = never('multiplication');
const names: Kept = never('names');
const leaning: Kept = { kind: 'rather-not', rule: 'short-words' };

/** A unit may carry a suffix or a stop: `%-i`, `km,`. */
const unitOf = (word: string): readonly string[] => {
  const bare = word.replace(/-\p{L}+/u, '').replace(closingMarks, '');
  return [word, bare, `${bare}.`];
};

/** Words that neither hold a figure, a capital or a sign nor are short: most of a text. */
const isPlain = (word: string): boolean => {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    // Figures, signs and capitals of ASCII; every sign and letter beyond it may be one.
    if (code < 97 || (code > 122 && code < 0x430) || code > 0x44f)
      return code === 44 && at === word.length - 1;
  }
  return true;
};

const numberKept = (rules: SpaceRules, first: string, after: string): Kept | undefined => {
  const isFigure = endsWithNumber.test(first);
  if (isFigure && leadingFigures.test(first) && threeFigures.test(after)) return groups;
  if (isNumberLike(after)) {
    if (rules.beforeNumber.has(rules.lower(first)) || currency.test(first)) return numbers;
    if (first === '×') return times;
  }
  if (after === '×') return times;
  if (!isFigure && !isRoman(first.replace(romanRange, ''))) return undefined;
  const isUnit =
    /^[%‰°\p{Sc}]/u.test(after) || unitOf(after).some((unit) => rules.afterNumber.has(rules.lower(unit)));
  return isUnit ? units : undefined;
};

const nameKept = (rules: SpaceRules, first: string, after: string): Kept | undefined => {
  const head = after.replace(openingMarks, '');
  if (!capital.test(head)) return undefined;
  if (rules.beforeName.has(rules.lower(first))) return names;
  if (!rules.initials) return undefined;
  return initial.test(first) || (surname.test(first) && twoInitials.test(head)) ? names : undefined;
};

const leaningKept = (rules: SpaceRules, before: string, first: string, after: string): Kept | undefined => {
  if (first.length <= rules.longestLeaning && rules.leansForward.has(rules.lower(first))) return leaning;
  if (after.length > rules.longestLeaning + 2 || /[.!?]$/.test(before)) return undefined;
  const bare = rules.lower(after.replace(closingMarks, ''));
  // An abbreviation has a stop of its own.
  const leans =
    rules.leansBack.has(bare) ||
    (rules.leansBack.has(`${bare}.`) && after.slice(bare.length).startsWith('.'));
  return leans ? leaning : undefined;
};

/** Why two words stand together; undefined where a line may end between them. */
const keptFor = (rules: SpaceRules, before: string, after: string): Kept | undefined => {
  const isBefore = isPlain(before);
  const isAfter = isPlain(after);
  // A word of small letters beside another is no number or name, and long ones do not lean.
  if (isBefore && isAfter && before.length > rules.longestLeaning && after.length > rules.longestLeaning + 2)
    return undefined;
  const first = isBefore ? before : before.replace(openingMarks, '');
  if (!isBefore || !isAfter) {
    const kept = numberKept(rules, first, after) ?? nameKept(rules, first, after);
    if (kept !== undefined) return kept;
  }
  return leaningKept(rules, before, first, after);
};

/** Whether a word is one of an abbreviation with what may close the sentence behind it. */
const isClosed = (written: string, part: string): boolean => {
  const bare = written.replace(/[\])}»”’“"',;:!?…\uFDD0]+$/, '');
  return bare === part || bare === `${part}.`;
};

/** How many words of an abbreviation begin with this one; 0 where none does. */
const phraseLength = (text: string, words: readonly Word[], index: number, rules: SpaceRules): number => {
  const word = words[index];
  if (word === undefined) return 0;
  if (word.to - word.from > rules.longestFirst + 2) return 0;
  const first = rules.lower(text.slice(word.from, word.to).replace(openingMarks, ''));
  const phrase = rules.phrases.get(first)?.find((parts) =>
    parts.every((part, offset) => {
      const other = words[index + offset];
      if (other === undefined) return false;
      const written = rules.lower(text.slice(other.from, other.to));
      return offset === 0 || written === part || (offset === parts.length - 1 && isClosed(written, part));
    }),
  );
  return phrase?.length ?? 0;
};

/** The finder of spaces that are kept, in order. */
export const spaceFinder = (rules: SpaceRules): ((text: string) => readonly Tie[]) => {
  return (text) => {
    const words = wordsOf(text);
    const ties: Tie[] = [];
    let phraseUntil = -1;
    for (const [index, word] of words.entries()) {
      const next = words[index + 1];
      if (next === undefined) break;
      if (index >= phraseUntil && rules.phrases.size > 0) {
        const length = phraseLength(text, words, index, rules);
        if (length > 0) phraseUntil = index + length - 1;
      }
      const space = text.slice(word.to, next.from);
      // What comes after an abbreviation of several words is no number or name of its last.
      if (space.includes(lineEnd) || (index === phraseUntil && index > 0)) continue;
      const why =
        index < phraseUntil
          ? never('abbreviations')
          : keptFor(rules, text.slice(word.from, word.to), text.slice(next.from, next.to));
      // A space that never breaks has no need of a weaker tie.
      if (why === undefined || (why.kind === 'rather-not' && space === '\u00A0')) continue;
      ties.push({ from: word.to, to: next.from, ...why });
    }
    return ties;
  };
};
