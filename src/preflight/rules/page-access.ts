/** What a page is for those who hear it (PDF/UA-1, ISO 14289-1 §7.1): every mark is tagged or is an artifact (Matterhorn 01-003 to 01-005). */
import type { Fault } from '../fault.ts';
import { intersection, isEmptyBox } from '../graphics-state.ts';
import type { JudgedPage } from '../judged-page.ts';
import type { Demands } from '../purposes.ts';

const kindNames = { text: 'text', path: 'line or area', picture: 'picture', shading: 'gradient' } as const;

/** Judges what the marks of a page belong to. */
export const judgePageAccess = (page: JudgedPage, demands: Demands): readonly Fault[] => {
  if (!demands.access) return [];
  const at = { page: page.index };
  const faults: Fault[] = [];
  const unmarked = page.marks.find(
    (mark) => mark.belonging === 'unmarked' && !isEmptyBox(intersection(mark.box, page.boxes.media)),
  );
  if (unmarked !== undefined)
    faults.push({
      rule: 'preflight/content-unmarked',
      message: `Unexpected ${kindNames[unmarked.kind]} that is neither tagged nor an artifact, expected one of the two (Matterhorn 01-005)`,
      hint: 'a program that reads aloud does not know whether it is text or ornament: export the file with tags',
      at: { ...at, box: unmarked.box },
    });
  if (page.artifactInTagged)
    faults.push({
      rule: 'preflight/artifact-in-text',
      message:
        'Unexpected artifact inside tagged content, expected them one after the other (Matterhorn 01-003)',
      hint: 'make the file again with another program, or with other settings for tags',
      at,
    });
  if (page.taggedInArtifact)
    faults.push({
      rule: 'preflight/text-in-artifact',
      message:
        'Unexpected tagged content inside an artifact, expected them one after the other (Matterhorn 01-004)',
      hint: 'these words are not read aloud: make the file again with another program, or with other settings for tags',
      at,
    });
  return faults;
};
