/** Which marked content is content: text, and what is drawn in figures. Rules, backgrounds and repeated heads are not. Pure. */
import type { ReadMark } from './content-marks.ts';
import type { MarkedContent, StructureChild, StructureElement } from './structure-element.ts';
import { isElement } from './structure-element.ts';

/** What is known of a piece of content. */
export interface KnownContent {
  readonly mark: (content: MarkedContent) => ReadMark | undefined;
  /** What it says. */
  readonly text: (content: MarkedContent) => string;
}

/** Drawings are content in these. */
const drawn: ReadonlySet<string> = new Set(['Figure', 'Lbl', 'Formula']);

/** Content that says the same as content of the same element on an earlier page is a head that Chromium repeats. */
const withoutRepeats = (
  children: readonly StructureChild[],
  known: KnownContent,
): readonly StructureChild[] => {
  const first = children.find((child) => child.kind === 'content');
  if (first === undefined) return children;
  return children.filter(
    (child) =>
      child.kind !== 'content' || child.source === first.source || known.text(child) !== known.text(first),
  );
};

/** The structure with content alone. */
export const keepContent = (root: StructureElement, known: KnownContent): StructureElement => {
  const visit = (element: StructureElement, inDrawing: boolean): StructureElement => {
    const isDrawing = inDrawing || drawn.has(element.role);
    const kept = element.children.filter((child) => {
      if (child.kind !== 'content') return true;
      const mark = known.mark(child);
      return mark !== undefined && (mark.last !== undefined || (isDrawing && mark.paintings > 0));
    });
    return {
      ...element,
      children: withoutRepeats(kept, known).map((child) =>
        isElement(child) ? visit(child, isDrawing) : child,
      ),
    };
  };
  return visit(root, false);
};
