/** Proves of every font of a file that it lies in it, has TrueType outlines, and is one of the house's. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ProofFont } from '../prepress/proof-fonts.ts';

/** A font and the first page it is used on. */
export interface FontUse {
  readonly font: Pick<ProofFont, 'name' | 'type' | 'descendant' | 'embedded'>;
  readonly page: number;
}

/** A family name as PostScript names have it: no spaces, and case does not count. */
const plainFamily = (name: string): string => name.replaceAll(/[\s-]/g, '').toLowerCase();

/** `SourceSans3-Regular` is of the family `Source Sans 3`. */
const isOfFamily = (postscriptName: string, family: string): boolean => {
  const [name = ''] = postscriptName.split('-');
  return plainFamily(name) === plainFamily(family);
};

/** Judges the fonts against the families the template names. `folio` writes a page's number. */
export const judgeFonts = (
  uses: readonly FontUse[],
  families: readonly string[],
  folio: (page: number) => string,
): readonly Diagnostic[] =>
  uses.flatMap(({ font, page }) => {
    const where = { folio: folio(page) };
    if (font.type === 'Type3')
      return [
        diagnose('preflight/font-type3', 'Unexpected Type 3 font, expected TrueType outlines', {
          ...where,
          hint: 'use static TrueType files, and no bold or italic that the family does not have',
        }),
      ];
    if (!families.some((family) => isOfFamily(font.name, family)))
      return [
        diagnose(
          'preflight/font-foreign',
          `Unexpected font \`${font.name}\`, expected one of \`${families.join('`, `')}\``,
          {
            ...where,
            hint: 'a letter is missing in the fonts of the template (use another letter, or a font that has it), or a picture has text in it (turn it into outlines)',
          },
        ),
      ];
    if (!font.embedded || font.descendant !== 'CIDFontType2')
      return [
        diagnose(
          'preflight/font-not-embedded',
          `Unexpected font \`${font.name}\` outside the file, expected it embedded as TrueType`,
          {
            ...where,
            hint: 'use TrueType files that allow embedding',
          },
        ),
      ];
    return [];
  });
