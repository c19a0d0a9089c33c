/**
 * The galley: the whole text laid out once at full measure, in CSS pixels, with no pages. The paginator measures it,
 * makeup reads it. Plain JSON; nothing here knows a DOM.
 */

/** The label of a note in the manuscript, unique in an edition. */
export type NoteId = string;

/** A value that an item gives to a named string (CSS GCPM `string-set`). */
export interface StringSet {
  readonly name: string;
  readonly value: string;
}

/** An entry of the document's outline (CSS GCPM 3 §5, https://www.w3.org/TR/css-gcpm-3/#bookmarks). */
export interface Bookmark {
  /** From 1: `bookmark-level`, or the level of a heading. */
  readonly level: number;
  /** The element's own words. */
  readonly text: string;
}

/** An unbreakable part of a run: a line, a table row, a figure, a heading's line. */
export interface Item {
  /** Border-box top in the galley, without the margin above. */
  readonly top: number;
  /** Border-box bottom in the galley, without the margin below. */
  readonly bottom: number;
  /** The notes called in it, in order, each call. */
  readonly calls: readonly NoteId[];
  /** The ids of elements that begin in it: targets of references and contents. */
  readonly anchors: readonly string[];
  /** Named strings set by elements that begin in it. */
  readonly strings: readonly StringSet[];
  /** Names of running elements (`position: running(name)`) that begin in it, with the index of the element. */
  readonly running: readonly { readonly name: string; readonly element: number }[];
  /** Top of its line in the galley, where it is a line of the text that belongs on the baseline grid. */
  readonly grid?: number;
  /** Entries of the outline for elements that begin in it; absent where there are none. */
  readonly bookmarks?: readonly Bookmark[];
  /** What the page counter becomes on the page this item stands on (`counter-reset: page n`). */
  readonly pageReset?: number;
  /** Where its source is written, as `file:line:column`; empty where nothing is known. */
  readonly place: string;
}

/** An item in which nothing begins and nothing is called. */
export const nothingBegins = { calls: [], anchors: [], strings: [], running: [] } as const;

/** A place where a page may end: before item `i` of a run stands `breaks[i]`. */
export interface Break {
  /** A page must end here, and the next page must be of this kind (CSS Break 3, `break-before`). */
  readonly forced?: 'page' | 'recto' | 'verso' | 'left' | 'right';
  /**
   * How strongly CSS asks that no page end here: 0 free; 1 `break-inside: avoid` of an enclosing block;
   * 2 `break-after: avoid`/`break-before: avoid` (a heading and what follows, a caption and its figure);
   * 3 never, except where a page cannot hold it otherwise (rows joined by a span, a row's own lines).
   */
  readonly avoid: 0 | 1 | 2 | 3;
  /** Lines missing before the break to satisfy `orphans`; 0 when satisfied. */
  readonly orphans: number;
  /** Lines missing after the break to satisfy `widows`; 0 when satisfied. */
  readonly widows: number;
  /** The line before the break ends in a hyphen. */
  readonly hyphen: boolean;
  /** It parts two rows of a table: permitted, but whole is better. */
  readonly row?: boolean;
  /** Height that exists only if the break is taken, at the foot of the page: closing padding and border. */
  readonly before: number;
  /** Height that exists only if the break is taken, at the head of the next page: repeated table head, reopened padding. */
  readonly after: number;
  /** What of `after` only brings the lines of the next page onto the grid: room above its first block. Absent: nothing. */
  readonly pad?: number;
  /** The item above whose block that room is given; absent: the first of the page. */
  readonly padAt?: number;
  /** Notes called in a repeated table head: they stand first on the page that repeats it. */
  readonly repeats: readonly NoteId[];
}

/** A stretch of the text on pages of one name and one measure. `breaks.length === items.length`; `breaks[0]` opens it. */
export interface Run {
  /** The CSS named page (`page: name`), or `auto`. */
  readonly page: string;
  /** The width of the text column. */
  readonly measure: number;
  /** Height of one line of body text: what a hole, a widow and a slack are counted in. */
  readonly line: number;
  readonly items: readonly Item[];
  readonly breaks: readonly Break[];
}

/** A note's body: its lines are items and breaks, like a run of its own. */
export interface GalleyNote {
  readonly id: NoteId;
  /** The id of its element: the target of its calls. */
  readonly anchor?: string;
  readonly items: readonly Item[];
  readonly breaks: readonly Break[];
  /** Space the template puts between this note and the one above it in the note area. */
  readonly gap: number;
  /** Height of one line of the note. */
  readonly line: number;
  readonly place: string;
}

/** The heights of the note area that do not belong to any note. */
export interface NoteArea {
  /** Everything above the first note: margin, rule, padding. */
  readonly head: number;
  /** The same when the area opens with the rest of a note from the page before. */
  readonly continuedHead: number;
  /** Everything below the last note: padding and border. */
  readonly foot: number;
  /** The greatest height the area may take (`@footnote { max-height }`), or Infinity given as 1e9. */
  readonly max: number;
}

/** The whole text at full measure: its runs, its notes, the heights of the note area. */
export interface Galley {
  readonly runs: readonly Run[];
  /** In the order in which they are first called. */
  readonly notes: readonly GalleyNote[];
  readonly noteArea: NoteArea;
}

/** The distance of lines on the baseline grid, px: Chromium rounds line heights to 64ths of a pixel. */
export const gridPitch = (lineHeight: number): number => Math.round(lineHeight * 64) / 64;

/** Lengths below this are no difference on the grid, px. */
const gridTolerance = 0.02;

/** What a length lacks to the next whole multiple of the grid's pitch, px; 0 where it is one. */
export const missingToGrid = (length: number, pitch: number): number => {
  const rest = ((-length % pitch) + pitch) % pitch;
  return rest < gridTolerance || rest > pitch - gridTolerance ? 0 : rest;
};

/**
 * What of the room above a page's first block an item of that page does not stand below: the room is given further down, above
 * `padAt`. 0 for most.
 */
export const padBelow = (
  flow: { readonly breaks: readonly Break[] },
  from: number,
  index: number,
): number => {
  const at = from === 0 ? undefined : flow.breaks[from];
  return index < (at?.padAt ?? 0) ? (at?.pad ?? 0) : 0;
};

/**
 * The height that items `from` to `to` (exclusive) take on one page: margins at the page's head vanish, what the breaks
 * on both sides add is counted. The only way to ask for a height; nobody subtracts tops.
 */
export const heightOf = (
  flow: { readonly items: readonly Item[]; readonly breaks: readonly Break[] },
  from: number,
  to: number,
): number => {
  const first = flow.items[from];
  const last = flow.items[to - 1];
  if (first === undefined || last === undefined || to <= from) return 0;
  const opened = from === 0 ? 0 : (flow.breaks[from]?.after ?? 0);
  const closed = to === flow.items.length ? 0 : (flow.breaks[to]?.before ?? 0);
  return last.bottom - first.top + opened + closed;
};
