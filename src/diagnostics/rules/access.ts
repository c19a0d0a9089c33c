import type { Rule } from '../rule.ts';

/** Rules of the room `preflight` for any PDF: how it is archived, and read aloud. Names are permanent. */
export const accessRules = {
  'preflight/archive-identification': {
    severity: 'error',
    title: 'The file does not say that it is PDF/A-2',
    why: 'The metadata must name part and conformance (`pdfaid`), or an archive does not take it for one.',
  },
  'preflight/archive-intent': {
    severity: 'error',
    title: 'The colours are not tied to a profile',
    why: 'PDF/A asks for an output intent with a profile, so that the colours stay the same in fifty years.',
  },
  'preflight/archive-picture': {
    severity: 'error',
    title: 'A picture asks to be smoothed',
    why: 'PDF/A does not allow `Interpolate`: each program would smooth it in its own way.',
  },
  'preflight/annotation-flags': {
    severity: 'error',
    title: 'A link or note is hidden or is not printed',
    why: 'In an archive every annotation is seen and printed (PDF/A-2 6.3.2).',
  },
  'preflight/not-tagged': {
    severity: 'error',
    title: 'The file is not tagged',
    why: 'Without tags a program that reads aloud does not know what is a heading, a table or a note, nor in what order to read. Export the file with tags (PDF/UA-1, PDF/A-2a).',
  },
  'preflight/metadata-missing': {
    severity: 'error',
    title: 'The file has no metadata',
    why: 'PDF/UA, PDF/A and PDF/X all ask for an XMP packet in the catalog (Matterhorn 06-001).',
  },
  'preflight/ua-identification': {
    severity: 'error',
    title: 'The file does not say that it is PDF/UA',
    why: 'The metadata must have `pdfuaid:part` (Matterhorn 06-002).',
  },
  'preflight/title-missing': {
    severity: 'error',
    title: 'The file has no title',
    why: 'The metadata must have a title, `dc:title`, by which people find the file and programs announce it (Matterhorn 06-003).',
  },
  'preflight/title-not-shown': {
    severity: 'error',
    title: 'The window does not show the title',
    why: '`DisplayDocTitle` must be true, or people hear the name of the file instead (Matterhorn 07-001, 07-002).',
  },
  'preflight/language-missing': {
    severity: 'error',
    title: 'The file does not say its language',
    why: 'A program that reads aloud would pronounce it in another (Matterhorn 11-006).',
  },
  'preflight/role-unknown': {
    severity: 'error',
    title: 'An element has a kind that nobody knows',
    why: 'Kinds other than the standard ones must be mapped to one (Matterhorn 02-001).',
  },
  'preflight/role-circle': {
    severity: 'error',
    title: 'Kinds of elements are mapped to one another in a circle',
    why: 'Nobody knows what such an element is (Matterhorn 02-003).',
  },
  'preflight/role-standard': {
    severity: 'error',
    title: 'A standard kind of element is mapped to another',
    why: 'A paragraph must stay a paragraph (Matterhorn 02-004).',
  },
  'preflight/table-nesting': {
    severity: 'error',
    title: 'A table is not made of rows and cells',
    why: 'Rows stand in a table or a group of rows, cells in rows (Matterhorn 09-004).',
  },
  'preflight/list-nesting': {
    severity: 'error',
    title: 'A list is not made of items',
    why: 'Items stand in a list, labels and bodies in items (Matterhorn 09-005).',
  },
  'preflight/contents-nesting': {
    severity: 'error',
    title: 'A table of contents is not made of entries',
    why: 'Entries, `TOCI`, stand in a `TOC` (Matterhorn 09-006).',
  },
  'preflight/alt-missing': {
    severity: 'error',
    title: 'A figure has no words for those who cannot see it',
    why: 'A figure needs an alternative text, `Alt`, or is an ornament (Matterhorn 13-004).',
  },
  'preflight/alt-file-name': {
    severity: 'warning',
    title: 'The words for a figure are the name of a file',
    why: 'Somebody who cannot see the figure hears “map dot p n g”. Write one sentence that says what is to be seen.',
  },
  'preflight/formula-alt-missing': {
    severity: 'error',
    title: 'A formula has no words for those who cannot see it',
    why: 'A formula needs an alternative text, `Alt` (Matterhorn 17-002).',
  },
  'preflight/heading-first': {
    severity: 'error',
    title: 'The first heading is not one of the first level',
    why: 'People jump from heading to heading; the first must be `H1` (Matterhorn 14-002).',
  },
  'preflight/heading-skipped': {
    severity: 'error',
    title: 'A level of headings is left out',
    why: 'After a heading of one level comes one of the next at most (Matterhorn 14-003).',
  },
  'preflight/heading-mixed': {
    severity: 'error',
    title: 'Headings with and without a level are mixed',
    why: 'Use `H1`, `H2` and so on, or `H` alone, never both (Matterhorn 14-007).',
  },
  'preflight/header-scope': {
    severity: 'error',
    title: 'A head cell does not say what it is the head of',
    why: 'A `TH` needs a scope, row or column, or the cells name it (Matterhorn 15-003).',
  },
  'preflight/note-id-missing': {
    severity: 'error',
    title: 'A note has no identifier',
    why: 'Each `Note` needs an `ID` (Matterhorn 19-003).',
  },
  'preflight/note-id-twice': {
    severity: 'error',
    title: 'Two elements have one identifier',
    why: 'Identifiers are what calls and cells refer to: each is there once (Matterhorn 19-004).',
  },
  'preflight/layer-name-missing': {
    severity: 'error',
    title: 'A layer has no name',
    why: 'A program that reads aloud cannot name it (Matterhorn 20-001).',
  },
  'preflight/attachment-name': {
    severity: 'error',
    title: 'An attached file has no name',
    why: 'It needs a name in `F` and in `UF` (Matterhorn 21-001).',
  },
  'preflight/xfa': {
    severity: 'error',
    title: 'The file is a form of another kind (XFA)',
    why: 'No archive and few programs can show it (Matterhorn 25-001).',
  },
  'preflight/content-unmarked': {
    severity: 'error',
    title: 'Something on a page is neither tagged nor an artifact',
    why: 'A program that reads aloud does not know whether it is text or ornament (Matterhorn 01-005).',
  },
  'preflight/artifact-in-text': {
    severity: 'error',
    title: 'An ornament is inside tagged content',
    why: 'Artifacts stand beside tagged content, never inside (Matterhorn 01-003).',
  },
  'preflight/text-in-artifact': {
    severity: 'error',
    title: 'Tagged content is inside an ornament',
    why: 'What is in an artifact is never read aloud (Matterhorn 01-004).',
  },
  'preflight/content-lost': {
    severity: 'error',
    title: 'Tagged content belongs to no element',
    why: 'The tags of the page and the structure of the file do not agree, so the words are not read aloud.',
  },
  'preflight/annotation-untagged': {
    severity: 'error',
    title: 'A link or note is not part of the structure',
    why: 'A program that reads aloud does not find it (Matterhorn 28-002).',
  },
  'preflight/annotation-words': {
    severity: 'error',
    title: 'A link or note has no words of its own',
    why: 'It needs a description in `Contents` (Matterhorn 28-004, 28-012).',
  },
  'preflight/link-element': {
    severity: 'error',
    title: 'A link does not belong to a link element',
    why: 'Its annotation must be part of a `Link` (Matterhorn 28-011).',
  },
  'preflight/tab-order': {
    severity: 'error',
    title: 'The tab key does not follow the text',
    why: 'A page with links needs `Tabs` with the value `S` (Matterhorn 28-009).',
  },
  'preflight/reference-object': {
    severity: 'error',
    title: 'A page shows content of another file',
    why: 'Content that lies elsewhere cannot be archived or read aloud (Matterhorn 30-001).',
  },
} as const satisfies Record<string, Rule>;
