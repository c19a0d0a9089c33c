/** What a document says of itself (ISO 32000-1 §14.3.3) and how a reader program opens it (§12.2). */
import type { PdfDictionary } from './pdf-values.ts';
import { pdfDictionary, pdfName, pdfString, pdfText } from './pdf-values.ts';

/** What is known of the work. */
export interface DocumentInformation {
  readonly title: string;
  readonly author?: string | undefined;
  readonly subject?: string | undefined;
  readonly keywords?: string | undefined;
  /** BCP 47 tag of the edition. */
  readonly language: string;
  /** When the edition is dated; undefined leaves the file without dates. */
  readonly date?: Date | undefined;
}

/** The program that made the file. */
export const producer = 'Trifolio';

/** A date as PDF writes it (§7.9.4), in UTC so that no machine's time zone shows. */
export const pdfDate = (date: Date): string => {
  const digits = date.toISOString().replace(/\D/g, '').slice(0, 14);
  return `D:${digits}+00'00'`;
};

/** The information dictionary. Empty texts are left out. */
export const informationDictionary = (information: DocumentInformation): PdfDictionary => {
  const text = (value: string | undefined) =>
    value === undefined || value === '' ? undefined : pdfText(value);
  const date = information.date === undefined ? undefined : pdfString(pdfDate(information.date));
  return pdfDictionary({
    Title: text(information.title),
    Author: text(information.author),
    Subject: text(information.subject),
    Keywords: text(information.keywords),
    Creator: pdfText(producer),
    Producer: pdfText(producer),
    CreationDate: date,
    ModDate: date,
  });
};

/** The window shows the title, not the file's name, and the print dialog does not scale. */
export const viewerPreferences: PdfDictionary = pdfDictionary({
  DisplayDocTitle: true,
  PrintScaling: pdfName('None'),
});
