/** What is being done, while it is done: one line that is rewritten on a terminal, elsewhere a line for each step. */
import { printable } from '../diagnostics/format-printable.ts';
import type { Output } from '../platform/program.ts';
import type { ProgressEvent } from '../project/build-request.ts';
import type { Stage } from '../project/report.ts';

/** Stages as a reader tells them apart; several are one step of the work. */
const stepOf: Readonly<Record<Stage, string>> = {
  read: 'reading',
  manuscript: 'reading',
  language: 'reading',
  template: 'reading',
  browser: 'waiting for the browser',
  galley: 'setting the pages',
  makeup: 'setting the pages',
  compose: 'setting the pages',
  print: 'printing',
  prepress: 'printing',
  preflight: 'proving',
  write: 'proving',
};

const eraseLine = '\r\u001B[2K';

/** Hears events, shows what they come to. */
export interface ProgressView {
  readonly onProgress: (event: ProgressEvent) => void;
  /** Takes the status line away, so that something else can be written. */
  readonly clear: () => void;
}

/** Cuts a line to the width of the terminal, one column short of its edge. */
const fitted = (line: string, columns: number): string => {
  const letters = [...line];
  return letters.length < columns ? line : `${letters.slice(0, Math.max(1, columns - 2)).join('')}…`;
};

/** A view that writes to `output`. */
export const showProgress = (output: Output, faint: (text: string) => string): ProgressView => {
  const steps = new Map<string, string>();
  let shown = '';
  const clear = (): void => {
    if (shown !== '') output.write(eraseLine);
    shown = '';
  };
  const redraw = (): void => {
    const line = fitted(
      [...steps].map(([edition, step]) => (edition === '' ? step : `${edition}: ${step}`)).join(' · '),
      output.columns(),
    );
    if (line === shown) return;
    clear();
    if (line !== '') output.write(faint(line));
    shown = line;
  };
  const say = (line: string): void => output.write(`${faint(line)}\n`);
  const onProgress = (event: ProgressEvent): void => {
    if (event.kind === 'message') {
      clear();
      say(printable(event.message));
      return;
    }
    const tag = event.kind === 'stage' ? event.tag : event.report.lang;
    const edition = printable(tag === undefined ? event.publication : `${event.publication} ${tag}`);
    if (event.kind === 'edition') {
      steps.delete(edition);
    } else {
      const step = event.output === undefined ? stepOf[event.stage] : `making ${event.output}`;
      if (steps.get(edition) !== step && !output.isTerminal)
        say(edition === '' ? step : `${edition}: ${step}`);
      steps.set(edition, step);
    }
    if (output.isTerminal) redraw();
  };
  return { onProgress, clear };
};
