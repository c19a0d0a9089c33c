/** Makeup: decides which items and which notes stand on which page. A pure function; see cost.ts for what it minimises. */
import type { Galley } from '../protocol/galley.ts';
import type { Makeup, RoomOf } from '../protocol/makeup.ts';
import { buildPages } from './build-pages.ts';
import type { Matter } from './matter.ts';
import { findFaults, judgePages } from './judge-pages.ts';
import { sequenceNotes } from './note-sequence.ts';
import type { SearchBounds } from './search-breaks.ts';
import { searchBreaks } from './search-breaks.ts';
import { sequenceText } from './text-positions.ts';

/** How widely to search where nothing else is asked: wide enough that more has never been seen to help. */
const usualBounds: SearchBounds = { breadth: 6, states: 16, alternatives: 8 };

/**
 * Makes up the pages of a galley at the least cost over the whole document.
 *
 * @param galley The measured text and notes, CSS px.
 * @param roomOf The room of a page by its name, side and place; asked a few times per run.
 * @param options How widely to search; smaller is faster and dearer.
 * @returns The pages, in order and without gaps: every item of every run once, every note once and where a table head
 *   repeats it. No pages where there is no text. What could not be done as the rules ask is in `findings`. The same
 *   arguments give the same answer.
 */
export const makeUp = (galley: Galley, roomOf: RoomOf, options: Partial<SearchBounds> = {}): Makeup => {
  const notes = sequenceNotes(galley.notes, galley.noteArea);
  const matter: Matter = { notes, text: sequenceText(galley, notes, roomOf) };
  const last = searchBreaks(matter, { ...usualBounds, ...options });
  const pages = last === undefined ? [] : buildPages(galley, matter, last);
  const findings = findFaults(matter, pages);
  return {
    pages: pages.map(({ page }) => page),
    cost: last?.cost ?? 0,
    findings,
    quality: judgePages(matter, pages, findings),
  };
};
