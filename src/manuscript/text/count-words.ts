/** How many words an author has written. */
import type { Nodes } from 'mdast';
import { walk } from '../tree.ts';

/**
 * A run of letters and digits; hyphens, apostrophes, stops and commas within it belong to it (Unicode's word boundaries,
 * https://www.unicode.org/reports/tr29/#Word_Boundaries, for scripts with spaces; `Intl.Segmenter` says the same and takes
 * a hundred times as long).
 */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD]*(?:[-'’.,][\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD]*)*/gu;

/** Comes in: trees; goes out: the number of words in their text, notes and captions included. */
export const countWords = (trees: readonly Nodes[]): number => {
  let count = 0;
  for (const tree of trees) {
    walk(tree, (node) => {
      if (node.type === 'text' || node.type === 'code' || node.type === 'inlineCode') {
        count += node.value.match(word)?.length ?? 0;
      }
    });
  }
  return count;
};
