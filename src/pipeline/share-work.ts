/** One proof, several outputs: what they share is made once and proved once, then each is made of it when it is asked for. */
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { proveAndJudge } from '../preflight/judge-file.ts';
import type { DocumentInformation } from '../prepress/document-information.ts';
import { pageMarks, type PageMarks } from '../prepress/impose/page-marks.ts';
import { printOutput } from '../prepress/print-output.ts';
import { shippedProfile, srgbProfile } from '../prepress/shipped-profile.ts';
import { openProof } from '../prepress/open-proof.ts';
import { tagDocument } from '../prepress/tag-document.ts';
import { writeDocument } from '../prepress/write-document.ts';
import type { OutputOrder, SharedWork } from './make-output.ts';
import type { Proof } from './print-edition.ts';
import type { Stopwatch } from './stopwatch.ts';
import { trimmedPages } from './trimmed-pages.ts';
import { familiesOf } from '../template/load-fonts.ts';

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
 * is not whole; an error among the diagnostics of what goes out forbids every output.
 */
export const shareWork = async (
  proof: Proof,
  order: OutputOrder,
  watch: Stopwatch,
): Promise<Outcome<SharedWork>> => {
  const { value: profile, diagnostics: faults } = shippedProfile(srgbProfile);
  if (profile === undefined) return { diagnostics: faults };
  const { forme, threads } = order;
  const { trim, bleed } = forme.rules;
  const { pages, folios, outline, destinations } = proof;
  const information = informationOf(order);
  const opened = await watch.time('prepress', () => openProof(proof.pdf));
  const tagged = watch.timeSync('prepress', () =>
    tagDocument(opened, {
      trim,
      bleed,
      language: forme.tag,
      folios,
      outline,
      destinations,
    }),
  );
  const printed = watch.timeSync('prepress', () => printOutput(tagged, { ...information, profile }));
  const pdf = await watch.time('prepress', () => writeDocument(printed));
  const expected = {
    pages: trimmedPages(pages, bleed),
    folios,
    trim,
    bleed: 0,
    fonts: familiesOf(forme.faces),
    readers: threads.readers.length + 1,
  };
  const { proved: diagnostics, judged: ofPrint } = await watch.time('preflight', () =>
    proveAndJudge(pdf, 'print', { ...expected, proves: true }, threads),
  );
  let known: readonly PageMarks[] | undefined;
  const marks = (): readonly PageMarks[] => (known ??= pageMarks(tagged));
  const value = { order, information, profile, expected, tagged, printed, pdf, diagnostics, ofPrint, marks };
  return { value, diagnostics: [] };
};
