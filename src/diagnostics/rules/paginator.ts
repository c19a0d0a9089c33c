import type { Rule } from '../rule.ts';

/** Rules of the room `paginator`: what is met while the text is laid out. Names are permanent. */
export const paginatorRules = {
  'paginator/overfull': {
    severity: 'warning',
    title: 'Something is wider than the column',
    why: 'A word or an address is longer than a line. It is cut where no word may be cut, so that nothing is lost, but it shows. Write it shorter, or put a soft hyphen where it may be broken.',
  },
  'paginator/scaled': {
    severity: 'warning',
    title: 'A table or a line was made smaller to fit the column',
    why: 'A table is wider than the text column even with its words divided, or a line that may not be broken is. It is printed smaller. Fewer columns, shorter words or shorter lines keep it at full size.',
  },
  'paginator/page-name-nested': {
    severity: 'warning',
    title: 'The name of a page is set too deep in the text',
    why: 'The property `page` is obeyed on the children of the flow (the cover, the contents, front, body and back matter). Deeper in the text it has no effect.',
  },
  'paginator/unsupported-layout': {
    severity: 'warning',
    title: 'A layout that cannot be cut into pages',
    why: 'Text runs down the page in one column. Columns are set as one piece; what floats beside the text or is positioned by hand stands where makeup knows nothing of it.',
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
