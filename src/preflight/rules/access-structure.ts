/** The structure of a file for those who hear it (PDF/UA-1 §7). */
import { asDictionary } from '../../prepress/pdf-values.ts';
import type { FileRule } from '../judged-file.ts';
import { judgeHeadCells } from './structure-cells.ts';
import { judgeHeadings } from './structure-headings.ts';
import { judgeAnnotations, judgeIdentifiers, judgeLostContents, judgeTabOrder } from './structure-links.ts';
import { judgeNesting, judgeRoleMap, judgeUnknownRoles } from './structure-roles.ts';
import { judgeWords } from './structure-words.ts';
import type { StructureRule } from './tagged-file.ts';

const rules: readonly StructureRule[] = [
  judgeRoleMap,
  judgeUnknownRoles,
  judgeNesting,
  judgeWords,
  judgeHeadings,
  judgeHeadCells,
  judgeIdentifiers,
  judgeLostContents,
  judgeAnnotations,
  judgeTabOrder,
];

/** Judges the structure; of a file without one, only that is told. */
export const judgeStructure: FileRule = (judged, { access }) => {
  if (!access) return [];
  const { structure, catalog, file } = judged;
  const mark = asDictionary(file.resolve(catalog.entries.get('MarkInfo')));
  if (structure === undefined || file.resolve(mark?.entries.get('Marked')) !== true)
    return [
      {
        rule: 'preflight/not-tagged',
        message: 'Unexpected file without tags, expected a tagged one',
        hint: 'export it again with tags (“accessible PDF”); on a build, choose the output `print`',
      },
    ];
  return rules.flatMap((rule) => rule({ ...judged, structure }));
};
