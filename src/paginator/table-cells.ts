/**
 * The lines in table cells, captions and other boxes that are never cut: they are chosen as those of paragraphs are. A table keeps
 * the columns that Chromium gave it: lines that no longer wrap would ask for others.
 */
import type { LineBlock } from './block-tree.ts';
import { lineBlock } from './block-tree.ts';

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

/** The columns of a table; undefined for tables that are left to Chromium: made smaller, with columns of their own or joined ones. */
const readColumns = (table: HTMLTableElement): Columns | undefined => {
  const first = table.rows[0];
  if (first === undefined || table.style.zoom !== '' || table.querySelector('col, colgroup') !== null)
    return undefined;
  const cells = [...first.cells];
  if (cells.some((cell) => cell.colSpan > 1)) return undefined;
  if ([...table.rows].some((row) => row.cells.length > cells.length)) return undefined;
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
    .filter((table) => table.querySelector('table') === null)
    .flatMap((table) => readColumns(table) ?? []);
  const widths = columns.map(({ table }) => table.getBoundingClientRect().width);
  for (const [index, each] of columns.entries()) fixColumns(each, widths[index] ?? 0);
  return columns.map(({ table }) => table);
};

/**
 * The line blocks in the tables and captions of flows. `divided` are rows that were cut between their lines: these stay as they
 * are. Fixes the columns of the tables.
 */
export const cellBlocks = (
  roots: readonly HTMLElement[],
  divided: ReadonlySet<HTMLElement>,
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
  return paragraphs.filter((box) => holdsOnlyLines(box)).map((box) => lineBlock(box));
};
