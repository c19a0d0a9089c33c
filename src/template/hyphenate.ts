/**
 * Marks where words may be divided, with soft hyphens (U+00AD): the patterns are the language's, the choice among them is
 * made when lines are. Headless Chromium divides no word by itself.
 */
import type { Element, ElementContent, RootContent } from 'hast';
import type { Language } from '../language/language.ts';

const SOFT_HYPHEN = '\u00AD';

/** Shortest word that is divided, in letters. */
const SHORTEST = 5;

/** Text of these is never divided: code, great heads, and what Chromium sets without us (cells, captions of figures). */
const whole = new Set([
  'code',
  'pre',
  'kbd',
  'samp',
  'svg',
  'h1',
  'h2',
  'figcaption',
  'table',
  'title',
  'style',
]);

/** Web and mail addresses, paths, words with figures or hyphens: a hyphen in them would be read as their own. */
const address = /[\d@\\/_\u00AD]|\.\p{L}|:\/\/|\p{L}[-\u2011]\p{L}/u;

const words = new RegExp(`[\\p{L}\\p{M}]{${SHORTEST},}`, 'gu');

const divide = (word: string, language: Language): string => {
  if (language.upper(word) === word && language.lower(word) !== word) return word;
  const breaks = language.hyphenate(word);
  if (breaks.length === 0) return word;
  let text = '';
  let from = 0;
  for (const at of breaks) {
    text += word.slice(from, at) + SOFT_HYPHEN;
    from = at;
  }
  return text + word.slice(from);
};

const speaksOther = (element: Element, tag: string): boolean => {
  const lang = element.properties['lang'];
  return typeof lang === 'string' && lang !== tag;
};

/** A hyphenator of trees in one language; it remembers the words it has met. */
export interface TreeHyphenator {
  /** The nodes with soft hyphens in their text; nodes without any are the same objects as before. */
  readonly nodes: <Node extends RootContent | ElementContent>(nodes: readonly Node[]) => readonly Node[];
}

/** Makes a hyphenator for one edition. Words in another language, of capitals, with digits, and addresses stay whole. */
export const createTreeHyphenator = (language: Language): TreeHyphenator => {
  const known = new Map<string, string>();
  const token = (text: string): string => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const divided = address.test(text) ? text : text.replace(words, (word) => divide(word, language));
    known.set(text, divided);
    return divided;
  };
  const one = <Node extends RootContent | ElementContent>(node: Node): Node => {
    if (node.type === 'text') {
      const value = node.value.replace(/\S{5,}/gu, token);
      return value === node.value ? node : { ...node, value };
    }
    if (node.type !== 'element' || whole.has(node.tagName) || speaksOther(node, language.tag)) return node;
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
