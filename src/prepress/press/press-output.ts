/**
 * The output `press`: a file for the print shop, PDF/X-4 (ISO 15930-7). Trim, bleed and marks, every colour in inks, no links, tags kept.
 *
 *     loadPressProfile(asked, publicationFolder, place) → Outcome<PressProfile>     press-profile.ts, reads the file
 *     checkPress(settings) → Promise<Diagnostic[]>                                  here; what forbids it before there is a document
 *     makePress(taggedDocument, settings) → Promise<Outcome<PdfDocument>>           here; then writeDocument
 *
 * Colours are collected (pure), turned into inks by the colour engine in one call, and exchanged (pure): see {@link pressOutput}.
 */
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../../diagnostics/diagnostic.ts';
import { isError } from '../../diagnostics/diagnostic.ts';
import type { PdfDocument } from '../pdf-document.ts';
import { withObjects } from '../pdf-document.ts';
import type { SheetSetup } from '../page-boxes.ts';
import type { DocumentInformation } from '../document-information.ts';
import { shippedProfile, srgbProfile } from '../shipped-profile.ts';
import { inkTable } from './colour-engine.ts';
import { screenColour, type InkTable } from './inks.ts';
import { inkPictures } from './picture-engine.ts';
import { coloursOfContents, pressContents, type PressFault } from './press-contents.ts';
import { coloursOfGradients, pressDictionaries } from './press-dictionaries.ts';
import { markPages } from './mark-pages.ts';
import { claimPress } from './press-claims.ts';
import { pictureEdits, picturesOf, type InkPicture } from './press-pictures.ts';
import type { PressProfile } from './press-profile.ts';
import { separateMasks, type SeparatedDocument } from './separate-masks.ts';
import { readSlugFont } from './read-slug-font.ts';
import { withoutLinks } from './without-links.ts';

/** What the output is made for. */
export interface PressSettings extends DocumentInformation, SheetSetup {
  readonly profile: PressProfile;
  /** Photographs as they are, with their profile, or in inks. */
  readonly images: 'tagged' | 'cmyk';
  /** The name of the job on the slug line: the publication's. */
  readonly job: string;
  /** The printed number of every page, in order. */
  readonly folios: readonly string[];
}

/** What was prepared for the colours of one document. */
export interface PressInks {
  readonly table: InkTable;
  /** Pictures in inks, by object number. */
  readonly pictures: ReadonlyMap<number, InkPicture>;
  /** The bytes of an sRGB profile, for pictures that stay as they are. */
  readonly screenProfile: Uint8Array;
  /** The font file of the slug line. */
  readonly slugFont: Uint8Array;
}

const dateFault = (settings: Pick<PressSettings, 'date'>): readonly Diagnostic[] =>
  settings.date === undefined
    ? [
        diagnose(
          'prepress/date-missing',
          'Unexpected document without a date, expected one for the print shop',
          {
            hint: 'write `date:` in publication.yaml',
          },
        ),
      ]
    : [];

const tablesFault = ({ description }: PressProfile): Diagnostic =>
  diagnose(
    'prepress/profile-unusable',
    `Unexpected tables in the profile \`${description}\`, expected those of a CMYK press`,
    { hint: 'ask the print shop for the ICC profile of its press and paper' },
  );

/** A colour that no profile prints in black alone: whoever wants to know its inks reads the tables of the profile. */
const anyColour = screenColour(255, 0, 0);

/** What forbids the output whatever the pages show: no date, or a profile whose tables cannot be read. */
export const checkPress = async (
  settings: Pick<PressSettings, 'date' | 'profile'>,
): Promise<readonly Diagnostic[]> => {
  const table = await inkTable([anyColour], settings.profile);
  return [...dateFault(settings), ...(table === undefined ? [tablesFault(settings.profile)] : [])];
};

/** Each fault once for each page; where pages show it, not again for what none of them names. */
const colourFaults = (faults: readonly PressFault[], folios: readonly string[]): readonly Diagnostic[] => {
  const onPages = new Set(faults.flatMap(({ what, page }) => (page === undefined ? [] : [what])));
  const told = new Map<string, Diagnostic>();
  for (const { what, page } of faults) {
    if (page === undefined && onPages.has(what)) continue;
    const folio = page === undefined ? undefined : folios[page];
    const hint = 'use plain colours, gradients from one colour to another, or a picture';
    const message = `Unexpected ${what}, expected what can be turned into inks`;
    told.set(`${page} ${what}`, diagnose('prepress/colour-unconvertible', message, { folio, hint }));
  }
  return [...told.values()];
};

/** Makes the output of a document whose masks lie apart, with inks that were prepared for it. Pure. */
export const pressOutput = (
  separated: SeparatedDocument,
  settings: PressSettings,
  inks: PressInks,
): Outcome<PdfDocument> => {
  const contents = pressContents(separated, inks.table);
  const withContents = withObjects(separated.document, contents.edits);
  const dictionaries = pressDictionaries(
    { ...separated, document: withContents },
    inks.table,
    contents.metOn,
  );
  const withColours = withObjects(withContents, dictionaries.edits);
  const { pictures, faults } = picturesOf({ ...separated, document: withColours }, contents.metOn);
  const inked = withObjects(
    withColours,
    pictureEdits(withColours, pictures, inks.pictures, inks.screenProfile),
  );
  const marked = markPages(inked, contents.pages, settings, inks.slugFont);
  const value = claimPress(marked, settings);
  return {
    value,
    diagnostics: colourFaults([...contents.faults, ...dictionaries.faults, ...faults], settings.folios),
  };
};

/** Makes the output of a tagged document; no document where an error forbids it. */
export const makePress = async (
  document: PdfDocument,
  settings: PressSettings,
): Promise<Outcome<PdfDocument>> => {
  const separated = separateMasks(withoutLinks(document));
  const colours = new Set([...coloursOfContents(separated), ...coloursOfGradients(separated)]);
  const table = await inkTable([...colours], settings.profile);
  if (table === undefined) return { diagnostics: [tablesFault(settings.profile)] };
  const { profile, images } = settings;
  const { pictures } = picturesOf(separated, new Map());
  const inked = await inkPictures(pictures, { profile, inks: table, inksOnly: images === 'cmyk' });
  const screen = shippedProfile(srgbProfile);
  const font = readSlugFont();
  if (screen.value === undefined || font.value === undefined)
    return { diagnostics: [...screen.diagnostics, ...font.diagnostics] };
  const made = pressOutput(separated, settings, {
    table,
    pictures: inked,
    screenProfile: screen.value,
    slugFont: font.value,
  });
  const diagnostics = [...dateFault(settings), ...made.diagnostics];
  return diagnostics.some(isError) || made.value === undefined
    ? { diagnostics }
    : { value: made.value, diagnostics };
};
