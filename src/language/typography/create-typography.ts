/** A language's fine typography, made from its data: every rule compiled once, those that are switched off left out. */
import type { TypographyRule } from '../../protocol/typography.ts';
import type { QuotePair } from '../language.ts';
import { oneOf } from './characters.ts';
import { columnDoubtFinder } from './column-doubts.ts';
import type { DashRules } from './dashes.ts';
import { dashEdits, minusEdits, rangeEdits } from './dashes.ts';
import { noteMarkEdits, noteMarkTies } from './note-marks.ts';
import type { NumberForm } from './number-doubts.ts';
import { numberDoubts } from './number-doubts.ts';
import { ordinalDoubtFinder } from './ordinal-doubts.ts';
import type { QuoteRules } from './quotes.ts';
import { lettersOf, quoteDoubts, quoteEdits } from './quotes.ts';
import type { SignRules } from './signs.ts';
import { ellipsisEdits, numberSpaceFinder, phraseFinder, timesFinder } from './signs.ts';
import type { SpaceRules } from './space-ties.ts';
import { spaceFinder } from './space-ties.ts';
import { suffixFinder } from './suffix-ties.ts';
import type { BlockKind, Doubt, Edit, Tie, Typography } from './typography.ts';
import { noteCall, withEdits } from './typography.ts';
import type { TypographySettings } from './typography-settings.ts';

/** What fine typography needs of a language beside its own settings. */
export interface TypographySource {
  readonly settings: TypographySettings;
  readonly quotes: readonly QuotePair[];
  readonly noteMark: 'before' | 'after';
  readonly numbers: {
    readonly decimal: string;
    readonly group: string;
    readonly groupFrom: number;
    readonly groupFromInColumns: number | undefined;
  };
  readonly ordinals: { readonly pattern: string; readonly suffixes: readonly string[] };
  readonly ordinal: (n: number) => string;
  /** BCP 47: its likely script is the one that its words are written in. */
  readonly locale: string;
  readonly lower: (text: string) => string;
}

const setOf = (words: readonly string[], lower: (text: string) => string): ReadonlySet<string> =>
  new Set(words.map(lower));

/** Most words that are remembered: more than a book has of short ones. */
const remembered = 20_000;

/** Lower case as the language has it takes a microsecond a word: short words come again and again. */
const remembering = (lower: (text: string) => string): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = lower(text);
    if (known.size < remembered) known.set(text, made);
    return made;
  };
};

/** Matches the end of a text that ends in one of the words. */
const endingIn = (words: readonly string[]): RegExp | undefined =>
  words.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])(?:${oneOf(words)})[ \\u00A0\\n:]*$`, 'iu');

const startingWith = (words: readonly string[]): RegExp =>
  new RegExp(
    `^[ \\u00A0\\n]?(?:[%‰\\p{Sc}]${words.length === 0 ? '' : `|(?:${oneOf(words)})(?![\\p{L}\\p{N}])`})`,
    'iu',
  );

const quoteRules = ({ settings, quotes, locale, lower }: TypographySource): QuoteRules => ({
  pairs: quotes,
  apostrophe: settings.apostrophe,
  elisions: setOf(settings.elisions, lower),
  possessives: settings.possessives,
  suffixed: settings['suffixed-quotes'],
  lower,
  ownLetter: lettersOf(new Intl.Locale(locale).maximize().script),
});

const dashRules = ({ settings }: TypographySource): DashRules => ({
  dash: settings.dash,
  readDashes: settings['read-dashes'],
  range: settings.range,
  minus: settings.minus,
  identifier: endingIn(settings.identifiers),
  measure: startingWith(settings['after-number']),
});

const signRules = ({ settings }: TypographySource): SignRules => ({
  ellipsis: settings.ellipsis,
  ellipsisAfterMark: settings['ellipsis-after-mark'],
  multiplication: settings.multiplication,
  units: settings['after-number'].filter((unit) => /^\p{L}{1,3}$/u.test(unit)),
  numberSpaces: new Map(Object.entries(settings['number-spaces'])),
  phrases: settings.phrases,
});

const phrasesByFirst = (
  phrases: readonly string[],
  lower: (text: string) => string,
): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases.toSorted((a, b) => b.length - a.length)) {
    const words = lower(phrase).split(' ');
    const [first = ''] = words;
    if (words.length > 1) byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  return byFirst;
};

const spaceRules = ({ settings, lower }: TypographySource): SpaceRules => {
  const leaning = [...settings['leans-forward'], ...settings['leans-back']];
  const phrases = phrasesByFirst(settings.phrases, lower);
  return {
    beforeNumber: setOf(settings['before-number'], lower),
    afterNumber: setOf(settings['after-number'], lower),
    beforeName: setOf(settings['before-name'], lower),
    initials: settings.initials,
    phrases,
    longestFirst: Math.max(0, ...[...phrases.keys()].map(({ length }) => length)),
    leansForward: setOf(settings['leans-forward'], lower),
    leansBack: setOf(settings['leans-back'], lower),
    longestLeaning: Math.max(0, ...leaning.map(({ length }) => length)),
    lower: remembering(lower),
  };
};

const numberForm = ({ settings, numbers }: TypographySource): NumberForm => ({
  ...numbers,
  identifier: endingIn([...settings.identifiers, ...settings['before-number']]),
  clock: endingIn(settings.clock),
  measure: startingWith(settings['after-number']),
});

/** Abbreviations that end in a stop of their own. */
const abbreviationTest = ({ settings }: TypographySource): ((before: string) => boolean) => {
  const ends = endingIn(
    [
      ...settings.phrases,
      ...settings['after-number'],
      ...settings['before-number'],
      ...settings['before-name'],
    ].filter((word) => word.endsWith('.')),
  );
  return (before) => ends?.test(before.slice(-40)) === true;
};

/** In order; of those that overlap, the one found first is kept. */
const inOrder = <T extends Edit | Tie>(found: readonly T[]): readonly T[] => {
  if (found.length < 2) return found;
  const sorted = found
    .map((item, index) => ({ item, index }))
    .toSorted((a, b) => a.item.from - b.item.from || a.index - b.index);
  const kept: { readonly item: T; readonly index: number }[] = [];
  for (const next of sorted) {
    const last = kept.at(-1);
    if (last === undefined || last.item.to <= next.item.from) kept.push(next);
    else if (next.index < last.index) kept.splice(-1, 1, next);
  }
  return kept.map(({ item }) => item);
};

/** Stretches without a break that touch are one. */
const joined = (ties: readonly Tie[]): readonly Tie[] => {
  const sorted = ties.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const merged: Tie[] = [];
  for (const tie of sorted) {
    const last = merged.at(-1);
    if (last === undefined || last.to < tie.from || (last.to === tie.from && last.kind !== tie.kind))
      merged.push(tie);
    else if (last.kind === 'never' && tie.kind === 'never')
      merged.splice(-1, 1, { ...last, to: Math.max(last.to, tie.to) });
    else if (tie.kind === 'never') merged.splice(-1, 1, tie);
  }
  return merged;
};

type Finder<T> = (text: string, kind: BlockKind) => readonly T[];

/** Makes the typography of a language. `isOn` tells which rules are switched on. */
export const createTypography = (
  source: TypographySource,
  isOn: (rule: TypographyRule) => boolean,
): Typography => {
  const quotes = quoteRules(source);
  const dashes = dashRules(source);
  const signs = signRules(source);
  const numbers = numberForm(source);
  const isAbbreviation = abbreviationTest(source);
  const { suffixes } = source.settings;
  /** A stop is moved together with its closing marks, as they are set; marks that would change the length are left. */
  const withQuotes = (text: string): string => {
    if (!text.includes(noteCall)) return text;
    const quoted = withEdits(text, inOrder(quoteEdits(text, quotes).filter(({ rule }) => isOn(rule))));
    return quoted.length === text.length ? quoted : text;
  };
  // A rule is asked before those that would read the same characters otherwise.
  const editors: readonly Finder<Edit>[] = [
    phraseFinder(signs),
    (text) => rangeEdits(text, dashes),
    (text) => minusEdits(text, dashes),
    timesFinder(signs),
    (text) => dashEdits(text, dashes),
    (text) => ellipsisEdits(text, signs),
    (text) => noteMarkEdits(withQuotes(text), source.noteMark, isAbbreviation),
    (text) => quoteEdits(text, quotes),
    numberSpaceFinder(signs),
  ];
  const binders: readonly Finder<Tie>[] = [
    spaceFinder(spaceRules(source)),
    suffixes === undefined ? () => [] : suffixFinder(suffixes),
    noteMarkTies,
  ];
  const doubters: readonly Finder<Doubt>[] = [
    (text) => quoteDoubts(text, quotes),
    (text, kind) => numberDoubts(text, numbers, kind),
    ordinalDoubtFinder({
      pattern: source.ordinals.pattern,
      suffixes: source.ordinals.suffixes,
      ordinal: source.ordinal,
      mistaken: new Map(Object.entries(source.settings['mistaken-suffixes'])),
      romanSuffixes: source.settings['roman-suffixes'],
    }),
  ];
  const columnDoubts = columnDoubtFinder({ ...source.numbers, years: source.settings['year-words'] });
  const all = <T extends { readonly rule: TypographyRule }>(
    finders: readonly Finder<T>[],
    text: string,
    kind: BlockKind,
  ): readonly T[] => {
    const found: T[] = [];
    for (const find of finders) for (const item of find(text, kind)) if (isOn(item.rule)) found.push(item);
    return found;
  };
  return {
    edits: (text) => inOrder(all(editors, text, 'text')),
    ties: (text) => joined(all(binders, text, 'text')),
    doubts: (text, kind) => all(doubters, text, kind).toSorted((a, b) => a.from - b.from),
    columnDoubts: (cells) => (isOn('number-form') ? columnDoubts(cells) : cells.map(() => [])),
  };
};
