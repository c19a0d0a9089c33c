/** Figures and tables with a caption are numbered through the edition, each kind for itself; charts are figures. */
import type { Root } from 'mdast';
import { walk } from '../tree.ts';

/** How many there are so far. */
export interface FloatCounts {
  readonly figure: number;
  readonly table: number;
}

/** Changes the tree: every captioned float gets its number, counting on from `before`. Gives the counts after it. */
export const numberFloats = (tree: Root, before: FloatCounts): FloatCounts => {
  const counts = { ...before };
  walk(tree, (node) => {
    if (node.type !== 'float' || node.children[0]?.type !== 'caption') return;
    const kind = node.kind === 'table' ? 'table' : 'figure';
    counts[kind] += 1;
    node.number = counts[kind];
  });
  return counts;
};
