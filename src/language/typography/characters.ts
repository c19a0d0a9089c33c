/** What characters are to the rules of fine typography. */
import { lineEnd, masked, noteCall } from './typography.ts';

/** A space between words, one that does not break included, or the end of a line. The empty string stands for the block's ends. */
export const isSpace = (character: string): boolean =>
  character === '' ||
  character === ' ' ||
  character === '\u00A0' ||
  character === '\n' ||
  character === '\t' ||
  character === lineEnd ||
  character === '\u202F' ||
  character === '\u2009';

/** Letters, and what stands for a word. */
export const isLetter = (character: string): boolean =>
  character === masked || /^[\p{L}\p{M}]/u.test(character);

/** A figure of any script. */
export const isDigit = (character: string): boolean => /^\p{Nd}/u.test(character);

const openers = '([{<\u00AB\u201E\u201C\u2018\u201A\u2039\u2014\u2013-/=\u00BF\u00A1';

/** After these a quotation begins. */
export const isOpener = (character: string): boolean => character !== '' && openers.includes(character);

const closers = ')]}>,.;:!?\u2026\u00BB\u201D\u2019\u203A';

/** Before these a quotation ends: stops, closing marks, the call of a note. */
export const isCloser = (character: string): boolean =>
  character === noteCall || (character !== '' && closers.includes(character));

/** A pattern of literal texts, the longest first, so that none takes a part of another away; a space stands for any. */
export const oneOf = (texts: readonly string[]): string =>
  texts
    .toSorted((a, b) => b.length - a.length)
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '[ \\u00A0\\n]'))
    .join('|');
