/** A proof as the output `print`, through all stages: what tests of finished files work on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentInformation } from '../../src/prepress/document-information.ts';
import { printOutput } from '../../src/prepress/print-output.ts';
import { proofDocument, tagDocument, type ProofSettings } from '../../src/prepress/tag-document.ts';
import { writeDocument } from '../../src/prepress/write-document.ts';

const profile = readFileSync(join(import.meta.dirname, '..', '..', 'profiles', 'sRGB.icc'));

/** What is known of a proof and of the work. */
export type FinishSettings = ProofSettings & DocumentInformation;

/** The bytes of the output `print` of a proof. */
export const finishedProof = (proof: Uint8Array, settings: FinishSettings): Uint8Array =>
  writeDocument(printOutput(tagDocument(proofDocument(proof), settings), { ...settings, profile }));
