/**
 * The output `print`: a file for any office printer and for the archive, PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) in one. What is
 * drawn is not touched.
 */
import type { DocumentInformation } from './document-information.ts';
import { informationDictionary, viewerPreferences } from './document-information.ts';
import { intentDictionary, profileStream, type OutputIntent } from './output-intent.ts';
import { rectangleValue } from './page-boxes.ts';
import { pagesOf, readRectangle } from './page-tree.ts';
import type { PdfDocument } from './pdf-document.ts';
import { catalogEntries, nextNumber, objectsOf, withObjects } from './pdf-document.ts';
import { referenceTo } from './pdf-objects.ts';
import type { PdfDictionary, PdfValue } from './pdf-values.ts';
import { pdfArray, pdfDictionary, pdfName, withEntries } from './pdf-values.ts';
import { accessibilityClaim, archiveClaim, metadataStream, type XmpClaim } from './xmp-metadata.ts';

/** What the output is made with. */
export interface PrintSettings extends DocumentInformation {
  /** The bytes of an sRGB profile: Chromium draws in it. */
  readonly profile: Uint8Array;
}

const screenIntent: OutputIntent = {
  subtype: 'GTS_PDFA1',
  condition: 'sRGB IEC61966-2.1',
  description: 'sRGB, the colour space of screens and office printers',
};

/** Where transparent things are mixed (§6.2.10 of ISO 19005-2). */
export const blending = pdfDictionary({
  Type: pdfName('Group'),
  S: pdfName('Transparency'),
  CS: pdfName('DeviceRGB'),
});

/** Pages of exactly the trimmed size: what bleeds is cut off. */
const trimmedPages = (document: PdfDocument): ReadonlyMap<number, PdfValue> => {
  const objects = objectsOf(document);
  return new Map(
    pagesOf(objects).map(({ number, dictionary }) => {
      const trim = readRectangle(objects, dictionary.entries.get('TrimBox'));
      const box =
        trim === undefined ? {} : { MediaBox: rectangleValue(trim), BleedBox: rectangleValue(trim) };
      return [number, withEntries(dictionary, { Group: blending, ...box })];
    }),
  );
};

/** How an output is opened, and the standards it says it keeps to. */
export interface OutputDescription {
  readonly claims: readonly XmpClaim[];
  readonly preferences: PdfDictionary;
}

/** The document with what is known of the work and the colours it is seen in, described as an output. */
export const describeOutput = (
  document: PdfDocument,
  settings: PrintSettings,
  { claims, preferences }: OutputDescription,
): PdfDocument => {
  const next = nextNumber(document);
  const [metadata, profile, information] = [next, next + 1, document.information ?? next + 2];
  const edits = new Map<number, PdfValue>([
    [metadata, metadataStream(settings, claims)],
    [profile, profileStream(settings.profile, 3)],
    [information, informationDictionary(settings)],
    [
      document.catalog,
      withEntries(catalogEntries(document), {
        Metadata: referenceTo(metadata),
        OutputIntents: pdfArray([intentDictionary(screenIntent, profile)]),
        ViewerPreferences: preferences,
      }),
    ],
  ]);
  return { ...withObjects(document, edits), information };
};

/** Makes the output of a tagged document. Pure. */
export const printOutput = (document: PdfDocument, settings: PrintSettings): PdfDocument =>
  describeOutput(withObjects(document, trimmedPages(document)), settings, {
    claims: [archiveClaim, accessibilityClaim],
    preferences: viewerPreferences,
  });
