/** Fonts and glyphs that a page uses (ISO 32000-1 §9; Matterhorn 10-001, 31-017, 31-030; GWG 2022 R0014). */
import type { PdfRectangle } from '../../prepress/page-tree.ts';
import type { Fault } from '../fault.ts';
import type { JudgedPage } from '../judged-page.ts';
import type { ProofFont } from '../../prepress/proof-fonts.ts';
import type { Demands } from '../purposes.ts';

/** About the size of a letter, in points. */
const letterSize = 10;

const named = (font: ProofFont): string => (font.name === '' ? 'without a name' : `\`${font.name}\``);

const fontFaults = (font: ProofFont, demands: Demands): readonly Omit<Fault, 'at'>[] => {
  const about = font.name;
  if (font.type === 'Type3')
    return [
      {
        rule: 'preflight/font-type3',
        severity: 'warning',
        message: 'Unexpected Type 3 font, expected TrueType or OpenType outlines',
        hint: 'its letters are small drawings, which some printers print badly: use static fonts that the program can embed',
        about,
      },
    ];
  const faults: Omit<Fault, 'at'>[] = [];
  if (font.program === undefined)
    faults.push({
      rule: 'preflight/font-not-embedded',
      message: `Unexpected font ${named(font)} outside the file, expected it embedded`,
      hint: 'make the file again with all fonts embedded: without its font a text looks different on every machine',
      about,
    });
  else if (!font.mapsGlyphs)
    faults.push({
      rule: 'preflight/font-unmapped',
      message: `Unexpected font ${named(font)} that does not say which code is which glyph (\`CIDToGIDMap\`), expected it to say so`,
      hint: 'other programs may show other letters: make the file again with another program',
      about,
    });
  if (demands.offset && /^courier/i.test(font.name))
    faults.push({
      rule: 'preflight/font-courier',
      message: `Unexpected font ${named(font)}, expected one that was chosen`,
      hint: 'programs put Courier where a font is missing: see whether these words were meant to look so',
      about,
    });
  return faults;
};

/** Glyphs that are shown for a letter the font lacks, and those that stand for no letter. */
const glyphFaults = (page: JudgedPage, demands: Demands): readonly Fault[] => {
  const at = ({ x, y }: { readonly x: number; readonly y: number }): Fault['at'] => ({
    page: page.index,
    box: { left: x, right: x + letterSize / 2, bottom: y, top: y + letterSize },
  });
  const missing = [...page.missing].map(([font, place]): Fault => ({
    rule: 'preflight/glyph-missing',
    message: `Unexpected letter that ${named(font)} does not have, expected one that it has`,
    hint: 'a box is printed in its place: write it with another letter, or use a font that has it',
    at: at(place),
    about: font.name,
  }));
  const unspoken = demands.access
    ? [...page.unspoken].filter(([font]) => !font.isNamed && !page.missing.has(font))
    : [];
  return [
    ...missing,
    ...unspoken.map(([font, place]): Fault => ({
      rule: 'preflight/letter-unknown',
      message: `Unexpected letter in ${named(font)} that nobody can copy, search or hear, expected it to say what letter it is (Matterhorn 10-001)`,
      hint: 'make the file again with another program, or with another font',
      at: at(place),
      about: font.name,
    })),
  ];
};

/** Where each font is used first; those that the page only names are not there. */
const firstUses = ({ marks }: JudgedPage): ReadonlyMap<ProofFont, PdfRectangle> => {
  const uses = new Map<ProofFont, PdfRectangle>();
  for (const mark of marks) {
    if (mark.kind === 'text' && !uses.has(mark.font)) uses.set(mark.font, mark.box);
  }
  return uses;
};

/** Judges the fonts of a page. */
export const judgePageFonts = (page: JudgedPage, demands: Demands): readonly Fault[] => [
  ...[...firstUses(page)].flatMap(([font, box]) =>
    fontFaults(font, demands).map((fault) => ({ ...fault, at: { page: page.index, box } })),
  ),
  ...glyphFaults(page, demands),
];
