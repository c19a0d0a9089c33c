/**
 * A table wider than its measure: its words are divided, and where that is not enough it is made smaller until it fits. Nothing is
 * ever cut off.
 */
import type { PaginatorFinding } from '../protocol/paginator.ts';
import { contentEdges } from './line-chooser.ts';
import { placeOf } from './measure-flow.ts';
import { hasPlainColumns } from './table-cells.ts';
import type { CellWords } from './table-words.ts';
import { divideWords, keepWordsWhole } from './table-words.ts';

/** The smallest a table may become before its words are broken instead. */
const SMALLEST = 0.6;

/** A table with its width and the room it has, px. */
interface FittedTable {
  readonly table: HTMLTableElement;
  readonly width: number;
  readonly room: number;
}

const fitOf = (table: HTMLTableElement): FittedTable => {
  const { left, right } =
    table.parentElement === null ? { left: 0, right: 0 } : contentEdges(table.parentElement);
  return { table, width: table.getBoundingClientRect().width, room: right - left };
};

const isTooWide = ({ width, room }: FittedTable): boolean => room > 0 && width > room + 1;

const tooWide = (tables: readonly HTMLTableElement[]): readonly FittedTable[] =>
  tables.map((table) => fitOf(table)).filter((fit) => isTooWide(fit));

/** Divides the words of one column after another, the widest first, until the table fits. All stay whole where none of it helps. */
const divideColumns = (table: HTMLTableElement, words: CellWords): void => {
  const columns = [...(table.rows[0]?.cells ?? [])]
    .map((cell, column) => ({ column, width: cell.getBoundingClientRect().width }))
    .toSorted((a, b) => b.width - a.width);
  for (const { column } of columns) {
    const cells = [...table.rows].flatMap((row) => row.cells[column] ?? []);
    if (divideWords(words, cells) && !isTooWide(fitOf(table))) return;
  }
  keepWordsWhole([table]);
};

/**
 * Makes wide tables fit; says which were made smaller. The columns are found with whole words, so that none is divided where its
 * table has room. Goes out with it: the words of all cells as they may be divided, for when the columns are fixed.
 */
export const fitTables = (
  root: HTMLElement,
): { readonly findings: readonly PaginatorFinding[]; readonly words: CellWords } => {
  const tables = [...root.querySelectorAll<HTMLTableElement>('table')];
  const words = keepWordsWhole(tables);
  // Cells that may not be broken, as figures in columns, are broken before anything is made smaller.
  for (const { table } of tooWide(tables)) {
    for (const cell of table.querySelectorAll<HTMLElement>('th, td')) cell.style.whiteSpace = 'normal';
  }
  for (const { table } of tooWide(tables)) {
    if (hasPlainColumns(table)) divideColumns(table, words);
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
  return { findings, words };
};
