/** What a makeup is made from, and what a position in it means. */
import { heightOf } from '../protocol/galley.ts';
import type { NoteSequence } from './note-sequence.ts';
import { areaHeight, isInsideNote } from './note-sequence.ts';
import type { TextRun, TextSequence } from './text-positions.ts';

/** The text and the notes of an edition, each in one sequence. */
export interface Matter {
  readonly text: TextSequence;
  readonly notes: NoteSequence;
}

/** The position a page begins at. */
export interface PageStart {
  readonly text: number;
  readonly notes: number;
  /** Height for text and notes together. */
  readonly room: number;
}

/** Heights are sums of fractions of a pixel: what differs by less than this is equal. */
export const tolerance = 1e-4;

/** The run that a page from a text position is made of; only notes are left of the run that a bound closes. */
export const runAt = (matter: Matter, text: number, notes: number): TextRun | undefined =>
  matter.text.runs[
    matter.text.runOf[
      notes < (matter.text.settled[text] ?? 0) && matter.text.bounds[text] === 1 ? text - 1 : text
    ] ?? 0
  ];

/** Whether a segment's text is all set and only notes called in it are left. */
export const isTextDone = (matter: Matter, text: number, notes: number): boolean =>
  matter.text.bounds[text] === 1 && notes < (matter.text.settled[text] ?? 0);

/**
 * The notes of a repeated table head, set in full on an earlier page, that stand again on a page with text from here. They
 * are left out where they would leave no room for a single item.
 */
export const repeatedNotes = (matter: Matter, start: PageStart): readonly number[] => {
  const { text, notes } = matter;
  const run = text.runs[text.runOf[start.text] ?? 0];
  if (run === undefined || start.text === run.start) return [];
  const labels = run.run.breaks[start.text - run.start]?.repeats ?? [];
  if (labels.length === 0) return [];
  const repeats = [...new Set(labels)].flatMap((label) => {
    const index = notes.indexOf.get(label);
    return index !== undefined && (notes.start[index + 1] ?? 0) <= start.notes ? [index] : [];
  });
  const least = start.notes + (isInsideNote(notes, start.notes) ? 1 : 0);
  const area = areaHeight(notes, start.notes, least, repeats);
  const first = heightOf(run.run, start.text - run.start, start.text - run.start + 1);
  return area > notes.area.max + tolerance || first + area > start.room + tolerance ? [] : repeats;
};
