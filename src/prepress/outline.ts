/** The outline of a document as a tree of objects (ISO 32000-1 §12.3.3): what reader programs show beside the pages. */
import type { OutlineEntry } from '../protocol/makeup.ts';
import { destinationValue } from './links.ts';
import { referenceTo } from './pdf-objects.ts';
import type { PdfPage } from './page-tree.ts';
import type { PdfDictionary, PdfReference, PdfValue } from './pdf-values.ts';
import { pdfDictionary, pdfName, pdfText } from './pdf-values.ts';

/** The outline's root and the objects under it, by number. */
export interface Outline {
  readonly root: PdfReference;
  readonly objects: ReadonlyMap<number, PdfValue>;
}

interface Branch {
  readonly number: number;
  readonly entry: OutlineEntry;
  readonly children: Branch[];
}

/** Puts entries under those of a lower level before them; a level that is skipped is no level of the tree. */
const branchesOf = (entries: readonly OutlineEntry[], first: number): readonly Branch[] => {
  const roots: Branch[] = [];
  const open: Branch[] = [];
  for (const [index, entry] of entries.entries()) {
    const branch: Branch = { number: first + index, entry, children: [] };
    while (open.length > 0 && (open.at(-1)?.entry.level ?? 0) >= entry.level) open.pop();
    (open.at(-1)?.children ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
};

const countOf = (branches: readonly Branch[]): number =>
  branches.reduce((sum, branch) => sum + 1 + countOf(branch.children), 0);

/**
 * The outline of the entries given, its objects numbered from `first` on; undefined without entries. Positions are read from
 * the pages as Chromium printed them, whose upper left corner stays where it is.
 */
export const outlineTree = (
  entries: readonly OutlineEntry[],
  pages: readonly PdfPage[],
  first: number,
): Outline | undefined => {
  if (entries.length === 0) return undefined;
  const roots = branchesOf(entries, first + 1);
  const objects = new Map<number, PdfValue>();
  const add = (branches: readonly Branch[], parent: number): void => {
    for (const [index, { number, entry, children }] of branches.entries()) {
      const near = (at: number): PdfReference | undefined => {
        const other = branches[at];
        return other === undefined ? undefined : referenceTo(other.number);
      };
      objects.set(
        number,
        pdfDictionary({
          Title: pdfText(entry.text),
          Parent: referenceTo(parent),
          Prev: near(index - 1),
          Next: near(index + 1),
          ...ends(children),
          Dest: destinationValue(pages, entry),
        }),
      );
      add(children, number);
    }
  };
  add(roots, first);
  const root: PdfDictionary = pdfDictionary({ Type: pdfName('Outlines'), ...ends(roots) });
  objects.set(first, root);
  return { root: referenceTo(first), objects };
};

const ends = (branches: readonly Branch[]): Readonly<Record<string, PdfValue>> => {
  const [head, tail] = [branches[0], branches.at(-1)];
  return head === undefined || tail === undefined
    ? {}
    : { First: referenceTo(head.number), Last: referenceTo(tail.number), Count: countOf(branches) };
};
