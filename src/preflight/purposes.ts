/**
 * What files are meant for, and what that asks of them. Figures are those of the Ghent Workgroup's 2022 specification
 * (https://gwg.org/gwg-2022-specifications/), by the numbers of its requirements; where it has none, they are the house's own.
 */
import type { Severity } from '../diagnostics/diagnostic.ts';

/**
 * What a file is meant for. `print`: any office printer and the archive, PDF/A-2a and PDF/UA-1. `sheet`: a print shop's offset
 * press, PDF/X-4 and GWG 2022 "Sheet CMYK+RGB". `digital`: a print shop's digital press, PDF/X-4 and GWG 2022 "Digital print".
 * `imposed`: sheets for an office printer, which are neither archived nor read aloud.
 */
export type Purpose = 'print' | 'sheet' | 'digital' | 'imposed';

/** Pixels to the inch: at most so many are an error, at most so many a warning. */
export interface CoarseLimits {
  readonly error: number;
  readonly warning: number;
}

/** What is asked of a file. */
export interface Demands {
  /** PDF/X-4, with inks and bleed. */
  readonly press: boolean;
  /** PDF/A-2a and PDF/UA-1. */
  readonly access: boolean;
  /** Type that is white or of several inks is no smaller, in points (R0016, R0017). */
  readonly fineText: number;
  /** R0031. */
  readonly pictures: CoarseLimits;
  /** R0032. */
  readonly stencils: CoarseLimits;
  /** Named inks beyond the four (R0020). */
  readonly spots: Severity;
  /** Black that overprints, total ink (R0009 to R0013, R0026): they matter on offset presses only. */
  readonly offset: boolean;
}

const officePictures: CoarseLimits = { error: 71, warning: 143 };

/** The demands of each purpose. */
export const demandsOf: Readonly<Record<Purpose, Demands>> = {
  print: {
    press: false,
    access: true,
    fineText: 5,
    pictures: officePictures,
    stencils: { error: 149, warning: 299 },
    spots: 'warning',
    offset: false,
  },
  sheet: {
    press: true,
    access: false,
    fineText: 8,
    pictures: { error: 149, warning: 224 },
    stencils: { error: 549, warning: 799 },
    spots: 'error',
    offset: true,
  },
  digital: {
    press: true,
    access: false,
    fineText: 5,
    pictures: { error: 95, warning: 149 },
    stencils: { error: 349, warning: 599 },
    spots: 'warning',
    offset: false,
  },
  imposed: {
    press: false,
    access: false,
    fineText: 5,
    pictures: officePictures,
    stencils: { error: 149, warning: 299 },
    spots: 'warning',
    offset: false,
  },
};

/** Black text under this height, in points, overprints (R0009). */
export const smallBlackText = 12;

/** Black lines under this width, in points, overprint (R0010). */
export const thinBlackLine = 2;

/** Lines that are white or of several inks are no thinner, in points (R0018, R0019). */
export const fineLine = 0.25;

/** Text of so much black and more than so much ink in all is rich black (R0015). */
export const richBlack = { black: 0.85, total: 2.8 };

/** Most ink on average in a square of so many millimetres (R0026); 1 is one ink in full. */
export const inkLimit = { total: 3.2, square: 15 };

/** Pictures of no more pixels than this, either way, are not judged (R0031). */
export const fewestPixels = 16;

/** What stands out beyond the trim, in millimetres. */
export const leastBleed = 3;

/** Nothing that matters stands nearer to the trim, in millimetres. */
export const leastMargin = 3;
