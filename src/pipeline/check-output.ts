/** What forbids an output before anything is printed. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { planImposition } from '../prepress/impose/plan-imposition.ts';
import { checkPress } from '../prepress/press/press-output.ts';
import type { Output } from '../project/outputs.ts';
import type { Publication } from '../project/project.ts';
import { imposedOutput, pressProfile } from './make-output.ts';

/** What is known of an edition whose pages are made up. */
export interface MadeUp {
  readonly publication: Publication;
  /** In millimetres. */
  readonly trim: { readonly width: number; readonly height: number };
  readonly pages: number;
  /** The date its files would carry. */
  readonly date: Date | undefined;
}

const checkPressOutput = async ({ publication, date }: MadeUp): Promise<readonly Diagnostic[]> => {
  const { value: profile, diagnostics } = pressProfile(publication);
  return profile === undefined ? diagnostics : [...diagnostics, ...(await checkPress({ date, profile }))];
};

/** Judges what an output asks for: a sheet for its pages, a profile and a date for the press. */
export const checkOutput = async (output: Output, made: MadeUp): Promise<readonly Diagnostic[]> => {
  if (output === 'press') return checkPressOutput(made);
  const imposed = imposedOutput(output);
  if (imposed === undefined) return [];
  const { imposition } = made.publication.settings;
  return planImposition(imposed, made.trim, made.pages, imposition).diagnostics;
};
