/** The makeup: which pieces stand on which page. Plain JSON, the decision that everything after it obeys. */
import type { NoteId } from './galley.ts';

/** Recto is the right-hand page (odd), verso the left-hand one. */
export type Side = 'recto' | 'verso';

/** What the page rules of the template offer a page: its room for text and notes together, in CSS px. */
export interface PageRoom {
  /** Height between the head and foot margins. */
  readonly height: number;
}

/** Asks the template for the room of a page; pure, called often. */
export type RoomOf = (page: {
  readonly name: string;
  readonly side: Side;
  readonly first: boolean;
}) => PageRoom;

/** A stretch of a note on one page. */
export interface NoteSlice {
  readonly note: NoteId;
  readonly from: number;
  readonly to: number;
  /** It began on an earlier page. */
  readonly continued: boolean;
  /** It goes on, on the next page. */
  readonly continues: boolean;
  /** It is a repeat: the note of a repeated table head, already set in full on an earlier page. */
  readonly repeated: boolean;
}

/** One page as makeup decided it. */
export interface PageMakeup {
  /** 0-based position in the edition. */
  readonly index: number;
  readonly side: Side;
  /** The value of the page counter. */
  readonly number: number;
  /** Index into `Galley.runs`; on a blank page, of the run that follows. */
  readonly run: number;
  /** The named page. */
  readonly name: string;
  /** The first page of the edition (`:first`, CSS Page 3 §4.2 has it for the document; we follow). */
  readonly first: boolean;
  readonly blank: boolean;
  /** Items `from` to `to` (exclusive) of the run. */
  readonly from: number;
  readonly to: number;
  readonly notes: readonly NoteSlice[];
  /** Unused height between the text and the note area (or the foot). */
  readonly slack: number;
  /** Height of the note area, 0 without notes. */
  readonly noteHeight: number;
}

/** Something makeup could not do as the rules ask; the pipeline turns it into a diagnostic. */
export interface MakeupFinding {
  readonly rule:
    | 'makeup/note-late'
    | 'makeup/note-split-short'
    | 'makeup/item-overflows'
    | 'makeup/unsettled'
    | 'makeup/note-overflows';
  readonly page: number;
  readonly place: string;
  /** Numbers and labels for the message. */
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Counts for the report (`quality`). */
export interface MakeupQuality {
  /** Pages with a hole: slack of three body lines or more, not before a forced break and not the last page. */
  readonly holes: number;
  readonly widows: number;
  readonly orphans: number;
  readonly lateNotes: number;
  readonly splitNotes: number;
  /** Mean slack of the pages that are not before a forced break nor last, in body lines. */
  readonly meanSlack: number;
  /** Lines of the text that do not stand on the baseline grid of their page; 0 where there is no grid. */
  readonly offGrid: number;
}

/** The decision for a whole edition. */
export interface Makeup {
  readonly pages: readonly PageMakeup[];
  /** The cost of the whole, by the formula in makeup/cost.ts. */
  readonly cost: number;
  readonly findings: readonly MakeupFinding[];
  readonly quality: MakeupQuality;
}

/** One entry of an edition's outline, where a reader program takes the person who chooses it. */
export interface OutlineEntry {
  /** From 1. */
  readonly level: number;
  readonly text: string;
  /** 0-based index of the page. */
  readonly page: number;
  /** Distance from the sheet's upper edge, CSS px. */
  readonly top: number;
}

/** Where a link inside the document leads. */
export interface Destination {
  /** 0-based index of the page. */
  readonly page: number;
  /** Distance from the sheet's upper edge, CSS px. */
  readonly top: number;
}
