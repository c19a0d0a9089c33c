/** The pages of a document in order (ISO 32000-1 §7.7.3), with the attributes they inherit. */
import type { PdfObjects } from './pdf-objects.ts';
import type { PdfDictionary, PdfValue } from './pdf-values.ts';
import { asDictionary, asItems, asName, asNumber, asReference } from './pdf-values.ts';

/** A page of a file. */
export interface PdfPage {
  /** Number of its object. */
  readonly number: number;
  readonly dictionary: PdfDictionary;
  /** Its own resources or the inherited ones. */
  readonly resources: PdfDictionary | undefined;
  readonly mediaBox: PdfRectangle | undefined;
  /** Its own values or the inherited ones of what can be inherited (§7.7.3.4). */
  readonly inherited: ReadonlyMap<string, PdfValue>;
}

/** A rectangle in points, from the lower left to the upper right. */
export interface PdfRectangle {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

/** Reads a rectangle, whichever corners it names (§7.9.5). */
export const readRectangle = (objects: PdfObjects, value: PdfValue | undefined): PdfRectangle | undefined => {
  const [x1, y1, x2, y2] = (asItems(objects.resolve(value)) ?? []).map((item) =>
    asNumber(objects.resolve(item)),
  );
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined;
  return {
    left: Math.min(x1, x2),
    bottom: Math.min(y1, y2),
    right: Math.max(x1, x2),
    top: Math.max(y1, y2),
  };
};

/** The catalog of a file, with the number of its object. */
export const catalogOf = (
  objects: PdfObjects,
): { readonly number: number; readonly dictionary: PdfDictionary } | undefined => {
  const reference = asReference(objects.trailer.entries.get('Root'));
  const dictionary = asDictionary(objects.resolve(reference));
  return reference === undefined || dictionary === undefined
    ? undefined
    : { number: reference.number, dictionary };
};

/** All pages in order. A node that was met before, as a hostile file may have it, is not entered again. */
export const pagesOf = (objects: PdfObjects): readonly PdfPage[] => {
  const pages: PdfPage[] = [];
  const seen = new Set<number>();
  type Inherited = ReadonlyMap<string, PdfValue>;
  const waiting: { readonly value: PdfValue | undefined; readonly inherited: Inherited }[] = [
    { value: catalogOf(objects)?.dictionary.entries.get('Pages'), inherited: new Map() },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const reference = asReference(next.value);
    const dictionary = asDictionary(objects.resolve(reference));
    if (reference === undefined || dictionary === undefined || seen.has(reference.number)) continue;
    seen.add(reference.number);
    const inherited = new Map(next.inherited);
    for (const key of inheritable) {
      const own = dictionary.entries.get(key);
      if (own !== undefined) inherited.set(key, own);
    }
    const kids = asItems(objects.resolve(dictionary.entries.get('Kids')));
    if (asName(dictionary.entries.get('Type')) === 'Pages' && kids !== undefined) {
      for (const kid of kids.toReversed()) waiting.push({ value: kid, inherited });
    } else {
      pages.push({
        number: reference.number,
        dictionary,
        resources: asDictionary(objects.resolve(inherited.get('Resources'))),
        mediaBox: readRectangle(objects, inherited.get('MediaBox')),
        inherited,
      });
    }
  }
  return pages;
};
