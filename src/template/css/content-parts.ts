/**
 * Values of `content` and `string-set` as parts (CSS Generated Content 3, https://www.w3.org/TR/css-content-3/; CSS GCPM 3,
 * https://www.w3.org/TR/css-gcpm-3/).
 */
import type { CssNode, FunctionNode } from 'css-tree';
import { generate } from 'css-tree';
import type { ContentPart, StringSetDeclaration } from '../../protocol/paged-css.ts';
import type { SheetReading } from './css-place.ts';
import { fault } from './css-place.ts';

/** Where a content value stands decides what it may hold. */
export type ContentHome = 'margin-box' | 'element' | 'note' | 'string-set';

const leaders: Readonly<Record<string, string>> = { dotted: '. ', solid: '_', space: ' ' };

const whichWords = ['first', 'start', 'last', 'first-except'] as const;

type Which = (typeof whichWords)[number];

const isWhich = (word: string): word is Which => (whichWords as readonly string[]).includes(word);

/** The arguments of a function, divided at its commas. */
const argumentsOf = (node: FunctionNode): readonly (readonly CssNode[])[] => {
  const groups: CssNode[][] = [[]];
  for (const child of node.children.toArray()) {
    if (child.type === 'Operator' && child.value.trim() === ',') groups.push([]);
    else groups.at(-1)?.push(child);
  }
  return groups;
};

const identifier = (group: readonly CssNode[] | undefined): string | undefined => {
  const [node, ...rest] = group ?? [];
  return node?.type === 'Identifier' && rest.length === 0 ? node.name : undefined;
};

/** The attribute of `attr(href)`, `attr(href url)`. */
const attributeName = (group: readonly CssNode[] | undefined): string | undefined => {
  const [node] = group ?? [];
  if (node?.type !== 'Function' || node.name.toLowerCase() !== 'attr') return undefined;
  const [name] = node.children.toArray();
  return name?.type === 'Identifier' ? name.name : undefined;
};

/** The counter styles that src/protocol/counter-styles.ts writes. */
const counterStyles: ReadonlySet<string> = new Set([
  'decimal',
  'decimal-leading-zero',
  'lower-roman',
  'upper-roman',
  'lower-alpha',
  'upper-alpha',
  'lower-latin',
  'upper-latin',
  'symbols',
]);

/** The counter style an argument names, decimal where there is none; `undefined` for one that is not written. */
const counterStyle = (group: readonly CssNode[] | undefined): string | undefined => {
  const style = group === undefined ? 'decimal' : identifier(group);
  return style !== undefined && counterStyles.has(style) ? style : undefined;
};

const knownStyles = `the counter styles are ${[...counterStyles].join(', ')}`;

type Read = (node: FunctionNode, home: ContentHome) => ContentPart | string;

const named =
  (kind: 'string' | 'element'): Read =>
  (node, home) => {
    if (home !== 'margin-box') return `\`${node.name}()\` stands in margin boxes only`;
    const [first, second] = argumentsOf(node);
    const name = identifier(first);
    const which = second === undefined ? 'first' : identifier(second);
    return name === undefined || which === undefined || !isWhich(which)
      ? `write \`${node.name}(name)\`, or \`${node.name}(name, first)\` with first, start, last or first-except`
      : { kind, name, which };
  };

const counterHomes: Readonly<Record<ContentHome, readonly string[]>> = {
  'margin-box': ['page', 'pages'],
  note: ['footnote'],
  element: [],
  'string-set': [],
};

const readers: Readonly<Record<string, Read>> = {
  counter: (node, home) => {
    const [first, second] = argumentsOf(node);
    const name = identifier(first);
    const style = counterStyle(second);
    const allowed = counterHomes[home];
    if (name === undefined) return 'write `counter(page)` or `counter(page, lower-roman)`';
    if (!allowed.includes(name)) {
      return allowed.length > 0
        ? `the counters here are ${allowed.map((counter) => `\`${counter}\``).join(' and ')}`
        : 'page counters belong to margin boxes; a page number in the text is `target-counter(attr(href), page)`, and other counters may not stand beside it';
    }
    return style === undefined ? knownStyles : { kind: 'counter', name, style };
  },
  string: named('string'),
  element: named('element'),
  content: (node, home) => {
    if (home !== 'string-set') return '`content()` belongs to `string-set`';
    const [first] = argumentsOf(node);
    return first === undefined || first.length === 0 || identifier(first) === 'text'
      ? { kind: 'content' }
      : 'only `content()` and `content(text)` are supported';
  },
  attr: (node, home) => {
    if (home === 'margin-box' || home === 'note') return 'there is no element here to take an attribute from';
    const name = attributeName([node]);
    return name === undefined ? 'write `attr(name)`' : { kind: 'attr', name };
  },
  'target-counter': (node, home) => {
    if (home !== 'element') return '`target-counter()` stands in `::before` and `::after` only';
    const [first, second, third] = argumentsOf(node);
    const attr = attributeName(first);
    const counter = identifier(second);
    const style = counterStyle(third);
    if (style === undefined) return knownStyles;
    return attr === undefined || counter !== 'page'
      ? 'write `target-counter(attr(href), page)`, with a counter style after `page` if need be'
      : { kind: 'target-counter', attr, counter, style };
  },
  'target-text': (node, home) => {
    if (home !== 'element') return '`target-text()` stands in `::before` and `::after` only';
    const attr = attributeName(argumentsOf(node)[0]);
    return attr === undefined ? 'write `target-text(attr(href))`' : { kind: 'target-text', attr };
  },
  leader: (node, home) => {
    if (home !== 'element') return '`leader()` stands in `::before` and `::after` only';
    const [only, ...rest] = node.children.toArray();
    if (rest.length === 0 && only?.type === 'String' && only.value !== '') {
      return { kind: 'leader', text: only.value };
    }
    const text = only?.type === 'Identifier' ? leaders[only.name.toLowerCase()] : undefined;
    return text === undefined || rest.length > 0
      ? 'write `leader(dotted)`, `leader(solid)`, `leader(space)` or `leader(". ")`'
      : { kind: 'leader', text };
  },
};

/** Names of the functions that only this program, not Chromium, understands in the `content` of an element. */
const pagedFunctions = new Set([
  'target-counter',
  'target-counters',
  'target-text',
  'leader',
  'string',
  'element',
]);

/** True where a `content` value of a `::before` or `::after` must be made by the paginator. */
export const needsPaginator = (value: CssNode): boolean =>
  value.type === 'Value' &&
  value.children.toArray().some((node) => {
    if (node.type !== 'Function') return false;
    const name = node.name.toLowerCase();
    if (pagedFunctions.has(name)) return true;
    const [first] = node.children.toArray();
    const counted = first?.type === 'Identifier' ? first.name : '';
    return name === 'counter' && ['page', 'pages', 'footnote'].includes(counted);
  });

/** The parts of a list of components; what cannot be read is a fault and left out. */
export const contentParts = (
  nodes: readonly CssNode[],
  home: ContentHome,
  reading: SheetReading,
): readonly ContentPart[] =>
  nodes.flatMap((node): readonly ContentPart[] => {
    if (node.type === 'String') return [{ kind: 'text', text: node.value }];
    const reader = node.type === 'Function' ? readers[node.name.toLowerCase()] : undefined;
    const read = node.type === 'Function' && reader !== undefined ? reader(node, home) : undefined;
    if (read !== undefined && typeof read !== 'string') return [read];
    fault(
      reading,
      'template/unsupported-content',
      node,
      `Unexpected \`${generate(node)}\` in a content list, expected what can be set here`,
      read ?? 'what may stand here is listed in docs/templates.md',
    );
    return [];
  });

/** A whole `content` value; `none` and `normal` are empty lists. */
export const contentValue = (
  value: CssNode,
  home: ContentHome,
  reading: SheetReading,
): readonly ContentPart[] => {
  const nodes = value.type === 'Value' ? value.children.toArray() : [value];
  const word = identifier(nodes);
  return word === 'none' || word === 'normal' ? [] : contentParts(nodes, home, reading);
};

/** A `string-set` value: `none`, or `name part…` divided by commas. */
export const stringSetValue = (value: CssNode, reading: SheetReading): readonly StringSetDeclaration[] => {
  const nodes = value.type === 'Value' ? value.children.toArray() : [];
  if (identifier(nodes) === 'none') return [];
  const groups: CssNode[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'Operator' && node.value.trim() === ',') groups.push([]);
    else groups.at(-1)?.push(node);
  }
  return groups.flatMap((group): readonly StringSetDeclaration[] => {
    const [first, ...parts] = group;
    if (first?.type !== 'Identifier' || parts.length === 0) {
      fault(
        reading,
        'template/unknown-value',
        first ?? value,
        `Unexpected \`${generate(value)}\`, expected a name and what to keep under it`,
        'write `string-set: chapter content(text)`',
      );
      return [];
    }
    return [{ name: first.name, parts: contentParts(parts, 'string-set', reading) }];
  });
};
