/** Which marked content is content: text, and what is drawn in figures. Rules, backgrounds and repeated heads are not. Pure. */
import type { ReadMark } from './content-marks.ts';
import type { MarkedContent, StructureChild, StructureElement } from './structure-element.ts';
import { isElement, takesText } from './structure-element.ts';

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
  if (first === undefined || children.length === 1) return children;
  return children.filter(
    (child) =>
      child.kind !== 'content' || child.source === first.source || known.text(child) !== known.text(first),
  );
};

/** True for what Chromium puts around every line: an element that says nothing and holds content alone. */
const isBare = ({ role, language, marks, attributes, id, children }: StructureElement): boolean =>
  role === 'NonStruct' &&
  language === undefined &&
  id === undefined &&
  marks.length === 0 &&
  attributes.size === 0 &&
  children.every(({ kind }) => kind === 'content');

/** The structure with content alone; elements around the lines of a text are gone, as they say nothing. */
export const keepContent = (root: StructureElement, known: KnownContent): StructureElement => {
  const visit = (element: StructureElement, inDrawing: boolean): StructureElement => {
    const isDrawing = inDrawing || drawn.has(element.role);
    const kept = element.children.filter((child) => {
      if (child.kind !== 'content') return true;
      const mark = known.mark(child);
      return mark !== undefined && (mark.last !== undefined || (isDrawing && mark.paintings > 0));
    });
    const holdsText = takesText(element.role);
    const children: StructureChild[] = [];
    for (const child of withoutRepeats(kept, known)) {
      if (!isElement(child)) {
        children.push(child);
        continue;
      }
      const inner = visit(child, isDrawing);
      if (holdsText && isBare(inner)) children.push(...inner.children);
      else children.push(inner);
    }
    return { ...element, children };
  };
  return visit(root, false);
};
