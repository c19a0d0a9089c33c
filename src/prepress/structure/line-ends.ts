/** Where lines end within a block: words must not be joined there by who reads the text without seeing it (ISO 32000-1 §14.8.2.5). Pure. */
import { hyphenMark } from '../../protocol/structure-marks.ts';
import type { ReadMark, Shown } from './content-marks.ts';
import { isNewLine } from './content-marks.ts';
import type { MarkedContent, StructureElement } from './structure-element.ts';
import { elementOf, isInline, withReplaced } from './structure-element.ts';

/** Chromium never counts as far: from here on the pieces of marks are counted. */
const firstPiece = 2 ** 24;

/** The number of a piece of a mark: 0 is what stands before its first hyphen, 1 that hyphen, 2 what follows it, and so on. */
export const pieceOf = (mcid: number, piece: number): number => piece * firstPiece + mcid;

/** The ends of the lines of a mark that have a hyphen which only the end of the line put there. */
export const hyphensOf = ({ lines, last }: ReadMark): readonly Shown[] =>
  (last === undefined ? lines : [...lines, last]).filter(({ ending }) => ending === 'hyphen');

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
    const mark = child.kind === 'content' ? markOf(child) : undefined;
    if (child.kind !== 'content' || mark === undefined) return child;
    const hyphens = hyphensOf(mark);
    if (hyphens.length === 0) return child;
    const piece = (number: number): MarkedContent => ({ ...child, mcid: pieceOf(child.mcid, number) });
    const pieces = hyphens.flatMap((_, index) => [
      piece(2 * index),
      { ...elementOf('Span', [piece(2 * index + 1)]), actualText: hyphenMark },
    ]);
    return hyphens.at(-1) === mark.last ? pieces : [...pieces, piece(2 * hyphens.length)];
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
