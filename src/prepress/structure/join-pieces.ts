/** Joins what was cut: a note that goes on at the foot of the next page, a row that was divided. Pure. */
import { structureMarks } from '../../protocol/structure-marks.ts';
import type { StructureChild, StructureElement } from './structure-element.ts';
import { isElement, withReplaced } from './structure-element.ts';

const isRest = (child: StructureChild | undefined): child is StructureElement =>
  isElement(child) && child.marks.includes(structureMarks.rest);

const joinChildren = (
  before: readonly StructureChild[],
  after: readonly StructureChild[],
): readonly StructureChild[] => {
  const opening = after.findIndex((child) => !isElement(child, 'Lbl'));
  const first = after[opening];
  const last = before.at(-1);
  if (!isRest(first) || !isElement(last) || last.role !== first.role) return [...before, ...after];
  return [...before.slice(0, -1), joinElements(last, first), ...after.slice(opening + 1)];
};

/** An element and its rest as one; cells of a row are joined each with its own. */
export const joinElements = (element: StructureElement, rest: StructureElement): StructureElement => {
  if (element.role !== 'TR') return { ...element, children: joinChildren(element.children, rest.children) };
  return {
    ...element,
    children: element.children.map((cell, index) => {
      const more = rest.children[index];
      return isElement(cell) && isElement(more)
        ? { ...cell, children: joinChildren(cell.children, more.children) }
        : cell;
    }),
  };
};

/** Joins divided rows everywhere under an element. */
export const joinRows = (element: StructureElement): StructureElement => {
  const joined = withReplaced(element, (child) => (isElement(child) ? joinRows(child) : child));
  if (!joined.children.some((child) => isRest(child) && child.role === 'TR')) return joined;
  const children: StructureChild[] = [];
  for (const child of joined.children) {
    const last = children.at(-1);
    if (isRest(child) && child.role === 'TR' && isElement(last, 'TR'))
      children[children.length - 1] = joinElements(last, child);
    else children.push(child);
  }
  return { ...joined, children };
};
