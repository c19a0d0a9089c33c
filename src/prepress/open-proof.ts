/**
 * Opens Chromium's proof: its objects, and apart from them its structure. That has by far the most objects, each of which is read once and
 * written anew by {@link tagStructure}: they are not kept.
 */
import { inflateAside } from '../platform/inflate.ts';
import { pagesOf } from './page-tree.ts';
import type { PdfDocument } from './pdf-document.ts';
import { documentOf, withObjects } from './pdf-document.ts';
import { isPdfFile, openPdf, type PdfFile } from './pdf-file.ts';
import { resolverOf } from './pdf-objects.ts';
import type { PdfStream, PdfValue } from './pdf-values.ts';
import { asName, asReference, asStream, withEntries } from './pdf-values.ts';
import { readStructure } from './structure/read-structure.ts';
import type { StructureElement } from './structure/structure-element.ts';

/** A proof. */
export interface OpenedProof {
  /** Without the elements of the structure; the content of the pages lies unpacked. */
  readonly document: PdfDocument;
  /** As Chromium wrote it. */
  readonly structure: StructureElement;
}

/** The largest page description we unpack. */
const largest = 256 * 1024 * 1024;

/** The streams that pages show and that are packed as Chromium packs them, by their numbers. */
const contentsOf = (file: PdfFile): ReadonlyMap<number, PdfStream> => {
  const contents = new Map<number, PdfStream>();
  for (const { dictionary } of pagesOf(file)) {
    const number = asReference(dictionary.entries.get('Contents'))?.number;
    const stream = number === undefined ? undefined : asStream(file.object(number));
    if (number === undefined || stream === undefined) continue;
    const { entries } = stream.dictionary;
    if (asName(entries.get('Filter')) === 'FlateDecode' && !entries.has('DecodeParms'))
      contents.set(number, stream);
  }
  return contents;
};

const unpacked = async ([number, { dictionary, bytes }]: readonly [number, PdfStream]): Promise<
  readonly [number, PdfValue]
> => {
  const content = await inflateAside(bytes, largest);
  if (content === undefined) throw new Error('the content of a page cannot be read');
  const plain = withEntries(dictionary, { Filter: undefined, Length: content.length });
  return [number, { kind: 'stream', dictionary: plain, bytes: content }];
};

/** Opens a proof. Rejects where it is not the plain PDF that Chromium writes: a fault of the program, not of the author. */
export const openProof = async (proof: Uint8Array): Promise<OpenedProof> => {
  const file = openPdf(proof);
  if (!isPdfFile(file))
    throw new Error(`the proof is not a PDF: expected ${file.expected} at byte ${file.at}`);
  // Pages are unpacked on other threads while the structure is read here.
  const unpacking = Promise.all([...contentsOf(file)].map((content) => unpacked(content)));
  const { root, elements } = readStructure({ ...file, object: file.read, resolve: resolverOf(file.read) });
  const document = documentOf(file, elements);
  return { document: withObjects(document, new Map(await unpacking)), structure: root };
};
