// @ts-check
/** A forme on disk: what the program would load into the browser, kept so that others can print the same. */
import { readFileSync, writeFileSync } from 'node:fs';

/** @typedef {import('../../build/template/forme.js').Forme} Forme */

/** @param {string} path @param {Forme} forme */
export const saveForme = (path, forme) => {
  writeFileSync(path, JSON.stringify({ ...forme, assets: [...forme.assets] }));
};

/** @param {string} path @returns {Forme} */
export const loadForme = (path) => {
  const saved = JSON.parse(readFileSync(path, 'utf8'));
  return { ...saved, assets: new Map(saved.assets) };
};

/** The forme's body is hidden until the paginator has prepared it: without a paginator it must be seen. @param {string} html */
export const shown = (html) => html.replace(/<body style="display:\s*none">/, '<body>');
