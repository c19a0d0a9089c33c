/** Reads the structure tree that Chromium wrote (ISO 32000-1 §14.7.2). */
import { internalLinkPrefix } from '../../protocol/paginator.ts';
import { readLanguage } from '../../protocol/structure-marks.ts';
import { catalogOf } from '../page-tree.ts';
import type { PdfObjects } from '../pdf-objects.ts';
import type { PdfDictionary, PdfValue } from '../pdf-values.ts';
import { asBytes, asDictionary, asItems, asName, asNumber, asReference, latinText } from '../pdf-values.ts';
import { decodeText } from '../text-string.ts';
import type { Attributes, LinkTarget, StructureChild, StructureElement } from './structure-element.ts';
import { elementOf } from './structure-element.ts';

const textOf = (objects: PdfObjects, value: PdfValue | undefined): string | undefined => {
  const bytes = asBytes(objects.resolve(value));
  return bytes === undefined ? undefined : decodeText(bytes);
};

const attributesOf = (objects: PdfObjects, value: PdfValue | undefined): Attributes => {
  const attributes = new Map<string, Map<string, PdfValue>>();
  const resolved = objects.resolve(value);
  for (const item of asItems(resolved) ?? [resolved]) {
    const dictionary = asDictionary(objects.resolve(item));
    const owner = asName(dictionary?.entries.get('O'));
    if (dictionary === undefined || owner === undefined) continue;
    const known = attributes.get(owner) ?? new Map<string, PdfValue>();
    for (const [name, own] of dictionary.entries) if (name !== 'O') known.set(name, own);
    attributes.set(owner, known);
  }
  return attributes;
};

/** Where an annotation leads, as {@link internalLinkPrefix} says. */
const targetOf = (objects: PdfObjects, number: number): LinkTarget | undefined => {
  const annotation = asDictionary(objects.object(number));
  const action = asDictionary(objects.resolve(annotation?.entries.get('A')));
  const bytes = asBytes(objects.resolve(action?.entries.get('URI')));
  if (bytes === undefined) return undefined;
  const address = latinText(bytes);
  if (!address.startsWith(internalLinkPrefix)) return { kind: 'address', address };
  try {
    return { kind: 'id', id: decodeURIComponent(address.slice(internalLinkPrefix.length)) };
  } catch {
    return { kind: 'address', address };
  }
};

interface Reader {
  readonly objects: PdfObjects;
  /** Elements met so far: none is entered twice. */
  readonly seen: Set<number>;
}

const referenceIn = (dictionary: PdfDictionary, key: string): number | undefined =>
  asReference(dictionary.entries.get(key))?.number;

const readChildren = (
  reader: Reader,
  value: PdfValue | undefined,
  page: number | undefined,
): readonly StructureChild[] => {
  if (value === undefined) return [];
  const resolved = reader.objects.resolve(value);
  const items = asItems(resolved);
  const children: StructureChild[] = [];
  const add = (child: StructureChild | undefined): void => {
    if (child !== undefined) children.push(child);
  };
  if (items === undefined) add(readChild(reader, asReference(value)?.number, resolved, page));
  else
    for (const item of items)
      add(readChild(reader, asReference(item)?.number, reader.objects.resolve(item), page));
  return children;
};

/** `number` is that of the object, where it is one. */
const readChild = (
  reader: Reader,
  number: number | undefined,
  value: PdfValue,
  page: number | undefined,
): StructureChild | undefined => {
  if (number !== undefined) {
    if (reader.seen.has(number)) return undefined;
    reader.seen.add(number);
  }
  const mcid = asNumber(value);
  if (mcid !== undefined)
    return page === undefined ? undefined : { kind: 'content', source: page, page, mcid };
  const dictionary = asDictionary(value);
  if (dictionary === undefined) return undefined;
  const own = referenceIn(dictionary, 'Pg') ?? page;
  switch (asName(dictionary.entries.get('Type'))) {
    case 'MCR': {
      const content = asNumber(dictionary.entries.get('MCID'));
      const source = referenceIn(dictionary, 'Stm') ?? own;
      if (content === undefined || source === undefined) return undefined;
      return { kind: 'content', source, page: own ?? source, mcid: content };
    }
    case 'OBJR': {
      const object = referenceIn(dictionary, 'Obj');
      return object === undefined || own === undefined
        ? undefined
        : { kind: 'object', number: object, page: own };
    }
    default:
      return readElement(reader, dictionary, own);
  }
};

const readElement = (
  reader: Reader,
  dictionary: PdfDictionary,
  page: number | undefined,
): StructureElement => {
  const { objects } = reader;
  const { entries } = dictionary;
  const role = asName(objects.resolve(entries.get('S'))) ?? 'NonStruct';
  const isPlain = role === 'NonStruct' && !entries.has('Lang') && !entries.has('A') && !entries.has('ID');
  // Every line of text has such an element.
  if (isPlain) return elementOf(role, readChildren(reader, entries.get('K'), page));
  const language = textOf(objects, entries.get('Lang'));
  const read = language === undefined ? undefined : readLanguage(language);
  const children = readChildren(reader, entries.get('K'), page);
  const linked = role === 'Link' ? children.find((child) => child.kind === 'object') : undefined;
  const id = asBytes(entries.get('ID'));
  const attributes = entries.get('A');
  const plain = elementOf(role, children);
  return {
    ...plain,
    language: read?.language === '' ? undefined : read?.language,
    marks: read?.marks ?? plain.marks,
    label: read?.label ?? plain.label,
    alt: textOf(objects, entries.get('Alt')),
    actualText: textOf(objects, entries.get('ActualText')),
    id: id === undefined ? undefined : latinText(id),
    attributes: attributes === undefined ? plain.attributes : attributesOf(objects, attributes),
    target: linked === undefined ? undefined : targetOf(objects, linked.number),
  };
};

/** A structure, and the numbers of the objects that its elements are. */
export interface ReadStructure {
  readonly root: StructureElement;
  readonly elements: ReadonlySet<number>;
}

/** The structure of a file or document under one element `Document`; without children where it has none. Asks for each element once. */
export const readStructure = (objects: PdfObjects): ReadStructure => {
  const catalog = catalogOf(objects)?.dictionary;
  const root = asDictionary(objects.resolve(catalog?.entries.get('StructTreeRoot')));
  const reader: Reader = { objects, seen: new Set() };
  const children = readChildren(reader, root?.entries.get('K'), undefined);
  const [only] = children;
  const isWhole = children.length === 1 && only?.kind === 'element' && only.role === 'Document';
  return { root: isWhole ? only : elementOf('Document', children), elements: reader.seen };
};
