/**
 * Finds a browser: the one the environment names, the one of the npm package, one that Puppeteer fetched, one that is
 * installed. The first that is there counts.
 */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { kindOf } from '../platform/folders.ts';
import type { Machine } from '../platform/machine.ts';
import type { FoundBrowser } from './found-browser.ts';
import { installedPlaces, puppeteerPlaces } from './installed-browsers.ts';
import { packedBrowser, preparePackageBrowser } from './package-browser.ts';

/** The variable that names a browser, as Puppeteer has it. */
export const browserVariable = 'PUPPETEER_EXECUTABLE_PATH';

/** The one command that gets a browser where there is none. */
export const browserCommand = 'npx puppeteer browsers install chrome-headless-shell';

const isFile = (path: string): boolean => kindOf(path) === 'file';

/**
 * The browser to start. The one of the npm package is unpacked where needed and its checksums are proved; `say` is told of
 * work that takes long. Without a browser: `chromium/not-found` with the command that gets one.
 */
export const findBrowser = async (
  machine: Machine,
  say: (what: string) => void,
): Promise<Outcome<FoundBrowser>> => {
  const named = machine.environment[browserVariable];
  if (named !== undefined && named !== '') {
    if (isFile(named))
      return { value: { path: named, source: 'environment', environment: {} }, diagnostics: [] };
    return {
      diagnostics: [
        diagnose('chromium/not-found', `Unexpected \`${named}\` in ${browserVariable}, expected a browser`, {
          hint: `correct the variable ${browserVariable} or take it away`,
        }),
      ],
    };
  }
  const packed = packedBrowser(machine);
  if (packed !== undefined) return preparePackageBrowser(machine, packed, say);
  const fetched = puppeteerPlaces(machine).find(isFile);
  if (fetched !== undefined)
    return { value: { path: fetched, source: 'puppeteer-cache', environment: {} }, diagnostics: [] };
  const installed = installedPlaces(machine).find(isFile);
  if (installed !== undefined)
    return { value: { path: installed, source: 'installed', environment: {} }, diagnostics: [] };
  return {
    diagnostics: [
      diagnose(
        'chromium/not-found',
        'Unexpected machine without a browser, expected Chrome, Chromium or Edge',
        {
          hint: `get one with \`${browserCommand}\`, or install Chrome`,
        },
      ),
    ],
  };
};
