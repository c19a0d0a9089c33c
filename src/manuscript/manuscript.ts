/** The manuscript: the author's Markdown understood. Every hast element keeps its `position`; `data.file` its file. */
import type { Element, ElementContent, Root } from 'hast';
import type { Place } from '../protocol/place.ts';

/** Front matter of an edition, validated; dates ISO 8601 strings. */
export interface Meta {
  readonly title: string;
  readonly subtitle?: string;
  /** A line above the title on the cover, e.g. the series. */
  readonly series?: string;
  readonly authors: readonly string[];
  readonly translators: readonly string[];
  readonly editors: readonly string[];
  readonly date?: string;
  /** Words for the cover that say what the date means, e.g. "Situation in mid-2000". */
  readonly status?: string;
  /** A notice on the cover, e.g. "Sample, not an official publication". */
  readonly notice?: string;
  readonly abstract?: string;
  readonly keywords: readonly string[];
  /** The running head, where the title is too long for it. */
  readonly short?: string;
}

/** A note of the text: its words and where it is called. */
export interface Note {
  /** The author's label, or `inline-N`. Unique in the edition (a chapter's labels are local to its file: `2:label`). */
  readonly id: string;
  /** Number by first call, from 1, through the document. */
  readonly number: number;
  /** Block content (paragraphs, lists). */
  readonly body: readonly Element[];
  readonly calls: readonly Place[];
  readonly place: Place;
}

/** A head of the text, listed in contents and outline. */
export interface Heading {
  readonly id: string;
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** Plain text without note calls. */
  readonly text: string;
  readonly place: Place;
  readonly matter: 'front' | 'body' | 'back';
  /** Listed in the contents (`{.unlisted}` headings are not). */
  readonly listed: boolean;
}

/** A numbered figure, table or chart. */
export interface Float {
  readonly id: string;
  readonly kind: 'figure' | 'table';
  readonly number: number;
  /** Caption as plain text. */
  readonly caption: string;
  readonly place: Place;
  /** For tables: the numbers found in the body cells, row by row, normalised to values, for comparison between editions. */
  readonly figures: readonly (readonly number[])[];
}

/** A file the forme needs, inside the publication's folder. */
export interface Asset {
  /** As it stands in the HTML (`asset/<n>/<name>`). */
  readonly url: string;
  /** Absolute path on disk, proved to be inside the publication's folder. */
  readonly path: string;
  readonly mime: string;
}

/** One file of an edition, its body as HTML. */
export interface Chapter {
  readonly file: string;
  readonly body: Root;
}

/** An edition understood: everything the template needs of it. */
export interface Manuscript {
  readonly publication: string;
  readonly tag: string;
  readonly meta: Meta;
  readonly chapters: readonly Chapter[];
  /** What the author put into `:::imprint`, taken out of the chapters: the template says where it stands. Empty where there is none. */
  readonly imprint: readonly ElementContent[];
  /** In order of first call. */
  readonly notes: readonly Note[];
  readonly headings: readonly Heading[];
  readonly floats: readonly Float[];
  readonly assets: readonly Asset[];
  /** Words of the author's text, as the language divides them. */
  readonly words: number;
}
