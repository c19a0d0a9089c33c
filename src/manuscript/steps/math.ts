/** Blocks of mathematics (`$$`) are reported: nothing here sets them. */
import type { Root } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOf, walk } from '../tree.ts';

/** Gives a fault for every paragraph that begins or ends with `$$`. */
export const refuseMath = (tree: Root, file: string): readonly Diagnostic[] => {
  const faults: Diagnostic[] = [];
  let isOpen = false;
  walk(tree, (node) => {
    if (node.type !== 'paragraph') return true;
    const [first, last] = [node.children[0], node.children.at(-1)];
    const begins = first?.type === 'text' && first.value.startsWith('$$');
    const ends = last?.type === 'text' && last.value.trimEnd().endsWith('$$');
    if (begins && !isOpen) {
      faults.push(
        diagnose('manuscript/math-refused', 'Unexpected block of mathematics `$$`, expected text', {
          place: placeOf(node, file),
          hint: 'put the formula into a picture, or write it in words',
        }),
      );
    }
    // A formula with blank lines is several paragraphs and one fault.
    const isWhole = begins && ends && (first !== last || first.value.trim().length > 3);
    if (begins || ends) isOpen = isWhole ? false : !isOpen;
    return false;
  });
  return faults;
};
