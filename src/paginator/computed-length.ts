/** Reads what Chromium computes. */

/** The number of a computed length or other number; 0 for words such as `normal` and `auto`. */
export const lengthOf = (value: string): number => {
  const parsed = Number.parseFloat(value);
  return Number.isFinite(parsed) ? parsed : 0;
};

/** The height of a line of an element, px; for `normal` what is usual. */
export const lineHeightOf = (element: Element): number => {
  const style = getComputedStyle(element);
  const height = Number.parseFloat(style.lineHeight);
  return Number.isFinite(height) ? height : Number.parseFloat(style.fontSize) * 1.2;
};
