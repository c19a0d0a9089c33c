import type { Rule } from '../rule.ts';

/** Rules of the room `prepress`: the proof is made into files for printers and readers. Names are permanent. */
export const prepressRules = {
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
  'prepress/bleed-small': {
    severity: 'warning',
    title: 'The template keeps less bleed than print shops ask for',
    why: 'Paper is never cut to a hair. What shall reach the edge of the page must be printed 3 mm beyond it, or a white line shows. Write `bleed: 3mm` in the `@page` rule of the template.',
  },
  'prepress/date-missing': {
    severity: 'error',
    title: 'A file for the print shop needs a date',
    why: 'PDF/X-4 asks when the document was made. The clock is never used, so that the same source always gives the same file: write `date:` in publication.yaml.',
  },
} as const satisfies Record<string, Rule>;
