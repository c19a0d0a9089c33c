/** Figures of one column of a table held against each other: where some are grouped by thousands, all that are long enough are. */
import { oneOf } from './characters.ts';
import type { ColumnCell, Doubt } from './typography.ts';

/** How a language groups the figures of a column. */
export interface ColumnForm {
  readonly decimal: string;
  readonly group: string;
  /** From how many figures a number is grouped in running text: one so long in a column has the others grouped. */
  readonly groupFrom: number;
  /** From how many figures numbers are grouped beside such a one; undefined where a language has no such rule. */
  readonly groupFromInColumns: number | undefined;
  /** Words by which a column or a row says that its numbers are years. */
  readonly years: readonly string[];
}

/** A number alone in its cell; signs may stand round it, words may not. */
interface CellNumber {
  readonly from: number;
  /** Its whole part as it is written. */
  readonly whole: string;
  readonly figures: number;
}

const alone = /^[^\p{L}\p{N}]*?(\d{1,3}(?:[ \u00A0\u202F.,]\d{3})+|\d+)(?:[.,]\d+)?[^\p{L}\p{N}]*$/u;

/** A point or comma before the last figures is the decimal sign or that of groups: the language says which. */
const wholePart = (text: string, decimal: string): string => text.split(decimal)[0] ?? text;

const numberOf = ({ text }: ColumnCell, decimal: string): CellNumber | undefined => {
  const match = alone.exec(text);
  const [, written = ''] = match ?? [];
  const whole = wholePart(written, decimal);
  const figures = whole.replaceAll(/\D/g, '').length;
  return match === null || whole.startsWith('0')
    ? undefined
    : { from: text.indexOf(written), whole, figures };
};

const yearTest = (words: readonly string[]): ((label: string) => boolean) => {
  if (words.length === 0) return () => false;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${oneOf(words)})(?![\\p{L}\\p{N}])`, 'iu');
  return (label) => pattern.test(label);
};

/**
 * The finder of numbers of a column that are not grouped although the column groups: some other number of it is as long as is
 * grouped in running text and longer than the shortest that columns group, or is grouped already. One list for each cell.
 */
export const columnDoubtFinder = (
  form: ColumnForm,
): ((cells: readonly ColumnCell[]) => readonly (readonly Doubt[])[]) => {
  const { decimal, group, groupFrom, groupFromInColumns: shortest } = form;
  if (shortest === undefined) return (cells) => cells.map(() => []);
  const isYear = yearTest(form.years);
  const longest = Math.max(groupFrom, shortest + 1);
  return (cells) => {
    const numbers = cells.map((cell) => (isYear(cell.label) ? undefined : numberOf(cell, decimal)));
    const isGrouped = numbers.some(
      (number) => number !== undefined && (number.figures >= longest || /\D/.test(number.whole)),
    );
    return numbers.map((number): readonly Doubt[] => {
      // Longer ones are doubted wherever they stand.
      if (!isGrouped || number === undefined || number.figures < shortest || number.figures >= longest)
        return [];
      const { from, whole } = number;
      if (/\D/.test(whole)) return [];
      const expected = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group);
      return [{ from, to: from + whole.length, found: whole, expected, rule: 'number-form' }];
    });
  };
};
