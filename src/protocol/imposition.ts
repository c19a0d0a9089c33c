/** Sheets of paper and how pages are laid on them: what publication.yaml says and prepress does. Lengths in millimetres. */

/** The sheets that office printers take, upright: ISO 216, ANSI/ASME Y14.1 (Tabloid is its size B). */
export const sheetSizes = {
  A4: { width: 210, height: 297 },
  A3: { width: 297, height: 420 },
  Letter: { width: 215.9, height: 279.4 },
  Tabloid: { width: 279.4, height: 431.8 },
} as const;

/** The name of a sheet. */
export type SheetName = keyof typeof sheetSizes;

/** All of them, from the smallest. */
export const sheetNames = Object.keys(sheetSizes) as readonly SheetName[];

/** The edge of the sheet over which the printer turns it for its back. */
export type TurnedEdge = 'short' | 'long';

/** What may be asked for beside the pages: where to fold, where to cut. */
export type SheetMark = 'fold' | 'cut';

/** What all ways of laying pages on sheets have in common. */
export interface SheetSettings {
  /** The sheet; absent for the one that the pages fill at their own size. */
  readonly sheet?: SheetName;
  /** True where pages may be made smaller to fit the sheet. */
  readonly fit: boolean;
  /** Absent for the edge that keeps the head of the back where the head of the front is. */
  readonly flip?: TurnedEdge;
  readonly marks: readonly SheetMark[];
}

/** `booklet:` of publication.yaml. */
export interface BookletSettings extends SheetSettings {
  /** Thickness of the paper, which pushes inner pages outwards: they are moved back towards the fold by as much. */
  readonly paper: number;
}

/** `n-up:` of publication.yaml. */
export interface NUpSettings extends SheetSettings {
  /** Pages on each side of a sheet. */
  readonly pages: 2 | 4;
}

/** `trifold:` of publication.yaml. */
export type TrifoldSettings = Pick<SheetSettings, 'flip' | 'marks'>;

/** The three together, as a publication has them. */
export interface ImpositionSettings {
  readonly booklet: BookletSettings;
  readonly nUp: NUpSettings;
  readonly trifold: TrifoldSettings;
}

/** Without settings: the fitting sheet, never smaller, no marks; office paper of 80 g/m² is a tenth of a millimetre thick. */
export const defaultImposition: ImpositionSettings = {
  booklet: { fit: false, marks: [], paper: 0.1 },
  nUp: { fit: false, marks: [], pages: 2 },
  trifold: { marks: [] },
};
