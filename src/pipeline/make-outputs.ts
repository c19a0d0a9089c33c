/** One proof, several outputs: what they share is made once and proved once, then each is made of it when it is asked for. */
import { isError, type Diagnostic, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Meta } from '../manuscript/manuscript.ts';
import { judgeFile, type FileExpectation } from '../preflight/judge-file.ts';
import type { Purpose } from '../preflight/purposes.ts';
import { verifyProof } from '../preflight/verify-proof.ts';
import type { DocumentInformation } from '../prepress/document-information.ts';
import { imposeOutput } from '../prepress/impose/impose-output.ts';
import { pageMarks, type PageMarks } from '../prepress/impose/page-marks.ts';
import type { ImposedOutput } from '../prepress/impose/plan-imposition.ts';
import { makePress } from '../prepress/press/press-output.ts';
import { loadPressProfile } from '../prepress/press/press-profile.ts';
import { printOutput } from '../prepress/print-output.ts';
import { linearisedFile } from '../prepress/screen/linearised-file.ts';
import { screenOutput } from '../prepress/screen/screen-output.ts';
import { shippedProfile, srgbProfile } from '../prepress/shipped-profile.ts';
import { proofDocument, tagDocument } from '../prepress/tag-document.ts';
import { writeDocument } from '../prepress/write-document.ts';
import type { Output } from '../project/outputs.ts';
import type { Publication } from '../project/project.ts';
import type { Forme } from '../template/forme.ts';
import type { Proof } from './print-edition.ts';
import type { Stopwatch } from './stopwatch.ts';
import { trimmedPages } from './trimmed-pages.ts';

/** What the outputs of an edition are made for. */
export interface OutputOrder {
  readonly publication: Pick<Publication, 'name' | 'folder' | 'places' | 'settings'>;
  readonly forme: Forme;
  readonly meta: Meta;
  /** The date the files carry; the clock's never. */
  readonly date?: Date | undefined;
  /** Threads that read the proof back. */
  readonly readers: number;
}

/** A proof made ready. */
export interface ReadyOutputs {
  /** What is wrong with the pages themselves: an error forbids every output. */
  readonly diagnostics: readonly Diagnostic[];
  /** Makes an output and judges it; there is no file where an error is among the diagnostics. */
  readonly make: (output: Output, watch: Stopwatch) => Promise<Outcome<Uint8Array>>;
}

/** The way an output lays pages on sheets; undefined for one that has pages. */
export const imposedOutput = (output: Output): ImposedOutput | undefined =>
  output === 'booklet' || output === 'n-up' || output === 'trifold' ? output : undefined;

/** Findings that nothing else has told of: the pages are the same in all outputs, and so is most of what is wrong with them. */
const notYetTold = (found: readonly Diagnostic[], told: readonly Diagnostic[]): readonly Diagnostic[] => {
  const known = new Set(told.map(({ rule, message }) => `${rule} ${message}`));
  return found.filter(({ rule, message }) => !known.has(`${rule} ${message}`));
};

const informationOf = ({ forme, meta, date }: OutputOrder): DocumentInformation => ({
  title: forme.title,
  author: meta.authors.join(', '),
  subject: meta.subtitle,
  keywords: meta.keywords.join(', '),
  language: forme.tag,
  date,
});

/**
 * Makes a proof ready: the pages are tagged and proved, as `print`, whichever outputs are asked for. Goes out: nothing where the program
 * is not whole.
 */
export const readyOutputs = async (
  proof: Proof,
  order: OutputOrder,
  watch: Stopwatch,
): Promise<Outcome<ReadyOutputs>> => {
  const { value: profile, diagnostics: faults } = shippedProfile(srgbProfile);
  if (profile === undefined) return { diagnostics: faults };
  const { forme, readers } = order;
  const { trim, bleed } = forme.rules;
  const { pages, folios, outline, destinations } = proof;
  const information = informationOf(order);
  const tagged = watch.timeSync('prepress', () =>
    tagDocument(proofDocument(proof.pdf), {
      trim,
      bleed,
      language: forme.tag,
      folios,
      outline,
      destinations,
    }),
  );
  const printed = watch.timeSync('prepress', () => printOutput(tagged, { ...information, profile }));
  const pdf = watch.timeSync('prepress', () => writeDocument(printed));
  const expected = { pages: trimmedPages(pages, bleed), folios, trim, bleed: 0, fonts: forme.fonts, readers };
  const diagnostics = await watch.time('preflight', () => verifyProof(pdf, expected));
  const judged = (
    bytes: Uint8Array,
    purpose: Purpose,
    own: Stopwatch,
    known?: FileExpectation,
  ): Promise<readonly Diagnostic[]> =>
    own.time('preflight', async () => notYetTold(await judgeFile(bytes, purpose, known), diagnostics));
  // What is painted where is the same for every way of laying the pages on sheets.
  let marks: readonly PageMarks[] | undefined;
  const imposed = async (output: ImposedOutput, own: Stopwatch): Promise<Outcome<Uint8Array>> => {
    const { imposition } = order.publication.settings;
    const made = own.timeSync('prepress', () => {
      marks ??= pageMarks(tagged);
      const more = { output, imposition, trim, folios, marks };
      return imposeOutput(tagged, { ...information, profile, ...more });
    });
    const sheets = made.value;
    if (sheets === undefined || made.diagnostics.some(isError)) return { diagnostics: made.diagnostics };
    const value = own.timeSync('prepress', () => writeDocument(sheets));
    return { value, diagnostics: [...made.diagnostics, ...(await judged(value, 'imposed', own))] };
  };
  const press = async (own: Stopwatch): Promise<Outcome<Uint8Array>> => {
    const { name, folder, places, settings } = order.publication;
    const { profile: asked, images } = settings.press;
    const ink = loadPressProfile(asked, folder, places.get('press.profile'));
    if (ink.value === undefined) return { diagnostics: ink.diagnostics };
    const more = { trim, bleed, folios, images, job: name, profile: ink.value };
    const made = await own.time('prepress', () => makePress(tagged, { ...information, ...more }));
    const inked = made.value;
    if (inked === undefined) return { diagnostics: made.diagnostics };
    const value = own.timeSync('prepress', () => writeDocument(inked));
    return {
      value,
      diagnostics: [
        ...made.diagnostics,
        ...(await judged(value, 'sheet', own, { ...expected, proves: false })),
      ],
    };
  };
  const screen = (own: Stopwatch): Promise<Outcome<Uint8Array>> =>
    own.time('prepress', async () => ({
      value: linearisedFile(await screenOutput(printed)),
      diagnostics: [],
    }));
  const make: ReadyOutputs['make'] = (output, own) => {
    const imposing = imposedOutput(output);
    if (imposing !== undefined) return imposed(imposing, own);
    if (output === 'press') return press(own);
    return output === 'screen' ? screen(own) : Promise.resolve({ value: pdf, diagnostics: [] });
  };
  return { value: { diagnostics, make }, diagnostics: [] };
};
