/**
 * The notes of an edition as one sequence of lines. Notes keep their order and only a page's last note may be cut, so how
 * far the notes are set is one number: a *note position*, counting the items of all notes in order. Note `n` has the items
 * `start[n]` to `start[n + 1]`.
 */
import type { GalleyNote, NoteArea, NoteId } from '../protocol/galley.ts';
import { heightOf } from '../protocol/galley.ts';
import { breakCost } from './cost.ts';

/** All notes in order of first call, with what makes the height of any stretch of them a matter of constant time. */
export interface NoteSequence {
  readonly notes: readonly GalleyNote[];
  readonly area: NoteArea;
  /** The index of each note in `notes`. */
  readonly indexOf: ReadonlyMap<NoteId, number>;
  /** The note position at which each note begins; one more entry closes the sequence. */
  readonly start: Int32Array;
  /** The note that each item belongs to. */
  readonly noteOf: Int32Array;
  /** Heights of whole notes with their gaps: `stacked[n]` is that of the first `n`. */
  readonly stacked: Float64Array;
  /** How many notes must have begun when the items before a note position are set, because those items call them. */
  readonly owed: Int32Array;
  /** How many notes belong with the first `n`: those, and the notes that they call, and so on. */
  readonly closure: Int32Array;
  /** The cost of ending a page before an item inside a note ({@link breakCost}); 0 between notes. */
  readonly closing: Float64Array;
}

/** Lines up the notes. A note without items (an empty body that was not laid out) is left out. */
export const sequenceNotes = (all: readonly GalleyNote[], area: NoteArea): NoteSequence => {
  const notes = all.filter(({ items }) => items.length > 0);
  const indexOf = new Map(notes.map((note, index) => [note.id, index]));
  const start = new Int32Array(notes.length + 1);
  const stacked = new Float64Array(notes.length + 1);
  for (const [index, note] of notes.entries()) {
    start[index + 1] = (start[index] ?? 0) + note.items.length;
    stacked[index + 1] = (stacked[index] ?? 0) + note.gap + heightOf(note, 0, note.items.length);
  }
  const total = start[notes.length] ?? 0;
  const noteOf = new Int32Array(total);
  const owed = new Int32Array(total + 1);
  const closing = new Float64Array(total + 1);
  let position = 0;
  for (const [index, note] of notes.entries()) {
    for (const [line, item] of note.items.entries()) {
      noteOf[position] = index;
      const at = note.breaks[line];
      closing[position] = line === 0 || at === undefined ? 0 : breakCost(at);
      let begun = owed[position] ?? 0;
      for (const call of item.calls) begun = Math.max(begun, (indexOf.get(call) ?? -1) + 1);
      position += 1;
      owed[position] = begun;
    }
  }
  const closure = new Int32Array(notes.length + 1);
  for (let count = notes.length; count >= 0; count -= 1) {
    const reached = owed[start[count] ?? 0] ?? 0;
    closure[count] = reached > count ? (closure[reached] ?? reached) : count;
  }
  return { notes, area, indexOf, start, noteOf, stacked, owed, closure, closing };
};

/** How many notes have begun when all items before a note position are set. */
export const begunAt = (sequence: NoteSequence, position: number): number =>
  position === 0 ? 0 : (sequence.noteOf[position - 1] ?? 0) + 1;

/** Whether a note position lies inside a note, so that a page beginning there opens with its rest. */
export const isInsideNote = (sequence: NoteSequence, position: number): boolean =>
  position < sequence.noteOf.length && sequence.start[sequence.noteOf[position] ?? 0] !== position;

/** The height of a stretch of one note on one page. */
const partHeight = (sequence: NoteSequence, index: number, from: number, to: number): number => {
  const note = sequence.notes[index];
  const start = sequence.start[index] ?? 0;
  return note === undefined ? 0 : heightOf(note, from - start, to - start);
};

/** The height of the notes between two positions, with the gap of each; in constant time. */
const stackedHeight = (sequence: NoteSequence, from: number, to: number): number => {
  if (to <= from) return 0;
  const { noteOf, notes, start, stacked } = sequence;
  const first = noteOf[from] ?? 0;
  const last = noteOf[to - 1] ?? 0;
  const gap = notes[first]?.gap ?? 0;
  if (first === last) return gap + partHeight(sequence, first, from, to);
  return (
    gap +
    partHeight(sequence, first, from, start[first + 1] ?? from) +
    ((stacked[last] ?? 0) - (stacked[first + 1] ?? 0)) +
    (notes[last]?.gap ?? 0) +
    partHeight(sequence, last, start[last] ?? to, to)
  );
};

/**
 * The height of the whole note area of a page: the rest of a note first, then the notes of a repeated table head, then new
 * notes. No gap above the first of them, whichever it is; 0 without notes.
 *
 * @param repeats Indexes of the notes that are repeated whole.
 */
export const areaHeight = (
  sequence: NoteSequence,
  from: number,
  to: number,
  repeats: readonly number[],
): number => {
  if (to <= from && repeats.length === 0) return 0;
  const { area, notes, stacked } = sequence;
  const continued = to > from && isInsideNote(sequence, from);
  const opening = continued ? sequence.noteOf[from] : (repeats[0] ?? sequence.noteOf[from]);
  let height = (continued ? area.continuedHead : area.head) + area.foot - (notes[opening ?? 0]?.gap ?? 0);
  for (const index of repeats) height += (stacked[index + 1] ?? 0) - (stacked[index] ?? 0);
  return height + stackedHeight(sequence, from, to);
};
