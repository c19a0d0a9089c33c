/**
 * Writes the breaks that makeup decided: Chromium then cuts the flow there and nowhere else. A forced break stands before
 * a block or row, or inside a block after a fixed line; see docs/architecture.md, "The one idea".
 */
import type { ItemElement } from './measure-flow.ts';

/** Margins at a page's head vanish: of the element that begins it and of the first children that share its top edge. */
const dropMargins = (start: HTMLElement): void => {
  let element: HTMLElement | null = start;
  while (element !== null) {
    element.style.marginTop = '0';
    const style = getComputedStyle(element);
    if (Number.parseFloat(style.paddingTop) > 0 || Number.parseFloat(style.borderTopWidth) > 0) return;
    const first: Element | null = element.firstElementChild;
    const onlyLines = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '',
    );
    element = !onlyLines && first instanceof HTMLElement ? first : null;
  }
};

/** Writes a page end before the item. */
export const breakBefore = (item: ItemElement): void => {
  const start = item.line > 0 ? item.lines?.starts[item.line - 1] : undefined;
  if (start === undefined) {
    item.start.style.breakBefore = 'page';
    dropMargins(item.start);
    return;
  }
  const mark = document.createElement('span');
  mark.className = 'tf-break';
  if (start.kind === 'mark') start.mark.after(mark);
  else if (start.offset >= start.node.length) start.node.after(mark);
  else start.node.splitText(start.offset).before(mark);
  // A block inside a paragraph turns it into an element without a role in the tags; the role brings it back.
  if (item.block.element.tagName === 'P') item.block.element.setAttribute('role', 'paragraph');
};

/** The first page of a run: no margin at its head, but `extra` where its own head margin differs from the run's. */
export const openRun = (item: ItemElement, extra: number): void => {
  dropMargins(item.start);
  if (extra !== 0) item.start.style.marginTop = `${extra}px`;
};

/** Writes an empty page before the item's own break. */
export const blankBefore = (item: ItemElement, page: string): void => {
  const blank = document.createElement('div');
  blank.className = 'tf-blank';
  if (page !== 'auto') blank.style.setProperty('page', page);
  item.start.before(blank);
};
