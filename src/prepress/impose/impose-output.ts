/** The outputs `booklet`, `n-up` and `trifold`: sheets for an office printer. */
import type { Outcome } from '../../diagnostics/diagnostic.ts';
import type { ImpositionSettings } from '../../protocol/imposition.ts';
import { viewerPreferences } from '../document-information.ts';
import { pagesOf } from '../page-tree.ts';
import { objectsOf, type PdfDocument } from '../pdf-document.ts';
import { pdfName, withEntries } from '../pdf-values.ts';
import { describeOutput, type PrintSettings } from '../print-output.ts';
import { imposePages } from './impose-pages.ts';
import type { Size } from './imposition.ts';
import { judgePlacements, type KnownPages } from './judge-placements.ts';
import { planImposition, type ImposedOutput } from './plan-imposition.ts';

/** What sheets are made with. */
export interface ImposeSettings extends PrintSettings, KnownPages {
  readonly output: ImposedOutput;
  readonly imposition: ImpositionSettings;
  /** Trim of the pages in millimetres. */
  readonly trim: Size;
}

/**
 * Makes the sheets of a tagged document. Pure. Goes out: no document where no sheet takes the pages; with an error among the
 * diagnostics it is not fit to be printed.
 */
export const imposeOutput = (document: PdfDocument, settings: ImposeSettings): Outcome<PdfDocument> => {
  const { output, trim } = settings;
  const count = pagesOf(objectsOf(document)).length;
  const planned = planImposition(output, trim, count, settings.imposition);
  if (planned.value === undefined) return planned as Outcome<never>;
  const judged = judgePlacements(document, planned.value, settings, output === 'trifold');
  const sheets = describeOutput(imposePages(document, planned.value), settings, {
    claims: [],
    preferences: withEntries(viewerPreferences, { Duplex: pdfName(planned.value.duplex) }),
  });
  return { value: sheets, diagnostics: [...planned.diagnostics, ...judged] };
};
