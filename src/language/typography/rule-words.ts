/** The rules of fine typography in plain words, as `check --explain` tells them. */
import type { TypographyRule } from '../../protocol/typography.ts';

/** One sentence for each rule, without a full stop. */
export const ruleWords: Readonly<Record<TypographyRule, string>> = {
  quotes: "straight quotation marks become the language's, by how deep they stand",
  'quote-style': "quotation marks of another language become this one's",
  apostrophes: 'a straight mark for letters left out becomes an apostrophe',
  dashes: 'a hyphen between words becomes a dash, and no line begins with it',
  ranges: 'a hyphen between the ends of a range becomes a dash',
  ellipses: 'three stops become the sign of an ellipsis',
  minus: 'a hyphen before a negative number becomes a minus sign',
  multiplication: 'a letter or star between two numbers becomes a multiplication sign',
  'number-spaces': 'a sign stands at the distance from its number that the language has',
  abbreviations: 'an abbreviation of several words has its spaces and stays on one line',
  'note-marks':
    'the call of a note stands before or after a stop as the language has it, and stays with its word',
  suffixes: 'a suffix or the end of a range stays with its figure',
  units: 'what was counted or measured stays with its number',
  numbers: 'a number stays with the word or sign before it',
  groups: 'the groups of one number stay on one line',
  names: 'initials and titles stay with the name',
  'short-words':
    'a short word is rather not left alone at the end of a line, nor a particle at the head of one',
  'number-form': 'a number is held against the form that the language gives it',
  'ordinal-form': 'the suffix of an ordinal is held against the number',
};
