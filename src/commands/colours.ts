/** Colours of the terminal. */
import { createColors } from 'picocolors';
import type { Colours } from '../diagnostics/report-terminal.ts';

/** The colours diagnostics are told in; without colours every text stays as it is. */
export const coloursFor = (wanted: boolean): Colours => {
  const paint = createColors(wanted);
  return {
    error: (text) => paint.red(text),
    warning: (text) => paint.yellow(text),
    info: (text) => paint.cyan(text),
    place: (text) => paint.bold(text),
    faint: (text) => paint.dim(text),
  };
};
