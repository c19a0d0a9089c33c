/**
 * Masks have no colour: how light a group is, or how opaque a picture, says how much shows of something else (ISO 32000-1 §11.5). Chromium
 * paints a mask and what it masks with the same objects; here each mask gets objects of its own, so that every object is either ink or mask.
 */
import { redirected } from '../merge-streams.ts';
import type { PdfDocument } from '../pdf-document.ts';
import { nextNumber, withObjects } from '../pdf-document.ts';
import { referenceTo } from '../pdf-objects.ts';
import type { PdfDictionary, PdfValue } from '../pdf-values.ts';
import { asDictionary, asName, asReference, withEntries } from '../pdf-values.ts';
import { withDictionaries } from './with-dictionaries.ts';

/** A document whose masks share nothing with what is painted. */
export interface SeparatedDocument {
  readonly document: PdfDocument;
  /** Numbers of the objects that paint how light a mask is. */
  readonly luminosity: ReadonlySet<number>;
  /** Numbers of pictures that say how opaque another is. */
  readonly opacity: ReadonlySet<number>;
}

/** The object numbers that a value refers to. */
const referencesIn = (value: PdfValue, found: number[]): void => {
  if (typeof value !== 'object' || value === null) return;
  if (value.kind === 'reference') found.push(value.number);
  else if (value.kind === 'array') for (const item of value.items) referencesIn(item, found);
  else for (const item of asDictionary(value)?.entries.values() ?? []) referencesIn(item, found);
};

/** An object and all that it leads to. */
const closureOf = (document: PdfDocument, root: number): ReadonlySet<number> => {
  const reached = new Set<number>();
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const value = document.objects.get(number);
    if (value === undefined || reached.has(number)) continue;
    reached.add(number);
    referencesIn(value, waiting);
  }
  return reached;
};

/** The group of a dictionary that describes a luminosity mask. */
const luminosityGroup = (mask: PdfDictionary | undefined): number | undefined =>
  asName(mask?.entries.get('S')) === 'Luminosity' ? asReference(mask?.entries.get('G'))?.number : undefined;

/** True for what can hold no mask: by far the most objects of a tagged document. */
const isMaskless = (value: PdfValue): boolean => {
  const entries = asDictionary(value)?.entries;
  return entries === undefined || asName(entries.get('Type')) === 'StructElem';
};

/** Separates masks from ink. */
export const separateMasks = (document: PdfDocument): SeparatedDocument => {
  const added = new Map<number, PdfValue>();
  const luminosity = new Set<number>();
  const opacity = new Set<number>();
  const roots = new Map<number, number>();
  let next = nextNumber(document);

  const copied = (root: number, into: Set<number>): number => {
    const known = roots.get(root);
    if (known !== undefined) return known;
    const numbers = new Map([...closureOf(document, root)].map((number) => [number, next++]));
    for (const [number, copy] of numbers) {
      into.add(copy);
      added.set(copy, redirected(document.objects.get(number) ?? null, numbers));
    }
    const copy = numbers.get(root) ?? root;
    roots.set(root, copy);
    return copy;
  };

  const separated = (dictionary: PdfDictionary): PdfDictionary => {
    const group = luminosityGroup(dictionary);
    if (group !== undefined) return withEntries(dictionary, { G: referenceTo(copied(group, luminosity)) });
    const mask = asReference(dictionary.entries.get('SMask'));
    const isPicture = asName(dictionary.entries.get('Subtype')) === 'Image';
    if (mask === undefined || !isPicture) return dictionary;
    return withEntries(dictionary, { SMask: referenceTo(copied(mask.number, opacity)) });
  };

  const edits = new Map<number, PdfValue>();
  for (const [number, value] of document.objects) {
    if (isMaskless(value)) continue;
    const edited = withDictionaries(value, separated);
    if (edited !== value) edits.set(number, edited);
  }
  return { document: withObjects(withObjects(document, added), edits), luminosity, opacity };
};
