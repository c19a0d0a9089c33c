// @ts-check
/** The running prose that lines are measured on, laid out as publications: one for each column, in every language. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { columns } from './plain-template.js';

const here = dirname(fileURLToPath(import.meta.url));

/** Texts: `prose` is what the weights were tuned on, `unseen` is not. @typedef {'prose' | 'unseen'} Text */

/** The languages there is prose in. @returns {readonly string[]} */
export const proseLanguages = () =>
  readdirSync(here)
    .map((name) => /^([a-z]+)\.md$/u.exec(name)?.[1])
    .filter((tag) => tag !== undefined)
    .sort();

/** @param {Text} text @param {string} tag */
const fileOf = (text, tag) => join(here, text === 'prose' ? `${tag}.md` : `unseen-${tag}.md`);

/** Writes the publications. @param {string} content the folder to write them to @param {Text} text */
export const writePublications = (content, text) => {
  for (const { name } of columns) {
    const folder = join(content, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'publication.yaml'), `template: ${name}\nsource: en\n`);
    for (const tag of proseLanguages()) {
      const prose = readFileSync(fileOf(text, tag), 'utf8');
      writeFileSync(join(folder, `${tag}.md`), `---\ntitle: Prose\n---\n\n${prose}`);
    }
  }
};
