/** What stops the work with a browser, as an error that only this room's callers meet; it carries its diagnostic. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** The browser ended or does not answer. `gone` is true where starting it again may help. */
export class BrowserFailure extends Error {
  readonly diagnostic: Diagnostic;
  readonly gone: boolean;

  constructor(diagnostic: Diagnostic, gone: boolean) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
    this.gone = gone;
  }
}

/** The browser ended in the middle of the work; `how` is how its process ended. */
export const browserCrashed = (how: string): BrowserFailure =>
  new BrowserFailure(
    diagnose('chromium/crashed', `Unexpected end of the browser (${how}), expected it to finish the page`, {
      hint: 'build fewer editions at a time with `--jobs 1`, or free memory',
    }),
    true,
  );

/** A page took longer than the program waits. */
export const noAnswer = (what: string, seconds: number): BrowserFailure =>
  new BrowserFailure(
    diagnose('chromium/no-answer', `Unexpected silence of ${seconds} s while ${what}, expected an answer`, {
      hint: 'close other programs, or divide the publication',
    }),
    true,
  );
