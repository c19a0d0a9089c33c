/** Tells prepress, in the composed page, what it cannot see in the PDF; see protocol/structure-marks.ts. Writes only what no reader sees. */
import { pagedClasses } from '../protocol/paged-css.ts';
import type { StructureMark } from '../protocol/structure-marks.ts';
import { markedLanguage, structureMarks } from '../protocol/structure-marks.ts';

/** What marks the rest of an element that was cut, until {@link writeStructureMarks}. */
const restAttribute = 'rest';

/**
 * Marks the rest of a divided element: `rest` itself and the elements inside it that were divided too. `depth` is how many there are, `rest`
 * included: the elements that held the place of the cut.
 */
export const markRest = (rest: HTMLElement, depth: number): void => {
  let element: Element | null = rest;
  for (let level = 0; level < depth && element instanceof HTMLElement; level += 1) {
    element.dataset[restAttribute] = '';
    element = element.firstElementChild;
  }
};

/** How many elements hold a place in a document, from the one it stands in up to `outermost`. */
export const depthOf = (node: Node, outermost: Element): number => {
  let depth = 0;
  let element = node instanceof Element ? node : node.parentElement;
  for (; element !== null && element !== outermost; element = element.parentElement) depth += 1;
  return depth + 1;
};

interface MarkedElement {
  readonly element: HTMLElement;
  readonly language: string;
}

const definitionMarks: Readonly<Record<string, StructureMark>> = {
  DL: structureMarks.definitions,
  DT: structureMarks.term,
  DD: structureMarks.definition,
};

/** A list is a table of contents where every item shows the page that it leads to. */
const isContents = (list: Element): boolean => {
  const items = [...list.children].filter((child) => child.tagName === 'LI');
  return items.length > 0 && items.every((item) => item.querySelector('a .tf-page') !== null);
};

const marksOf = (element: HTMLElement): readonly StructureMark[] => {
  const marks: StructureMark[] = [];
  if (element.dataset[restAttribute] !== undefined) marks.push(structureMarks.rest);
  const definition = definitionMarks[element.tagName];
  if (definition !== undefined) marks.push(definition);
  if ((element.tagName === 'OL' || element.tagName === 'UL') && isContents(element))
    marks.push(structureMarks.contents);
  if (element.parentElement?.classList.contains(pagedClasses.noteArea) === true)
    marks.push(element.dataset['repeated'] === undefined ? structureMarks.note : structureMarks.repeat);
  return marks;
};

const collectMarks = (): readonly MarkedElement[] =>
  [
    ...document.querySelectorAll<HTMLElement>(
      `[data-${restAttribute}], dl, dt, dd, ol, ul, .${pagedClasses.noteArea} > *`,
    ),
  ].flatMap((element) => {
    const marks = marksOf(element);
    if (marks.length === 0) return [];
    const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
    return [{ element, language: markedLanguage(language, marks, element.dataset['note']) }];
  });

/** Writes the marks of a composed page, but for those of line ends, which the lines have: first all is read, then all is written. */
export const writeStructureMarks = (): void => {
  const marked = collectMarks();
  for (const { element, language } of marked) element.lang = language;
  // Chromium forgets the language of a plain span unless it is told to keep the element.
  for (const span of document.querySelectorAll('span[lang]:not([role])'))
    span.setAttribute('role', 'generic');
  // The dots that lead to a page number are for the eye alone.
  for (const leader of document.querySelectorAll('.tf-leader')) leader.setAttribute('aria-hidden', 'true');
};
