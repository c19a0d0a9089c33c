/**
 * Writes the breaks that makeup decided: Chromium then cuts the flow there and nowhere else. A forced break stands before
 * a block or row, or inside a block after a fixed line; see docs/architecture.md, "The one idea".
 */
import type { ItemElement } from './measure-flow.ts';

/**
 * The elements whose margin vanishes at a page's head: the element that begins it and the first children that share its top
 * edge. Reads only.
 */
export const headElements = (start: HTMLElement): readonly HTMLElement[] => {
  const heads: HTMLElement[] = [];
  for (let element: HTMLElement | null = start; element !== null;) {
    heads.push(element);
    const style = getComputedStyle(element);
    if (Number.parseFloat(style.paddingTop) > 0 || Number.parseFloat(style.borderTopWidth) > 0) break;
    const first: Element | null = element.firstElementChild;
    const onlyLines = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '',
    );
    element = !onlyLines && first instanceof HTMLElement ? first : null;
  }
  return heads;
};

const dropMargins = (heads: readonly HTMLElement[]): void => {
  for (const element of heads) element.style.marginTop = '0';
};

const breakMark = (): HTMLSpanElement => {
  const mark = document.createElement('span');
  mark.className = 'tf-break';
  return mark;
};

/** An element that stands alone on a page: where notes go on and there is no text, or a true blank page. */
const emptyPage = (start: HTMLElement, page: string): HTMLElement => {
  const row = start.tagName === 'TR';
  const empty = document.createElement(row ? 'tr' : start.tagName === 'LI' ? 'li' : 'div');
  empty.className = 'tf-blank';
  empty.setAttribute('aria-hidden', 'true');
  if (page !== 'auto') empty.style.setProperty('page', page);
  return empty;
};

/**
 * Writes a page end before the item, with so many pages without text before it. `heads` are its {@link headElements}; `pad` is the room
 * above it, px.
 */
export const breakBefore = (
  item: ItemElement,
  heads: readonly HTMLElement[],
  empty: number,
  pad: number,
): void => {
  const start = item.line > 0 ? item.lines?.starts[item.line - 1] : undefined;
  if (start === undefined) {
    for (let count = 0; count < empty; count += 1) item.start.before(emptyPage(item.start, 'auto'));
    item.start.style.breakBefore = 'page';
    dropMargins(heads);
    if (pad > 0) item.start.style.marginTop = `${pad}px`;
    return;
  }
  const marks = Array.from({ length: empty + 1 }, () => breakMark());
  // A mark of no height would not hold a page open.
  for (const mark of marks.slice(1)) mark.style.height = '1px';
  if (start.kind === 'mark') start.mark.after(...marks);
  else if (start.offset >= start.node.length) start.node.after(...marks);
  else start.node.splitText(start.offset).before(...marks);
  // A block inside a paragraph turns it into an element without a role in the tags; the role brings it back.
  if (item.block.element.tagName === 'P') item.block.element.setAttribute('role', 'paragraph');
};

/** Adds a page without text at the end of a run. */
export const emptyAfter = (main: HTMLElement): void => main.append(emptyPage(main, 'auto'));

/** The first page of a run: no margin at its head, but `extra` where its own head margin differs from the run's. */
export const openRun = (item: ItemElement, heads: readonly HTMLElement[], extra: number): void => {
  dropMargins(heads);
  if (extra !== 0) item.start.style.marginTop = `${extra}px`;
};

/** Writes a true blank page before the item's own break. */
export const blankBefore = (start: HTMLElement, page: string): void => start.before(emptyPage(start, page));
