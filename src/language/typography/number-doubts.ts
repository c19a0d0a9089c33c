/**
 * Numbers held against the form that the language gives them: its decimal sign, its groups. They are checked and not changed:
 * only the author knows whether `1.234` is one and a bit or a thousand. What may be a date, a time of day, a section or a
 * version is left alone.
 */
import type { BlockKind, Doubt } from './typography.ts';

/** How a language writes numbers. */
export interface NumberForm {
  readonly decimal: string;
  readonly group: string;
  /** From how many figures they are grouped in running text; cells of tables may begin at four. */
  readonly groupFrom: number;
  /** Matches the end of a text whose next number is an identifier or a place in a text: `ISBN`, `p.`, `№`. */
  readonly identifier: RegExp | undefined;
  /** Matches the end of a text that a time of day follows. */
  readonly clock: RegExp | undefined;
  /** Matches the head of a text that says what was counted or measured: `%`, `km`. */
  readonly measure: RegExp | undefined;
}

const number =
  /(?<![\p{L}\p{N}\uFFFC.,:/\\_–—+-])\d+(?:[ \u00A0\u202F]\d{3}(?!\d)|[.,]\d+)*(?![\p{L}\uFFFC:/_]|[.,]?\d|-\d)/gu;

const worthwhile = /\d[.,]\d|\d{5}|\d[ \u00A0\u202F]\d{3}/;

const spaced = /[ \u00A0\u202F]/;

/** `28.05` may be a day or a time. */
const isDayOrTime = (whole: string, fraction: string): boolean =>
  whole.length <= 2 && whole !== '0' && fraction.length === 2 && Number(whole) < 32 && Number(fraction) < 60;

const regrouped = (whole: string, { group, groupFrom }: NumberForm, from = groupFrom): string =>
  whole.length < from ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group);

/** Groups of three figures with one sign between them: the figures alone; undefined for anything else. */
const ungrouped = (text: string, sign: string): string | undefined => {
  const parts = text.split(sign);
  const [first = '', ...others] = parts;
  return others.length > 0 && /^\d{1,3}$/.test(first) && others.every((part) => /^\d{3}$/.test(part))
    ? parts.join('')
    : undefined;
};

/** How the language writes a number found in a text; undefined where nothing is wrong with it, or nobody can know. */
const rightForm = (
  found: string,
  form: NumberForm,
  kind: BlockKind,
  isMeasured: boolean,
): string | undefined => {
  const { decimal, group } = form;
  const isSpaceGroup = spaced.test(group);
  const other = decimal === ',' ? '.' : ',';
  const plain = found.replaceAll(/[ \u00A0\u202F]/g, ' ');
  const [head = '', fraction, ...more] = plain.split(decimal);
  if (more.length > 0) {
    // The decimal sign twice: groups after the manner of another language, a date, a version.
    const figures = ungrouped(plain, decimal);
    return figures === undefined || more.length + 1 < 2 ? undefined : regrouped(figures, form);
  }
  const tail = fraction === undefined ? '' : decimal + fraction;
  if (head.includes(' ')) {
    const figures = ungrouped(head, ' ');
    if (figures === undefined) return undefined;
    if (!isSpaceGroup) return regrouped(figures, form, 4) + tail;
    const isShort = figures.length < form.groupFrom && kind === 'text';
    return isShort ? figures + tail : undefined;
  }
  if (head.includes(other)) {
    const figures = ungrouped(head, other);
    const parts = head.split(other);
    const [whole = '', decimals = ''] = parts;
    if (figures !== undefined && (parts.length > 2 || whole !== '0')) {
      if (other === group) return undefined;
      return regrouped(figures, form) + tail;
    }
    if (parts.length > 2 || tail !== '') return undefined;
    return !isMeasured && isDayOrTime(whole, decimals) ? undefined : whole + decimal + decimals;
  }
  if (head.length < 5 || head.startsWith('0')) return undefined;
  return regrouped(head, form) + tail;
};

/** At the head of a block `1.2 Words` is the number of a section. */
const isSection = (text: string, from: number, to: number): boolean =>
  from === 0 && /^[.)]?[ \u00A0]+\p{Lu}/u.test(text.slice(to));

/** Numbers of a block that are written otherwise than the language writes them. */
export const numberDoubts = (text: string, form: NumberForm, kind: BlockKind): readonly Doubt[] => {
  if (!worthwhile.test(text)) return [];
  return [...text.matchAll(number)].flatMap(({ 0: found, index: from }): readonly Doubt[] => {
    if (!/[.,\s\u202F]|\d{5}/.test(found)) return [];
    const before = text.slice(Math.max(0, from - 40), from);
    const to = from + found.length;
    if (form.identifier?.test(before) === true || form.clock?.test(before) === true) return [];
    if (isSection(text, from, to)) return [];
    const isMeasured = form.measure?.test(text.slice(to, to + 40)) === true;
    const expected = rightForm(found, form, kind, isMeasured);
    return expected === undefined || expected === found.replaceAll(/[ \u202F]/g, '\u00A0')
      ? []
      : [{ from, to, found, expected, rule: 'number-form' }];
  });
};
