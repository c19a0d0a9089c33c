/**
 * Punctuation that hangs in the margin, so that the edge of the letters looks straight (CSS Text 4, `hanging-punctuation`,
 * https://www.w3.org/TR/css-text-4/#hanging-punctuation-property, which Chromium lacks): how much of each sign.
 */

/** The part of a sign's width that stands outside the measure at a line's end. */
const atEnd: Readonly<Record<string, number>> = {
  '-': 0.6,
  '\u2010': 0.6,
  '.': 0.6,
  ',': 0.6,
  ';': 0.3,
  ':': 0.3,
  '\u2019': 0.6,
  '\u201D': 0.5,
  '\u201C': 0.5,
  '\u00BB': 0.3,
  '\u2013': 0.2,
};

/** The same at a line's beginning. */
const atStart: Readonly<Record<string, number>> = {
  '\u201C': 0.5,
  '\u2018': 0.6,
  '\u201E': 0.4,
  '\u00AB': 0.3,
};

/** The width of a letter in a font, px. */
export type Advance = (letter: string) => number;

/** How far a line that ends in this text hangs out, px. */
export const hangAtEnd = (text: string, advance: Advance): number => {
  const letter = text.slice(-1);
  const part = atEnd[letter];
  return part === undefined ? 0 : part * advance(letter);
};

/** How far a line that begins with this text hangs out, px. */
export const hangAtStart = (text: string, advance: Advance): number => {
  const letter = text.slice(0, 1);
  const part = atStart[letter];
  return part === undefined ? 0 : part * advance(letter);
};
