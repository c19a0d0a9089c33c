/** Where the ids of an edition stand on paper: the targets of its links. */
import type { Galley, GalleyNote } from '../protocol/galley.ts';
import { heightOf, padBelow } from '../protocol/galley.ts';
import type { Destination, Makeup, PageMakeup } from '../protocol/makeup.ts';
import type { PageRules } from '../protocol/paged-css.ts';
import type { Sheet } from './page-geometry.ts';
import { pageStyleOn, sheetOf } from './page-geometry.ts';

type Put = (id: string, page: number, top: number) => void;

/** Ids in the text of one page. */
const putText = (galley: Galley, page: PageMakeup, head: number, put: Put): void => {
  const run = galley.runs[page.run];
  if (run === undefined) return;
  for (let index = page.from; index < page.to; index += 1) {
    const anchors = run.items[index]?.anchors ?? [];
    if (anchors.length === 0) continue;
    const above =
      heightOf(run, page.from, index + 1) - heightOf(run, index, index + 1) - padBelow(run, page.from, index);
    for (const anchor of anchors) put(anchor, page.index, head + Math.max(0, above));
  }
};

/** Ids of the notes of one page, and ids inside them; `top` is the upper edge of the note area. */
const putNotes = (
  galley: Galley,
  notes: ReadonlyMap<string, GalleyNote>,
  page: PageMakeup,
  top: number,
  put: Put,
): void => {
  const { head, continuedHead } = galley.noteArea;
  let at = top + (page.notes[0]?.continued === true ? continuedHead : head);
  for (const [index, slice] of page.notes.entries()) {
    const note = notes.get(slice.note);
    if (note === undefined) continue;
    if (index > 0) at += note.gap;
    if (!slice.continued && !slice.repeated && note.anchor !== undefined) put(note.anchor, page.index, at);
    for (let item = slice.from; item < slice.to; item += 1) {
      const above = heightOf(note, slice.from, item + 1) - heightOf(note, item, item + 1);
      for (const anchor of note.items[item]?.anchors ?? []) put(anchor, page.index, at + Math.max(0, above));
    }
    at += heightOf(note, slice.from, slice.to);
  }
};

const notesTop = (sheet: Sheet, bottom: number, page: PageMakeup): number =>
  sheet.height - bottom - page.noteHeight;

/** The place of every id; the first page that shows an id counts. */
export const destinationsOf = (
  galley: Galley,
  makeup: Makeup,
  rules: PageRules,
): ReadonlyMap<string, Destination> => {
  const sheet = sheetOf(rules);
  const notes = new Map(galley.notes.map((note) => [note.id, note]));
  const found = new Map<string, Destination>();
  const put: Put = (id, page, top) => {
    if (!found.has(id)) found.set(id, { page, top });
  };
  for (const page of makeup.pages) {
    if (page.blank) continue;
    const { margins } = pageStyleOn(rules, sheet, page);
    putText(galley, page, margins.top, put);
    putNotes(galley, notes, page, notesTop(sheet, margins.bottom, page), put);
  }
  return found;
};
