/** The smallest type of a page: of rows of letters, those that are text and no figures raised beside it. */

/** Letters in a row: their size and the height of their line, in points. */
export interface Row {
  readonly size: number;
  readonly baseline: number;
}

/** True for figures that stand off the line of the larger letters beside them: calls and markers of notes, exponents. */
const isRaised = (row: Row, beside: Row | undefined): boolean => {
  if (beside === undefined || beside.size <= row.size * 1.05) return false;
  const shift = Math.abs(row.baseline - beside.baseline);
  return shift > beside.size * 0.05 && shift < beside.size * 0.8;
};

/** The nearest row before or after `at` that is of another size. */
const besideAt = (rows: readonly Row[], at: number, step: 1 | -1): Row | undefined => {
  const size = rows[at]?.size ?? 0;
  for (let index = at + step; index >= 0 && index < rows.length; index += step) {
    const row = rows[index];
    if (row !== undefined && Math.abs(row.size - size) > 0.01) return row;
  }
  return undefined;
};

/** The size in points; undefined where there is no text. Rows come in the order in which they are painted. */
export const smallestType = (rows: readonly Row[]): number | undefined => {
  let smallest: number | undefined;
  for (const [at, row] of rows.entries()) {
    if (row.size <= 0 || (smallest !== undefined && row.size >= smallest)) continue;
    if (isRaised(row, besideAt(rows, at, -1)) || isRaised(row, besideAt(rows, at, 1))) continue;
    smallest = row.size;
  }
  return smallest;
};
