/**
 * Notes are read where they are called: each is taken from the foot of its page and put directly after the block that calls it first; call and
 * note refer to each other. Pure.
 */
import { structureMarks } from '../../protocol/structure-marks.ts';
import { joinElements } from './join-pieces.ts';
import type { LinkedObject, StructureChild, StructureElement } from './structure-element.ts';
import { elementOf, holdsElements, isElement, isInline, withReplaced } from './structure-element.ts';

/** A structure without its notes, and these by label, each in one piece. */
export interface TakenNotes {
  readonly root: StructureElement;
  readonly notes: ReadonlyMap<string, StructureElement>;
}

const objectsUnder = (element: StructureElement): readonly (readonly LinkedObject[])[] =>
  element.children.flatMap((child) => {
    if (!isElement(child)) return [];
    const own = child.children.filter((inner) => inner.kind === 'object');
    return own.length > 0 ? [own] : objectsUnder(child);
  });

/** A note with the annotations of its repeats: they lie on other pages and lead to the same. */
const withRepeats = (
  note: StructureElement,
  repeated: readonly (readonly LinkedObject[])[],
): StructureElement => {
  let next = 0;
  const visit = (element: StructureElement): StructureElement => {
    const visited = withReplaced(element, (child) => (isElement(child) ? visit(child) : child));
    if (!element.children.some((child) => child.kind === 'object')) return visited;
    const more = repeated[next] ?? [];
    next += 1;
    return { ...visited, children: [...visited.children, ...more] };
  };
  return visit(note);
};

/** Takes the notes out of a structure as Chromium wrote it. */
export const takeNotes = (root: StructureElement): TakenNotes => {
  const notes = new Map<string, StructureElement>();
  const repeats: StructureElement[] = [];
  const visit = (element: StructureElement): StructureElement =>
    withReplaced(element, (child) => {
      if (!isElement(child)) return child;
      if (child.marks.includes(structureMarks.repeat)) {
        repeats.push(child);
        return [];
      }
      if (!child.marks.includes(structureMarks.note)) return visit(child);
      const known = notes.get(child.label);
      notes.set(child.label, known === undefined ? { ...child, role: 'Note' } : joinElements(known, child));
      return [];
    });
  const rest = visit(root);
  for (const repeat of repeats) {
    const note = notes.get(repeat.label);
    if (note !== undefined) notes.set(repeat.label, withRepeats(note, objectsUnder(repeat)));
  }
  return { root: rest, notes };
};

const callPrefix = 'note-';
const markerPrefix = 'call-';

const labelOf = (element: StructureElement): string | undefined =>
  element.role === 'Link' && element.target?.kind === 'id' && element.target.id.startsWith(callPrefix)
    ? element.target.id.slice(callPrefix.length)
    : undefined;

const isMarker = (child: StructureChild | undefined): boolean =>
  isElement(child, 'Link') && child.target?.kind === 'id' && child.target.id.startsWith(markerPrefix);

/** The number at the head of a note is its label. */
const withLabel = (note: StructureElement): StructureElement => {
  const [block, ...blocks] = note.children;
  if (isMarker(block) && block !== undefined)
    return { ...note, children: [elementOf('Lbl', [block]), ...blocks] };
  if (!isElement(block)) return note;
  const [marker, ...rest] = block.children;
  if (marker === undefined || !isMarker(marker)) return note;
  const body = rest.length === 0 ? [] : [{ ...block, children: rest }];
  return { ...note, children: [elementOf('Lbl', [marker]), ...body, ...blocks] };
};

/** Elements that a note may stand in. */
const holders: ReadonlySet<string> = new Set([
  ...['Document', 'Sect', 'Div', 'Art', 'Part', 'BlockQuote', 'LBody', 'TD', 'Note'],
]);

const noNotes: readonly StructureElement[] = [];

/** Puts mended notes into a mended structure. A note that nothing calls stands at the end. */
export const placeNotes = (
  root: StructureElement,
  notes: ReadonlyMap<string, StructureElement>,
): StructureElement => {
  const placed = new Map<string, string>();
  const callers = new Map<string, string[]>();
  let calls = 0;
  const noteOf = (label: string): readonly StructureElement[] => {
    const note = notes.get(label);
    if (note === undefined || placed.has(label)) return [];
    const id = `note-${placed.size + 1}`;
    placed.set(label, id);
    return [{ ...place(withLabel(note)).element, id, key: `note ${label}`, label }];
  };
  const place = (
    element: StructureElement,
  ): { readonly element: StructureElement; readonly waiting: readonly StructureElement[] } => {
    const label = labelOf(element);
    if (label !== undefined && notes.has(label)) {
      calls += 1;
      const key = `call ${calls}`;
      callers.set(label, [...(callers.get(label) ?? []), key]);
      const call = { ...elementOf('Reference', [element]), key, references: [`note ${label}`] };
      return { element: call, waiting: noteOf(label) };
    }
    if (!holdsElements(element)) return { element, waiting: noNotes };
    const children: StructureChild[] = [];
    let waiting: StructureElement[] = [];
    const holds = holders.has(element.role);
    for (const child of element.children) {
      if (holds && !isInline(child)) {
        children.push(...waiting);
        waiting = [];
      }
      if (!isElement(child)) {
        children.push(child);
        continue;
      }
      const inner = place(child);
      children.push(inner.element);
      if (inner.waiting.length > 0) waiting.push(...inner.waiting);
      if (holds && !isInline(child)) {
        children.push(...waiting);
        waiting = [];
      }
    }
    if (!holds) return { element: { ...element, children }, waiting };
    return { element: { ...element, children: [...children, ...waiting] }, waiting: [] };
  };
  const { element } = place(root);
  const left = [...notes.keys()].flatMap((label) => noteOf(label));
  const linked = (current: StructureElement): StructureElement => {
    const inner = withReplaced(current, (child) => (isElement(child) ? linked(child) : child));
    return inner.role === 'Note' ? { ...inner, references: callers.get(inner.label) ?? [] } : inner;
  };
  return linked({ ...element, children: [...element.children, ...left] });
};
