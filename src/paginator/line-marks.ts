/** What stands on which line of a fixed block: calls, anchors, text. Lines are counted by the breaks written into it. */
import { hyphenMark } from '../protocol/structure-marks.ts';
import type { LineBlock } from './block-tree.ts';
import type { PagedElements } from './generated-content.ts';
import { keepsNewlines, withoutMarks } from './line-ends.ts';

/** An element and the 0-based line it begins on. */
export interface MarkedElement {
  readonly element: Element;
  readonly line: number;
}

/** Where line `line` (from 1) of a block begins: after the author's `<br>`, or at this offset of a text, behind a newline. */
export type LineStart =
  | { readonly kind: 'mark'; readonly mark: HTMLBRElement }
  | {
      readonly kind: 'newline';
      readonly node: Text;
      readonly offset: number;
      /** The line before ends in a hyphen that only its end put there. */
      readonly hyphen: boolean;
    };

/** The lines of a fixed block: where they begin, what stands on them. */
export interface BlockLines {
  /** Starts of lines 1, 2, …; a block has one line more. */
  readonly starts: readonly LineStart[];
  readonly elements: readonly MarkedElement[];
  /** The rendered letters of each line. */
  readonly texts: readonly string[];
}

const transformOf = (style: CSSStyleDeclaration): string => style.textTransform;

const languageOf = (element: Element): string =>
  element.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang;

/** The language to case letters in; where none is named that is well formed, no language's own rules hold. */
const localeOf = (element: Element): string => {
  try {
    return Intl.getCanonicalLocales(languageOf(element))[0] ?? 'und';
  } catch {
    return 'und';
  }
};

/** Text as `text-transform` shows it, cased in the language of its element. `capitalize` is left to the eye. */
export const cased = (text: string, element: Element, transform: string): string =>
  transform === 'uppercase'
    ? text.toLocaleUpperCase(localeOf(element))
    : transform === 'lowercase'
      ? text.toLocaleLowerCase(localeOf(element))
      : text;

/** Words still to come when the walk leaves an element. */
interface Leaving {
  readonly element: Element;
  readonly words: string;
}

/** Takes from `open` the words of all elements that do not hold `node`, the innermost first. */
const wordsLeft = (open: Leaving[], node: Node | null): string => {
  let words = '';
  for (let last = open.at(-1); last !== undefined && !last.element.contains(node); last = open.at(-1)) {
    words += last.words;
    open.pop();
  }
  return words;
};

/** Walks a fixed block once and tells its lines apart. Reads only. */
export const readBlockLines = (block: LineBlock, paged: PagedElements): BlockLines => {
  const { element } = block;
  const starts: LineStart[] = [];
  const elements: MarkedElement[] = [];
  const own = paged.get(element);
  const texts: string[] = [own?.wordsBefore ?? ''];
  const open: Leaving[] = [];
  const blockTransform = transformOf(getComputedStyle(element));
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const endsLines = block.pre || keepsNewlines(element);
  let isHyphen = false;
  const next = (start: LineStart): void => {
    starts.push(start);
    texts.push('');
  };
  const add = (text: string): void => {
    texts[texts.length - 1] = (texts.at(-1) ?? '') + text;
  };
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (open.length > 0) add(wordsLeft(open, node));
    if (node instanceof HTMLBRElement) {
      next({ kind: 'mark', mark: node });
    } else if (node instanceof Element) {
      if (!node.classList.contains('tf-filler') && !node.classList.contains('tf-strut'))
        elements.push({ element: node, line: starts.length });
      const values = paged.get(node);
      add(values?.wordsBefore ?? '');
      if (values?.wordsAfter !== undefined) open.push({ element: node, words: values.wordsAfter });
    } else if (node instanceof Text) {
      const parent = node.parentElement ?? element;
      const transform = parent === element ? blockTransform : transformOf(getComputedStyle(parent));
      if (!endsLines) {
        add(cased(node.data, parent, transform));
        continue;
      }
      const lines = node.data.split('\n');
      let offset = 0;
      for (const [index, line] of lines.entries()) {
        if (index > 0) next({ kind: 'newline', node, offset, hyphen: isHyphen });
        isHyphen = line.endsWith(hyphenMark) || (line === '' && index === 0 && isHyphen);
        add(cased(withoutMarks(line), parent, transform));
        offset += line.length + 1;
      }
    }
  }
  add(wordsLeft(open, null) + (own?.wordsAfter ?? ''));
  return withoutEmptyEnd({ starts, elements, texts });
};

/** A break at a block's very end opens no line. */
const withoutEmptyEnd = (lines: BlockLines): BlockLines => {
  if (lines.starts.length === 0 || (lines.texts.at(-1) ?? '').trim() !== '') return lines;
  const last = lines.starts.length;
  if (lines.elements.some((marked) => marked.line === last)) return lines;
  return { starts: lines.starts.slice(0, -1), elements: lines.elements, texts: lines.texts.slice(0, -1) };
};

/** The rendered letters of everything under an element, in document order. */
export const renderedText = (root: Element, paged: PagedElements): string => {
  const own = paged.get(root);
  const open: Leaving[] = [];
  let text = own?.wordsBefore ?? '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (open.length > 0) text += wordsLeft(open, node);
    if (node instanceof Element) {
      const values = paged.get(node);
      text += values?.wordsBefore ?? '';
      if (values?.wordsAfter !== undefined) open.push({ element: node, words: values.wordsAfter });
      continue;
    }
    const parent = node.parentElement;
    if (parent === null || parent.closest('title, desc, style, script') !== null) continue;
    text += `${cased(node.nodeValue ?? '', parent, transformOf(getComputedStyle(parent)))} `;
  }
  return withoutMarks(text + wordsLeft(open, null) + (own?.wordsAfter ?? ''));
};
