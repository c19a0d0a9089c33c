/**
 * Where a word may be divided at a line's end: at soft hyphens, after its own hyphens and dashes, after the strokes of an address.
 * Classes of characters as UAX #14 (https://www.unicode.org/reports/tr14/) has them, with a printer's restraint: no figure, no short
 * suffix is parted from its hyphen.
 */

import { joint } from '../protocol/paragraph.ts';

/** A part of a word, as indexes into it, and what may happen behind it. */
export interface WordPart {
  readonly from: number;
  readonly to: number;
  /** A value of {@link joint}; undefined at the end of the word. */
  readonly cut: number | undefined;
}

const SOFT_HYPHEN = '\u00AD';
const ZERO_WIDTH_SPACE = '\u200B';

/** Web and mail addresses are divided after strokes and before stops: a hyphen in them would be read as their own. */
const address = /:\/\/|^www\.|^[\w.+-]+@[\w-]+\./u;

/** Letters that must stand on both sides of a hyphen at which a line ends. */
const beforeHyphen = /\p{L}{3}$/u;
const afterHyphen = /^\p{L}{3}/u;
const letterBefore = /[\p{L}\p{N}\p{Pe}\p{Pf}]$/u;
const letterAfter = /^[\p{L}\p{N}\p{Ps}\p{Pi}]/u;
const mayEndLine = new Set(['-', '\u2010', '\u2013', '\u2014', '/']);
const figures = /\p{N}$/u;
const figure = /^\p{N}/u;

const isHyphen = (letter: string): boolean => letter === '-' || letter === '\u2010';

const addressCut = (word: string, at: number): boolean => {
  const before = word.charAt(at - 1);
  const after = word.charAt(at);
  if (before === '/') return after !== '/' && at < word.length;
  return at > 1 && /[.?&=_#%~+]/u.test(after) && /[\p{L}\p{N}]/u.test(before) && at < word.length - 1;
};

const ordinaryCut = (word: string, at: number): boolean => {
  const before = word.charAt(at - 1);
  if (!mayEndLine.has(before)) return false;
  const [head, tail] = [word.slice(Math.max(0, at - 4), at - 1), word.slice(at, at + 3)];
  if (isHyphen(before)) return beforeHyphen.test(head) && afterHyphen.test(tail);
  if (before === '\u2013' || before === '\u2014') {
    return letterBefore.test(head) && letterAfter.test(tail) && !(figures.test(head) && figure.test(tail));
  }
  return before === '/' && beforeHyphen.test(head) && afterHyphen.test(tail);
};

/** The parts of a word that holds no white space. Soft hyphens and zero-width spaces belong to no part. */
export const wordParts = (word: string): readonly WordPart[] => {
  const parts: WordPart[] = [];
  const cutAt = address.test(word) ? addressCut : ordinaryCut;
  let from = 0;
  const close = (to: number, cut: number | undefined, next: number): void => {
    if (to > from || cut !== undefined) parts.push({ from, to, cut });
    from = next;
  };
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    if (letter === SOFT_HYPHEN) close(at, joint.softHyphen, at + 1);
    else if (letter === ZERO_WIDTH_SPACE) close(at, joint.opportunity, at + 1);
    else if (at > from && cutAt(word, at))
      close(at, isHyphen(word.charAt(at - 1)) ? joint.hardHyphen : joint.opportunity, at);
  }
  close(word.length, undefined, word.length);
  return parts;
};

/** A word that ends so may be followed by a line's end, whatever element comes next. */
export const endsInDash = (word: string, next: string): boolean => ordinaryCut(`${word}${next}`, word.length);
