/** Pages laid on sheets, as a plan: data that a test can fold. Millimetres, from the lower left of the side as it is read. */

/** A rectangle on the side of a sheet. */
export interface Window {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A page on the side of a sheet. */
export interface Placement {
  /** Which page, from 0. */
  readonly page: number;
  /** Where the lower left corner of its trim comes to stand. */
  readonly left: number;
  readonly bottom: number;
  /** Its size against its own, 1 where it is not made smaller. */
  readonly scale: number;
  /** What of the side may show it: half of a folded sheet, a panel, a cell. */
  readonly window: Window;
}

/** A short line that says where to fold (dashed) or to cut. */
export interface SheetLine {
  readonly mark: 'fold' | 'cut';
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

/** One side of a sheet; blank pages have no placement. */
export interface SheetSide {
  readonly placements: readonly Placement[];
  readonly lines: readonly SheetLine[];
}

/** How a printer is to lay a job on paper (ISO 32000-1 §12.2, table 150). */
export type Duplex = 'Simplex' | 'DuplexFlipShortEdge' | 'DuplexFlipLongEdge';

/** A plan. */
export interface Imposition {
  readonly width: number;
  readonly height: number;
  /** Front and back of the first sheet, of the second… */
  readonly sides: readonly SheetSide[];
  readonly duplex: Duplex;
  /** True where the printer turns sheets over the edge that puts the head down: backs are turned by half to make up for it. */
  readonly backsTurned: boolean;
  readonly scale: number;
}

/** The size of a page or a sheet. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
