/**
 * What the stages of prepress hand on: a document as its objects, plain values all of them. Every stage takes one and gives one;
 * {@link writeDocument} (write-document.ts) makes a file of it. Content streams of pages lie in it unpacked.
 */
import type { PdfFile } from './pdf-file.ts';
import { referenceTo, resolverOf, type PdfObjects } from './pdf-objects.ts';
import type { PdfDictionary, PdfValue } from './pdf-values.ts';
import { asDictionary, asReference, pdfDictionary } from './pdf-values.ts';

/** A document. */
export interface PdfDocument {
  /** Every indirect object by number; references between them have generation 0. */
  readonly objects: ReadonlyMap<number, PdfValue>;
  /** Number of the catalog (ISO 32000-1 §7.7.2). */
  readonly catalog: number;
  /** Number of the information dictionary (§14.3.3), where there is one. */
  readonly information: number | undefined;
}

/**
 * The document of a file that a program of our own or Chromium wrote. Throws where an object cannot be read or the catalog is missing: that is a
 * fault of the program, not of the author. Objects of the numbers in `leftOut` are not read.
 */
export const documentOf = (file: PdfFile, leftOut: ReadonlySet<number> = new Set()): PdfDocument => {
  const catalog = asReference(file.trailer.entries.get('Root'))?.number;
  if (catalog === undefined || asDictionary(file.object(catalog)) === undefined)
    throw new Error('the proof has no catalog');
  const objects = new Map<number, PdfValue>();
  for (const number of file.numbers) if (!leftOut.has(number)) objects.set(number, file.object(number));
  const [fault] = file.faults();
  if (fault !== undefined)
    throw new Error(`an object of the proof is not whole: expected ${fault.expected} at byte ${fault.at}`);
  return { objects, catalog, information: asReference(file.trailer.entries.get('Info'))?.number };
};

/** The document with some objects replaced or added, by number; an undefined one is taken out. */
export const withObjects = (
  document: PdfDocument,
  edits: ReadonlyMap<number, PdfValue | undefined>,
): PdfDocument => {
  const objects = new Map(document.objects);
  for (const [number, value] of edits) {
    if (value === undefined) objects.delete(number);
    else objects.set(number, value);
  }
  return { ...document, objects };
};

/** A number above that of every object: from here on new objects are counted. */
export const nextNumber = (document: PdfDocument): number => {
  let largest = 0;
  for (const number of document.objects.keys()) largest = Math.max(largest, number);
  return largest + 1;
};

/** The trailer of a document, without what only the written file has (§7.5.5). */
export const trailerOf = (document: PdfDocument): PdfDictionary =>
  pdfDictionary({
    Root: referenceTo(document.catalog),
    Info: document.information === undefined ? undefined : referenceTo(document.information),
  });

/** The objects of a document, to be read as those of a file are: pages, content, fonts. */
export const objectsOf = (document: PdfDocument): PdfObjects => {
  const object = (number: number): PdfValue => document.objects.get(number) ?? null;
  return { trailer: trailerOf(document), object, resolve: resolverOf(object) };
};

/** The catalog's own entries. */
export const catalogEntries = (document: PdfDocument): PdfDictionary =>
  asDictionary(document.objects.get(document.catalog)) ?? pdfDictionary({});
