/** Which parts of a document use which of its objects: what decides where a linearised file keeps them (ISO 32000-1 Annex F). */
import type { PdfObjects } from '../pdf-objects.ts';
import type { PdfValue } from '../pdf-values.ts';
import { asDictionary, asName } from '../pdf-values.ts';

/** What uses an object: pages by their index, the outline, what is needed when the file is opened, and anything else. */
export interface ObjectUse {
  readonly pages: ReadonlySet<number>;
  readonly outline: boolean;
  readonly opening: boolean;
  readonly others: number;
}

interface Use {
  readonly pages: Set<number>;
  outline: boolean;
  opening: boolean;
  others: number;
}

/** Entries of the catalog that a reader needs before the first page (§F.3.4). */
const openingKeys = new Set(['ViewerPreferences', 'PageMode', 'Threads', 'OpenAction', 'AcroForm']);

const isPage = (value: PdfValue): boolean => asName(asDictionary(value)?.entries.get('Type')) === 'Page';

/** The numbers of all objects that a value leads to; other pages and a page's parent are not entered. */
const reached = (objects: PdfObjects, from: PdfValue, isOwnPage: boolean): ReadonlySet<number> => {
  const found = new Set<number>();
  const waiting: PdfValue[] = [from];
  let isFirst = isOwnPage;
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (value.kind === 'reference') {
      const target = objects.object(value.number);
      if (found.has(value.number) || target === null || (isPage(target) && !isFirst)) continue;
      found.add(value.number);
      const entries = isFirst ? asDictionary(target)?.entries : undefined;
      isFirst = false;
      if (entries === undefined) waiting.push(target);
      else for (const [key, entry] of entries) if (key !== 'Parent') waiting.push(entry);
    } else if (value.kind === 'array') waiting.push(...value.items);
    else if (value.kind === 'dictionary') waiting.push(...value.entries.values());
    else if (value.kind === 'stream') waiting.push(...value.dictionary.entries.values());
  }
  return found;
};

/** The uses of every object, by number. `pages` are references to the pages in order. */
export const objectUses = (
  objects: PdfObjects,
  pages: readonly PdfValue[],
): ReadonlyMap<number, ObjectUse> => {
  const uses = new Map<number, Use>();
  const useOf = (number: number): Use => {
    const use = uses.get(number) ?? { pages: new Set(), outline: false, opening: false, others: 0 };
    uses.set(number, use);
    return use;
  };
  for (const [index, page] of pages.entries()) {
    for (const number of reached(objects, page, true)) useOf(number).pages.add(index);
  }
  for (const [key, value] of objects.trailer.entries) {
    if (key === 'Root') continue;
    for (const number of reached(objects, value, false)) useOf(number).others += 1;
  }
  const catalog = asDictionary(objects.resolve(objects.trailer.entries.get('Root')));
  for (const [key, value] of catalog?.entries ?? []) {
    for (const number of reached(objects, value, false)) {
      const use = useOf(number);
      if (openingKeys.has(key)) use.opening = true;
      else if (key === 'Outlines') use.outline = true;
      else use.others += 1;
    }
  }
  return uses;
};
