/** Links lead to the web, to a mail address, or to a place in the same text; every other is reported and keeps its words alone. */
import type { Root } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOf, replaceNodes } from '../tree.ts';

const allowed = /^(?:https?:\/\/[^\s/?#]|mailto:[^\s?]|#.)/i;

const longestShown = 60;

const shown = (url: string): string => (url.length > longestShown ? `${url.slice(0, longestShown)}…` : url);

/** Changes the tree; gives what was refused. */
export const refuseLinks = (tree: Root, file: string): readonly Diagnostic[] => {
  const faults: Diagnostic[] = [];
  replaceNodes(tree, (node) => {
    if (node.type !== 'link' || allowed.test(node.url)) return undefined;
    faults.push(
      diagnose(
        'manuscript/link-refused',
        `Unexpected link to \`${shown(node.url)}\`, expected a web address, a mail address or an id`,
        { place: placeOf(node, file), hint: 'write `https://…`, `mailto:…` or `#id`' },
      ),
    );
    return node.children;
  });
  return faults;
};
