/** How each output is made of what all of them share, and judged for what it is meant for. */
import { isError, type Diagnostic, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Meta } from '../manuscript/manuscript.ts';
import { judgeFile, type FileExpectation } from '../preflight/judge-file.ts';
import type { Purpose } from '../preflight/purposes.ts';
import type { ReadingThreads } from '../preflight/reading-threads.ts';
import type { ProofExpectation } from '../preflight/verify-proof.ts';
import type { DocumentInformation } from '../prepress/document-information.ts';
import { imposeOutput } from '../prepress/impose/impose-output.ts';
import type { PageMarks } from '../prepress/impose/page-marks.ts';
import type { ImposedOutput } from '../prepress/impose/plan-imposition.ts';
import type { PdfDocument } from '../prepress/pdf-document.ts';
import { makePress } from '../prepress/press/press-output.ts';
import { loadPressProfile, type PressProfile } from '../prepress/press/press-profile.ts';
import { linearisedFile } from '../prepress/screen/linearised-file.ts';
import { screenOutput } from '../prepress/screen/screen-output.ts';
import { writeDocument } from '../prepress/write-document.ts';
import type { Output } from '../project/outputs.ts';
import type { Publication } from '../project/project.ts';
import type { Forme } from '../template/forme.ts';
import type { Stopwatch } from './stopwatch.ts';

/** What the outputs of an edition are made for. */
export interface OutputOrder {
  readonly publication: Pick<Publication, 'name' | 'folder' | 'places' | 'settings'>;
  readonly forme: Forme;
  readonly meta: Meta;
  /** The date the files carry; the clock's never. */
  readonly date?: Date | undefined;
  /** Threads that read the files back, this one not counted. */
  readonly threads: ReadingThreads;
}

/** What the outputs of an edition share. */
export interface SharedWork {
  readonly order: OutputOrder;
  readonly information: DocumentInformation;
  /** The bytes of an sRGB profile. */
  readonly profile: Uint8Array;
  /** What the pages must show, and what is known of them. */
  readonly expected: ProofExpectation;
  /** The proof, tagged. */
  readonly tagged: PdfDocument;
  /** As `print`: the document and its file. */
  readonly printed: PdfDocument;
  readonly pdf: Uint8Array;
  /** What is wrong with the pages themselves: an error forbids every output. */
  readonly diagnostics: readonly Diagnostic[];
  /** What else is wrong with that file. */
  readonly ofPrint: readonly Diagnostic[];
  /** Where pages are painted; read when it is first asked for. */
  readonly marks: () => readonly PageMarks[];
}

/** The way an output lays pages on sheets; undefined for one that has pages. */
export const imposedOutput = (output: Output): ImposedOutput | undefined =>
  output === 'booklet' || output === 'n-up' || output === 'trifold' ? output : undefined;

/** What a file is judged for; where its pages are those that were proved, what is known of them helps to say where a fault was written. */
interface Judgement {
  readonly purpose: Purpose;
  readonly expected?: FileExpectation;
  /** The version of PDF that its standard asks for, where it asks for one. */
  readonly version?: '1.6';
}

/** Judges a file. The pages are the same in all outputs, and so is most of what is wrong with them: that is not told again. */
const judged = async (
  bytes: Uint8Array,
  { purpose, expected }: Judgement,
  { diagnostics, order }: SharedWork,
  watch: Stopwatch,
): Promise<readonly Diagnostic[]> => {
  const known = new Set(diagnostics.map(({ rule, message }) => `${rule} ${message}`));
  const found = await watch.time('preflight', () => judgeFile(bytes, purpose, expected, order.threads));
  return found.filter(({ rule, message }) => !known.has(`${rule} ${message}`));
};

/** Writes a document that was made, and judges the file. */
const written = async (
  made: Outcome<PdfDocument>,
  judgement: Judgement,
  shared: SharedWork,
  watch: Stopwatch,
): Promise<Outcome<Uint8Array>> => {
  const document = made.value;
  if (document === undefined || made.diagnostics.some(isError)) return { diagnostics: made.diagnostics };
  const value = await watch.time('prepress', () => writeDocument(document, judgement.version));
  const found = await judged(value, judgement, shared, watch);
  return { value, diagnostics: [...made.diagnostics, ...found] };
};

const sheets = (
  output: ImposedOutput,
  shared: SharedWork,
  watch: Stopwatch,
): Promise<Outcome<Uint8Array>> => {
  const { order, information, profile, tagged, marks } = shared;
  const { folios } = shared.expected;
  const { imposition } = order.publication.settings;
  const { trim } = order.forme.rules;
  const made = watch.timeSync('prepress', () =>
    imposeOutput(tagged, { ...information, profile, output, imposition, trim, folios, marks: marks() }),
  );
  return written(made, { purpose: 'imposed' }, shared, watch);
};

/** The profile that a publication asks for. */
export const pressProfile = ({
  folder,
  places,
  settings,
}: OutputOrder['publication']): Outcome<PressProfile> =>
  loadPressProfile(settings.press.profile, folder, places.get('press.profile'));

const press = async (shared: SharedWork, watch: Stopwatch): Promise<Outcome<Uint8Array>> => {
  const { order, information, expected, tagged } = shared;
  const { folios } = expected;
  const { name, settings } = order.publication;
  const { trim, bleed } = order.forme.rules;
  const { images } = settings.press;
  const ink = pressProfile(order.publication);
  const { value: profile } = ink;
  if (profile === undefined) return { diagnostics: ink.diagnostics };
  const made = await watch.time('prepress', () =>
    makePress(tagged, { ...information, trim, bleed, folios, images, job: name, profile }),
  );
  return written(
    made,
    { purpose: 'sheet', version: '1.6', expected: { ...expected, proves: false } },
    shared,
    watch,
  );
};

const screen = async (shared: SharedWork, watch: Stopwatch): Promise<Outcome<Uint8Array>> => {
  const document = await watch.time('prepress', () => screenOutput(shared.printed));
  const value = await watch.time('prepress', () => linearisedFile(document));
  const judgement: Judgement = { purpose: 'print', expected: { ...shared.expected, proves: false } };
  return { value, diagnostics: await judged(value, judgement, shared, watch) };
};

/** Makes an output and judges it; there is no file where an error is among the diagnostics. */
export const makeOutput = async (
  output: Output,
  shared: SharedWork,
  watch: Stopwatch,
): Promise<Outcome<Uint8Array>> => {
  switch (output) {
    case 'print':
      return { value: shared.pdf, diagnostics: shared.ofPrint };
    case 'press':
      return press(shared, watch);
    case 'booklet':
    case 'n-up':
    case 'trifold':
      return sheets(output, shared, watch);
    case 'screen':
      return screen(shared, watch);
  }
};
