/**
 * A document without annotations: what lies on a page beside its ink has no business in a print shop (ISO 15930-7 §6.17). Links stay in the
 * structure as plain spans.
 */
import type { PdfDocument } from '../pdf-document.ts';
import { catalogEntries, objectsOf, withObjects } from '../pdf-document.ts';
import { pagesOf } from '../page-tree.ts';
import type { PdfObjects } from '../pdf-objects.ts';
import type { PdfDictionary, PdfValue } from '../pdf-values.ts';
import {
  asDictionary,
  asItems,
  asName,
  asNumber,
  asReference,
  pdfArray,
  pdfName,
  withEntries,
} from '../pdf-values.ts';

/** Numbers of the annotations, and the keys by which the structure finds them. */
interface Annotations {
  readonly objects: ReadonlySet<number>;
  readonly keys: ReadonlySet<number>;
}

const annotationsOf = (objects: PdfObjects): Annotations => {
  const numbers = new Set<number>();
  const keys = new Set<number>();
  for (const page of pagesOf(objects)) {
    for (const item of asItems(objects.resolve(page.dictionary.entries.get('Annots'))) ?? []) {
      const number = asReference(item)?.number;
      if (number !== undefined) numbers.add(number);
      const key = asNumber(objects.resolve(asDictionary(objects.resolve(item))?.entries.get('StructParent')));
      if (key !== undefined) keys.add(key);
    }
  }
  return { objects: numbers, keys };
};

/** True for the kid of an element that stands for an annotation (§14.7.4.3). */
const isObjectKid = (objects: PdfObjects, kid: PdfValue): boolean => {
  const direct = asReference(kid) === undefined ? asDictionary(kid) : asDictionary(objects.resolve(kid));
  return asName(direct?.entries.get('Type')) === 'OBJR';
};

/** The element without its annotation, a link as a span; the same where it has none. */
const plainElement = (objects: PdfObjects, element: PdfDictionary): PdfDictionary => {
  const isLink = asName(element.entries.get('S')) === 'Link';
  const K = element.entries.get('K');
  const kids = asItems(K) ?? (K === undefined ? [] : [K]);
  const kept = kids.filter((kid) => !isObjectKid(objects, kid));
  if (!isLink && kept.length === kids.length) return element;
  const children = kept.length === kids.length ? K : kept.length === 0 ? undefined : pdfArray(kept);
  return withEntries(element, { S: isLink ? pdfName('Span') : element.entries.get('S'), K: children });
};

/** The tree that leads from content to elements, without the keys of annotations (§14.7.4.4). */
const parentTreeEdits = (
  objects: PdfObjects,
  root: PdfValue | undefined,
  keys: ReadonlySet<number>,
): ReadonlyMap<number, PdfValue> => {
  const edits = new Map<number, PdfValue>();
  const waiting = [root];
  const seen = new Set<number>();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const number = asReference(node)?.number;
    const dictionary = asDictionary(objects.resolve(node));
    if (number === undefined || dictionary === undefined || seen.has(number)) continue;
    seen.add(number);
    waiting.push(...(asItems(objects.resolve(dictionary.entries.get('Kids'))) ?? []));
    const pairs = asItems(objects.resolve(dictionary.entries.get('Nums')));
    if (pairs === undefined) continue;
    const kept = pairs.filter((_, index) => !keys.has(asNumber(pairs[index - (index % 2)]) ?? -1));
    if (kept.length < pairs.length) edits.set(number, withEntries(dictionary, { Nums: pdfArray(kept) }));
  }
  return edits;
};

/** Entries of pages and of the catalog that make something happen. */
const actions = { AA: undefined, OpenAction: undefined, AcroForm: undefined, OCProperties: undefined };

/** Takes annotations and actions out of a document. Pure. */
export const withoutLinks = (document: PdfDocument): PdfDocument => {
  const objects = objectsOf(document);
  const annotations = annotationsOf(objects);
  const edits = new Map<number, PdfValue | undefined>();
  for (const number of annotations.objects) edits.set(number, undefined);
  for (const [number, value] of document.objects) {
    const dictionary = asDictionary(value);
    if (dictionary === undefined || asName(dictionary.entries.get('Type')) !== 'StructElem') continue;
    const plain = plainElement(objects, dictionary);
    if (plain !== dictionary) edits.set(number, plain);
  }
  for (const page of pagesOf(objects))
    edits.set(page.number, withEntries(page.dictionary, { Annots: undefined, ...actions }));
  const catalog = catalogEntries(document);
  const structure = asDictionary(objects.resolve(catalog.entries.get('StructTreeRoot')));
  for (const [number, value] of parentTreeEdits(
    objects,
    structure?.entries.get('ParentTree'),
    annotations.keys,
  ))
    edits.set(number, value);
  edits.set(document.catalog, withEntries(catalog, actions));
  return withObjects(document, edits);
};
