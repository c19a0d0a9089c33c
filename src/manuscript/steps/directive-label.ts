/** What stands in the brackets of a container directive, and what between its lines of colons. */
import type { Paragraph } from 'mdast';
import type { ContainerDirective } from '../syntax/nodes.ts';

/** The paragraph in the brackets of a container directive. */
export const labelOf = (node: ContainerDirective): Paragraph | undefined => {
  const first = node.children[0];
  return first?.type === 'paragraph' && first.data?.directiveLabel === true ? first : undefined;
};

/** What stands between the lines of colons. */
export const contentOf = (node: ContainerDirective): ContainerDirective['children'] =>
  labelOf(node) === undefined ? node.children : node.children.slice(1);
