// @ts-check
/** The running prose that lines are measured on, as publications: one for each column and language. They are no translations. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { columns } from './plain-template.js';

const here = dirname(fileURLToPath(import.meta.url));

/** `prose` is what the weights were chosen on, `unseen` is not. @typedef {'prose' | 'unseen'} Text */

/** Both. @type {readonly Text[]} */
export const texts = ['prose', 'unseen'];

/** @param {Text} text @param {string} tag */
const fileOf = (text, tag) => join(here, text === 'prose' ? `${tag}.md` : `unseen-${tag}.md`);

/** The languages that there is such prose in. @param {Text} text @returns {readonly string[]} */
export const proseLanguages = (text) => ['en', 'az', 'ru'].filter((tag) => existsSync(fileOf(text, tag)));

/** The publication of a text in one column. @param {Text} text @param {string} column @param {string} tag */
export const publicationOf = (text, column, tag) => `${text}-${column}-${tag}`;

/** Writes the publications of a text. @param {string} content the folder to write them to @param {Text} text */
export const writePublications = (content, text) => {
  for (const { name } of columns) {
    for (const tag of proseLanguages(text)) {
      const folder = join(content, publicationOf(text, name, tag));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'publication.yaml'), `template: ${name}\nsource: ${tag}\n`);
      const prose = readFileSync(fileOf(text, tag), 'utf8');
      writeFileSync(join(folder, `${tag}.md`), `---\ntitle: Prose\n---\n\n${prose}`);
    }
  }
};
