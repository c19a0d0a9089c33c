/**
 * The strings of the structure tree (ISO 32000-1 §14.7) that Chromium writes and that are not ours to keep: element ids made of
 * numbers of its memory, and languages that carry a private subtag. Elements are many, so their syntax is walked over without being read.
 */
import { literalEnd } from './content-tokens.ts';
import type { ObjectRange } from './object-ranges.ts';
import type { PdfFile } from './pdf-file.ts';
import { isWhite } from './pdf-syntax.ts';
import type { PdfReference, PdfValue } from './pdf-values.ts';
import {
  asBytes,
  asDictionary,
  asItems,
  asReference,
  latinBytes,
  latinText,
  pdfArray,
  pdfDictionary,
  pdfString,
} from './pdf-values.ts';
import { joinBytes, type WrittenObject } from './pdf-writer.ts';

/** The tree of ids as the file has it. */
export interface ElementIds {
  readonly elements: ReadonlyMap<string, PdfReference>;
  /** Numbers of the objects that make up the tree. */
  readonly nodes: ReadonlySet<number>;
}

const idTreeOf = (file: PdfFile, structure: PdfValue | undefined): PdfValue | undefined =>
  asDictionary(file.resolve(structure))?.entries.get('IDTree');

/** Reads the tree of ids (§7.9.6). */
export const readElementIds = (file: PdfFile, structure: PdfValue | undefined): ElementIds => {
  const elements = new Map<string, PdfReference>();
  const nodes = new Set<number>();
  const waiting: (PdfValue | undefined)[] = [idTreeOf(file, structure)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const reference = asReference(next);
    if (reference !== undefined) {
      if (nodes.has(reference.number)) continue;
      nodes.add(reference.number);
    }
    const node = asDictionary(file.resolve(next));
    if (node === undefined) continue;
    waiting.push(...(asItems(file.resolve(node.entries.get('Kids'))) ?? []));
    const names = asItems(file.resolve(node.entries.get('Names'))) ?? [];
    for (let index = 0; index + 1 < names.length; index += 2) {
      const id = asBytes(names[index]);
      const element = asReference(names[index + 1]);
      if (id !== undefined && element !== undefined) elements.set(latinText(id), element);
    }
  }
  return { elements, nodes };
};

/** New ids in the order in which the elements stand in the file: the same for every print of one page. */
export const renumberIds = (ids: ElementIds): ReadonlyMap<string, string> =>
  new Map(
    [...ids.elements]
      .toSorted(([, first], [, second]) => first.number - second.number)
      .map(([id], index) => [id, `node${String(index + 1).padStart(8, '0')}`]),
  );

/** The tree of the new ids, in one node. */
export const idTree = (ids: ElementIds, renumbered: ReadonlyMap<string, string>): PdfValue => {
  const names = [...ids.elements]
    .map(([id, element]) => ({ id: renumbered.get(id) ?? id, element }))
    .toSorted((first, second) => (first.id < second.id ? -1 : 1))
    .flatMap(({ id, element }) => [pdfString(id), element]);
  return pdfDictionary({ Names: pdfArray(names) });
};

/** What stands before a string: the name of its entry, or `[` inside an array. */
const before = (bytes: Uint8Array, at: number): string => {
  let end = at;
  while (isWhite(bytes[end - 1])) end -= 1;
  let start = end;
  while (start > 0 && !isWhite(bytes[start - 1]) && bytes[start - 1] !== 0x2f && bytes[start - 1] !== 0x5b)
    start -= 1;
  return latinText(bytes.subarray(start - 1, end)).trim();
};

const privateSubtags = /-x-.*$/i;

/** The new content of a string, or undefined where it stays. */
const replacement = (
  bytes: Uint8Array,
  start: number,
  end: number,
  renumbered: ReadonlyMap<string, string>,
): string | undefined => {
  const key = before(bytes, start);
  const text = latinText(bytes.subarray(start + 1, end - 1));
  if (key === '/Lang') {
    const plain = text.replace(privateSubtags, '');
    return plain === text ? undefined : plain;
  }
  return key === '/ID' || !key.startsWith('/') ? renumbered.get(text) : undefined;
};

/**
 * A structure element with its ids and languages made plain; undefined where nothing changes. Of PDF's syntax only strings and comments can hide
 * a parenthesis (§7.2.3, §7.3.4), so looking for these is enough.
 */
export const plainElement = (
  source: Uint8Array,
  range: ObjectRange,
  renumbered: ReadonlyMap<string, string>,
): WrittenObject | undefined => {
  const parts: Uint8Array[] = [];
  let copied = range.start;
  for (let at = range.start; at < range.end; at += 1) {
    const code = source[at];
    if (code === 0x25) {
      while (at < range.end && source[at] !== 10 && source[at] !== 13) at += 1;
    } else if (code === 0x28) {
      const end = literalEnd(source, at);
      const text = replacement(source, at, end, renumbered);
      if (text !== undefined) {
        parts.push(source.subarray(copied, at), latinBytes(`(${text})`));
        copied = end;
      }
      at = end - 1;
    }
  }
  if (parts.length === 0) return undefined;
  const bytes = joinBytes([...parts, source.subarray(copied, range.end)]);
  return { number: range.number, bytes, start: 0, end: bytes.length };
};

const elementHead = latinBytes('<</Type /StructElem');

/** The longest `number generation obj` and what white space may follow. */
const longestHead = 24;

/** True for a structure element as Chromium writes it. */
export const isElement = (source: Uint8Array, { start, end }: ObjectRange): boolean => {
  let at = start;
  while (at < Math.min(end, start + longestHead) && source[at] !== 0x3c) at += 1;
  for (let index = 0; index < elementHead.length; index += 1) {
    if (source[at + index] !== elementHead[index]) return false;
  }
  return true;
};
