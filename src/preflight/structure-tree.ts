/** The structure of a document (ISO 32000-1 §14.7, §14.8) as a list of its elements in the order in which they are read. */
import { catalogOf } from '../prepress/page-tree.ts';
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { PdfDictionary, PdfValue } from '../prepress/pdf-values.ts';
import { asBytes, asDictionary, asItems, asName, asNumber, asReference } from '../prepress/pdf-values.ts';

/** An element. */
export interface StructureElement {
  /** What it says it is. */
  readonly own: string;
  /** The standard kind it is, through the role map; `own` where it is none. */
  readonly role: string;
  /** The element around it, by its index; -1 for none. */
  readonly parent: number;
  readonly dictionary: PdfDictionary;
  /** Number of its page's object, its own or that of the elements around it. */
  readonly page: number | undefined;
}

/** The structure. */
export interface StructureTree {
  readonly elements: readonly StructureElement[];
  readonly roleMap: ReadonlyMap<string, string>;
  /** Marked contents that elements claim: `page object number` and their number, as `12 3`. */
  readonly contents: ReadonlySet<string>;
  /** Objects that elements claim, annotations among them, by number: the element's index. */
  readonly objects: ReadonlyMap<number, number>;
  /** False where there are more elements than are read, or one stands in itself. */
  readonly whole: boolean;
}

/** A book of a thousand pages has a tenth of them. */
const mostElements = 1_000_000;

/** The standard kinds of §14.8.4. */
export const standardRoles: ReadonlySet<string> = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
);

const readRoleMap = (file: PdfFile, root: PdfDictionary): ReadonlyMap<string, string> => {
  const map = new Map<string, string>();
  for (const [from, to] of asDictionary(file.resolve(root.entries.get('RoleMap')))?.entries ?? []) {
    const name = asName(file.resolve(to));
    if (name !== undefined) map.set(from, name);
  }
  return map;
};

/** The standard kind that a kind is mapped to; undefined where there is none, or the map goes round in a circle. */
export const standardRole = (own: string, map: ReadonlyMap<string, string>): string | undefined => {
  let role: string | undefined = own;
  for (const seen = new Set<string>(); role !== undefined && !seen.has(role); role = map.get(role)) {
    if (standardRoles.has(role)) return role;
    seen.add(role);
  }
  return undefined;
};

interface Waiting {
  readonly value: PdfValue;
  readonly parent: number;
  readonly page: number | undefined;
}

/** Reads the structure; undefined for a document that has none. */
export const readStructure = (file: PdfFile): StructureTree | undefined => {
  const root = asDictionary(file.resolve(catalogOf(file)?.dictionary.entries.get('StructTreeRoot')));
  if (root === undefined) return undefined;
  const roleMap = readRoleMap(file, root);
  const elements: StructureElement[] = [];
  const contents = new Set<string>();
  const objects = new Map<number, number>();
  const seen = new Set<PdfDictionary>();
  const waiting: Waiting[] = [];
  let whole = true;
  const wait = (kids: PdfValue | undefined, parent: number, page: number | undefined): void => {
    const value = file.resolve(kids);
    const items = asItems(value) ?? (kids === undefined ? [] : [kids]);
    for (const item of items.toReversed()) waiting.push({ value: item, parent, page });
  };
  wait(root.entries.get('K'), -1, undefined);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { parent, page } = next;
    const value = file.resolve(next.value);
    const content = asNumber(value);
    if (content !== undefined) {
      contents.add(`${page} ${content}`);
      continue;
    }
    const dictionary = asDictionary(value);
    if (dictionary === undefined) continue;
    const own = asReference(dictionary.entries.get('Pg'))?.number ?? page;
    const type = asName(file.resolve(dictionary.entries.get('Type')));
    if (type === 'MCR') {
      const id = asNumber(file.resolve(dictionary.entries.get('MCID')));
      // Contents of forms are numbered by the form.
      if (id !== undefined && !dictionary.entries.has('Stm')) contents.add(`${own} ${id}`);
      continue;
    }
    if (type === 'OBJR') {
      const object = asReference(dictionary.entries.get('Obj'));
      if (object !== undefined) objects.set(object.number, parent);
      continue;
    }
    if (seen.has(dictionary) || elements.length >= mostElements) {
      whole = false;
      continue;
    }
    seen.add(dictionary);
    const kind = asName(file.resolve(dictionary.entries.get('S'))) ?? '';
    const index = elements.push({
      own: kind,
      role: standardRole(kind, roleMap) ?? kind,
      parent,
      dictionary,
      page: own,
    });
    wait(dictionary.entries.get('K'), index - 1, own);
  }
  return { elements, roleMap, contents, objects, whole };
};

/** True where an element has words of its own in an entry. */
export const hasWords = (file: PdfFile, dictionary: PdfDictionary, key: string): boolean =>
  (asBytes(file.resolve(dictionary.entries.get(key)))?.length ?? 0) > 0;
