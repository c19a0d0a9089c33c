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

/** Why two words stand together; undefined where a line may end between them. */
const keptFor =
  (rules: SpaceRules) =>
  (before: string, after: string): Kept | undefined => {
    const first = before.replace(openingMarks, '');
    const isFigure = endsWithNumber.test(first);
    if (leadingFigures.test(first) && threeFigures.test(after)) return groups;
    if (isNumberLike(after)) {
      if (rules.beforeNumber.has(rules.lower(first)) || currency.test(first)) return numbers;
      if (first === '×') return times;
    }
    if (after === '×') return times;
    if (isFigure || isRoman(first.replace(romanRange, ''))) {
      if (unitOf(after).some((unit) => rules.afterNumber.has(rules.lower(unit)))) return units;
      if (/^[%‰°\p{Sc}]/u.test(after)) return units;
    }
    const head = after.replace(openingMarks, '');
    if (/^\p{Lu}/u.test(head)) {
      if (rules.initials && initial.test(first)) return names;
      if (rules.beforeName.has(rules.lower(first))) return names;
      if (rules.initials && surname.test(first) && /^\p{Lu}\.\p{Lu}\./u.test(head)) return names;
    }
    if (first.length <= rules.longestLeaning && rules.leansForward.has(rules.lower(first))) return leaning;
    if (after.length <= rules.longestLeaning + 2 && !/[.!?]$/.test(before)) {
      const bare = after.replace(closingMarks, '');
      if (rules.leansBack.has(rules.lower(bare))) return leaning;
    }
    return undefined;
  };

/** How many words of an abbreviation begin with this one; 0 where none does. */
const phraseLength = (text: string, words: readonly Word[], index: number, rules: SpaceRules): number => {
  const word = words[index];
  if (word === undefined) return 0;
  const first = rules.lower(text.slice(word.from, word.to).replace(openingMarks, ''));
  const phrase = rules.phrases.get(first)?.find((parts) =>
    parts.every((part, offset) => {
      const other = words[index + offset];
      if (other === undefined) return false;
      const written = rules.lower(text.slice(other.from, other.to));
      return offset === 0 || written === part || (offset === parts.length - 1 && written.replace(/[\])}»”’“"',;:!?…\uFDD0]+$/, '') === part);
    }),
  );
  return phrase?.length ?? 0;
};

/** The finder of spaces that are kept, in order. */
export const spaceFinder = (rules: SpaceRules): ((text: string) => readonly Tie[]) => {
  const kept = keptFor(rules);
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
          : kept(text.slice(word.from, word.to), text.slice(next.from, next.to));
      // A space that never breaks has no need of a weaker tie.
      if (why === undefined || (why.kind === 'rather-not' && space === '\u00A0')) continue;
      ties.push({ from: word.to, to: next.from, ...why });
    }
    return ties;
  };
};
