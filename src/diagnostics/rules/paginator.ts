import type { Rule } from '../rule.ts';

/** Rules of the room `paginator`: what is met while the text is laid out. Names are permanent. */
export const paginatorRules = {
  'paginator/overfull': {
    severity: 'warning',
    title: 'Something is wider than the column',
    why: 'A word, a code line or a picture is wider than the text column and reaches into the margin. Nothing is cut off, but it shows. Shorten it, or break it where it may be broken.',
  },
  'paginator/scaled': {
    severity: 'warning',
    title: 'A table was made smaller to fit the column',
    why: 'The table is wider than the text column even with its words broken. It is printed smaller. Fewer columns or shorter words keep it at full size.',
  },
  'paginator/page-name-nested': {
    severity: 'warning',
    title: 'The name of a page is set too deep in the text',
    why: 'The property `page` is obeyed on the children of the flow (the cover, the contents, front, body and back matter). Deeper in the text it has no effect.',
  },
  'paginator/unsupported-layout': {
    severity: 'warning',
    title: 'A layout that cannot be cut into pages',
    why: 'Columns are set as one piece: they are not divided between pages and their notes cannot be placed line by line.',
  },
  'paginator/target-missing': {
    severity: 'error',
    title: 'A page number asks for a place that does not exist',
    why: 'The template prints the page of something that is not in the text. The number would be missing in print.',
  },
  'paginator/font-missing': {
    severity: 'error',
    title: 'A font of the template could not be read',
    why: 'Without its font a text is drawn in another one, or not at all. The file is damaged or is no TrueType font.',
  },
} as const satisfies Record<string, Rule>;
