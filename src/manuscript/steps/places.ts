/** Every block says where it was written. */
import type { Element, Nodes } from 'hast';
import { formatPlace } from '../../protocol/place.ts';

/** Elements that are blocks of the page, or parts of one that a fault may be about. */
const blocks: ReadonlySet<string> = new Set([
  'aside',
  'blockquote',
  'caption',
  'dd',
  'div',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'li',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'td',
  'th',
  'tr',
  'ul',
]);

/** Changes the tree: blocks get `data-place`, elements their file. */
export const markPlaces = (nodes: readonly Nodes[], file: string): void => {
  for (const node of nodes) {
    if (node.type === 'element') markElement(node, file);
    if ('children' in node) markPlaces(node.children, file);
  }
};

const markElement = (element: Element, file: string): void => {
  const start = element.position?.start;
  if (start === undefined) return;
  element.data = { ...element.data, file } as Element['data'] & { file: string };
  if (!blocks.has(element.tagName)) return;
  element.properties['dataPlace'] = formatPlace({ file, line: start.line, column: start.column });
};
