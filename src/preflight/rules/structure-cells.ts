/** The head cells of tables (PDF/UA-1 §7.5; Matterhorn 15). */
import { asDictionary, asItems, type PdfDictionary } from '../../prepress/pdf-values.ts';
import type { JudgedFile } from '../judged-file.ts';
import type { StructureTree } from '../structure-tree.ts';
import { mendTags, placeOfElement, type StructureRule } from './tagged-file.ts';

/** The attributes of an element that have an owner (§14.7.5). */
const attributesOf = ({ file }: JudgedFile, dictionary: PdfDictionary): readonly PdfDictionary[] => {
  const value = file.resolve(dictionary.entries.get('A'));
  return (asItems(value) ?? [value]).flatMap((item) => {
    const found = asDictionary(file.resolve(item));
    return found === undefined ? [] : [found];
  });
};

/** The table an element stands in; -1 for none. */
const tableOf = ({ elements }: StructureTree, index: number): number => {
  let at = index;
  while (at >= 0 && elements[at]?.role !== 'Table') at = elements[at]?.parent ?? -1;
  return at;
};

/** Head cells without a scope, in tables whose cells do not name their heads either. */
export const judgeHeadCells: StructureRule = (judged) => {
  const { structure } = judged;
  const named = new Set<number>();
  const unscoped: number[] = [];
  for (const [index, { role, dictionary }] of structure.elements.entries()) {
    if (role !== 'TH' && role !== 'TD') continue;
    const attributes = attributesOf(judged, dictionary);
    if (attributes.some((attribute) => attribute.entries.has('Headers')))
      named.add(tableOf(structure, index));
    if (role === 'TH' && !attributes.some((attribute) => attribute.entries.has('Scope')))
      unscoped.push(index);
  }
  return unscoped.flatMap((index) => {
    const element = structure.elements[index];
    if (element === undefined || named.has(tableOf(structure, index))) return [];
    return [
      {
        rule: 'preflight/header-scope' as const,
        message: 'Unexpected head cell without a scope, expected row or column (Matterhorn 15-003)',
        hint: mendTags,
        at: placeOfElement(judged, element),
      },
    ];
  });
};
