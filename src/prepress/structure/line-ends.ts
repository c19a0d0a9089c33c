/** Where lines end within a block: words must not be joined there by who reads the text without seeing it (ISO 32000-1 §14.8.2.5). Pure. */
import type { ReadMark, Shown } from './read-marks.ts';
import { isNewLine } from './read-marks.ts';
import type { MarkedContent, StructureElement } from './structure-element.ts';
import { isInline } from './structure-element.ts';

/** The last thing shown on a line that goes on, and whose content it is. */
export interface LineEnd {
  readonly source: number;
  readonly shown: Shown;
}

/** The ends of all lines that are followed by another line of the same block. */
export const lineEnds = (
  root: StructureElement,
  markOf: (content: MarkedContent) => ReadMark | undefined,
): readonly LineEnd[] => {
  const ends: LineEnd[] = [];
  let last: LineEnd | undefined;
  const add = (content: MarkedContent): void => {
    const mark = markOf(content);
    if (mark?.first === undefined || mark.last === undefined) return;
    if (last !== undefined && (last.source !== content.source || isNewLine(last.shown, mark.first)))
      ends.push(last);
    for (const shown of mark.lines) ends.push({ source: content.source, shown });
    last = { source: content.source, shown: mark.last };
  };
  const visit = (element: StructureElement): void => {
    for (const child of element.children) {
      if (child.kind === 'content') add(child);
      if (child.kind !== 'element') continue;
      const isBlock = !isInline(child);
      if (isBlock) last = undefined;
      visit(child);
      if (isBlock) last = undefined;
    }
  };
  visit(root);
  return ends;
};
