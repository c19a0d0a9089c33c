/** What `doctor` finds out about the browser: which one, that it starts, and whether its sandbox is on. */
import { browserCommand, browserVariable, findBrowser } from '../chromium/find-browser.ts';
import type { FoundBrowser } from '../chromium/found-browser.ts';
import { sourceWords } from '../chromium/found-browser.ts';
import { mayBeSandboxed, startBrowser } from '../chromium/start-browser.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Machine } from '../platform/machine.ts';
import type { Finding } from './examine-machine.ts';

const wrongBy = (diagnostics: readonly Diagnostic[], lines: readonly string[], remedy: string): Finding => ({
  subject: 'Browser',
  state: 'wrong',
  lines: [...diagnostics.map(({ message }) => message), ...lines],
  remedy: diagnostics.find(({ hint }) => hint !== undefined)?.hint ?? remedy,
});

/** What mends a browser that is there and does not start, judged by what it said. */
const remedyFor = ({ source }: FoundBrowser, said: string): string => {
  if (/sandbox/i.test(said)) return 'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0';
  if (source === 'environment') return `take the variable ${browserVariable} away, or name another browser`;
  if (source === 'package') return 'npm ci';
  return `${browserCommand} --install-deps`;
};

const sandbox = (machine: Machine): Finding => ({
  subject: 'Sandbox',
  state: 'right',
  lines: mayBeSandboxed(machine)
    ? ['on']
    : ['off: Chromium refuses it to root; start the program as an ordinary user to have it on'],
});

/** Finds the browser and starts it once. `say` is told of work that takes long. */
export const examineBrowser = async (
  machine: Machine,
  say: (what: string) => void,
): Promise<readonly Finding[]> => {
  const found = await findBrowser(machine, say);
  if (found.value === undefined) return [wrongBy(found.diagnostics, [], 'npm ci')];
  const where = [found.value.path, sourceWords[found.value.source]];
  const started = await startBrowser(machine, found.value);
  if (started.value === undefined) {
    const said = started.diagnostics.map(({ message }) => message).join(' ');
    return [{ ...wrongBy(started.diagnostics, where, ''), remedy: remedyFor(found.value, said) }];
  }
  const version = await started.value.browser.version();
  await started.value.close();
  return [{ subject: 'Browser', state: 'right', lines: [version, ...where] }, sandbox(machine)];
};
