/** The exit code of a run, judged by what it has to say. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { interruptedCode } from '../platform/interruption.ts';
import { isMachineFault } from '../platform/machine-fault.ts';
import { isWrongUse } from '../project/choose-publications.ts';
import { cleanCode, faultyContentCode, machineFailedCode, wrongUseCode } from './exit-codes.ts';

/** What a run came to. */
export interface Verdict {
  readonly diagnostics: readonly Diagnostic[];
  readonly machineFailed: boolean;
  readonly interrupted: boolean;
  readonly strict: boolean;
}

/** The code of a run; where several fit, the one that says most about what to do next. */
export const exitCodeOf = ({ diagnostics, machineFailed, interrupted, strict }: Verdict): number => {
  if (interrupted) return interruptedCode;
  if (machineFailed || diagnostics.some(isMachineFault)) return machineFailedCode;
  if (diagnostics.some(isWrongUse)) return wrongUseCode;
  const counts = ({ severity }: Diagnostic): boolean =>
    severity === 'error' || (strict && severity === 'warning');
  return diagnostics.some(counts) ? faultyContentCode : cleanCode;
};
