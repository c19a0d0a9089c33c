// @ts-check
/**
 * The floor: a saved forme printed by the same Chromium with no pagination at all, tags and outline included.
 * `node floor.js <forme.json> <out.pdf>`; says on stdout how long printing took.
 */
import { writeFileSync } from 'node:fs';
import { openForme } from '../../build/chromium/forme-page.js';
import { openBrowser } from '../processes/browser.js';
import { pageStyle } from './page-css.js';
import { loadForme, shown } from './saved-forme.js';

const [, , from = '', to = ''] = process.argv;
const forme = loadForme(from);
const html = shown(forme.html).replace('</head>', `${pageStyle(forme.rules)}</head>`);

const running = await openBrowser();
const opened = await openForme(running, { ...forme, html }, 'floor', 'var trifolio = {};', new Map());
const begin = performance.now();
const pdf = await opened.print();
process.stdout.write(JSON.stringify({ print: (performance.now() - begin) / 1000 }));
writeFileSync(to, pdf);
await running.close();
