/** What is gathered while a page is read. Changed in place: it is filled for every glyph. */
import type { PdfFile } from '../prepress/pdf-file.ts';
import type { PdfRectangle } from '../prepress/page-tree.ts';
import type { FileReaders } from './file-readers.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { Belonging, Mark } from './marks.ts';
import type { ProofFont } from '../prepress/proof-fonts.ts';

/** A page as far as it is read. */
export interface PageReading {
  readonly file: PdfFile;
  readonly readers: FileReaders;
  /** The upper left corner of the sheet, in points. */
  readonly left: number;
  readonly top: number;
  readonly letters: string[];
  readonly x: number[];
  readonly y: number[];
  readonly codes: number[];
  readonly fontIndexes: number[];
  readonly fonts: ProofFont[];
  /** The index of each in `fonts`. */
  readonly fontNumbers: Map<ProofFont, number>;
  /** Fonts that showed a glyph which stands for no letter, and for a letter they lack, with the first such place in points. */
  readonly unspoken: Map<ProofFont, { readonly x: number; readonly y: number }>;
  readonly missing: Map<ProofFont, { readonly x: number; readonly y: number }>;
  /** Areas filled so that nothing under them shows, in points, and how many glyphs were painted before. */
  readonly covers: { readonly box: PdfRectangle; readonly glyphs: number }[];
  readonly marks: Mark[];
  /** The text mark that glyphs are added to; undefined before the first. */
  stretch: TextStretch | undefined;
  /** Where marks are put that are painted over and over: the area of a tiling pattern. */
  confined: PdfRectangle | undefined;
  /** Open marked content, from the outside in. */
  readonly marked: OpenContent[];
  /** How many of them say what letters stand for them. */
  actualTexts: number;
  belonging: Belonging;
  /** Numbers of the marked contents of the page itself (§14.7.4), each once. */
  readonly contentIds: Set<number>;
  /** True where an artifact stands in tagged content, or the other way round. */
  artifactInTagged: boolean;
  taggedInArtifact: boolean;
  /** What transparency groups blend in, by their kind. */
  readonly groups: TransparencyGroup[];
  /** True where something is painted as optional content. */
  optional: boolean;
  /** True where a transfer function or a halftone is set. */
  transfers: boolean;
  /** Bytes of content that may still be read. */
  budget: number;
  whole: boolean;
}

/** Marked content that is open (ISO 32000-1 §14.6). */
export interface OpenContent {
  /** The letters that stand for all of it (§14.9.4), where it says so; empty once they were taken. */
  actualText: string | undefined;
  /** What content belonged to before it was opened. */
  readonly outside: Belonging;
}

/** Glyphs that go on in one paint, size and line; its mark grows with them. */
export interface TextStretch {
  readonly state: GraphicsState;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly x: number;
  readonly y: number;
  readonly belonging: Belonging;
  readonly box: { left: number; bottom: number; right: number; top: number };
}

/** A group of marks that are blended with one another first (ISO 32000-1 §11.4.7). */
export interface TransparencyGroup {
  /** Name of the family of its blending space; undefined where it names none. */
  readonly space: string | undefined;
  readonly isMask: boolean;
  readonly isPage: boolean;
}

/** More than this no page needs, and all of them stand in the memory at once. */
const mostMarks = 400_000;

/** Adds a mark. */
export const addMark = (reading: PageReading, mark: Mark): void => {
  if (reading.marks.length >= mostMarks) reading.whole = false;
  else reading.marks.push(reading.confined === undefined ? mark : { ...mark, box: reading.confined });
};
