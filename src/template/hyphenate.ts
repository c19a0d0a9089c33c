/**
 * Marks where words may be divided, with soft hyphens (U+00AD): the patterns are the language's, the choice among them is
 * made when lines are. Headless Chromium divides no word by itself.
 */
import type { Element, ElementContent, RootContent } from 'hast';
import { createTextDivider } from '../language/divide-text.ts';
import type { Language } from '../language/language.ts';

const SOFT_HYPHEN = '\u00AD';

/** Text of these is never divided: code, drawings, and great heads. */
const whole = new Set(['code', 'pre', 'kbd', 'samp', 'svg', 'h1', 'h2', 'title', 'style']);

const speaksOther = (element: Element, tag: string): boolean => {
  const lang = element.properties['lang'];
  return typeof lang === 'string' && lang !== tag;
};

/** A name that the author has marked (https://html.spec.whatwg.org/multipage/dom.html#attr-translate). */
const isName = (element: Element): boolean => element.properties['translate'] === 'no';

/** A hyphenator of trees in one language; it remembers the words it has met. */
export interface TreeHyphenator {
  /** The nodes with soft hyphens in their text; nodes without any are the same objects as before. */
  readonly nodes: <Node extends RootContent | ElementContent>(nodes: readonly Node[]) => readonly Node[];
}

/** Makes a hyphenator for one edition. Code, great heads, marked names and words in another language stay whole. */
export const createTreeHyphenator = (language: Language): TreeHyphenator => {
  const divide = createTextDivider(language.hyphenate, SOFT_HYPHEN);
  const isWhole = (element: Element): boolean =>
    whole.has(element.tagName) || isName(element) || speaksOther(element, language.tag);
  const one = <Node extends RootContent | ElementContent>(node: Node): Node => {
    if (node.type === 'text') {
      const value = divide(node.value);
      return value === node.value ? node : { ...node, value };
    }
    if (node.type !== 'element' || isWhole(node)) return node;
    const children = many(node.children);
    return children === node.children ? node : { ...node, children: [...children] };
  };
  const many = <Node extends RootContent | ElementContent>(nodes: readonly Node[]): readonly Node[] => {
    let changed: Node[] | undefined;
    for (const [index, node] of nodes.entries()) {
      const next = one(node);
      if (next !== node) changed ??= nodes.slice(0, index);
      changed?.push(next);
    }
    return changed ?? nodes;
  };
  return { nodes: many };
};
