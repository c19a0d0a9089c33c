/** Starts the browser and ends it: one process for a whole build, all editions side by side in it. */
import type { Browser } from 'puppeteer';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../platform/folders.ts';
import type { Machine } from '../platform/machine.ts';
import { machineFault, systemCode } from '../platform/machine-fault.ts';
import type { StartedProcess } from '../platform/processes.ts';
import { startProcess } from '../platform/processes.ts';
import type { FoundBrowser } from './found-browser.ts';
import { pipeTransport } from './pipe-transport.ts';

/** A browser at work. */
export interface RunningBrowser {
  readonly browser: Browser;
  /** The process of the browser, for those who must know when it ends. */
  readonly process: StartedProcess;
  /** True where Chromium's sandbox is on. */
  readonly sandboxed: boolean;
  /** Ends it and removes its profile. Safe to call again. */
  readonly close: () => Promise<void>;
}

/** How long a browser may take to answer for the first time. */
const startSeconds = 60;

/** Arguments: nothing that goes out, nothing that is drawn otherwise on another machine. */
const argumentsFor = (profile: string, sandboxed: boolean): readonly string[] => [
  '--headless',
  '--remote-debugging-pipe',
  `--user-data-dir=${profile}`,
  ...(sandboxed ? [] : ['--no-sandbox', '--disable-setuid-sandbox']),
  // Without it screen and print break lines differently.
  '--font-render-hinting=none',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  // Each edition's page stands on a host of its own and so in a process of its own: they lay out side by side.
  '--site-per-process',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-client-side-phishing-detection',
  '--disable-breakpad',
  '--disable-features=Translate,MediaRouter,OptimizationHints,DialMediaRouteProvider',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--hide-scrollbars',
  'about:blank',
];

/** True where Chromium lets its sandbox be used: it refuses to start as root with it. */
export const mayBeSandboxed = (machine: Machine): boolean => !machine.root;

const startFailed = (found: FoundBrowser, why: string): Diagnostic =>
  diagnose('chromium/start-failed', `Unexpected end of the browser \`${found.path}\` at its start (${why})`, {
    hint: 'run `npx trifolio doctor`: it tells what is wrong and what mends it',
  });

const within = async <T>(seconds: number, work: Promise<T>): Promise<T | undefined> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** The last line a browser complained with, to tell the person. */
const lastComplaint = (process: StartedProcess): string => {
  const lines = process.complaints().trim().split('\n');
  return lines.at(-1)?.trim() ?? '';
};

/** Starts a found browser with a fresh profile. A browser that does not come up is a diagnostic. */
export const startBrowser = async (
  machine: Machine,
  found: FoundBrowser,
): Promise<Outcome<RunningBrowser>> => {
  const sandboxed = mayBeSandboxed(machine);
  let profile: string | undefined;
  try {
    profile = makeTemporaryFolder();
    const folder = profile;
    const environment = { ...machine.environment, ...found.environment, HOME: folder, TMPDIR: folder };
    const [process, { default: puppeteer }] = await Promise.all([
      startProcess(found.path, argumentsFor(folder, sandboxed), environment),
      import('puppeteer'),
    ]);
    const connected = puppeteer
      .connect({ transport: pipeTransport(process), defaultViewport: null, protocolTimeout: 0 })
      .catch(() => undefined);
    const browser = await within(
      startSeconds,
      Promise.race([connected, process.ended.then(() => undefined)]),
    );
    if (browser === undefined) {
      process.stop();
      const how = await process.ended;
      removeTemporaryFolder(folder);
      const said = lastComplaint(process);
      return { diagnostics: [startFailed(found, said === '' ? how : `${how}: ${said}`)] };
    }
    const close = async (): Promise<void> => {
      process.stop();
      await process.ended;
      removeTemporaryFolder(folder);
    };
    return { value: { browser, process, sandboxed, close }, diagnostics: [] };
  } catch (error) {
    if (profile !== undefined) removeTemporaryFolder(profile);
    if (systemCode(error) === undefined) throw error;
    return { diagnostics: [machineFault(error, `starting the browser \`${found.path}\``)] };
  }
};
