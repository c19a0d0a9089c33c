/**
 * Keeps a figure and the suffix after its hyphen on one line (`2-ci`, `5-го`, `1990-х`): Chromium breaks after any hyphen. The
 * text itself stays as it is, so that it is found and copied as it was written.
 */
import type { Element, ElementContent, RootContent } from 'hast';

const figureWithSuffix = /\d[\d.,\u00A0]*[-\u2011]\p{L}{1,6}(?![\p{L}\p{N}])/gu;

const whole = new Set(['code', 'pre', 'kbd', 'samp', 'svg', 'style', 'title']);

const glued = (text: string): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['glued'] },
  children: [{ type: 'text', value: text }],
});

const splitText = (value: string): readonly ElementContent[] => {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const match of value.matchAll(figureWithSuffix)) {
    if (match.index > from) parts.push({ type: 'text', value: value.slice(from, match.index) });
    parts.push(glued(match[0]));
    from = match.index + match[0].length;
  }
  if (from < value.length) parts.push({ type: 'text', value: value.slice(from) });
  return parts;
};

const glueChildren = (children: readonly ElementContent[]): ElementContent[] =>
  children.flatMap((child) =>
    child.type === 'text'
      ? child.value.search(figureWithSuffix) < 0
        ? [child]
        : splitText(child.value)
      : child.type === 'element'
        ? [glueSuffixes(child)]
        : [child],
  );

/** The element with `<span class="glued">` round each figure and its suffix. */
const glueSuffixes = (element: Element): Element =>
  whole.has(element.tagName) ? element : { ...element, children: glueChildren(element.children) };

/** The same for a list of nodes. */
export const glueNodes = <Node extends RootContent | ElementContent>(
  nodes: readonly Node[],
): readonly Node[] =>
  nodes.map((node): Node => (node.type === 'element' ? { ...node, ...glueSuffixes(node) } : node));
