/** What colours in a file are meant to look like (ISO 32000-1 §14.11.5): an ICC profile that goes with it. */
import { referenceTo } from './pdf-objects.ts';
import type { PdfDictionary, PdfStream } from './pdf-values.ts';
import { pdfDictionary, pdfName, pdfText } from './pdf-values.ts';

/** An output intent. */
export interface OutputIntent {
  /** `GTS_PDFA1` for archives, `GTS_PDFX` for print shops. */
  readonly subtype: 'GTS_PDFA1' | 'GTS_PDFX';
  /** The name of the printing condition. */
  readonly condition: string;
  /** What it is, for a person. */
  readonly description: string;
  /** Where names of conditions are registered, if this one is. */
  readonly registry?: string;
}

/** A profile as a stream of so many colour components. */
export const profileStream = (profile: Uint8Array, components: 1 | 3 | 4): PdfStream => ({
  kind: 'stream',
  dictionary: pdfDictionary({ N: components }),
  bytes: profile,
});

/** The dictionary of an intent; `profile` is the number of its {@link profileStream}. */
export const intentDictionary = (intent: OutputIntent, profile: number): PdfDictionary =>
  pdfDictionary({
    Type: pdfName('OutputIntent'),
    S: pdfName(intent.subtype),
    OutputConditionIdentifier: pdfText(intent.condition),
    Info: pdfText(intent.description),
    RegistryName: intent.registry === undefined ? undefined : pdfText(intent.registry),
    DestOutputProfile: referenceTo(profile),
  });
