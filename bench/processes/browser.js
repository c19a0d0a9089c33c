// @ts-check
/** The browser of the program, started as the program starts it but without proving its checksums: the floor proves nothing. */
import { join } from 'node:path';
import { browserFolder, packedBrowser } from '../../build/chromium/package-browser.js';
import { findBrowser } from '../../build/chromium/find-browser.js';
import { startBrowser } from '../../build/chromium/start-browser.js';
import { readMachine } from '../../build/platform/machine.js';

const machine = readMachine();

/** @returns {Promise<import('../../build/chromium/found-browser.js').FoundBrowser>} */
const found = async () => {
  const folder = browserFolder(machine);
  if (packedBrowser(machine) !== undefined && process.env['PUPPETEER_EXECUTABLE_PATH'] === undefined) {
    return {
      path: join(folder, 'chromium'),
      source: 'package',
      environment: { FONTCONFIG_FILE: join(folder, 'fonts.conf'), LD_LIBRARY_PATH: join(folder, 'lib') },
    };
  }
  const { value } = await findBrowser(machine, () => undefined);
  if (value === undefined) throw new Error('no browser: run `npx trifolio doctor`');
  return value;
};

/** Starts it. Throws when it does not come up: build something once, so that it is unpacked. */
export const openBrowser = async () => {
  const { value, diagnostics } = await startBrowser(machine, await found());
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
};
