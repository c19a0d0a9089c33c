/** What a file for the print shop says of itself: the standard, the printing condition, its dates (ISO 15930-7 §6.2, §6.5, §6.12). */
import { checksumOf } from '../../platform/checksum.ts';
import type { DocumentInformation } from '../document-information.ts';
import { informationDictionary, pdfDate, viewerPreferences } from '../document-information.ts';
import { intentDictionary, profileStream } from '../output-intent.ts';
import type { PdfDocument } from '../pdf-document.ts';
import { catalogEntries, nextNumber, withObjects } from '../pdf-document.ts';
import { referenceTo } from '../pdf-objects.ts';
import type { PdfValue } from '../pdf-values.ts';
import { pdfArray, pdfName, withEntries } from '../pdf-values.ts';
import { metadataStream, type XmpClaim } from '../xmp-metadata.ts';
import type { PressProfile } from './press-profile.ts';

/** What is claimed, and for which press. */
export interface ClaimSettings extends DocumentInformation {
  readonly job: string;
  readonly profile: PressProfile;
}

const pressClaim: XmpClaim = {
  prefix: 'pdfxid',
  namespace: 'http://www.npes.org/pdfx/ns/id/',
  properties: { GTS_PDFXVersion: 'PDF/X-4' },
};

/** Nothing was spread or choked to hide the play of the plates: the shop does it. */
const trappedClaim: XmpClaim = {
  prefix: 'pdf',
  namespace: 'http://ns.adobe.com/pdf/1.3/',
  properties: { Trapped: 'False' },
};

/** Which document and which version of it, the same for the same edition and date. */
const identityClaim = ({ job, language, title, date }: ClaimSettings): XmpClaim => {
  const digits = checksumOf([job, language, title, date === undefined ? '' : pdfDate(date)].join('\n'));
  // Version 8 of RFC 9562: made of what is known, not of chance.
  const uuid = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
  return {
    prefix: 'xmpMM',
    namespace: 'http://ns.adobe.com/xap/1.0/mm/',
    properties: { DocumentID: `uuid:${uuid}`, VersionID: '1', RenditionClass: 'default' },
  };
};

/** Registered names of printing conditions. */
const registry = 'http://www.color.org';

/** Puts standard, printing condition and information into a document. Pure. */
export const claimPress = (document: PdfDocument, settings: ClaimSettings): PdfDocument => {
  const next = nextNumber(document);
  const [metadata, profile, information] = [next, next + 1, document.information ?? next + 2];
  const { condition, description, registered, bytes } = settings.profile;
  const intent = intentDictionary(
    { subtype: 'GTS_PDFX', condition, description, ...(registered ? { registry } : {}) },
    profile,
  );
  const edits = new Map<number, PdfValue>([
    [metadata, metadataStream(settings, [pressClaim, trappedClaim, identityClaim(settings)])],
    [profile, profileStream(bytes, 4)],
    [information, withEntries(informationDictionary(settings), { Trapped: pdfName('False') })],
    [
      document.catalog,
      withEntries(catalogEntries(document), {
        Metadata: referenceTo(metadata),
        OutputIntents: pdfArray([intent]),
        ViewerPreferences: viewerPreferences,
      }),
    ],
  ]);
  return { ...withObjects(document, edits), information };
};
