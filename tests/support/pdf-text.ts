/** Reads finished PDFs with poppler, a reader that shares no code with ours. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const runs = (program: string): boolean =>
  spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined;

/** True where poppler's `pdftotext` is installed: `test.skipIf(!hasPdftotext)`. */
export const hasPdftotext: boolean = runs('pdftotext');

/** How the text is asked for. */
export interface PdfTextOptions {
  /** First and last page, from 1; all where none is given. */
  readonly from?: number;
  readonly to?: number;
  /** Keep the look of the page (columns, spaces) instead of the order of reading. */
  readonly layout?: boolean;
}

const run = (program: string, args: readonly string[]): string => {
  const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.error !== undefined) throw done.error;
  if (done.status !== 0) throw new Error(`${program} ended with ${done.status}: ${done.stderr}`);
  return done.stdout;
};

/** The text of a PDF; each page ends in a form feed. Throws where poppler is missing or cannot read the file. */
export const pdfText = (path: string, options: PdfTextOptions = {}): string =>
  run('pdftotext', [
    ...(options.from === undefined ? [] : ['-f', String(options.from)]),
    ...(options.to === undefined ? [] : ['-l', String(options.to)]),
    ...(options.layout === true ? ['-layout'] : []),
    path,
    '-',
  ]);

/** The text of a PDF page by page. */
export const pdfPages = (path: string, options: PdfTextOptions = {}): readonly string[] =>
  pdfText(path, options).split('\f').slice(0, -1);

/** What `pdfinfo` says: name → value (`Pages`, `Tagged`, `Page size`…). */
export const pdfInfo = (path: string): ReadonlyMap<string, string> =>
  new Map(
    run('pdfinfo', [path])
      .split('\n')
      .flatMap((line) => {
        const colon = line.indexOf(':');
        return colon === -1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()] as const];
      }),
  );

/** True where a file begins as a PDF and ends as one: it is whole. */
export const isWholePdf = (path: string): boolean => {
  const bytes = readFileSync(path);
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.subarray(-1024).includes('%%EOF');
};
