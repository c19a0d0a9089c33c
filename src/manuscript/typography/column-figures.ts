/** The figures of a table's columns: what is grouped in one cell and not in another of the same column. Checked, not changed. */
import type { Nodes, Root, Table } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Typography } from '../../language/typography/typography.ts';
import type { Place } from '../../protocol/place.ts';
import { walk } from '../tree.ts';

/** A cell as it was written: its text, and where in the source a character of it stands. */
export interface WrittenCell {
  readonly text: string;
  readonly placeAt: (at: number) => Place;
}

const columnsOf = (table: Table, cellOf: (node: Nodes) => WrittenCell | undefined) => {
  const [head, ...body] = table.children;
  const textOf = (node: Nodes | undefined): string => (node === undefined ? '' : (cellOf(node)?.text ?? ''));
  // A row of the year 1999 counts what was in that year: only words say that it holds years.
  const rowLabels = body
    .map((row) => textOf(row.children[0]))
    .map((label) => (/\d/.test(label) ? '' : label));
  return (head?.children ?? []).map((title, column) =>
    body.flatMap((row, index) => {
      const node = row.children[column];
      const written = node === undefined ? undefined : cellOf(node);
      if (written === undefined) return [];
      return [{ written, label: `${textOf(title)}\n${column === 0 ? '' : (rowLabels[index] ?? '')}` }];
    }),
  );
};

/** The numbers of all tables of a tree that are grouped otherwise than their columns. `cellOf` knows the cells as they were written. */
export const columnFaults = (
  tree: Root,
  cellOf: (node: Nodes) => WrittenCell | undefined,
  typography: Typography,
): readonly Diagnostic[] => {
  const tables: Table[] = [];
  walk(tree, (node) => {
    if (node.type === 'table') tables.push(node);
    return true;
  });
  return tables
    .flatMap((table) => columnsOf(table, cellOf))
    .flatMap((column) => {
      const doubts = typography.columnDoubts(
        column.map(({ written, label }) => ({ text: written.text, label })),
      );
      return column.flatMap(({ written }, index) =>
        (doubts[index] ?? []).map(({ from, found, expected }) =>
          diagnose(
            'manuscript/column-figures',
            `Unexpected number \`${found}\` in a column of grouped figures, expected \`${expected}\``,
            {
              place: written.placeAt(from),
              hint: `write \`${expected}\`; that it is a year, the head of its column or row may say`,
            },
          ),
        ),
      );
    });
};
