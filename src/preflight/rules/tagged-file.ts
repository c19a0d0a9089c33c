/** A file whose structure is judged, and what its rules say alike. */
import type { Fault, FaultPlace } from '../fault.ts';
import { pageIndex, type JudgedFile } from '../judged-file.ts';
import type { StructureElement, StructureTree } from '../structure-tree.ts';

/** A file with tags. */
export interface TaggedFile extends JudgedFile {
  readonly structure: StructureTree;
}

/** A rule of its structure, or a few that belong together. Pure. */
export type StructureRule = (judged: TaggedFile) => readonly Fault[];

/** What to do about tags that are wrong, whoever made them. */
export const mendTags = 'mend the tags in the program that made the file, or make it again with another';

/** The page of an element; undefined where it has none. */
export const placeOfElement = (judged: TaggedFile, element: StructureElement): FaultPlace | undefined => {
  const page = pageIndex(judged, element.page);
  return page === undefined ? undefined : { page };
};
