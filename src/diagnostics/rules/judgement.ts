import type { Rule } from '../rule.ts';

/** Rules of the room `preflight` for any PDF: how it is printed. Names are permanent. */
export const judgementRules = {
  'preflight/encrypted': {
    severity: 'error',
    title: 'The file is encrypted',
    why: 'A file with a password or with locked permissions cannot be judged, and print shops, archives and programs that read aloud refuse it (Matterhorn 26-001, PDF/X-4, PDF/A). Save it again without protection.',
  },
  'preflight/page-unreadable': {
    severity: 'error',
    title: 'A part of a page cannot be read',
    why: 'The description of the page is damaged, too deep or too large, so nobody knows what will be printed. Save the file again with the program that made it.',
  },
  'preflight/trailer-id': {
    severity: 'warning',
    title: 'The file has no identifier',
    why: 'Print shops and archives tell versions of a file apart by its identifier. Programs that make PDF/X or PDF/A write one.',
  },
  'preflight/action-forbidden': {
    severity: 'error',
    title: 'The file does something when it is opened or touched',
    why: 'Scripts, forms and actions have no place on paper, and neither print shops (PDF/X-4) nor archives (PDF/A) take them. Links to pages and web addresses are allowed in files for the office and the archive.',
  },
  'preflight/lzw': {
    severity: 'error',
    title: 'Something is packed with LZW',
    why: 'PDF/X-4 and PDF/A do not allow this old way of packing. Save the file again with another program.',
  },
  'preflight/boxes-not-nested': {
    severity: 'error',
    title: 'The boxes of a page do not lie in one another',
    why: 'From the sheet inwards there are the media box, the bleed box and the trim box. A box that sticks out cannot be printed or cut.',
  },
  'preflight/trim-missing': {
    severity: 'error',
    title: 'A page does not say where it is cut',
    why: 'The print shop cuts the paper at the trim box. PDF/X-4 asks for it, or for an art box, never both.',
  },
  'preflight/trim-size': {
    severity: 'error',
    title: 'A page is cut to another size than the template asks for',
    why: 'The trim box must be exact to a hundredth of a millimetre, or the sheets of a publication do not fit together.',
  },
  'preflight/user-unit': {
    severity: 'error',
    title: 'The pages are measured in a unit of their own',
    why: 'With `UserUnit` a page is larger than it says, and presses do not agree on it (GWG 2022 R0002).',
  },
  'preflight/crop-box': {
    severity: 'error',
    title: 'A part of the sheet is hidden by a crop box',
    why: 'The crop box must be as large as the media box, or marks and bleed are lost (GWG 2022 R0003).',
  },
  'preflight/trim-differs': {
    severity: 'warning',
    title: 'The pages do not all have one size',
    why: 'All pages of a file for a press have one trimmed size and stand upright (GWG 2022 R0004).',
  },
  'preflight/bleed-missing': {
    severity: 'error',
    title: 'There is no room for the bleed',
    why: 'What is printed to the edge must go 3 mm over it, since paper is never cut to the hair; the file leaves no room for that.',
  },
  'preflight/bleed-short': {
    severity: 'error',
    title: 'Colour ends at the edge of the paper',
    why: 'A colour or picture reaches the edge and ends there or too soon after it. When the cut is a little off, a white line shows. Let it run 3 mm over the edge.',
  },
  'preflight/text-near-edge': {
    severity: 'warning',
    title: 'Text stands at the edge of the paper',
    why: 'Within 3 mm of the edge the cut may go through it, and office printers cannot print there.',
  },
  'preflight/page-empty': {
    severity: 'warning',
    title: 'A page is empty',
    why: 'A print shop asks whether an empty page is meant (GWG 2022 R0005). Where it is, as before a chapter that begins on the right, tell the shop which pages are.',
  },
  'preflight/binding-count': {
    severity: 'info',
    title: 'The number of pages does not fit the binding',
    why: 'Sheets that are folded once and stitched have four pages. The print shop adds empty pages at the end, unless the publication has them where you want them.',
  },
  'preflight/white-text-overprints': {
    severity: 'error',
    title: 'White text would not be printed',
    why: 'White that overprints leaves what lies under it: the words vanish (GWG 2022 R0007).',
  },
  'preflight/white-path-overprints': {
    severity: 'warning',
    title: 'A white line or area would not be printed',
    why: 'White that overprints leaves what lies under it (GWG 2022 R0008).',
  },
  'preflight/black-text-knocks-out': {
    severity: 'warning',
    title: 'Small black text leaves white under it',
    why: 'Black text under 12 pt overprints, so that no white seam shows when the plates shift (GWG 2022 R0009).',
  },
  'preflight/black-line-knocks-out': {
    severity: 'warning',
    title: 'A thin black line leaves white under it',
    why: 'Black lines under 2 pt overprint, so that no white seam shows when the plates shift (GWG 2022 R0010).',
  },
  'preflight/text-device-gray': {
    severity: 'warning',
    title: 'Small black text is in grey, not in CMYK',
    why: 'Presses let black overprint by its CMYK colour; in DeviceGray they treat it each in its own way (GWG 2022 R0011).',
  },
  'preflight/line-device-gray': {
    severity: 'warning',
    title: 'A thin black line is in grey, not in CMYK',
    why: 'Presses let black overprint by its CMYK colour; in DeviceGray they treat it each in its own way (GWG 2022 R0012).',
  },
  'preflight/gray-overprints': {
    severity: 'warning',
    title: 'A grey overprints',
    why: 'A colour in DeviceGray that overprints comes out differently on different presses (GWG 2022 R0013).',
  },
  'preflight/rich-black-text': {
    severity: 'warning',
    title: 'Text is printed in many inks',
    why: 'Black text in four inks gets coloured seams and dries slowly: black alone is black enough (GWG 2022 R0015).',
  },
  'preflight/fine-text-white': {
    severity: 'warning',
    title: 'White text is too small',
    why: 'The ink around small white letters runs into them (GWG 2022 R0016).',
  },
  'preflight/fine-text-inks': {
    severity: 'warning',
    title: 'Text in several inks is too small',
    why: 'The plates never lie exactly on one another, so small letters in several inks are blurred (GWG 2022 R0017).',
  },
  'preflight/fine-line-white': {
    severity: 'warning',
    title: 'A white line is too thin',
    why: 'The ink around it runs together (GWG 2022 R0018).',
  },
  'preflight/fine-line-inks': {
    severity: 'warning',
    title: 'A line in several inks is too thin',
    why: 'The plates never lie exactly on one another, so a thin line in several inks is blurred (GWG 2022 R0019).',
  },
  'preflight/text-small': {
    severity: 'warning',
    title: 'Text is smaller than 5 pt',
    why: 'Many readers cannot make it out on paper, and office printers break it up.',
  },
  'preflight/line-thin': {
    severity: 'warning',
    title: 'A line is too thin for paper',
    why: 'A line of width 0 is as thin as the device can draw: invisible on a press. Others break up.',
  },
  'preflight/spot-colour': {
    severity: 'error',
    title: 'A named ink is used beyond the four',
    why: 'Each named ink is a plate of its own that is paid for; usually it was left over from a design program (GWG 2022 R0020).',
  },
  'preflight/spot-name-encoding': {
    severity: 'warning',
    title: 'The name of an ink cannot be read everywhere',
    why: 'Plates are told apart by the names of their inks. One that is not written in UTF-8 is read otherwise by every program (GWG 2022 R0021 to R0023).',
  },
  'preflight/spot-names-alike': {
    severity: 'warning',
    title: 'One ink seems to have two names',
    why: 'Each name becomes a plate that is paid for: `Pantone 300 C` and `PANTONE 300 CV` are two, though one ink is meant (GWG 2022 R0021 to R0023).',
  },
  'preflight/spot-two-colours': {
    severity: 'warning',
    title: 'An ink is shown in two colours',
    why: 'A named ink has a colour that stands in for it on screens and on presses without it. Where that differs from place to place, so does the print (GWG 2022 R0021 to R0023).',
  },
  'preflight/ink-all': {
    severity: 'warning',
    title: 'Something on the page is printed in all inks',
    why: 'The colour `All` is meant for registration marks outside the page (GWG 2022 R0024).',
  },
  'preflight/ink-limit': {
    severity: 'warning',
    title: 'There may be too much ink in one place',
    why: 'More than 320 % on average in a square of 15 mm dries slowly and rubs off (GWG 2022 R0026). The figure is an upper bound: where it cannot be known what covers what, the worst is assumed.',
  },
  'preflight/ink-not-judged': {
    severity: 'info',
    title: 'The ink of a place was not judged',
    why: 'How much ink lies where colours are blended is known only when the press has blended them. Pictures and gradients of rare kinds are not measured either.',
  },
  'preflight/colour-not-cmyk': {
    severity: 'error',
    title: 'A colour is not in CMYK',
    why: 'On paper there are four inks. Pictures may be in RGB where their profile says what it means; text, lines and gradients may not (GWG 2022 R0028).',
  },
  'preflight/blending-not-cmyk': {
    severity: 'error',
    title: 'Transparency is blended in another space than the press prints in',
    why: 'Colours shift when they are blended in RGB and printed in CMYK (GWG 2022 R0030).',
  },
  'preflight/transparency': {
    severity: 'info',
    title: 'The page has transparency',
    why: 'It is allowed in PDF/X-4, and blended at the print shop. Look at these pages in the proof with care.',
  },
  'preflight/transfer-function': {
    severity: 'error',
    title: 'A transfer function or halftone is set',
    why: 'They belong to one press and would change the tones on another; PDF/X-4 does not allow them.',
  },
  'preflight/layers': {
    severity: 'warning',
    title: 'The file has layers that can be switched off',
    why: 'What is printed would depend on who opens the file (GWG 2022 R0034, R0036). Merge the layers.',
  },
  'preflight/picture-coarse': {
    severity: 'warning',
    title: 'A picture has too few pixels for its size',
    why: 'On paper it shows steps or is blurred (GWG 2022 R0031). Take one with more pixels, or print it smaller.',
  },
  'preflight/stencil-coarse': {
    severity: 'warning',
    title: 'A picture of black and white alone has too few pixels',
    why: 'Its edges show steps on paper: drawings and scans of text need far more pixels than photographs (GWG 2022 R0032).',
  },
  'preflight/font-courier': {
    severity: 'warning',
    title: 'The font Courier is used',
    why: 'Programs put it where a font is missing (GWG 2022 R0014).',
  },
  'preflight/font-unmapped': {
    severity: 'error',
    title: 'A font does not say which code is which glyph',
    why: 'The entry `CIDToGIDMap` is missing, so each program may show other letters (Matterhorn 31-017, PDF/A-2 6.2.11.3.2).',
  },
  'preflight/letter-unknown': {
    severity: 'error',
    title: 'Letters cannot be copied, searched or heard',
    why: 'The font does not say which letters its glyphs stand for (Matterhorn 10-001).',
  },
  'preflight/x4-intent': {
    severity: 'error',
    title: 'The file does not say for which paper its colours are made',
    why: 'PDF/X-4 asks for one output intent of the kind `GTS_PDFX` with the profile of a printing condition in it.',
  },
  'preflight/intent-not-cmyk': {
    severity: 'error',
    title: 'The printing condition is not one of CMYK',
    why: 'The profile of the output intent must be that of a printing press in four inks (GWG 2022 R0035).',
  },
  'preflight/x4-version': {
    severity: 'error',
    title: 'The file does not say that it is PDF/X-4',
    why: 'The metadata must name the version, `GTS_PDFXVersion`, or the print shop does not take it for one (GWG 2022 R0001).',
  },
  'preflight/x4-metadata': {
    severity: 'error',
    title: 'The metadata of a file for the press are not whole',
    why: 'PDF/X-4 asks for a title, the dates of creation, change and metadata, and an identifier of document, version and rendition.',
  },
  'preflight/x4-trapped': {
    severity: 'error',
    title: 'The file does not say whether it is trapped',
    why: 'PDF/X-4 asks for `Trapped`, true or false, so that colours are not spread twice.',
  },
  'preflight/x4-annotation': {
    severity: 'error',
    title: 'A link, note or field stands on the page',
    why: 'PDF/X-4 allows annotations only outside the bleed: paper has no links.',
  },
} as const satisfies Record<string, Rule>;
