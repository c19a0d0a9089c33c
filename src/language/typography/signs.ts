/** Signs that a keyboard lacks, the spaces beside those of numbers, and abbreviations of several words. */
import { oneOf } from './characters.ts';
import type { Edit } from './typography.ts';

/** What a language says of signs; what is undefined is left as it was typed. */
export interface SignRules {
  readonly ellipsis: string | undefined;
  /** What is left of an ellipsis after a question or exclamation mark. */
  readonly ellipsisAfterMark: string | undefined;
  readonly multiplication: string | undefined;
  /** Names of units that may stand between a number and the multiplication sign. */
  readonly units: readonly string[];
  /** The space (or none) between a sign and its number, by sign. */
  readonly numberSpaces: ReadonlyMap<string, string>;
  /** Abbreviations of several words, with their spaces. */
  readonly phrases: readonly string[];
}

const dots = /(?<![./\\])\.{3}(?![./\\])/g;
const spacedDots = /(?<=[ \u00A0\n])\. \. \.(?![.])/g;

/** Three stops become the sign of an ellipsis. */
export const ellipsisEdits = (text: string, { ellipsis, ellipsisAfterMark }: SignRules): readonly Edit[] => {
  if (ellipsis === undefined || !text.includes('.')) return [];
  if (!text.includes('...') && !text.includes('. .')) return [];
  const found = [...text.matchAll(dots), ...text.matchAll(spacedDots)];
  return found.map(({ 0: { length }, index }): Edit => {
    const isAfterMark = /[?!]/.test(text[index - 1] ?? '');
    const set = isAfterMark ? (ellipsisAfterMark ?? ellipsis) : ellipsis;
    return { from: index, to: index + length, text: set, rule: 'ellipses' };
  });
};

type FindTimes = (text: string) => readonly Edit[];

/** The finder of letters and asterisks that stand for a multiplication sign between two numbers. */
export const timesFinder = ({ multiplication, units }: SignRules): FindTimes => {
  if (multiplication === undefined) return () => [];
  const unit = units.length === 0 ? '' : `(?:[ \\u00A0]?(?:${oneOf(units)}))?`;
  const pattern = new RegExp(
    `(?<=(?<![\\p{L}\\p{N}])[1-9][\\d.,]*${unit}([ \\u00A0]?)|(?<![\\p{L}\\p{N}])0[.,]\\d+${unit}([ \\u00A0]?))[xх*](?=(?:\\1|\\2)\\d)`,
    'gu',
  );
  const chained = /(?<=\d[ \u00A0]?)[xх*](?=[ \u00A0]?\d)/g;
  return (text) => {
    if (!/[xх*]/.test(text) || text.search(chained) < 0) {
      if (units.length === 0 || text.search(/[xх*][ \u00A0]?\d/) < 0) return [];
    }
    const first = [...text.matchAll(pattern)].map(({ index }) => index);
    const more = [...text.matchAll(chained)].map(({ index }) => index).filter((at) => {
      const before = first.findLast((other) => other < at);
      return before !== undefined && /^[ \u00A0]?[\d.,]+[ \u00A0]?$/.test(text.slice(before + 1, at));
    });
    return [...new Set([...first, ...more])].map((at) => ({
      from: at,
      to: at + 1,
      text: multiplication,
      rule: 'multiplication',
    }));
  };
};

/** The finder of signs that want another space before or after their number. */
export const numberSpaceFinder = ({ numberSpaces }: SignRules): ((text: string) => readonly Edit[]) => {
  if (numberSpaces.size === 0) return () => [];
  const signs = oneOf([...numberSpaces.keys()]);
  const after = new RegExp(`(?<=\\d)([ \\u00A0\\u202F]?)(${signs})(?![-\\p{L}])`, 'gu');
  const before = new RegExp(`(?<![\\p{L}\\p{N}])(${signs})([ \\u00A0\\u202F]?)(?=\\d)`, 'gu');
  const any = new RegExp(signs, 'u');
  const edit = (from: number, typed: string, sign: string): readonly Edit[] => {
    const wanted = numberSpaces.get(sign);
    if (wanted === undefined || (wanted === '') === (typed === '')) return [];
    return [{ from, to: from + typed.length, text: wanted, rule: 'number-spaces' }];
  };
  return (text) => {
    if (!any.test(text)) return [];
    return [
      ...[...text.matchAll(after)].flatMap(({ 1: typed = '', 2: sign = '', index }) => edit(index, typed, sign)),
      ...[...text.matchAll(before)].flatMap(({ 0: all, 1: sign = '', 2: typed = '', index }) =>
        edit(index + all.length - typed.length, typed, sign),
      ),
    ];
  };
};

/** The finder of abbreviations written without the spaces between their words. */
export const phraseFinder = ({ phrases }: SignRules): ((text: string) => readonly Edit[]) => {
  // Only after a stop can a space be left out: else it is another word.
  const shortened = phrases.filter((phrase) => /\. /.test(phrase));
  if (shortened.length === 0) return () => [];
  const forms = shortened
    .toSorted((a, b) => b.length - a.length)
    .map((phrase) => oneOf([phrase]).replaceAll('\\.[ \\u00A0\\n]', '\\.[ \\u00A0\\n]?'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}.])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) => {
    if (!text.includes('.')) return [];
    return [...text.matchAll(pattern)].flatMap(({ 0: found, index }): readonly Edit[] => {
      const spaced = found.replaceAll(/\.(?=\p{L})/gu, '. ');
      if (spaced === found) return [];
      const edits: Edit[] = [];
      for (const { index: at } of found.matchAll(/(?<=\.)(?=\p{L})/gu)) {
        edits.push({ from: index + at, to: index + at, text: ' ', rule: 'abbreviations' });
      }
      return edits;
    });
  };
};
