/**
 * Which quotation marks of a text open and which close, and how deep each pair stands. Straight marks are understood by what
 * stands beside them; a suffix may follow a closing one. Nothing is changed here.
 */
import { isCloser, isDigit, isLetter, isOpener, isSpace } from './characters.ts';

/** A quotation: where its marks stand. */
export interface Quotation {
  readonly open: number;
  /** Undefined where the block ends first: the quotation goes on in the next paragraph. */
  readonly close: number | undefined;
  /** How many quotations it stands in. */
  readonly depth: number;
  readonly kind: 'double' | 'single';
  /** Its marks were typed straight. */
  readonly straight: boolean;
}

/** What is known of the marks of a text. */
export interface QuoteMarks {
  /** In the order of their opening marks. */
  readonly quotations: readonly Quotation[];
  /** Straight single marks that stand for letters left out. */
  readonly apostrophes: readonly number[];
  /** Straight double marks without a partner. */
  readonly unpaired: readonly number[];
}

/** What a language says of marks that are no quotes. */
export interface QuoteHabits {
  /** Words that begin with an apostrophe, in small letters, without it. */
  readonly elisions: ReadonlySet<string>;
  /** Last letters of words that may end in an apostrophe. */
  readonly possessives: readonly string[];
  /** A closing mark may be followed at once by a suffix. */
  readonly suffixed: boolean;
  readonly lower: (text: string) => string;
}

interface OpenQuote {
  readonly at: number;
  readonly kind: Quotation['kind'];
  readonly straight: boolean;
  readonly sign: string;
}

const marks = /["'“”„«»‘’‚‹›]/g;

const wordAt = (text: string, from: number): string => /^[\p{L}\p{N}]+/u.exec(text.slice(from, from + 30))?.[0] ?? '';

/** A later single mark that could close, before any that could open. */
const closesLater = (text: string, from: number): boolean => {
  for (let at = text.indexOf("'", from); at >= 0; at = text.indexOf("'", at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? ''];
    if (isSpace(before) || isOpener(before)) return false;
    if (isSpace(after) || isCloser(after)) return true;
  }
  return false;
};

/** Reads the marks of a block's text. */
export const readQuoteMarks = (text: string, habits: QuoteHabits): QuoteMarks => {
  const open: OpenQuote[] = [];
  const closed: Quotation[] = [];
  const apostrophes: number[] = [];
  const unpaired: number[] = [];
  let openedAt = -1;

  const push = (at: number, kind: Quotation['kind'], straight: boolean): void => {
    open.push({ at, kind, straight, sign: text[at] ?? '' });
    openedAt = at;
  };

  /** Closes the innermost quotation of a kind; single marks left open inside it were apostrophes. */
  const close = (at: number, kind: Quotation['kind']): boolean => {
    const index = open.findLastIndex((quote) => quote.kind === kind);
    const quote = open[index];
    // A single mark never closes over an open double one.
    if (quote === undefined || (kind === 'single' && index !== open.length - 1)) return false;
    for (const inner of open.splice(index).slice(1)) {
      if (inner.kind === 'single' && inner.sign === "'") apostrophes.push(inner.at);
    }
    closed.push({ open: quote.at, close: at, depth: 0, kind, straight: quote.straight });
    return true;
  };

  const readDouble = (at: number, before: string, after: string): void => {
    const mayOpen = (isSpace(before) || isOpener(before) || openedAt === at - 1) && !isSpace(after);
    const opens = mayOpen && (!isCloser(after) || after === '…' || text.startsWith('..', at + 1));
    if (opens) push(at, 'double', true);
    else if (isSpace(before) || !close(at, 'double')) {
      // After a figure it is a measure: inches, or seconds of arc.
      if (!isDigit(before)) unpaired.push(at);
    }
  };

  const readSingle = (at: number, before: string, after: string): void => {
    const isOpen = open.at(-1)?.kind === 'single';
    if (isLetter(before) && isLetter(after)) {
      if (!habits.suffixed || !isOpen || !close(at, 'single')) apostrophes.push(at);
    } else if ((isSpace(before) || isOpener(before) || openedAt === at - 1) && !isSpace(after)) {
      const word = habits.lower(wordAt(text, at + 1));
      if (habits.elisions.has(word) || /^\d\ds?$/.test(word)) apostrophes.push(at);
      else if (isLetter(after) || isDigit(after) || after === '"' || after === '…') push(at, 'single', true);
    } else if (!isSpace(before)) {
      const isPossessive = habits.possessives.includes(before);
      if (isPossessive && isOpen && isSpace(after) && closesLater(text, at + 1)) apostrophes.push(at);
      else if (!close(at, 'single') && (isLetter(before) || isPossessive)) apostrophes.push(at);
    }
  };

  for (const { 0: sign, index: at } of text.matchAll(marks)) {
    const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? ''];
    if (sign === '"') readDouble(at, before, after);
    else if (sign === "'") readSingle(at, before, after);
    else if (sign === '«' || sign === '„') push(at, 'double', false);
    else if (sign === '‘' || sign === '‚' || sign === '‹') push(at, 'single', false);
    else if (sign === '“') {
      // In some languages this mark closes.
      const isLow = open.findLast(({ kind }) => kind === 'double')?.sign === '„';
      if (isLow && !(isSpace(before) || isOpener(before))) close(at, 'double');
      else push(at, 'double', false);
    } else if (sign === '”' || sign === '»') close(at, 'double');
    else if (!(isLetter(before) && isLetter(after)) && open.at(-1)?.straight === false) close(at, 'single');
  }

  for (const quote of open) {
    if (quote.kind === 'single') {
      if (quote.sign === "'") apostrophes.push(quote.at);
    } else closed.push({ open: quote.at, close: undefined, depth: 0, kind: 'double', straight: quote.straight });
  }
  return { quotations: withDepths(closed), apostrophes, unpaired };
};

const withDepths = (quotations: readonly Quotation[]): readonly Quotation[] => {
  const around: Quotation[] = [];
  return quotations
    .toSorted((a, b) => a.open - b.open)
    .map((quotation) => {
      while (around.length > 0 && (around.at(-1)?.close ?? Infinity) < quotation.open) around.pop();
      around.push(quotation);
      return { ...quotation, depth: around.length - 1 };
    });
};
