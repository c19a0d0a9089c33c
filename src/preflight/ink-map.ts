/** How much ink a picture takes, part by part. Plain data that a thread can be sent. */
import { boundsOf, inverted, type Matrix } from '../prepress/matrix.ts';
import type { PdfRectangle } from '../prepress/page-tree.ts';

/** Parts of a picture in rows from its upper left corner, and the average of all inks on each, 4 for four inks in full. */
export interface InkMap {
  readonly columns: number;
  readonly rows: number;
  readonly averages: Float32Array;
  /** The largest of them. */
  readonly most: number;
}

/** Parts to a side; they are smaller than 2.5 mm on a picture up to the width of A3. */
const mostParts = 128;

/** Pixels as they are measured, `channels` bytes each. */
export interface InkPixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly bytes: Uint8Array;
}

/** Averages the inks of pixels, `inkOf` the ink of the pixel that begins at a byte. */
export const inkMapOf = (
  { width, height, channels }: Omit<InkPixels, 'bytes'>,
  inkOf: (at: number) => number,
): InkMap => {
  const [columns, rows] = [Math.min(width, mostParts), Math.min(height, mostParts)];
  const averages = new Float32Array(columns * rows);
  const counts = new Uint32Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = 0; x < width; x += 1) {
      const part = row + Math.floor((x * columns) / width);
      averages[part] = (averages[part] ?? 0) + inkOf((y * width + x) * channels);
      counts[part] = (counts[part] ?? 0) + 1;
    }
  }
  let most = 0;
  for (const [part, sum] of averages.entries()) {
    const average = sum / (counts[part] ?? 1);
    averages[part] = average;
    most = Math.max(most, average);
  }
  return { columns, rows, averages, most };
};

/** The heaviest part that shows in a box on the page, `matrix` from the unit square of the picture to the page. */
export const heaviestPart = (
  { columns, rows, averages }: InkMap,
  matrix: Matrix,
  box: PdfRectangle,
): number => {
  const back = inverted(matrix);
  if (back === undefined) return 0;
  const shown = boundsOf(box, back);
  const within = (share: number, count: number): number =>
    Math.min(Math.max(Math.floor(share * count), 0), count - 1);
  let heaviest = 0;
  // The unit square counts upwards, pixels count downwards. An edge that only touches a part is not in it.
  const inset = 1e-6;
  const lastRow = within(1 - shown.bottom - inset, rows);
  const lastColumn = within(shown.right - inset, columns);
  for (let row = within(1 - shown.top + inset, rows); row <= lastRow; row += 1)
    for (let column = within(shown.left + inset, columns); column <= lastColumn; column += 1)
      heaviest = Math.max(heaviest, averages[row * columns + column] ?? 0);
  return heaviest;
};
