/** Sorts the selectors of a rule by the pseudo-element they end in (CSS Pseudo 4; CSS GCPM 3 §2.5 for those of notes). */
import type { CssNode, Selector } from 'css-tree';
import { generate, List } from 'css-tree';
import { pagedClasses } from '../../protocol/paged-css.ts';
import type { SheetReading } from './css-place.ts';
import { fault } from './css-place.ts';

/** The kind of box a selector ends at. */
export type SelectorKind = 'element' | 'note-call' | 'note-marker' | 'before' | 'after';

/** One selector of a rule. */
export interface SortedSelector {
  readonly kind: SelectorKind;
  /** As Chromium shall see it; for `before` and `after` the element that they belong to. */
  readonly css: string;
  /** For notes: true where it selects all calls or markers. */
  readonly bare: boolean;
}

const ending = (node: CssNode | undefined): SelectorKind => {
  if (node?.type !== 'PseudoElementSelector' && node?.type !== 'PseudoClassSelector') return 'element';
  switch (node.name.toLowerCase()) {
    case 'footnote-call':
      return 'note-call';
    case 'footnote-marker':
      return 'note-marker';
    case 'before':
      return 'before';
    case 'after':
      return 'after';
    default:
      return 'element';
  }
};

const selectorText = (nodes: readonly CssNode[]): string =>
  generate({ type: 'Selector', children: new List<CssNode>().fromArray([...nodes]) });

/** `:lang()` with a list or a string is CSS, but Chromium drops the whole rule. */
const checkLanguage = (selector: Selector, reading: SheetReading): boolean => {
  const [, inside] = /:lang\(([^)]*)\)/iu.exec(generate(selector)) ?? [];
  if (inside === undefined || !/[,"']/u.test(inside)) return true;
  fault(
    reading,
    'template/unsupported-selector',
    selector,
    `Unexpected \`:lang(${inside})\`, expected one language`,
    'write `:is(:lang(a), :lang(b))`, without quotes',
  );
  return false;
};

/** The selector of calls: a note is set elsewhere than it is called, so its own element cannot be asked for. */
const noteCall = (nodes: readonly CssNode[], selector: Selector, reading: SheetReading): SortedSelector[] => {
  const last = nodes.findLastIndex((node) => node.type === 'Combinator');
  const own = nodes
    .slice(last + 1)
    .map((node) => generate(node))
    .join('');
  if (!['', '*', '.note', 'aside', 'aside.note', '.footnote'].includes(own)) {
    fault(
      reading,
      'template/unsupported-selector',
      selector,
      `Unexpected \`${own}::footnote-call\`, expected \`::footnote-call\``,
      'the calls inside an element are `h1 ::footnote-call`, with a space',
    );
    return [];
  }
  const css = selectorText([
    ...nodes.slice(0, last + 1),
    { type: 'ClassSelector', name: pagedClasses.noteCall },
  ]);
  return [{ kind: 'note-call', css, bare: last < 0 }];
};

/** Sorts one selector; empty where it is faulty, which is told. */
const sort = (selector: Selector, reading: SheetReading): readonly SortedSelector[] => {
  if (!checkLanguage(selector, reading)) return [];
  const nodes = selector.children.toArray();
  const kind = ending(nodes.at(-1));
  const before = nodes.slice(0, -1);
  const lost = before.find((node) => ending(node) !== 'element');
  if (lost !== undefined) {
    fault(
      reading,
      'template/unsupported-selector',
      selector,
      `Unexpected \`${generate(selector)}\`, expected the pseudo-element at its end`,
    );
    return [];
  }
  switch (kind) {
    case 'element':
      return [{ kind, css: generate(selector), bare: false }];
    case 'note-call':
      return noteCall(before, selector, reading);
    case 'note-marker': {
      const marker: CssNode = { type: 'ClassSelector', name: pagedClasses.noteMarker };
      const open = before.length === 0 || before.at(-1)?.type === 'Combinator';
      const css = selectorText(
        open ? [...before, marker] : [...before, { type: 'Combinator', name: ' ' }, marker],
      );
      return [{ kind, css, bare: ['', '*', '.note', 'aside.note'].includes(selectorText(before)) }];
    }
    case 'before':
    case 'after':
      return [{ kind, css: before.length === 0 ? '*' : selectorText(before), bare: false }];
  }
};

/** Sorts the selectors of a rule. */
export const sortSelectors = (prelude: CssNode, reading: SheetReading): readonly SortedSelector[] => {
  if (prelude.type !== 'SelectorList') {
    fault(
      reading,
      'template/css-syntax',
      prelude,
      `Unexpected \`${generate(prelude).trim()}\`, expected a selector`,
    );
    return [];
  }
  return prelude.children
    .toArray()
    .flatMap((selector) => (selector.type === 'Selector' ? sort(selector, reading) : []));
};
