/** Where lines end within a block: words must not be joined there by who reads the text without seeing it (ISO 32000-1 §14.8.2.5). Pure. */
import { hyphenMark } from '../../protocol/structure-marks.ts';
import type { ReadMark, Shown } from './content-marks.ts';
import { isNewLine } from './content-marks.ts';
import type { MarkedContent, StructureElement } from './structure-element.ts';
import { elementOf, isInline, withReplaced } from './structure-element.ts';

/** Chromium never counts as far: from here on marks of hyphens are counted, each by the mark that it ends. */
const firstHyphen = 2 ** 24;

/** The number of the hyphen that ends a mark. */
export const hyphenOf = (mcid: number): number => firstHyphen + mcid;

/**
 * Gives every hyphen that only the end of its line put there an element of its own, which says that it is a soft one (ISO 32000-1 §14.8.2.2.3).
 * It says so in the structure alone: programs that read the content itself join the word by the plain hyphen.
 */
export const withHyphens = (
  element: StructureElement,
  markOf: (content: MarkedContent) => ReadMark | undefined,
): StructureElement =>
  withReplaced(element, (child) => {
    if (child.kind === 'element') return withHyphens(child, markOf);
    if (child.kind !== 'content' || markOf(child)?.last?.ending !== 'hyphen') return child;
    const hyphen = { ...child, mcid: hyphenOf(child.mcid) };
    return [child, { ...elementOf('Span', [hyphen]), actualText: hyphenMark }];
  });

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
    if (
      last !== undefined &&
      (last.source !== content.source ||
        isNewLine(last.shown.y, last.shown.size, mark.first.y, mark.first.size))
    )
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
