/** `[words][label]` and `![words][label]` become links and pictures of their own; the definitions go. Labels are local to a file. */
import type { Definition, Root } from 'mdast';
import { replaceNodes, walk } from '../tree.ts';

/** Changes the tree. A label that is not defined never was a reference: CommonMark leaves it as text. */
export const resolveLinkDefinitions = (tree: Root): void => {
  const definitions = new Map<string, Definition>();
  walk(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  });
  if (definitions.size === 0) return;
  replaceNodes(tree, (node) => {
    if (node.type === 'definition') return [];
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
    const definition = definitions.get(node.identifier);
    if (definition === undefined) return undefined;
    const target = { url: definition.url, title: definition.title ?? null };
    const position = node.position === undefined ? {} : { position: node.position };
    return node.type === 'linkReference'
      ? [{ type: 'link', ...target, children: node.children, ...position }]
      : [{ type: 'image', ...target, alt: node.alt ?? null, ...position }];
  });
};
