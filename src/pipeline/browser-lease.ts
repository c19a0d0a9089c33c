/**
 * One browser for a whole build: started when it is first asked for, started again once if it ends in the middle of the
 * work, then no more.
 */
import { findBrowser } from '../chromium/find-browser.ts';
import type { AssetCache } from '../chromium/forme-requests.ts';
import { paginatorMissing, paginatorSource } from '../chromium/forme-page.ts';
import type { RunningBrowser } from '../chromium/start-browser.ts';
import { startBrowser } from '../chromium/start-browser.ts';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Machine } from '../platform/machine.ts';

/** What an edition needs to be laid out. */
export interface Lease {
  readonly running: RunningBrowser;
  readonly paginator: string;
  /** Files that several editions use. */
  readonly cache: AssetCache;
}

/** The browser of a build. */
export interface BrowserLeases {
  /** The browser, started if it is not; the same for all who ask. */
  readonly take: () => Promise<Outcome<Lease>>;
  /** Says that this browser ended. True where another may be taken, false where the second one ended too. */
  readonly lost: (lease: Lease) => boolean;
  /** What there is to say of the browser, apart from what `take` returned. */
  readonly diagnostics: () => readonly Diagnostic[];
  readonly close: () => Promise<void>;
}

/** How often a browser is started in one build. */
const mostStarts = 2;

/** Prepares the browser of a build; `say` hears of work that takes long. Nothing is started yet. */
export const leaseBrowser = (machine: Machine, say: (what: string) => void): BrowserLeases => {
  const diagnostics: Diagnostic[] = [];
  const running: RunningBrowser[] = [];
  let current: Promise<Outcome<Lease>> | undefined;
  let starts = 0;
  const lost = new Set<Lease>();
  let isSpent = false;
  const start = async (): Promise<Outcome<Lease>> => {
    const paginator = paginatorSource();
    if (paginator === undefined) return { diagnostics: [paginatorMissing()] };
    const found = await findBrowser(machine, say);
    if (found.value === undefined) return { diagnostics: found.diagnostics };
    const started = await startBrowser(machine, found.value);
    if (started.value === undefined) return { diagnostics: started.diagnostics };
    running.push(started.value);
    const lease: Lease = { running: started.value, paginator, cache: new Map() };
    return { value: lease, diagnostics: [...found.diagnostics, ...started.diagnostics] };
  };
  const take = (): Promise<Outcome<Lease>> => {
    if (current === undefined) {
      starts += 1;
      current = start();
    }
    return current;
  };
  const giveUp = (lease: Lease): boolean => {
    lease.running.process.stop();
    // Others may have lost the same browser, and another is being started already or is lost as well.
    if (lost.has(lease)) return !isSpent;
    lost.add(lease);
    isSpent = starts >= mostStarts;
    if (isSpent) return false;
    diagnostics.push(
      diagnose(
        'chromium/restarted',
        'Unexpected end of the browser, expected it to stay; it was started again',
      ),
    );
    current = undefined;
    return true;
  };
  const close = async (): Promise<void> => {
    if (current !== undefined) await current.catch(() => undefined);
    await Promise.all(running.map((browser) => browser.close()));
  };
  return { take, lost: giveUp, diagnostics: () => diagnostics, close };
};
