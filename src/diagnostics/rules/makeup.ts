import type { Rule } from '../rule.ts';

/** Rules of the room `makeup`: what stands on which page. Names are permanent. */
export const makeupRules = {
  'makeup/note-late': {
    severity: 'warning',
    title: 'A note begins on a later page than its call',
    why: 'The reader looks for a note at the foot of the page that calls it. Here that page could hold not even its first line: many notes are called close together, or the calling line stands with something tall. Move a call, shorten a note, or divide the table row or box that calls it.',
  },
  'makeup/note-split-short': {
    severity: 'warning',
    title: 'A note is cut so that a single line stands alone',
    why: 'A note that goes on, on the next page, should have two lines at least on each of them. Here there was no better place to cut it. A line more or less in the note or in the text near its call usually helps.',
  },
  'makeup/item-overflows': {
    severity: 'error',
    title: 'Something is taller than the page',
    why: 'A picture, a table row or another part that cannot be divided is higher than the text area, so its foot would be cut off. Make the picture smaller, or divide the row.',
  },
  'makeup/note-overflows': {
    severity: 'error',
    title: 'A note, or part of one, does not fit on a page',
    why: 'A part of a note that cannot be divided (a picture, a table row) is taller than a page, or the note of a repeated table head leaves no room for the table. Shorten the note or move it to where it needs no repeating.',
  },
  'makeup/too-many-pages': {
    severity: 'error',
    title: 'The edition has more pages than it may have',
    why: 'publication.yaml says how many pages an edition may have, for instance two for a handout. This one runs over; the message says by how many lines. Translations are often longer than the text they come from.',
  },
  'makeup/unsettled': {
    severity: 'warning',
    title: 'Page numbers in the text keep moving',
    why: 'A number such as "see page 9" can take more room than "see page 10", which moves lines, which changes numbers. After a few rounds the numbers are still moving: the pages are kept as they are and the true numbers are written, so the paper is right, but a line may be a little loose. A small change of the text settles it.',
  },
} as const satisfies Record<string, Rule>;
