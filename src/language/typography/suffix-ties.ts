/** Hyphens that no line is broken at: before the suffix of a figure or an abbreviation, within phone numbers, in ranges. */
import { oneOf } from './characters.ts';
import type { Tie } from './typography.ts';

/** What a language says of suffixes. */
export interface SuffixRules {
  /** Most letters of a suffix after a figure or an abbreviation in capitals. */
  readonly longest: number;
  /** Endings that are kept with any word. */
  readonly words: readonly string[];
}

/** The finder of suffixes and of figures after a hyphen or the dash of a range. */
export const suffixFinder = ({ longest, words }: SuffixRules): ((text: string) => readonly Tie[]) => {
  const endings = words.length === 0 ? '' : `|(?<=\\p{L})[-\\u2011](?:${oneOf(words)})(?![\\p{L}\\p{N}])`;
  const pattern = new RegExp(
    `(?<=[\\p{N}%‰°\\p{Sc}\\uFFFC]|(?<!\\p{L})\\p{Lu}{2,})[-\\u2011]\\p{L}{1,${longest}}(?![\\p{L}\\p{N}])` +
      `|(?<=[\\p{N}%])[-\\u2011–]\\d{1,6}(?!\\d)|(?<=\\p{L})[-\\u2011]\\d{1,4}(?![\\p{L}\\p{N}])|(?<=[IVX])–[IVX]+(?!\\p{L})${endings}`,
    'gu',
  );
  return (text) => {
    if (!/[-\u2011–]/.test(text)) return [];
    return [...text.matchAll(pattern)].map(({ 0: all, index }) => ({
      from: index,
      to: index + all.length,
      kind: 'never',
      rule: 'suffixes',
    }));
  };
};
