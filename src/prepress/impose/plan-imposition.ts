/** How the pages of an edition are laid on sheets for an output; what cannot be is told before anything is printed. */
import type { Outcome } from '../../diagnostics/diagnostic.ts';
import type { ImpositionSettings } from '../../protocol/imposition.ts';
import type { Imposition, Size } from './imposition.ts';
import { planBooklet } from './plan-booklet.ts';
import { planNUp } from './plan-n-up.ts';
import { planTrifold } from './plan-trifold.ts';

/** The ways there are, as the outputs are called. */
export type ImposedOutput = 'booklet' | 'n-up' | 'trifold';

/** Plans an output of `count` pages whose trim is `trim`, in millimetres. No plan where an error is among the diagnostics. */
export const planImposition = (
  output: ImposedOutput,
  trim: Size,
  count: number,
  settings: ImpositionSettings,
): Outcome<Imposition> => {
  switch (output) {
    case 'booklet':
      return planBooklet(trim, count, settings.booklet);
    case 'n-up':
      return planNUp(trim, count, settings.nUp);
    case 'trifold':
      return planTrifold(trim, count, settings.trifold);
  }
};
