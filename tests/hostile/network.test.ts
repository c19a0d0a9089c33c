/**
 * The page has no network. A forme that manuscript and template would never make asks for everything a page can ask for: each
 * request is refused, nothing is heard at the other end, and what was refused is told.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/chromium/find-browser.ts';
import type { FormePage } from '../../src/chromium/forme-page.ts';
import { openForme } from '../../src/chromium/forme-page.ts';
import type { RunningBrowser } from '../../src/chromium/start-browser.ts';
import { startBrowser } from '../../src/chromium/start-browser.ts';
import { readMachine } from '../../src/platform/machine.ts';
import type { Forme } from '../../src/template/forme.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';
import { startCanary } from './canary.ts';

const canary = await startCanary();
const { origin } = canary;
const folder = writeFiles(temporaryFolder(), {
  'asking.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="${origin}/in-svg"/><script href="${origin}/in-svg-script"/></svg>`,
});

/** A forme as the chromium room is given it, without a policy of its own. */
const formeOf = (head: string, body: string): Forme => ({
  html: `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`,
  assets: new Map([['/asset/1/asking.svg', { path: `${folder}/asking.svg`, mime: 'image/svg+xml' }]]),
  rules: { trim: { width: 210, height: 297 }, bleed: 0 } as Forme['rules'],
  faces: [],
  title: 'Asking',
  tag: 'en',
});

let browser: RunningBrowser;
let opened = 0;

beforeAll(async () => {
  const machine = readMachine();
  const found = await findBrowser(machine, () => undefined);
  if (found.value === undefined) throw new Error(found.diagnostics.map(({ message }) => message).join());
  const started = await startBrowser(machine, found.value);
  if (started.value === undefined) throw new Error(started.diagnostics.map(({ message }) => message).join());
  browser = started.value;
});

afterAll(() => browser.close());

const open = (head: string, body: string): Promise<FormePage> => {
  opened += 1;
  return openForme(browser, formeOf(head, body), `asking-${opened}`, 'var trifolio = {};', new Map());
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const everything: Readonly<Record<string, readonly [head: string, body: string]>> = {
  pictures: ['', `<img src="${origin}/img"><picture><source srcset="${origin}/set"><img alt=""></picture>`],
  'a picture by file URL': ['', '<img src="file:///etc/hostname"><iframe src="file:///etc/"></iframe>'],
  'pictures in styles': [
    `<style>body{background:url(${origin}/css)}p::before{content:url(${origin}/content)}</style>`,
    '<p>x</p>',
  ],
  'style sheets': [
    `<link rel="stylesheet" href="${origin}/link"><style>@import "${origin}/import";</style>`,
    '<p>x</p>',
  ],
  fonts: [`<style>@font-face{font-family:F;src:url(${origin}/font)}p{font-family:F}</style>`, '<p>x</p>'],
  'scripts and handlers': [
    `<script src="${origin}/script"></script><script>fetch("${origin}/fetch")</script>`,
    `<img src="/x" onerror="fetch('${origin}/onerror')">`,
  ],
  frames: [
    '',
    `<iframe src="${origin}/frame"></iframe><object data="${origin}/object"></object><embed src="${origin}/embed">`,
  ],
  'sound and film': [
    '',
    `<video src="${origin}/video" poster="${origin}/poster" autoplay></video><audio src="${origin}/audio" autoplay></audio>`,
  ],
  'hints to fetch': [
    ['preload', 'prefetch', 'preconnect', 'dns-prefetch', 'modulepreload', 'prerender', 'manifest', 'icon']
      .map((relation) => `<link rel="${relation}" as="image" href="${origin}/${relation}">`)
      .join(''),
    '<p>x</p>',
  ],
  'a refresh': [`<meta http-equiv="refresh" content="0;url=${origin}/refresh">`, '<p>x</p>'],
  'a picture that asks': ['', '<img src="/asset/1/asking.svg">'],
  'an SVG in the page': [
    '',
    `<svg><image href="${origin}/image"/><use href="${origin}/use#a"/><style>@import "${origin}/svg-style";</style></svg>`,
  ],
  'names to resolve': [
    '',
    '<img src="http://example.org/img"><img src="https://example.org/img"><img src="ws://example.org/">',
  ],
};

describe('a page that asks for', () => {
  for (const [name, [head, body]] of Object.entries(everything)) {
    test(`${name} is not heard`, async () => {
      const page = await open(head, body);
      await pause(150);
      for (const { rule } of page.diagnostics()) expect(rule).toBe('chromium/request-refused');
      await page.close();
      expect(canary.heard()).toEqual([]);
    });
  }

  test('a file that is not of its forme is told so', async () => {
    const page = await open('', '<img src="/asset/2/other.png"><img src="/../../etc/hostname">');
    await pause(150);
    const told = page.diagnostics().map(({ rule, message }) => `${rule}: ${message}`);
    await page.close();
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(
      /^chromium\/request-refused: Unexpected request of the page for `.*\/asset\/2\/other\.png`/,
    );
  });
});
