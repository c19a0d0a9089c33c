/** A proof as the output `print`, through all stages: what tests of finished files work on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentInformation } from '../../src/prepress/document-information.ts';
import { printOutput } from '../../src/prepress/print-output.ts';
import { openProof } from '../../src/prepress/open-proof.ts';
import { tagDocument, type ProofSettings } from '../../src/prepress/tag-document.ts';
import { writeDocument } from '../../src/prepress/write-document.ts';

const profile = readFileSync(join(import.meta.dirname, '..', '..', 'profiles', 'sRGB.icc'));

/** What is known of a proof and of the work. */
export type FinishSettings = ProofSettings & DocumentInformation;

/** The bytes of the output `print` of a proof. */
export const finishedProof = async (proof: Uint8Array, settings: FinishSettings): Promise<Uint8Array> =>
  writeDocument(printOutput(tagDocument(await openProof(proof), settings), { ...settings, profile }));
