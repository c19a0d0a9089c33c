/** The levels of headings (PDF/UA-1 §7.4; Matterhorn 14). */
import type { Fault } from '../fault.ts';
import { mendTags, placeOfElement, type StructureRule } from './tagged-file.ts';

/** Judges the headings in their order. What does not claim to be PDF/UA may leave out levels, and is only warned. */
export const judgeHeadings: StructureRule = (judged) => {
  const found = judged.structure.elements.filter(({ role }) => /^H[1-6]?$/.test(role));
  const numbered = found.filter(({ role }) => role !== 'H');
  const faults: Fault[] = [];
  if (numbered.length > 0 && numbered.length < found.length)
    faults.push({
      rule: 'preflight/heading-mixed',
      message: 'Unexpected headings with and without a level, expected one of the two (Matterhorn 14-007)',
      hint: mendTags,
    });
  const severity = judged.xmp?.get('pdfuaid:part') === undefined ? 'warning' : undefined;
  let before = 0;
  for (const element of numbered) {
    const level = Number(element.role.slice(1));
    if (level > before + 1)
      faults.push({
        rule: before === 0 ? 'preflight/heading-first' : 'preflight/heading-skipped',
        severity,
        message:
          before === 0
            ? `Unexpected first heading of level ${level}, expected level 1 (Matterhorn 14-002)`
            : `Unexpected heading of level ${level} after one of level ${before}, expected level ${before + 1} at most (Matterhorn 14-003)`,
        hint: 'give the headings of the text their levels in order',
        at: placeOfElement(judged, element),
      });
    before = level;
  }
  return faults;
};
