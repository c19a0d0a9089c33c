/** The names of what fine typography does: rules that a language has and a publication may switch, and marks in the page. */

/** The rules of fine typography, in the order in which docs/typography.md explains them. Names are permanent. */
export const typographyRules = [
  'quotes',
  'quote-style',
  'apostrophes',
  'dashes',
  'ranges',
  'ellipses',
  'minus',
  'multiplication',
  'number-spaces',
  'abbreviations',
  'note-marks',
  'suffixes',
  'units',
  'numbers',
  'groups',
  'names',
  'short-words',
  'number-form',
  'ordinal-form',
] as const;

/** The name of a rule of fine typography. */
export type TypographyRule = (typeof typographyRules)[number];

/** Class of a span that no line is broken in and whose spaces keep their width. */
export const gluedClass = 'glued';

/** Class of a span round one space at which a line is rather not broken. */
export const tieClass = 'tie';
