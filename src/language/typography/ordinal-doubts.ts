/** Suffixes of ordinals held against the language's: `2000-ci` and not `2000-cu`, `5-го` and not `5-ого`, none after a Roman numeral. */
import { oneOf } from './characters.ts';
import { isRoman } from './roman.ts';
import type { Doubt } from './typography.ts';

/** What a language says of ordinals. */
export interface OrdinalForm {
  /** `{number}-{suffix}`. */
  readonly pattern: string;
  /** All suffixes that there are. */
  readonly suffixes: readonly string[];
  readonly ordinal: (n: number) => string;
  /** Suffixes that are never right, with the right ones. */
  readonly mistaken: ReadonlyMap<string, string>;
  /** False where a Roman numeral takes no suffix. */
  readonly romanSuffixes: boolean;
}

type Find = (text: string) => readonly Doubt[];

const noneFound: Find = () => [];

const figures = '(?<![\\p{L}\\p{N}.,])(?<number>\\d{1,3}(?:[ \\u00A0]\\d{3})+|\\d{1,15})';

/** Suffixes that depend on the number: with fewer than two there is nothing to be wrong. */
const wrongSuffixes = ({ pattern, suffixes, ordinal }: OrdinalForm): Find => {
  const kinds = [...new Set(suffixes)].filter((suffix) => suffix !== '');
  const between = /^\{number\}([^{}]*)\{suffix\}$/.exec(pattern)?.[1];
  if (kinds.length < 2 || between === undefined) return noneFound;
  const sign = between === '' ? '' : oneOf([between]);
  const form = new RegExp(`${figures}${sign}(?<suffix>${oneOf(kinds)})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) =>
    [...text.matchAll(form)].flatMap((match): readonly Doubt[] => {
      const { number = '', suffix = '' } = match.groups ?? {};
      const expected = ordinal(Number(number.replaceAll(/[ \u00A0]/g, '')));
      if (expected.endsWith(between + suffix)) return [];
      const right = `${number}${expected.replace(/^\d+/, '')}`;
      const from = match.index;
      return [{ from, to: from + match[0].length, found: match[0], expected: right, rule: 'ordinal-form' }];
    });
};

const mistakenSuffixes = ({ mistaken }: OrdinalForm): Find => {
  if (mistaken.size === 0) return noneFound;
  const form = new RegExp(`${figures}-(?<suffix>${oneOf([...mistaken.keys()])})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) =>
    [...text.matchAll(form)].map((match): Doubt => {
      const { number = '', suffix = '' } = match.groups ?? {};
      const expected = `${number}-${mistaken.get(suffix) ?? suffix}`;
      const from = match.index;
      return { from, to: from + match[0].length, found: match[0], expected, rule: 'ordinal-form' };
    });
};

const romanSuffixes = ({ romanSuffixes: allowed, suffixes, mistaken }: OrdinalForm): Find => {
  const kinds = [...new Set([...suffixes, ...mistaken.keys(), ...mistaken.values()])].filter(
    (suffix) => suffix !== '',
  );
  if (allowed || kinds.length === 0) return noneFound;
  const form = new RegExp(`(?<![\\p{L}\\p{N}])([IVX]+)[-\\u2011](?:${oneOf(kinds)})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) =>
    [...text.matchAll(form)].flatMap(({ 0: found, 1: roman = '', index: from }): readonly Doubt[] =>
      isRoman(roman)
        ? [{ from, to: from + found.length, found, expected: roman, rule: 'ordinal-form' }]
        : [],
    );
};

/** The finder of ordinals with a wrong suffix. */
export const ordinalDoubtFinder = (form: OrdinalForm): Find => {
  const finders = [wrongSuffixes(form), mistakenSuffixes(form), romanSuffixes(form)];
  return (text) => (/\d|[IVX]-/.test(text) ? finders.flatMap((find) => find(text)) : []);
};
