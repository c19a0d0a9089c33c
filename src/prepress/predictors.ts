/** Takes back what a predictor did to rows of samples before they were packed (ISO 32000-1 §7.4.4.4; PNG, RFC 2083 §6). */

/** How the rows are made; the defaults of the specification stand for what is absent. */
export interface RowLayout {
  /** 1 for none, 2 for TIFF's, from 10 on for PNG's. */
  readonly predictor: number;
  readonly colors: number;
  readonly bitsPerComponent: number;
  readonly columns: number;
}

/** The neighbour that is nearest to left + above − aboveLeft. */
const paeth = (left: number, above: number, corner: number): number => {
  const guess = left + above - corner;
  const [byLeft, byAbove, byCorner] = [
    Math.abs(guess - left),
    Math.abs(guess - above),
    Math.abs(guess - corner),
  ];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
};

/** What the filter of a PNG row expects of a byte. */
const expectedByte = (filter: number, left: number, above: number, corner: number): number => {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      return 0;
  }
};

const undoPng = (bytes: Uint8Array, rowBytes: number, step: number): Uint8Array => {
  const rows = Math.ceil(bytes.length / (rowBytes + 1));
  const out = new Uint8Array(rows * rowBytes);
  let length = 0;
  for (let row = 0; row < rows; row += 1) {
    const from = row * (rowBytes + 1) + 1;
    const to = row * rowBytes;
    const filter = bytes[from - 1] ?? 0;
    const count = Math.max(0, Math.min(rowBytes, bytes.length - from));
    for (let index = 0; index < count; index += 1) {
      const left = index < step ? 0 : (out[to + index - step] ?? 0);
      const above = row === 0 ? 0 : (out[to + index - rowBytes] ?? 0);
      const corner = row === 0 || index < step ? 0 : (out[to + index - rowBytes - step] ?? 0);
      out[to + index] = (bytes[from + index] ?? 0) + expectedByte(filter, left, above, corner);
    }
    length += count;
  }
  return out.subarray(0, length);
};

const undoTiff = (bytes: Uint8Array, rowBytes: number, colors: number): Uint8Array => {
  const out = Uint8Array.from(bytes);
  for (let index = 0; index < out.length; index += 1) {
    if (index % rowBytes >= colors) out[index] = (out[index] ?? 0) + (out[index - colors] ?? 0);
  }
  return out;
};

/** The rows as they were before; undefined for a layout that no file needs, or none at all. */
export const undoPredictor = (bytes: Uint8Array, layout: RowLayout): Uint8Array | undefined => {
  const { predictor, colors, bitsPerComponent, columns } = layout;
  if (predictor === 1) return bytes;
  const rowBytes = Math.ceil((colors * bitsPerComponent * columns) / 8);
  if (!(rowBytes > 0 && rowBytes < 2 ** 28)) return undefined;
  if (predictor === 2) return bitsPerComponent === 8 ? undoTiff(bytes, rowBytes, colors) : undefined;
  return undoPng(bytes, rowBytes, Math.max(1, (colors * bitsPerComponent) >> 3));
};
