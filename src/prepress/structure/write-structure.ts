/** Writes a structure as objects (ISO 32000-1 §14.7): elements, the tree of parents, the tree of ids, the map of roles. Pure. */
import { referenceTo } from '../pdf-objects.ts';
import type { PdfValue } from '../pdf-values.ts';
import {
  asBytes,
  asItems,
  latinText,
  pdfArray,
  pdfDictionary,
  pdfName,
  pdfString,
  pdfText,
} from '../pdf-values.ts';
import type { Attributes, LinkedObject, MarkedContent, StructureElement } from './structure-element.ts';

/** Where marked content lies when it is written. */
export interface PlacedContent {
  /** Number of the page, and of the form where it lies in one. */
  readonly page: number;
  readonly form: number | undefined;
  readonly mcid: number;
}

/** What the writing needs to know. */
export interface StructureSetup {
  /** First number for new objects. */
  readonly next: number;
  readonly placeOf: (content: MarkedContent) => PlacedContent | undefined;
  /** Sources that have marks, in order, with how many: their place in the tree of parents is their index. */
  readonly sources: readonly { readonly number: number; readonly marks: number }[];
}

/** A structure in objects. */
export interface WrittenStructure {
  readonly root: number;
  readonly objects: ReadonlyMap<number, PdfValue>;
  /** `StructParent` of every annotation, by its number. */
  readonly parents: ReadonlyMap<number, number>;
}

/** Types of PDF 2.0 that PDF 1.7 knows by another name. */
const roleMap = pdfDictionary({ Em: pdfName('Span'), Strong: pdfName('Span') });

const renamedIds = (root: StructureElement): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>();
  const visit = (element: StructureElement): void => {
    if (element.id !== undefined && !ids.has(element.id))
      ids.set(element.id, element.role === 'Note' ? element.id : `cell-${ids.size + 1}`);
    for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  visit(root);
  return ids;
};

const attributeValue = (attributes: Attributes, ids: ReadonlyMap<string, string>): PdfValue | undefined => {
  const dictionaries = [...attributes].map(([owner, own]) =>
    pdfDictionary({
      O: pdfName(owner),
      ...Object.fromEntries(
        [...own].map(([name, value]) => [name, name === 'Headers' ? headersOf(value, ids) : value]),
      ),
    }),
  );
  const [first] = dictionaries;
  return dictionaries.length > 1 ? pdfArray(dictionaries) : first;
};

const headersOf = (value: PdfValue, ids: ReadonlyMap<string, string>): PdfValue =>
  pdfArray(
    (asItems(value) ?? []).map((item) => {
      const id = asBytes(item);
      return id === undefined ? item : pdfString(ids.get(latinText(id)) ?? latinText(id));
    }),
  );

/** What an element holds of an annotation (§14.7.4.3). */
const annotationKid = ({ page, number }: LinkedObject): PdfValue =>
  pdfDictionary({ Type: pdfName('OBJR'), Pg: referenceTo(page), Obj: referenceTo(number) });

/** What an element holds of content that lies elsewhere than on its own page (§14.7.4.2). */
const contentKid = ({ page, form, mcid }: PlacedContent): PdfValue =>
  pdfDictionary({
    Type: pdfName('MCR'),
    Pg: referenceTo(page),
    Stm: form === undefined ? undefined : referenceTo(form),
    MCID: mcid,
  });

const ownersFrom = (mcid: number, owner: number): number[] => {
  const owners: number[] = [];
  owners[mcid] = owner;
  return owners;
};

/** Writes a structure. */
export const writeStructure = (root: StructureElement, setup: StructureSetup): WrittenStructure => {
  const objects = new Map<number, PdfValue>();
  const ids = renamedIds(root);
  const keys = new Map<string, number>();
  const idNumbers = new Map<string, number>();
  const owners = new Map<number, number[]>();
  const linked: { readonly annotation: LinkedObject; readonly owner: number }[] = [];
  const numbers = new Map<StructureElement, number>();
  let next = setup.next;
  const count = (element: StructureElement): void => {
    numbers.set(element, next);
    if (element.key !== undefined) keys.set(element.key, next);
    const id = element.id === undefined ? undefined : ids.get(element.id);
    if (id !== undefined) idNumbers.set(id, next);
    next += 1;
    for (const child of element.children) if (child.kind === 'element') count(child);
  };
  count(root);
  const top = next;
  const write = (element: StructureElement, parent: number): number => {
    const number = numbers.get(element) ?? 0;
    let page: number | undefined;
    let last: PlacedContent | undefined;
    const kids: PdfValue[] = [];
    for (const child of element.children) {
      if (child.kind === 'element') {
        kids.push(referenceTo(write(child, number)));
        continue;
      }
      if (child.kind === 'object') {
        linked.push({ annotation: child, owner: number });
        kids.push(annotationKid(child));
        continue;
      }
      const place = setup.placeOf(child);
      if (place === undefined) continue;
      const isSame = last?.mcid === place.mcid && last.page === place.page && last.form === place.form;
      last = place;
      if (isSame) continue;
      const of = owners.get(child.source);
      if (of === undefined) owners.set(child.source, ownersFrom(place.mcid, number));
      else of[place.mcid] = number;
      page ??= place.page;
      kids.push(place.page === page && place.form === undefined ? place.mcid : contentKid(place));
    }
    const [only] = kids;
    const references = (element.references ?? []).flatMap((key) => {
      const target = keys.get(key);
      return target === undefined ? [] : [referenceTo(target)];
    });
    const id = element.id === undefined ? undefined : ids.get(element.id);
    objects.set(
      number,
      pdfDictionary({
        Type: pdfName('StructElem'),
        S: pdfName(element.role),
        P: referenceTo(parent),
        Pg: page === undefined ? undefined : referenceTo(page),
        K: kids.length === 1 ? only : kids.length === 0 ? undefined : pdfArray(kids),
        ID: id === undefined ? undefined : pdfString(id),
        Lang: element.language === undefined ? undefined : pdfString(element.language),
        Alt: element.alt === undefined ? undefined : pdfText(element.alt),
        ActualText: element.actualText === undefined ? undefined : pdfText(element.actualText),
        A: attributeValue(element.attributes, ids),
        Ref: references.length === 0 ? undefined : pdfArray(references),
      }),
    );
    return number;
  };
  write(root, top);
  const parents = new Map<number, number>();
  const nums: PdfValue[] = [];
  for (const [index, { number, marks }] of setup.sources.entries()) {
    const of = owners.get(number) ?? [];
    const items = Array.from({ length: marks }, (_, mcid): PdfValue => {
      const owner = of[mcid];
      return owner === undefined ? null : referenceTo(owner);
    });
    nums.push(index, pdfArray(items));
  }
  for (const { annotation, owner } of linked) {
    const index = setup.sources.length + parents.size;
    if (parents.has(annotation.number)) continue;
    parents.set(annotation.number, index);
    nums.push(index, referenceTo(owner));
  }
  const names = [...idNumbers]
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .flatMap(([id, number]): PdfValue[] => [pdfString(id), referenceTo(number)]);
  objects.set(
    top,
    pdfDictionary({
      Type: pdfName('StructTreeRoot'),
      K: referenceTo(numbers.get(root) ?? 0),
      ParentTree: pdfDictionary({ Nums: pdfArray(nums) }),
      ParentTreeNextKey: setup.sources.length + parents.size,
      RoleMap: roleMap,
      IDTree: names.length === 0 ? undefined : pdfDictionary({ Names: pdfArray(names) }),
    }),
  );
  return { root: top, objects, parents };
};
