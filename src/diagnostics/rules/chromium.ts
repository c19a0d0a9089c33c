import type { Rule } from '../rule.ts';

/** Rules of the room `chromium`: the browser that lays out and prints. Names are permanent. */
export const chromiumRules = {
  'chromium/not-found': {
    severity: 'error',
    title: 'There is no browser to print with',
    why: 'The pages are laid out by Chromium. On Linux x64 it comes with the program; elsewhere an installed Chrome or Edge is used, or one is fetched by a single command.',
  },
  'chromium/unpack-failed': {
    severity: 'error',
    title: 'The browser that comes with the program could not be unpacked',
    why: 'The browser is unpacked once into a private folder and every file of it is checked against its known checksum. A file that differs is never started.',
  },
  'chromium/start-failed': {
    severity: 'error',
    title: 'The browser does not start',
    why: 'A browser was found but ended at once, or did not answer. `trifolio doctor` tells which one it is and what it says.',
  },
  'chromium/crashed': {
    severity: 'error',
    title: 'The browser ended in the middle of the work',
    why: 'The browser was killed or ran out of memory; it was started again once and ended again. Fewer editions at a time (`--jobs 1`) need less memory.',
  },
  'chromium/restarted': {
    severity: 'info',
    title: 'The browser was started again',
    why: 'The browser ended in the middle of the work and was started again. The result is not affected.',
  },
  'chromium/no-answer': {
    severity: 'error',
    title: 'The browser does not answer',
    why: 'A page took longer than the program waits. The machine may be overloaded, or the text is too large for its memory.',
  },
  'chromium/request-refused': {
    severity: 'error',
    title: 'The page asked for something outside the publication',
    why: 'A page has no network and no files but its own. What it asks for beyond these is refused, and is missing in print.',
  },
  'chromium/asset-failed': {
    severity: 'error',
    title: 'A picture or font of the page could not be read',
    why: 'The file is there but it cannot be shown: it is damaged, or not what its name says. It would be missing in print.',
  },
  'chromium/letter-foreign': {
    severity: 'error',
    title: 'A letter is drawn by a font that the template does not name',
    why: 'Before anything is printed the browser is asked which font draws each letter of the pages. One of the machine looks out of place, and on another machine it would be another font.',
  },
} as const satisfies Record<string, Rule>;
