/** The annotations of pages (ISO 32000-1 §12.5). */
import type { PdfDictionary, PdfValue } from '../prepress/pdf-values.ts';
import { asDictionary, asItems, asName, asNumber, asReference } from '../prepress/pdf-values.ts';
import { readRectangle, type PdfPage, type PdfRectangle } from '../prepress/page-tree.ts';
import type { PdfFile } from '../prepress/pdf-file.ts';

/** An annotation. */
export interface Annotation {
  /** Index of its page. */
  readonly page: number;
  /** Number of its object; undefined where it is written into the list itself. */
  readonly number: number | undefined;
  readonly kind: string;
  readonly dictionary: PdfDictionary;
  readonly box: PdfRectangle | undefined;
  /** Its flags (§12.5.3). */
  readonly flags: number;
}

/** All annotations of a file in the order of its pages; pop-ups, which belong to others, are left out. */
export const readAnnotations = (file: PdfFile, pages: readonly PdfPage[]): readonly Annotation[] =>
  pages.flatMap((page, index) => {
    const items: readonly PdfValue[] = asItems(file.resolve(page.dictionary.entries.get('Annots'))) ?? [];
    return items.flatMap((item) => {
      const dictionary = asDictionary(file.resolve(item));
      const kind = asName(file.resolve(dictionary?.entries.get('Subtype'))) ?? '';
      if (dictionary === undefined || kind === 'Popup') return [];
      return [
        {
          page: index,
          number: asReference(item)?.number,
          kind,
          dictionary,
          box: readRectangle(file, dictionary.entries.get('Rect')),
          flags: asNumber(file.resolve(dictionary.entries.get('F'))) ?? 0,
        },
      ];
    });
  });
