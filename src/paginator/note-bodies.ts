/** Notes: gathers their bodies, numbers them, writes their calls and markers. */
import type { NoteId } from '../protocol/galley.ts';
import type { ContentPart } from '../protocol/paged-css.ts';
import { pagedClasses } from '../protocol/paged-css.ts';
import type { NoteSetup } from '../protocol/paginator.ts';
import { counterText } from '../protocol/counter-styles.ts';
import type { PagedElements } from './generated-content.ts';
import { unbrokenText } from './line-ends.ts';

/** A note in the page. */
export interface NoteBody {
  readonly id: NoteId;
  readonly element: HTMLElement;
  readonly calls: readonly HTMLElement[];
}

const markText = (parts: readonly ContentPart[], number: number): string =>
  parts
    .map((part) =>
      part.kind === 'counter' ? counterText(number, part.style) : part.kind === 'text' ? part.text : '',
    )
    .join('');

/**
 * Elements the template floats to the foot (`float: footnote`) inside the text leave a call where they stood and join the
 * notes at the end of the document.
 */
const floatNotes = (flow: readonly Element[], notes: Element, paged: PagedElements): void => {
  let floated = 0;
  for (const [element, values] of paged) {
    if (values.float !== 'footnote' || notes.contains(element)) continue;
    if (!flow.some((root) => root.contains(element))) continue;
    floated += 1;
    const id = `float-${floated}`;
    const call = document.createElement('a');
    call.className = pagedClasses.noteCall;
    call.dataset['note'] = id;
    call.id = `call-${id}-1`;
    call.href = `#note-${id}`;
    element.replaceWith(call);
    const aside = document.createElement('aside');
    aside.className = 'note';
    aside.id = `note-${id}`;
    aside.dataset['note'] = id;
    const paragraph = document.createElement('p');
    paragraph.append(...element.childNodes);
    aside.append(paragraph);
    notes.append(aside);
  }
};

/** The block that a marker opens: the first paragraph, not the box around it. */
const openingBlock = (note: HTMLElement): HTMLElement => {
  const paragraph = note.querySelector<HTMLElement>('p, dt, dd, pre, h1, h2, h3, h4, h5, h6');
  if (paragraph !== null && note.firstElementChild?.contains(paragraph) === true) return paragraph;
  const opening = document.createElement('p');
  note.prepend(opening);
  return opening;
};

/** Gathers the notes in the order of their first calls and gives each its marker. Notes never called are dropped. */
export const gatherNotes = (
  flow: readonly Element[],
  container: Element,
  paged: PagedElements,
): readonly NoteBody[] => {
  floatNotes(flow, container, paged);
  for (const call of document.querySelectorAll(`.${pagedClasses.noteCall}`)) {
    const before = call.previousSibling;
    // Two numbers side by side would read as one.
    if (before instanceof Element && before.classList.contains(pagedClasses.noteCall)) {
      call.classList.add('tf-adjoining');
    }
  }
  const bodies = new Map<NoteId, HTMLElement>();
  for (const element of container.querySelectorAll<HTMLElement>(':scope > [data-note]')) {
    bodies.set(element.dataset['note'] ?? '', element);
  }
  const calls = new Map<NoteId, HTMLElement[]>();
  const visit = (root: Element): void => {
    for (const call of root.querySelectorAll<HTMLElement>(`.${pagedClasses.noteCall}[data-note]`)) {
      const id = call.dataset['note'] ?? '';
      const body = bodies.get(id);
      if (body === undefined) continue;
      const known = calls.get(id);
      if (known === undefined) {
        calls.set(id, [call]);
        visit(body);
      } else {
        known.push(call);
      }
    }
  };
  for (const root of flow) visit(root);
  const notes: NoteBody[] = [];
  for (const [id, callers] of calls) {
    const element = bodies.get(id);
    if (element === undefined) continue;
    const marker = document.createElement('a');
    marker.className = pagedClasses.noteMarker;
    const first = callers[0];
    if (first !== undefined) marker.href = `#${first.id}`;
    openingBlock(element).prepend(marker);
    notes.push({ id, element, calls: callers });
    container.append(element);
  }
  for (const [id, element] of bodies) if (!calls.has(id)) element.remove();
  return notes;
};

/** The number of each note through the document; an element with `counter-reset: footnote` begins again. */
export const numberNotes = (
  notes: readonly NoteBody[],
  paged: PagedElements,
): Readonly<Record<NoteId, number>> => {
  const resets = [...paged].filter(([, values]) => values.noteReset !== undefined);
  const numbers: Record<NoteId, number> = {};
  let number = 0;
  let reached = 0;
  for (const note of notes) {
    const call = note.calls[0];
    while (reached < resets.length && call !== undefined) {
      const [element, values] = resets[reached] ?? [];
      if (element === undefined || values === undefined) break;
      const follows = (element.compareDocumentPosition(call) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      if (!follows) break;
      number = values.noteReset ?? 0;
      reached += 1;
    }
    number += 1;
    numbers[note.id] = number;
  }
  return numbers;
};

/** The calls and markers under a root that do not yet show their number. */
export const staleMarks = (
  root: ParentNode,
  numbers: Readonly<Record<NoteId, number>>,
  setup: NoteSetup,
): readonly { readonly element: HTMLElement; readonly text: string }[] =>
  [
    ...root.querySelectorAll<HTMLElement>(
      `.${pagedClasses.noteCall}[data-note], .${pagedClasses.noteMarker}`,
    ),
  ].flatMap((element) => {
    const marker = element.classList.contains(pagedClasses.noteMarker);
    const holder = marker ? element.closest<HTMLElement>('[data-note]') : element;
    const number = numbers[holder?.dataset['note'] ?? ''];
    if (number === undefined) return [];
    const text = markText(marker ? setup.marker : setup.call, number);
    return unbrokenText(element) === text ? [] : [{ element, text }];
  });

/** Writes the numbers into the calls and markers under a root. */
export const writeNoteNumbers = (
  root: ParentNode,
  numbers: Readonly<Record<NoteId, number>>,
  setup: NoteSetup,
): void => {
  for (const { element, text } of staleMarks(root, numbers, setup)) element.textContent = text;
};
