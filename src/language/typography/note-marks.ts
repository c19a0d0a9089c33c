/** Calls of notes stand before or after a stop or comma as the language has it, and stay with their word. */
import type { Edit, Tie } from './typography.ts';
import { noteCall } from './typography.ts';

const calls = `${noteCall}+`;

/** Stops and commas with the closing marks after them; the dots of an ellipsis stay one. */
const typedBefore = new RegExp(`(${calls})([.,;:!?…]+[”’»“)\\]"']*|[”’»"']*[.,]+[”’»"']*)(?=[ \\u00A0\\n\\u2028]|$)`, 'g');

const typedAfter = new RegExp(`(?<![.,;:!?…])([.,;:])(${calls})`, 'g');

const move = (text: string, from: number, to: number, at: number): readonly Edit[] => [
  { from, to, text: '', rule: 'note-marks' },
  { from: at, to: at, text: text.slice(from, to), rule: 'note-marks' },
];

/**
 * The edits that move stops over the calls beside them. `isAbbreviation` tells whether a text ends in an abbreviation, whose stop is
 * its own: a call that stands before punctuation stands after that one.
 */
export const noteMarkEdits = (
  text: string,
  mark: 'before' | 'after',
  isAbbreviation: (before: string) => boolean,
): readonly Edit[] => {
  if (!text.includes(noteCall)) return [];
  if (mark === 'after') {
    return [...text.matchAll(typedBefore)].flatMap(({ 1: run = '', 2: stops = '', index }) => {
      const from = index + run.length;
      return move(text, from, from + stops.length, index);
    });
  }
  return [...text.matchAll(typedAfter)].flatMap(({ 0: all, 1: stop = '', index }) =>
    stop === '.' && isAbbreviation(text.slice(0, index + 1))
      ? []
      : move(text, index, index + stop.length, index + all.length),
  );
};

/** After these a line may be broken, even before the call of a note. */
const loose = new RegExp(`[?!…—–%)\\]-]+[”’»“"']*${calls}|[”»“]${calls}`, 'g');

/** Calls that a line could begin with, with the marks before them. */
export const noteMarkTies = (text: string): readonly Tie[] =>
  text.includes(noteCall)
    ? [...text.matchAll(loose)].map(({ 0: all, index }) => ({
        from: index,
        to: index + all.length,
        kind: 'never',
        rule: 'note-marks',
      }))
    : [];
