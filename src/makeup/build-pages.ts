/** Turns the way that the search found into pages: sides, numbers, blank pages, and the slices of notes. */
import type { Galley } from '../protocol/galley.ts';
import type { NoteSlice, PageMakeup, Side } from '../protocol/makeup.ts';
import type { Matter } from './matter.ts';
import { repeatedNotes, runAt } from './matter.ts';
import type { Waypoint } from './search-breaks.ts';

/** A page with the way to it, for judging it afterwards. */
export interface BuiltPage {
  readonly page: PageMakeup;
  /** Where it begins and ends; absent on a blank page. */
  readonly step?: { readonly from: Waypoint; readonly to: Waypoint };
}

/** The slices of notes between two note positions; repeated ones after the rest of a note and before new notes. */
const slicesOf = (
  matter: Matter,
  from: number,
  to: number,
  repeats: readonly number[],
): readonly NoteSlice[] => {
  const { noteOf, notes, start } = matter.notes;
  const slices: NoteSlice[] = [];
  for (let position = from; position < to;) {
    const index = noteOf[position] ?? 0;
    const opening = start[index] ?? 0;
    const close = Math.min(to, start[index + 1] ?? to);
    slices.push({
      note: notes[index]?.id ?? '',
      from: position - opening,
      to: close - opening,
      continued: position > opening,
      continues: close < (start[index + 1] ?? close),
      repeated: false,
    });
    position = close;
  }
  const again = repeats.map((index) => ({
    note: notes[index]?.id ?? '',
    from: 0,
    to: notes[index]?.items.length ?? 0,
    continued: false,
    continues: false,
    repeated: true,
  }));
  const rest = slices[0]?.continued === true ? 1 : 0;
  return [...slices.slice(0, rest), ...again, ...slices.slice(rest)];
};

/** The waypoints of a way, from the first. */
const waypoints = (last: Waypoint): readonly Waypoint[] => {
  const way: Waypoint[] = [];
  for (let at: Waypoint | undefined = last; at !== undefined; at = at.before) way.push(at);
  return way.reverse();
};

const sideAt = (index: number): Side => (index % 2 === 0 ? 'recto' : 'verso');

/** Builds the pages of a way. */
export const buildPages = (galley: Galley, matter: Matter, last: Waypoint): readonly BuiltPage[] => {
  const built: BuiltPage[] = [];
  let counter = 0;
  const way = waypoints(last);
  for (const [order, to] of way.entries()) {
    const from = way[order - 1];
    if (from === undefined || to.page === undefined) continue;
    const run = runAt(matter, from.text, from.notes);
    if (run === undefined) continue;
    const name = run.run.page;
    const blank = sideAt(built.length) !== from.side;
    if (blank) {
      counter += 1;
      built.push({
        page: {
          index: built.length,
          side: sideAt(built.length),
          number: counter,
          run: run.index,
          name,
          first: built.length === 0,
          blank: true,
          from: from.text - run.start,
          to: from.text - run.start,
          notes: [],
          slack: sideAt(built.length) === 'recto' ? run.recto.height : run.verso.height,
          noteHeight: 0,
        },
      });
    }
    const items = galley.runs[run.index]?.items.slice(from.text - run.start, to.text - run.start) ?? [];
    counter = items.find(({ pageReset }) => pageReset !== undefined)?.pageReset ?? counter + 1;
    const { room } = to;
    const { textHeight, noteHeight } = to.page;
    const repeats =
      to.text === from.text ? [] : repeatedNotes(matter, { text: from.text, notes: from.notes, room });
    built.push({
      page: {
        index: built.length,
        side: from.side,
        number: counter,
        run: run.index,
        name,
        first: built.length === 0,
        blank: false,
        from: from.text - run.start,
        to: to.text - run.start,
        notes: slicesOf(matter, from.notes, to.notes, repeats),
        slack: Math.max(0, room - textHeight - noteHeight),
        noteHeight,
      },
      step: { from, to },
    });
  }
  return built;
};
