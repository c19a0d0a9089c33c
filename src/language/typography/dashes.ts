/** Hyphens that stand for dashes: those of a sentence, of a range, the minus sign. */
import { isRomanRange } from './roman.ts';
import type { Edit } from './typography.ts';

/** What a language says of its dashes; what is undefined is left as it was typed. */
export interface DashRules {
  /** The dash of a sentence with its spaces: ` – `, ` — ` or `—`. */
  readonly dash: string | undefined;
  /** Dashes without spaces that are read as the dash of a sentence where they join words. */
  readonly readDashes: readonly string[];
  readonly range: string | undefined;
  readonly minus: string | undefined;
  /** Matches the end of a text whose next number is an identifier. */
  readonly identifier: RegExp | undefined;
  /** Matches the head of a text that says what was counted or measured: `%`, `km`, `May`. */
  readonly measure: RegExp;
}

const noBreakSpace = '\u00A0';
const spacedDash =
  /(?<=[^\s\u2028])([ \u00A0\n]+)(-{1,3}|[\u2012-\u2015\u2212])([ \u00A0\n]+)(?=[^\s\u2028])/g;
const closedDash = /(?<=[^\s\u2028-])-{2,3}(?=[^\s\u2028-])/g;
const openingDash = /^(-{2,3}|[\u2012-\u2015])([ \u00A0\n]*)(?=[\p{L}\p{N}…“«„"(])/u;
const onlyDash = /^\s*(-{1,3})\s*$/;

/** The dash with its spaces; a line does not begin with it. */
const sentenceDash = (dash: string): string => dash.replace(/^ /, noBreakSpace);

const spacedEdits = (text: string, dash: string): readonly Edit[] => {
  const edits: Edit[] = [];
  for (const match of text.matchAll(spacedDash)) {
    const [all, , sign = '', after = ''] = match;
    if (sign === '\u2212') continue;
    // The space after it stays as it was typed: it may be the end of a line of the source.
    const set = dash.endsWith(' ') ? sentenceDash(dash).slice(0, -1) + after : sentenceDash(dash);
    if (set !== all)
      edits.push({ from: match.index, to: match.index + all.length, text: set, rule: 'dashes' });
  }
  return edits;
};

const between = /[\p{L}\p{N}”’»“)\]?!…%\uFFFC\uFDD0]/u;
const beginning = /[\p{L}\p{N}“‘«„"'([…\uFFFC]/u;

const closedEdits = (text: string, dash: string, read: readonly string[]): readonly Edit[] => {
  const edits: Edit[] = [];
  const set = (from: number, length: number): void => {
    const [before, after] = [text[from - 1] ?? '', text[from + length] ?? ''];
    if (!(between.test(before) || before === '"') || !beginning.test(after)) return;
    // Between figures it is a range.
    if (/\d/.test(before) && /\d/.test(after)) return;
    edits.push({ from, to: from + length, text: sentenceDash(dash), rule: 'dashes' });
  };
  if (text.includes('--')) for (const match of text.matchAll(closedDash)) set(match.index, match[0].length);
  for (const sign of read) {
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length))
      set(at, sign.length);
  }
  return edits;
};

/** The dashes of a sentence, those that begin direct speech, and a cell with a dash alone. */
export const dashEdits = (text: string, { dash, readDashes }: DashRules): readonly Edit[] => {
  if (dash === undefined || !/[-\u2012-\u2015]/.test(text)) return [];
  const mark = dash.trim();
  const only = onlyDash.exec(text);
  if (only !== null) {
    const [all, typed = ''] = only;
    const from = all.indexOf(typed);
    return [{ from, to: from + typed.length, text: mark, rule: 'dashes' }];
  }
  const opening = openingDash.exec(text);
  const [all = '', typed = ''] = opening ?? [];
  const first: readonly Edit[] =
    opening === null || all === `${mark}${noBreakSpace}` || all === `${mark} `
      ? []
      : [{ from: 0, to: all.length, text: `${typed === '' ? '' : mark}${noBreakSpace}`, rule: 'dashes' }];
  return [...first, ...spacedEdits(text, dash), ...closedEdits(text, dash, readDashes)];
};

/** A number, perhaps with its percent or currency sign; then a hyphen or dash, with or without spaces; then another. */
const figures =
  /(?<![\p{L}\p{N}\uFFFC.,:/\\_–—+-])([\p{Sc}°]?)(\d+(?:[.,]\d+)?)([%‰°]?)([ \u00A0\n]*)(-{1,2}|[–—])([ \u00A0\n]*)(\p{Sc}?)(\d+(?:[.,]\d+)?)(?![\p{N}\uFFFC:/\\_]|[.,]\d|-\d|[ \u00A0]?=)/gu;

const value = (number: string): number => Number(number.replace(',', '.'));

/** `1918-1920`, `1918-20`, `5-10`; not `1996-07` nor `24-7`. */
const isRange = (first: string, last: string): boolean => {
  if (value(last) > value(first)) return true;
  if (!/^\d{3,4}$/.test(first) || !/^\d{2}$/.test(last)) return false;
  return Number(last) > Number(first.slice(-2));
};

const romans = /(?<![\p{L}\p{N}\uFFFC-])([IVX]+)-([IVX]+)(?![\p{L}\p{N}\uFFFC]|-[\p{L}\p{N}]{7})/gu;

/** Hyphens between the ends of a range; a range that has a dash of another kind, or spaces, is given the language's. */
export const rangeEdits = (text: string, { range, identifier, measure }: DashRules): readonly Edit[] => {
  if (range === undefined || !/[-–—]/.test(text)) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(figures)) {
    const [
      ,
      unit = '',
      first = '',
      sign = '',
      before = '',
      typed = '',
      after = '',
      unitAfter = '',
      last = '',
    ] = match;
    const isSpaced = before !== '' || after !== '';
    if (isSpaced && (before === '' || after === '' || !/^\d+$/.test(first) || !/^\d+$/.test(last))) continue;
    if (!isRange(first, last) || identifier?.test(text.slice(0, match.index)) === true) continue;
    const from = match.index + unit.length + first.length + sign.length;
    const to = from + before.length + typed.length + after.length;
    // With spaces it is a range only between years, and before what both count: others may be sums, or sentences.
    const areYears = first.length === 4 && last.length === 4;
    const end = match.index + match[0].length;
    if (
      isSpaced &&
      (unit + sign + unitAfter !== '' || !(areYears || measure.test(text.slice(end, end + 40))))
    )
      continue;
    if (text.slice(from, to) !== range) edits.push({ from, to, text: range, rule: 'ranges' });
  }
  for (const match of text.matchAll(romans)) {
    const [, first = '', last = ''] = match;
    if (!isRomanRange(first, last)) continue;
    const from = match.index + first.length;
    edits.push({ from, to: from + 1, text: range, rule: 'ranges' });
  }
  return edits;
};

const negative = /(?<=^|[ \u00A0\n\u2028([=<>±≈~…])-(?=\d)/g;
const difference = /(?<=\d([ \u00A0]?))-(?=\1\d+(?:[.,]\d+)?[ \u00A0]?=)/g;

/** Hyphens before a negative number and between two numbers that are subtracted. */
export const minusEdits = (text: string, { minus, identifier }: DashRules): readonly Edit[] => {
  if (minus === undefined || !text.includes('-')) return [];
  return [negative, difference].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => pattern !== negative || identifier?.test(text.slice(0, index)) !== true)
      .map(({ index }): Edit => ({ from: index, to: index + 1, text: minus, rule: 'minus' })),
  );
};
