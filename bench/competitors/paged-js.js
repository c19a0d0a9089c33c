// @ts-check
/**
 * Paged.js on ready HTML, in the same Chromium, tags and outline included.
 * `node paged-js.js <ready.html> <forme.json> <out.pdf>`; says on stdout its pages and how long pagination and printing took.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { openBrowser } from '../processes/browser.js';
import { loadForme } from './saved-forme.js';

const [, , ready = '', formePath = '', to = ''] = process.argv;
const html = readFileSync(ready, 'utf8');
const { assets } = loadForme(formePath);
// The package exports no name for the build that browsers load.
const polyfill = readFileSync(
  new URL('../../node_modules/pagedjs/dist/paged.polyfill.js', import.meta.url),
  'utf8',
);

const running = await openBrowser();
const page = await running.browser.newPage();
await page.setRequestInterception(true);
page.on('request', (request) => {
  const { pathname } = new URL(request.url());
  const asset = assets.get(decodeURIComponent(pathname));
  if (pathname === '/') void request.respond({ contentType: 'text/html; charset=utf-8', body: html });
  else if (asset === undefined) void request.abort();
  else void request.respond({ contentType: asset.mime, body: readFileSync(asset.path) });
});
await page.goto('http://paged.invalid/');
await page.evaluate(`window.PagedConfig = { auto: false }; ${polyfill}; 0`);
/** @type {unknown} */
const answer = await page.evaluate(`(async () => {
  const begin = performance.now();
  const flow = await window.PagedPolyfill.preview();
  return { pages: flow.total, seconds: (performance.now() - begin) / 1000 };
})()`);
const { pages, seconds } = /** @type {{ pages: number, seconds: number }} */ (answer);
const begin = performance.now();
const pdf = await page.pdf({
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: 0,
});
process.stdout.write(JSON.stringify({ pages, paginate: seconds, print: (performance.now() - begin) / 1000 }));
writeFileSync(to, pdf);
await running.close();
