/** Text that came from a manuscript, made fit for a terminal. */

/** Controls, which a terminal obeys, and marks that turn the direction of a line (Unicode UAX 9). */
// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const obeyed = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;

/** Every control is written out as `\u{1b}`: a hostile text cannot move the cursor, colour a line or hide another. */
export const printable = (text: string): string =>
  text.replace(obeyed, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`);

/** Columns a text takes: combining marks take none. Wide scripts are counted as one, which is enough to align names. */
export const columnsOf = (text: string): number => [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;

/** Lines of cells → lines of text, each column as wide as its widest cell. Columns in `right` are set to the right. */
export const alignColumns = (
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): readonly string[] => {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, columnsOf(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - columnsOf(cell));
        return right.has(column) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
};
