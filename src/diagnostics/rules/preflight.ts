import type { Rule } from '../rule.ts';

/** Rules of the room `preflight`: the finished file is read back and judged. Names are permanent. */
export const preflightRules = {
  'preflight/unreadable': {
    severity: 'error',
    title: 'The finished file cannot be read back',
    why: 'Every file is opened again before it leaves the house. One that we cannot read, a print shop may not read either, so it is not kept.',
  },
  'preflight/text-lost': {
    severity: 'error',
    title: 'Words are missing on a page',
    why: 'The printed page is compared letter by letter with the manuscript. These words should be on it and are not: they may be cut off, covered by the next page, or hidden by the template.',
  },
  'preflight/text-extra': {
    severity: 'error',
    title: 'A page shows more than it should',
    why: 'The printed page has letters that are not the manuscript’s and not the house’s, or has some twice. A reader would stumble over them.',
  },
  'preflight/text-disordered': {
    severity: 'error',
    title: 'The letters of a line are not in their order',
    why: 'All letters of the line are on the page, but not one after the other as they were written.',
  },
  'preflight/line-moved': {
    severity: 'error',
    title: 'A line is not where it was put',
    why: 'The browser printed the line higher or lower than it was planned, so it may run into another one or into the notes.',
  },
  'preflight/note-misplaced': {
    severity: 'error',
    title: 'A note is on another page than its call',
    why: 'A reader looks for a note at the foot of the page on which it is called.',
  },
  'preflight/font-not-embedded': {
    severity: 'error',
    title: 'A font does not lie in the file',
    why: 'Without its font a text looks different on every machine, and print shops refuse the file. The fonts of a template must be TrueType files that allow embedding.',
  },
  'preflight/font-type3': {
    severity: 'error',
    title: 'A font was printed as drawings (Type 3)',
    why: 'Variable fonts, OpenType fonts with CFF outlines and made-up bold or italic turn into Type 3 fonts, which print badly on some machines. Use static TrueType files, and only the styles the family has.',
  },
  'preflight/font-foreign': {
    severity: 'error',
    title: 'A font was used that the template does not name',
    why: 'When a font lacks a letter, the browser takes it from another font of the machine. It looks out of place, and on another machine it would be another font.',
  },
  'preflight/glyph-missing': {
    severity: 'error',
    title: 'A letter is missing in the font',
    why: 'No font has this letter, so an empty box is printed instead. Write the word without it, or add a font that has it.',
  },
  'preflight/page-count': {
    severity: 'error',
    title: 'The file has more or fewer pages than were planned',
    why: 'Every page is planned before it is printed. A difference means that text ran over a page, so page numbers and notes cannot be trusted.',
  },
  'preflight/page-size': {
    severity: 'error',
    title: 'A page has the wrong size',
    why: 'All pages must have the size the template asks for, to a hundredth of a millimetre, or the printed sheets cannot be trimmed.',
  },
  'preflight/scaled': {
    severity: 'error',
    title: 'The browser shrank the whole document',
    why: 'When something sticks out to the right of a page, the browser makes everything smaller so that it fits. Type and margins are then not those of the template. Make the widest table, picture or line narrower.',
  },
} as const satisfies Record<string, Rule>;
