/**
 * Lengths. Millimetres outside the browser, CSS pixels inside it, points only in prepress and preflight: the
 * conversions live here and nowhere else. 1 inch = 25.4 mm = 96 px = 72 pt (CSS Values 4,
 * https://www.w3.org/TR/css-values-4/#absolute-lengths).
 */

/** Millimetres to CSS pixels. */
export const mmToPx = (mm: number): number => (mm * 96) / 25.4;

/** CSS pixels to millimetres. */
export const pxToMm = (px: number): number => (px * 25.4) / 96;

/** CSS pixels to PostScript points. */
export const pxToPt = (px: number): number => px * 0.75;

/** PostScript points to CSS pixels. */
export const ptToPx = (pt: number): number => pt / 0.75;

/** Millimetres to PostScript points. */
export const mmToPt = (mm: number): number => (mm * 72) / 25.4;
