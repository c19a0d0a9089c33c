/** Tells prepress, in the composed page, what it cannot see in the PDF; see protocol/structure-marks.ts. Writes only what no reader sees. */
import { pagedClasses } from '../protocol/paged-css.ts';
import type { StructureMark } from '../protocol/structure-marks.ts';
import { hyphenMark, joinMark, markedLanguage, structureMarks } from '../protocol/structure-marks.ts';

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

const textBefore = (mark: Element): Text | undefined => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = mark;
  const found = walker.previousNode();
  return found instanceof Text ? found : undefined;
};

const isSpaced = (mark: Element, before: Text): boolean => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = mark;
  const after = walker.nextNode();
  return /\s$/u.test(before.data) || !(after instanceof Text) || /^\s/u.test(after.data);
};

/** What the ends of fixed lines do not show: whether a hyphen is the author's, whether a space stood there. */
const collectEnds = (): readonly { readonly text: Text; readonly mark: string }[] =>
  [...document.querySelectorAll('.tf-br')].flatMap((end) => {
    const text = textBefore(end);
    if (text === undefined) return [];
    if (end.classList.contains('tf-hyphen')) return [{ text, mark: hyphenMark }];
    return isSpaced(end, text) ? [] : [{ text, mark: joinMark }];
  });

/** Writes the marks of a composed page: first all is read, then all is written. */
export const writeStructureMarks = (): void => {
  const marked = collectMarks();
  const ends = collectEnds();
  for (const { element, language } of marked) element.lang = language;
  for (const { text, mark } of ends) text.data += mark;
  // Chromium forgets the language of a plain span unless it is told to keep the element.
  for (const span of document.querySelectorAll('span[lang]:not([role])'))
    span.setAttribute('role', 'generic');
  // The dots that lead to a page number are for the eye alone.
  for (const leader of document.querySelectorAll('.tf-leader')) leader.setAttribute('aria-hidden', 'true');
};
