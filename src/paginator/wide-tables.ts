/** A table wider than its measure is made smaller until it fits: nothing is ever cut off. */
import type { PaginatorFinding } from '../protocol/paginator.ts';
import { placeOf } from './measure-flow.ts';

/** The smallest a table may become before its words are broken instead. */
const SMALLEST = 0.6;

/** The tables that are wider than the room they have, with both in px. */
const tooWide = (
  tables: readonly HTMLTableElement[],
): readonly { readonly table: HTMLTableElement; readonly width: number; readonly room: number }[] =>
  tables
    .map((table) => ({
      table,
      width: table.getBoundingClientRect().width,
      room: table.parentElement?.clientWidth ?? 0,
    }))
    .filter(({ width, room }) => room > 0 && width > room + 1);

/** Shrinks wide tables; says so. Soft hyphens in cells go, since Chromium sets the lines of cells itself. */
export const fitTables = (root: HTMLElement): readonly PaginatorFinding[] => {
  const tables = [...root.querySelectorAll<HTMLTableElement>('table')];
  for (const table of tables) {
    const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text && node.data.includes('\u00AD'))
        node.data = node.data.replaceAll('\u00AD', '');
    }
  }
  // Cells that may not be broken, as figures in columns, are broken before anything is made smaller.
  for (const { table } of tooWide(tables)) {
    for (const cell of table.querySelectorAll<HTMLElement>('th, td')) cell.style.whiteSpace = 'normal';
  }
  const findings: PaginatorFinding[] = [];
  for (const { table, width, room } of tooWide(tables)) {
    const scale = room / width;
    if (scale >= SMALLEST) {
      table.style.zoom = String(Math.floor(scale * 1000) / 1000);
    } else {
      table.style.zoom = String(SMALLEST);
      table.style.overflowWrap = 'anywhere';
    }
    findings.push({
      rule: 'paginator/scaled',
      place: placeOf(table),
      detail: { percent: Math.round(Math.max(scale, SMALLEST) * 100) },
    });
  }
  return findings;
};
