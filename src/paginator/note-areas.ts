/** Sets the notes of a page at its foot: whole notes are moved, a cut one is divided after a fixed line. */
import type { NoteId } from '../protocol/galley.ts';
import type { NoteSlice } from '../protocol/makeup.ts';
import { pagedClasses } from '../protocol/paged-css.ts';
import type { ItemElement } from './measure-flow.ts';
import { depthOf, markRest } from './structure-marks.ts';

/** A note as it was measured. */
export interface MeasuredNote {
  readonly element: HTMLElement;
  readonly elements: readonly ItemElement[];
}

/** What stands before an item, as a boundary point of the document. */
const boundaryBefore = (item: ItemElement): { readonly node: Node; readonly offset: number } => {
  const start = item.line > 0 ? item.lines?.starts[item.line - 1] : undefined;
  if (start?.kind === 'newline') return { node: start.node, offset: start.offset };
  const anchor: Node = start?.mark ?? item.start;
  const parent = anchor.parentNode;
  if (parent === null) throw new Error('a measured note lost its element');
  const index = [...parent.childNodes].findIndex((node) => node === anchor);
  return { node: parent, offset: start === undefined ? index : index + 1 };
};

/** Drops ids and anything else that must be unique from the second piece of a cut note. */
const withoutIds = (piece: HTMLElement): void => {
  piece.removeAttribute('id');
  for (const element of piece.querySelectorAll('[id]')) element.removeAttribute('id');
};

/**
 * Divides a note before each of the items given (ascending); returns its pieces in order, the first being the note itself.
 * Divides from the end, so that every boundary is still where it was measured.
 */
export const divideNote = (note: MeasuredNote, before: readonly number[]): readonly HTMLElement[] => {
  const pieces: HTMLElement[] = [];
  for (const at of before.toReversed()) {
    const item = note.elements[at];
    if (item === undefined) continue;
    const range = document.createRange();
    const boundary = boundaryBefore(item);
    range.setStart(boundary.node, boundary.offset);
    range.setEndAfter(note.element);
    range.setStartBefore(note.element);
    range.setStart(boundary.node, boundary.offset);
    const depth = depthOf(boundary.node, note.element);
    const rest = range.extractContents().firstElementChild;
    if (!(rest instanceof HTMLElement)) continue;
    const mother = note.element.parentElement;
    mother?.append(rest);
    markRest(rest, depth);
    if (item.line > 0) continueBlock(rest);
    withoutIds(rest);
    pieces.unshift(rest);
  }
  return [note.element, ...pieces];
};

/** A block that goes on after a cut has no indent and no margin at its head, and a list goes on counting. */
const continueBlock = (piece: HTMLElement): void => {
  const block = piece.querySelector<HTMLElement>('p, li, dd, dt, pre, div') ?? piece;
  block.style.textIndent = '0';
  block.style.marginTop = '0';
};

/** Builds the note area of a page from the pieces of its notes. */
export const buildNoteArea = (
  slices: readonly NoteSlice[],
  pieceOf: (note: NoteId, slice: NoteSlice) => HTMLElement | undefined,
): HTMLElement => {
  const area = document.createElement('div');
  area.className = pagedClasses.noteArea;
  if (slices[0]?.continued === true) area.classList.add(pagedClasses.noteAreaContinued);
  for (const slice of slices) {
    const piece = pieceOf(slice.note, slice);
    if (piece !== undefined) area.append(piece);
  }
  const first = area.firstElementChild;
  if (first instanceof HTMLElement) first.style.marginTop = '0';
  return area;
};
