// @ts-check
/**
 * The forme as Paged.js wants it: each note as a span with `float: footnote` at the place of its call, the pages' size and
 * margins in CSS. Made beforehand: Paged.js starts from ready HTML.
 */
import { pageStyle } from './page-css.js';
import { shown } from './saved-forme.js';

/** @typedef {import('../../build/template/forme.js').Forme} Forme */

const noteElement = /<aside class="note"[^>]*data-note="([^"]*)"[^>]*>([\s\S]*?)<\/aside>/g;
const callElement =
  /(?:<sup[^>]*>)?<a[^>]*class="tf-note-call"[^>]*data-note="([^"]*)"[^>]*>[\s\S]*?<\/a>(?:<\/sup>)?/g;

/** Notes are one paragraph each in the books of the bench: a span cannot hold more. @param {string} body */
const inline = (body) => body.replace(/<\/?p[^>]*>/g, '').trim();

/**
 * What Paged.js reads as rules of its own, or takes long over without being helped: our registered properties, and the
 * policy that would forbid its script.
 * @param {string} html
 */
const plain = (html) =>
  html
    .replace(/<meta[^>]*Content-Security-Policy[^>]*>/gi, '')
    .replace(/@property\s+--tf-[a-z-]+\s*\{[^}]*\}/g, '')
    .replace(/--tf-[a-z-]+:[^;}]*;?/g, '');

const folio = '@bottom-center { content: counter(page) }';
const noteStyle = `<style>
  .fn { float: footnote; font-size: 8.5pt; line-height: 1.3; text-align: left }
  ::footnote-call { font-size: 0.7em; vertical-align: super; line-height: 0 }
</style>`;

/**
 * @param {Forme} forme
 * @returns {string} a whole document with its notes in place; the script is put in by who loads it
 */
export const pagedHtml = (forme) => {
  /** @type {Map<string, string>} */
  const bodies = new Map();
  for (const [, id = '', body = ''] of forme.html.matchAll(noteElement)) bodies.set(id, inline(body));
  let called = 0;
  const html = plain(shown(forme.html))
    .replace(/<div class="tf-notes"[^>]*>[\s\S]*<\/div>(?=\s*<\/body>)/, '')
    .replace(callElement, (whole, id) => {
      const body = bodies.get(id);
      if (body === undefined) return whole;
      called += 1;
      return `<span class="fn">${body}</span>`;
    })
    .replace('</head>', `${pageStyle(forme.rules, folio)}${noteStyle}</head>`);
  if (called < bodies.size) throw new Error(`only ${called} of ${bodies.size} notes found their calls`);
  return html;
};
