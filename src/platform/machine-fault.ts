/** Turns what the system refuses into diagnostics. Comes in: a caught error; goes out: a `platform/*` diagnostic. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

const ruleByCode: Readonly<Record<string, RuleId>> = {
  ENOSPC: 'platform/disk-full',
  EDQUOT: 'platform/disk-full',
  EACCES: 'platform/not-permitted',
  EPERM: 'platform/not-permitted',
  EROFS: 'platform/not-permitted',
  EBUSY: 'platform/not-permitted',
  ENOENT: 'platform/file-missing',
  ENOTDIR: 'platform/file-missing',
};

const hintByRule: Readonly<Partial<Record<RuleId, string>>> = {
  'platform/disk-full': 'make room on the disk and build again',
  'platform/not-permitted': 'close the file where it is open, or choose another folder with --out',
  'platform/file-missing': 'check the name: capital and small letters count',
};

/** The system's code of an error (`ENOSPC`), or undefined where the error is not the system's. */
export const systemCode = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
};

/**
 * The diagnostic of a refusal by the system. `what` names what was being done, as a noun: `writing dist/x.pdf`. An error
 * that is not the system's is our own bug and is thrown again.
 */
export const machineFault = (error: unknown, what: string): Diagnostic => {
  const code = systemCode(error);
  if (code === undefined) throw error;
  const rule = ruleByCode[code] ?? 'platform/file-failed';
  const isUnreadable = rule === 'platform/not-permitted' && what.startsWith('reading');
  return diagnose(rule, `Unexpected ${code} on ${what}, expected the system to permit it`, {
    hint: isUnreadable ? 'allow yourself to read the file, or ask its owner' : hintByRule[rule],
  });
};

const machineRules: ReadonlySet<RuleId> = new Set<RuleId>([
  'platform/disk-full',
  'platform/not-permitted',
  'platform/file-failed',
  'chromium/not-found',
  'chromium/unpack-failed',
  'chromium/start-failed',
  'chromium/crashed',
  'chromium/no-answer',
]);

/** True where the machine failed and not the content: exit code 3. */
export const isMachineFault = (diagnostic: Diagnostic): boolean =>
  diagnostic.severity === 'error' && machineRules.has(diagnostic.rule);
