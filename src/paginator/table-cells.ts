/**
 * The lines in table cells, captions and other boxes that are never cut: they are chosen as those of paragraphs are. A table keeps
 * the columns that Chromium gave it: lines that no longer wrap would ask for others.
 */
import type { LineBlock } from './block-tree.ts';
import { lineBlock } from './block-tree.ts';
import type { CellWords } from './table-words.ts';
import { divideWords, keepWordsWhole } from './table-words.ts';

/** A table and the widths of its columns, px; without widths where no row tells them. */
interface Columns {
  readonly table: HTMLTableElement;
  readonly cells: readonly HTMLTableCellElement[];
  readonly widths: readonly number[];
}

const holdsOnlyLines = (element: HTMLElement): boolean =>
  (element.textContent ?? '').trim() !== '' &&
  [...element.children].every((child) => {
    const { display } = getComputedStyle(child);
    return display.startsWith('inline') || display === 'contents' || child.tagName === 'BR';
  });

/** False for tables whose columns are left to Chromium: tables with columns of their own, with joined ones, with tables in them. */
export const hasPlainColumns = (table: HTMLTableElement): boolean => {
  const first = table.rows[0];
  if (first === undefined || table.querySelector('col, colgroup, table') !== null) return false;
  if ([...first.cells].some((cell) => cell.colSpan > 1)) return false;
  return [...table.rows].every((row) => row.cells.length <= first.cells.length);
};

/** The columns of a table; undefined for tables that are left to Chromium: those that were made smaller too. */
const readColumns = (table: HTMLTableElement): Columns | undefined => {
  const first = table.rows[0];
  if (first === undefined || table.style.zoom !== '' || !hasPlainColumns(table)) return undefined;
  const cells = [...first.cells];
  return { table, cells, widths: cells.map((cell) => cell.getBoundingClientRect().width) };
};

const fixColumns = ({ table, cells, widths }: Columns, width: number): void => {
  table.style.width = `${width}px`;
  table.style.tableLayout = 'fixed';
  for (const [index, cell] of cells.entries()) {
    cell.style.boxSizing = 'border-box';
    cell.style.width = `${widths[index] ?? 0}px`;
  }
};

/** Fixes the columns of the tables under these elements: reads all, then writes all. The tables whose cells may be set. */
const fixTables = (roots: readonly HTMLElement[]): readonly HTMLTableElement[] => {
  const columns = roots
    .flatMap((root) => [...root.querySelectorAll<HTMLTableElement>('table')])
    .flatMap((table) => readColumns(table) ?? []);
  const widths = columns.map(({ table }) => table.getBoundingClientRect().width);
  for (const [index, each] of columns.entries()) fixColumns(each, widths[index] ?? 0);
  return columns.map(({ table }) => table);
};

/**
 * The line blocks in the tables and captions of flows. `divided` are rows that were cut between their lines: these stay as they
 * are. Fixes the columns of the tables. `words` are those of the cells as they may be divided: they are where lines are chosen here, and
 * whole where Chromium breaks them.
 */
export const cellBlocks = (
  roots: readonly HTMLElement[],
  divided: ReadonlySet<HTMLElement>,
  words: CellWords,
): readonly LineBlock[] => {
  const cells = fixTables(roots).flatMap((table) =>
    [...table.rows].flatMap((row) => (divided.has(row) ? [] : [...row.cells])),
  );
  const captions = roots.flatMap((root) => [
    ...root.querySelectorAll<HTMLElement>('figure > figcaption, table > caption'),
  ]);
  const paragraphs = [...cells, ...captions].flatMap((box) =>
    holdsOnlyLines(box) ? [box] : [...box.querySelectorAll<HTMLElement>(':scope > p')],
  );
  const boxes = paragraphs.filter((box) => holdsOnlyLines(box));
  keepWordsWhole(roots.flatMap((root) => [...root.querySelectorAll('table')]));
  divideWords(words, boxes);
  return boxes.map((box) => lineBlock(box));
};
