/** Prints small formes in the real browser, through the real stages, and proves them. One browser for a whole test file. */
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { isError, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Lease } from '../../src/pipeline/browser-lease.ts';
import { leaseBrowser } from '../../src/pipeline/browser-lease.ts';
import { makeOutput } from '../../src/pipeline/make-output.ts';
import { shareWork } from '../../src/pipeline/share-work.ts';
import type { PrintedEdition } from '../../src/pipeline/print-edition.ts';
import { printEdition } from '../../src/pipeline/print-edition.ts';
import { startStopwatch } from '../../src/pipeline/stopwatch.ts';
import { programFolder } from '../../src/platform/compiled.ts';
import { readMachine } from '../../src/platform/machine.ts';
import { openThreads } from '../../src/preflight/reading-threads.ts';
import { defaultSettings } from '../../src/project/read-settings.ts';
import { mmToPx } from '../../src/protocol/length.ts';
import type { NoteRules, PageRule } from '../../src/protocol/paged-css.ts';
import { pagedProperties } from '../../src/protocol/paged-css.ts';
import type { Forme, FormeAsset } from '../../src/template/forme.ts';

const literata = join(programFolder(), 'node_modules', '@expo-google-fonts', 'literata');

const files = [
  { url: '/font/regular.ttf', file: '400Regular/Literata_400Regular.ttf', weight: 400, style: 'normal' },
  {
    url: '/font/italic.ttf',
    file: '400Regular_Italic/Literata_400Regular_Italic.ttf',
    weight: 400,
    style: 'italic',
  },
  { url: '/font/bold.ttf', file: '700Bold/Literata_700Bold.ttf', weight: 700, style: 'normal' },
] as const;

const assets = new Map<string, FormeAsset>(
  files.map(({ url, file }) => [url, { path: join(literata, file), mime: 'font/ttf' }]),
);

const registered = Object.values(pagedProperties)
  .map((name) => `@property ${name} { syntax: "*"; inherits: false }`)
  .join('\n');

/** A value as the template room writes it into a custom property. */
export const pagedValue = (value: unknown): string => `"${encodeURIComponent(JSON.stringify(value))}"`;

const baseCss = `
@font-face { font-family: Literata; src: url(/font/regular.ttf) }
@font-face { font-family: Literata; font-style: italic; src: url(/font/italic.ttf) }
@font-face { font-family: Literata; font-weight: 700; src: url(/font/bold.ttf) }
body { font: 10pt/14pt Literata; font-synthesis: none; text-rendering: optimizeLegibility }
p { margin: 0; text-align: justify; orphans: 2; widows: 2 }
h1, h2 { margin: 14pt 0 7pt; font-size: 12pt; line-height: 14pt; break-after: avoid }
ul, ol { margin: 0; padding-left: 8mm }
table { border-collapse: collapse; width: 100%; margin: 7pt 0 }
td, th { padding: 1pt; border-bottom: 0.25pt solid black; text-align: left; vertical-align: top }
figure { margin: 7pt 0 }
.note { font-size: 8pt; line-height: 11pt; margin-top: 2pt }
.tf-note-call { vertical-align: super; font-size: 0.7em; line-height: 0; text-decoration: none; color: inherit }
.tf-note-marker { text-decoration: none; color: inherit }
.tf-note-area { padding-top: 6pt; background: linear-gradient(black, black) no-repeat left top / 24mm 0.5pt }
pre { margin: 0; font: 8pt/11pt Literata; white-space: pre-wrap; overflow-wrap: anywhere }
.box { padding: 5pt; border: 1pt solid black; margin: 7pt 0; box-decoration-break: clone }
`;

const noteRules: NoteRules = {
  numbering: 'document',
  call: [{ kind: 'counter', name: 'footnote', style: 'decimal' }],
  marker: [
    { kind: 'counter', name: 'footnote', style: 'decimal' },
    { kind: 'text', text: ' ' },
  ],
  maxHeight: 1e9,
};

const folio: PageRule = {
  selector: { pseudo: [] },
  margins: { top: mmToPx(15), right: mmToPx(15), bottom: mmToPx(18), left: mmToPx(20) },
  boxes: [{ slot: 'bottom-center', content: [{ kind: 'counter', name: 'page', style: 'decimal' }], css: '' }],
  background: '',
};

const mirrored: PageRule = {
  selector: { pseudo: ['left'] },
  margins: { right: mmToPx(20), left: mmToPx(15) },
  boxes: [],
  background: '',
};

/** A small book: HTML of the flow, HTML of the notes, more CSS, more page rules. Pages are 105 × 148 mm, mirrored. */
export interface SmallBook {
  readonly flow: string;
  readonly notes?: string;
  readonly css?: string;
  readonly rules?: readonly PageRule[];
  readonly numbering?: 'document' | 'page';
  readonly tag?: string;
  /** The most pages it may have. */
  readonly mostPages?: number;
  readonly grid?: boolean;
  readonly hanging?: boolean;
}

export const formeOf = (book: SmallBook): Forme => ({
  html: `<!doctype html><html lang="${book.tag ?? 'en'}"><head><meta charset="utf-8"><title>A small book</title>
<style>${registered}${baseCss}${book.css ?? ''}</style></head>
<body style="display:none"><main class="tf-flow">${book.flow}</main><div class="tf-notes">${book.notes ?? ''}</div></body></html>`,
  assets,
  rules: {
    trim: { width: 105, height: 148 },
    bleed: 0,
    marks: [],
    rules: [folio, mirrored, ...(book.rules ?? [])],
    notes: { ...noteRules, numbering: book.numbering ?? 'document' },
    grid: book.grid === true,
    hanging: book.hanging === true,
  },
  faces: files.map(({ file, weight, style }) => ({
    family: 'Literata',
    weight,
    style,
    path: join(literata, file),
  })),
  title: 'A small book',
  tag: book.tag ?? 'en',
});

/** A small book as `print`; `pdf` is absent where an error forbids it. */
export interface PrintedBook extends PrintedEdition {
  readonly pdf?: Uint8Array;
}

/** Starts a browser before the tests of a file and ends it after them; prints small books with it. */
export const smallPress = (): ((book: SmallBook) => Promise<PrintedBook>) => {
  const leases = leaseBrowser(readMachine(), () => undefined);
  let lease: Lease | undefined;
  let printed = 0;
  beforeAll(async () => {
    const taken = await leases.take();
    lease = taken.value;
    if (lease === undefined) throw new Error(taken.diagnostics.map(({ message }) => message).join('\n'));
  });
  afterAll(() => leases.close());
  return async (book) => {
    if (lease === undefined) throw new Error('the browser has not started');
    printed += 1;
    const watch = startStopwatch(() => undefined);
    const forme = formeOf(book);
    const order = {
      forme,
      host: `book-${printed}`,
      ordinal: (number: number) => `${number}th`,
      mayPrint: () => Promise.resolve(true),
      mostPages: book.mostPages,
    };
    const edition = await printEdition(lease, order, watch);
    if (edition.proof === undefined) return edition;
    const publication = {
      name: 'book',
      folder: '/nowhere',
      places: new Map(),
      settings: defaultSettings('en'),
    };
    const meta = { title: 'A small book', authors: [], translators: [], editors: [], keywords: [] };
    const { value: work } = await shareWork(
      edition.proof,
      { publication, forme, meta, threads: openThreads(1, 0) },
      watch,
    );
    const diagnostics = [...edition.diagnostics, ...(work?.diagnostics ?? [])];
    if (work === undefined || diagnostics.some(isError)) return { ...edition, diagnostics };
    const made = await makeOutput('print', work, watch);
    return { ...edition, diagnostics, ...(made.value === undefined ? {} : { pdf: made.value }) };
  };
};

/** The rules of diagnostics, in order, to be compared. */
export const rulesOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ rule }) => rule);

const words = (
  'mines were laid along roads and fields by all sides and nobody kept maps of them so that the people who came ' +
  'home found land they could not plough and paths they could not walk until somebody had cleared them by hand'
).split(' ');

/** Running prose of so many words, always the same for the same `seed`. */
export const prose = (count: number, seed = 1): string => {
  let state = seed;
  const next = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  return Array.from({ length: count }, () => words[Math.floor(next() * words.length)] ?? 'and').join(' ');
};

/** A call of a note, and a note, as the manuscript and template rooms write them. */
export const call = (label: string, time = 1): string =>
  `<a class="tf-note-call" href="#note-${label}" id="call-${label}-${time}" data-note="${label}"></a>`;

/** The note that {@link call} calls; `body` is HTML of blocks, or words. */
export const note = (label: string, body: string): string =>
  `<aside class="note" id="note-${label}" data-note="${label}" data-place="book.md:1:1">${
    body.startsWith('<') ? body : `<p>${body}</p>`
  }</aside>`;
