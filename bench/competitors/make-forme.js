// @ts-check
/** The forme of an edition as the program makes it, taken out just before it would go into the browser. */
import { join } from 'node:path';
import { loadLanguage } from '../../build/language/load-language.js';
import { readManuscript } from '../../build/manuscript/read-manuscript.js';
import { containedFiles } from '../../build/platform/contained-files.js';
import { loadPublications } from '../../build/project/load-publications.js';
import { loadTemplate } from '../../build/template/load-template.js';
import { makeForme } from '../../build/template/make-forme.js';

/** @typedef {import('../../build/diagnostics/diagnostic.js').Diagnostic} Diagnostic */

/**
 * @template T
 * @param {{ readonly value?: T, readonly diagnostics: readonly Diagnostic[] }} outcome
 * @returns {T}
 */
const valueOf = ({ value, diagnostics }) => {
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
};

/**
 * @param {string} root the checkout
 * @param {string} content the folder content/
 * @param {string} name of the publication
 * @param {string} tag
 * @param {string} templates the folder templates/
 * @returns {import('../../build/template/forme.js').Forme}
 */
export const formeOf = (root, content, name, tag, templates = join(root, 'templates')) => {
  const locales = join(root, 'locales');
  const request = {
    root,
    publications: [name],
    content,
    out: join(root, 'dist'),
    locales,
    templates,
    outputs: [],
    jobs: 1,
    print: true,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
  const publication = valueOf(loadPublications(request)).find((each) => each.name === name);
  const edition = publication?.editions.find((each) => each.tag === tag);
  if (publication === undefined || edition === undefined) throw new Error(`no ${name} in ${tag}`);
  const language = valueOf(loadLanguage(locales, tag, 'locales'));
  const template = valueOf(loadTemplate(templates, publication.settings.template, 'templates'));
  const manuscript = valueOf(readManuscript(edition, language, containedFiles(publication.folder)));
  return valueOf(makeForme(template, manuscript, language, publication));
};
