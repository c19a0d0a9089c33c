/** Straight quotation marks become the language's by depth, apostrophes its apostrophe; marks of another language give way. */
import type { QuotePair } from '../language.ts';
import type { QuoteHabits, Quotation } from './quote-marks.ts';
import { readQuoteMarks } from './quote-marks.ts';
import { isLetter, isSpace } from './characters.ts';
import type { Doubt, Edit } from './typography.ts';

/** What a language says of quotes. */
export interface QuoteRules extends QuoteHabits {
  /** By depth; deeper ones begin anew. */
  readonly pairs: readonly QuotePair[];
  readonly apostrophe: string | undefined;
  /** A letter of the language's own script; undefined where Unicode knows no such script. */
  readonly ownLetter: RegExp | undefined;
}

/** The letters of a script by its four-letter code (ISO 15924). */
export const lettersOf = (script: string | undefined): RegExp | undefined => {
  try {
    return script === undefined ? undefined : new RegExp(`\\p{Script=${script}}`, 'u');
  } catch {
    return undefined;
  }
};

const pairOf = ({ depth }: Quotation, pairs: readonly QuotePair[]): QuotePair | undefined =>
  pairs[depth % Math.max(1, pairs.length)];

const anyLetter = /\p{L}/gu;

/** Words of the own script alone: what is quoted in another is perhaps printed as it is there. */
const isOwn = (text: string, { open, close }: Quotation, ownLetter: RegExp | undefined): boolean => {
  const letters = text.slice(open + 1, close).match(anyLetter) ?? [];
  return ownLetter !== undefined && letters.length > 0 && letters.every((letter) => ownLetter.test(letter));
};

const signEdit = (at: number, text: string, rule: Edit['rule']): Edit => ({ from: at, to: at + 1, text, rule });

/** True for marks of another language's style round words of this one. */
const isForeign = (text: string, quotation: Quotation, { pairs, ownLetter }: QuoteRules): boolean => {
  const { open, close, kind, straight } = quotation;
  if (straight || kind === 'single' || close === undefined || text[close] === '"') return false;
  return (
    !pairs.some((own) => own.open === text[open] && own.close === text[close]) &&
    isOwn(text, quotation, ownLetter)
  );
};

const isStraight = (sign: string | undefined): boolean => sign === '"' || sign === "'";

/** The edits of a block's quotation marks and apostrophes, in no order. */
export const quoteEdits = (text: string, rules: QuoteRules): readonly Edit[] => {
  if (!/["'“”„«»‹›]/.test(text)) return [];
  const { quotations, apostrophes, unpaired } = readQuoteMarks(text, rules);
  const edits: Edit[] = [];
  for (const quotation of quotations) {
    const pair = pairOf(quotation, rules.pairs);
    if (pair === undefined) continue;
    const { open, close } = quotation;
    const foreign = isForeign(text, quotation, rules);
    const set = (at: number, mark: string): void => {
      if (isStraight(text[at])) edits.push(signEdit(at, mark, 'quotes'));
      else if (foreign) edits.push(signEdit(at, mark, 'quote-style'));
    };
    set(open, pair.open);
    if (close !== undefined) set(close, pair.close);
  }
  const [outer] = rules.pairs;
  for (const at of unpaired) {
    // A quotation that began in a paragraph before.
    if (outer !== undefined && !isSpace(text[at - 1] ?? '') && !isLetter(text[at + 1] ?? '')) {
      edits.push(signEdit(at, outer.close, 'quotes'));
    }
  }
  const { apostrophe } = rules;
  if (apostrophe !== undefined) for (const at of apostrophes) edits.push(signEdit(at, apostrophe, 'apostrophes'));
  return edits;
};

/** Straight double marks that have no partner in their block; one that opens at its head goes on in the next paragraph. */
export const quoteDoubts = (text: string, rules: QuoteRules): readonly Doubt[] => {
  if (!text.includes('"')) return [];
  const { quotations, unpaired } = readQuoteMarks(text, rules);
  const [pair] = rules.pairs;
  const open = quotations.filter(({ close, straight, open: at }) => close === undefined && straight && at > 0);
  return [...open.map((quotation) => quotation.open), ...unpaired].map((at) => ({
    from: at,
    to: at + 1,
    found: '"',
    expected: `${pair?.open ?? ''}…${pair?.close ?? ''}`,
    rule: 'quotes',
  }));
};
