/**
 * The text of an edition as one sequence of items. A *text position* counts the items of all runs in order; a page takes
 * the items between two of them. *Segments* are what lies between forced breaks: a page never crosses their ends.
 */
import type { Break, Galley, Run } from '../protocol/galley.ts';
import type { PageRoom, RoomOf, Side } from '../protocol/makeup.ts';
import { breakCost } from './cost.ts';
import type { NoteSequence } from './note-sequence.ts';

/** A run with what the search asks of it again and again. */
export interface TextRun {
  readonly run: Run;
  readonly index: number;
  /** The text position of its first item. */
  readonly start: number;
  /** Height of a line of body text, never 0. */
  readonly line: number;
  /** The most that any break of it adds at the foot of a page: heights fall by no more when an item is added. */
  readonly greatestClosing: number;
  readonly recto: PageRoom;
  readonly verso: PageRoom;
}

/** All items in order, with what the search asks at each text position. */
export interface TextSequence {
  /** The room of the first page of the edition. */
  readonly opening: PageRoom;
  readonly runs: readonly TextRun[];
  /** The run that each item belongs to, as index into `runs`. */
  readonly runOf: Int32Array;
  /** 1 where a segment begins, and at the very end. */
  readonly bounds: Uint8Array;
  /** What must follow a bound: a page of which side, or any. */
  readonly opens: ReadonlyMap<number, Side | undefined>;
  /** The end of the segment that an item lies in. */
  readonly segmentEnd: Int32Array;
  /** How many notes must have begun when the items before a text position are set. */
  readonly owed: Int32Array;
  /** The note position at which the notes of all items before a text position, and the notes they call, are set in full. */
  readonly settled: Int32Array;
  /** The cost of ending a page before an item ({@link breakCost}). */
  readonly closing: Float64Array;
  /** 1 where no page may end unless it cannot be helped. */
  readonly sealed: Uint8Array;
}

const sideOf = (forced: Break['forced']): Side | undefined =>
  forced === 'recto' || forced === 'right'
    ? 'recto'
    : forced === 'verso' || forced === 'left'
      ? 'verso'
      : undefined;

const textRuns = (galley: Galley, roomOf: RoomOf): readonly TextRun[] => {
  let start = 0;
  return galley.runs.flatMap((run, index) => {
    if (run.items.length === 0) return [];
    const name = run.page;
    const entry: TextRun = {
      run,
      index,
      start,
      line: run.line > 0 ? run.line : 1,
      greatestClosing: run.breaks.reduce((most, at) => Math.max(most, at.before), 0),
      recto: roomOf({ name, side: 'recto', first: false }),
      verso: roomOf({ name, side: 'verso', first: false }),
    };
    start += run.items.length;
    return [entry];
  });
};

/** Lines up the text. Runs without items take no page. Notes that nothing calls belong to the last item. */
export const sequenceText = (galley: Galley, notes: NoteSequence, roomOf: RoomOf): TextSequence => {
  const runs = textRuns(galley, roomOf);
  const last = runs.at(-1);
  const total = last === undefined ? 0 : last.start + last.run.items.length;
  const runOf = new Int32Array(total + 1);
  const bounds = new Uint8Array(total + 1);
  const opens = new Map<number, Side | undefined>();
  const segmentEnd = new Int32Array(total + 1).fill(total);
  const owed = new Int32Array(total + 1);
  const settled = new Int32Array(total + 1);
  const closing = new Float64Array(total + 1);
  const sealed = new Uint8Array(total + 1);
  for (const [order, { run, start }] of runs.entries()) {
    for (const [index, item] of run.items.entries()) {
      const position = start + index;
      const at = run.breaks[index];
      runOf[position] = order;
      if (index === 0 || at?.forced !== undefined) {
        bounds[position] = 1;
        opens.set(position, sideOf(at?.forced));
      } else if (at !== undefined) {
        closing[position] = breakCost(at);
        sealed[position] = at.avoid === 3 ? 1 : 0;
      }
      let begun = owed[position] ?? 0;
      for (const call of item.calls) begun = Math.max(begun, (notes.indexOf.get(call) ?? -1) + 1);
      owed[position + 1] = begun;
    }
  }
  bounds[total] = 1;
  for (let position = total - 1; position >= 0; position -= 1) {
    segmentEnd[position] = bounds[position + 1] === 1 ? position + 1 : (segmentEnd[position + 1] ?? total);
  }
  for (let position = 0; position <= total; position += 1) {
    settled[position] = notes.start[notes.closure[owed[position] ?? 0] ?? 0] ?? 0;
  }
  settled[total] = notes.noteOf.length;
  const name = runs[0]?.run.page ?? 'auto';
  const opening = roomOf({ name, side: 'recto', first: true });
  return { opening, runs, runOf, bounds, opens, segmentEnd, owed, settled, closing, sealed };
};
