/**
 * A table row taller than a page is divided into rows of a few lines, which look like one: makeup may then end a page between
 * them. Rows that a page holds are never cut.
 */

import { characterBox } from './character-box.ts';
import { lineHeightOf } from './computed-length.ts';
import { depthOf, markRest } from './structure-marks.ts';

/** Lines of a piece. */
const pieceLines = 4;

/** No row has more pieces. */
const mostPieces = 4000;

interface Boundary {
  readonly node: Node;
  readonly offset: number;
}

const probe = document.createRange();

/** The first character of a text that reaches below `y`; its length where none does. */
const firstBelow = (node: Text, y: number): number => {
  let [low, high] = [0, node.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const bottom = characterBox(probe, node, middle)?.bottom;
    if (bottom === undefined || bottom > y) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Where the content of a cell first reaches below `y`; undefined where all of it stands above. */
const boundaryBelow = (cell: HTMLElement, y: number): Boundary | undefined => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) {
      probe.selectNodeContents(node);
      if (node.data.trim() === '' || probe.getBoundingClientRect().bottom <= y) continue;
      const offset = firstBelow(node, y);
      if (offset < node.length) return { node, offset };
    } else if (node instanceof HTMLImageElement || node instanceof SVGSVGElement) {
      const parent = node.parentNode;
      if (parent === null || node.getBoundingClientRect().bottom <= y) continue;
      return { node: parent, offset: [...parent.childNodes].indexOf(node) };
    }
  }
  return undefined;
};

const isOpening = (cell: HTMLElement, { node, offset }: Boundary): boolean => {
  probe.selectNodeContents(cell);
  probe.setEnd(node, offset);
  return probe.toString().trim() === '';
};

/** A cell for the rest of another's content, with the same attributes but what must be unique. */
const restOf = (cell: HTMLElement, boundary: Boundary | undefined): HTMLElement => {
  const rest = cell.cloneNode(false) as HTMLElement;
  rest.removeAttribute('id');
  if (boundary === undefined) return rest;
  const range = document.createRange();
  range.setStart(boundary.node, boundary.offset);
  range.setEnd(cell, cell.childNodes.length);
  const depth = depthOf(boundary.node, cell);
  rest.append(range.extractContents());
  markRest(rest, depth);
  for (let first = rest.firstElementChild; first !== null; first = first.firstElementChild) {
    first.removeAttribute('id');
    if (first instanceof HTMLElement) first.style.textIndent = '0';
  }
  return rest;
};

/** Divides one row once, below so many px; the row of the rest, or undefined where nothing can be moved. */
const divideRow = (row: HTMLTableRowElement, height: number): HTMLTableRowElement | undefined => {
  const cells = [...row.cells];
  const top = row.getBoundingClientRect().top;
  const boundaries = cells.map((cell) => boundaryBelow(cell, top + height));
  const moved = boundaries.filter((boundary) => boundary !== undefined);
  const kept = cells.some((cell, index) => {
    const boundary = boundaries[index];
    return boundary === undefined ? cell.textContent !== '' : !isOpening(cell, boundary);
  });
  if (moved.length === 0 || !kept) return undefined;
  const rest = row.cloneNode(false) as HTMLTableRowElement;
  rest.removeAttribute('id');
  markRest(rest, 1);
  for (const [index, cell] of cells.entries()) rest.append(restOf(cell, boundaries[index]));
  for (const cell of cells) {
    cell.style.borderBottom = 'none';
    cell.style.paddingBottom = '0';
  }
  for (const cell of rest.cells) {
    cell.style.borderTop = 'none';
    cell.style.paddingTop = '0';
  }
  row.after(rest);
  return rest;
};

/** What stands above a row on every page, or may: the head and the caption of its table. */
const openingOf = (row: HTMLTableRowElement): number => {
  const table = row.closest('table');
  const heights = [table?.tHead, table?.caption].map((part) => part?.getBoundingClientRect().height ?? 0);
  return heights.reduce((sum, height) => sum + height, 0);
};

/** Divides the rows of a flow that are taller than `room` px; the pieces. Rows joined by a span stay as they are. */
export const divideTallRows = (flow: HTMLElement, room: number): readonly HTMLElement[] => {
  const rows = [...flow.querySelectorAll<HTMLTableRowElement>('tbody > tr, table > tr')];
  const tall = rows.filter(
    (row) =>
      row.getBoundingClientRect().height > room - openingOf(row) &&
      [...row.cells].every((cell) => cell.rowSpan === 1),
  );
  const pieces: HTMLElement[] = [];
  for (const row of tall) {
    const height = pieceLines * lineHeightOf(row.cells[0] ?? row) + 1;
    let rest: HTMLTableRowElement | undefined = row;
    for (let piece = 0; rest !== undefined && piece < mostPieces; piece += 1) {
      pieces.push(rest);
      rest = divideRow(rest, height);
    }
  }
  return pieces;
};
