/** A title that stands in the text: the one `#` head at its beginning, where the front matter has none. */
import type { Heading, Root } from 'mdast';
import { plainText, walk } from '../tree.ts';
import type { HeadingAttributes } from './heading-attributes.ts';

const isPlain = (heading: Heading): boolean => {
  let plain = true;
  walk(heading, (node) => {
    if (node.type === 'footnoteReference' || node.type === 'inlineNote') plain = false;
  });
  return plain;
};

const countTopHeads = (trees: readonly Root[]): number => {
  let count = 0;
  for (const tree of trees) {
    walk(tree, (node) => {
      if (node.type === 'heading' && node.depth === 1) count += 1;
    });
  }
  return count;
};

/**
 * Comes in: the trees of an edition without a title in its front matter. A `#` head that begins the text and is the only one is
 * its title: it is taken out of the tree, for the template prints it. With an id or a note it is a section's head and stays.
 * Goes out: its words, or nothing.
 */
export const takeTitle = (
  trees: readonly Root[],
  attributes: ReadonlyMap<Heading, HeadingAttributes>,
): string | undefined => {
  const [tree] = trees;
  const first = tree?.children[0];
  if (tree === undefined || first?.type !== 'heading' || first.depth !== 1) return undefined;
  const words = plainText(first.children);
  const isSection = words === '' || attributes.has(first) || !isPlain(first) || countTopHeads(trees) > 1;
  if (isSection) return undefined;
  tree.children.shift();
  return words;
};
