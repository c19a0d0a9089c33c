/** How right the Azerbaijani patterns are, measured on words that they were not made from: precision and recall of breaks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markedBreaks } from '../../src/language/liang-patterns.ts';
import { shipped } from './shipped-languages.ts';

const wordsOf = (file: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, 'cases', file), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(' ').filter((word) => word !== ''));

const bare = (word: string): string => word.replaceAll('-', '');

/** Breaks of one word by hand and by pattern. */
const compared = (
  marked: string,
): { readonly wrong: number; readonly right: number; readonly missed: number } => {
  const { word, breaks } = markedBreaks(marked);
  const found = shipped('az').hyphenate(word, 'shown');
  const right = found.filter((at) => breaks.includes(at)).length;
  return { right, wrong: found.length - right, missed: breaks.length - right };
};

const heldBack = wordsOf('az-held-back.txt');

test('no word held back is on the list that the patterns were made with', () => {
  const made = new Set(wordsOf('az-hyphenation.txt').map(bare));
  expect(heldBack.map(bare).filter((word) => made.has(word))).toEqual([]);
  expect(new Set(heldBack.map(bare)).size).toBe(heldBack.length);
  expect(heldBack.length).toBeGreaterThan(600);
});

test('of the breaks found 99 in a hundred are right, of those there are 95 are found', () => {
  let [right, wrong, missed] = [0, 0, 0];
  for (const word of heldBack) {
    const judged = compared(word);
    right += judged.right;
    wrong += judged.wrong;
    missed += judged.missed;
  }
  expect(right / (right + wrong), `${wrong} wrong of ${right + wrong}`).toBeGreaterThanOrEqual(0.99);
  expect(right / (right + missed), `${missed} missed of ${right + missed}`).toBeGreaterThanOrEqual(0.95);
});
