// @ts-check
/** Reads the paragraphs of a publication as the browser measures them, with the line ends that Chromium itself would choose. */
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { openForme } from '../../build/chromium/forme-page.js';
import { formeOf } from '../competitors/make-forme.js';
import { openBrowser } from '../processes/browser.js';

/** @typedef {import('./read-page.js').ReadParagraph} ReadParagraph */

/** The program that runs in the page. @param {string} root the checkout */
const inPage = async (root) => {
  const built = await esbuild.build({
    entryPoints: [join(root, 'bench', 'typography', 'read-page.js')],
    bundle: true,
    format: 'iife',
    globalName: 'trifolio',
    write: false,
  });
  return built.outputFiles[0]?.text ?? '';
};

/**
 * @param {string} root the checkout
 * @param {string} content folder of the publications
 * @param {string} templates folder of the templates
 * @param {readonly { readonly name: string, readonly tag: string, readonly measure: number }[]} wanted measure in mm
 * @returns {Promise<readonly (readonly ReadParagraph[])[]>} in the order asked for
 */
export const readProse = async (root, content, templates, wanted) => {
  const program = await inPage(root);
  const running = await openBrowser();
  try {
    const read = [];
    for (const { name, tag, measure } of wanted) {
      const forme = formeOf(root, content, name, tag, templates);
      const page = await openForme(running, forme, name, program, new Map());
      /** @type {(name: string, request: { width: number }) => Promise<readonly ReadParagraph[]>} */
      const call = /** @type {any} */ (page.call);
      read.push(await call('readProse', { width: (measure * 96) / 25.4 }));
      await page.close();
    }
    return read;
  } finally {
    await running.close();
  }
};
