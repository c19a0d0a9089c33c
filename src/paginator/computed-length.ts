/** Reads what Chromium computes. */

/** The number of a computed length or other number; 0 for words such as `normal` and `auto`. */
export const lengthOf = (value: string): number => {
  const parsed = Number.parseFloat(value);
  return Number.isFinite(parsed) ? parsed : 0;
};
