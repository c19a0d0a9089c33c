import type { Rule } from '../rule.ts';

/** Rules of the room `prepress`: what an output asks of the pages. Names are permanent. */
export const prepressRules = {
  'prepress/sheet-unknown': {
    severity: 'error',
    title: 'No sheet of paper is twice as large as a page',
    why: 'A booklet is printed two pages beside each other: A5 on A4, A4 on A3, half a Letter on Letter, Letter on Tabloid. Pages of another size need a sheet named for them, or the permission to be made smaller. docs/printing.md tells how.',
  },
  'prepress/sheet-too-small': {
    severity: 'error',
    title: 'The pages are larger than the sheet takes',
    why: 'Pages are never made smaller without being told: type that was chosen for its page becomes hard to read. Name a larger sheet, or allow it with `scale: fit`.',
  },
  'prepress/scaled': {
    severity: 'info',
    title: 'Pages are made smaller',
    why: 'The sheet is smaller than the pages beside each other, and `scale: fit` allows it. Everything on them becomes smaller, type too.',
  },
  'prepress/type-too-small': {
    severity: 'error',
    title: 'Type becomes too small to read',
    why: 'Under six points text is read with trouble, in print as on a screen. Print on a larger sheet, or set the text for a smaller page.',
  },
  'prepress/blank-pages': {
    severity: 'info',
    title: 'A booklet gets blank pages',
    why: 'A sheet that is folded once has four pages, so a booklet has a multiple of four. What is missing is left blank before the last page, which becomes the back cover.',
  },
  'prepress/booklet-thick': {
    severity: 'warning',
    title: 'A booklet of too many sheets',
    why: 'More than sixteen sheets do not stay closed when they are folded into each other, and an office stapler does not go through them.',
  },
  'prepress/art-at-edge': {
    severity: 'warning',
    title: 'Something lies where an office printer does not print',
    why: 'Office printers leave about five millimetres white at the edges of a sheet. What lies there is cut off. A print shop prints on larger paper and trims it.',
  },
  'prepress/flap-cut': {
    severity: 'error',
    title: 'Something lies on the part of a panel that the flap does not have',
    why: 'The panel that is folded in is three millimetres narrower than the others. What stands in the last three millimetres before its free edge would be cut off: give pages 4 and 5 a wider margin there.',
  },
  'prepress/marks-without-room': {
    severity: 'warning',
    title: 'Marks were asked for that nothing needs',
    why: 'The pages fill the sheet, so there is nothing to cut off and no cut is marked. Marks are drawn on a sheet that is larger than the pages: name one with `sheet`.',
  },
  'prepress/trifold-size': {
    severity: 'error',
    title: 'Pages that are no panels of a leaflet',
    why: 'A leaflet is an A4 sheet folded twice: its pages are panels of 100 × 210 mm. A template for it sets that size.',
  },
  'prepress/trifold-pages': {
    severity: 'error',
    title: 'A leaflet without six pages',
    why: 'An A4 sheet folded twice has three panels on each side: six pages, neither more nor fewer. Shorten the text or divide it with page breaks.',
  },
  'prepress/profile-missing': {
    severity: 'error',
    title: 'The colour profile of the press is not there',
    why: 'A file for the print shop says for which press and paper its inks were mixed. The profile must be one of ours, `coated` or `uncoated`, or a file that lies in the folder of the publication.',
  },
  'prepress/profile-unusable': {
    severity: 'error',
    title: 'The colour profile is not one of a CMYK press',
    why: 'Colours are turned into cyan, magenta, yellow and black by the profile of the press. A profile of a screen or a scanner, or a damaged one, cannot say how. Ask the print shop for the ICC profile of its press and paper.',
  },
  'prepress/colour-unconvertible': {
    severity: 'error',
    title: 'Something is painted with a colour that cannot be turned into inks',
    why: 'Plain colours, linear and radial gradients and pictures are turned into inks. Gradients that fade to nothing, that turn round a point or that repeat are painted by a small program which has no counterpart on a press. Use plain gradients, or a picture.',
  },
  'prepress/date-missing': {
    severity: 'error',
    title: 'A file for the print shop needs a date',
    why: 'PDF/X-4 asks when the document was made. The clock is never used, so that the same source always gives the same file: write `date:` in publication.yaml.',
  },
} as const satisfies Record<string, Rule>;
