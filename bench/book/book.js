// @ts-check
/** The books of the bench: Markdown with headings, paragraphs, lists, quotations, tables and 28 notes per 5 pages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chanceOf, proseOf } from './prose.js';
import { wordLists } from './words.js';

/** Notes per page, as in the report that the project began with: 28 on 5 pages. */
export const notesPerPage = 28 / 5;

/** Words of running text that fill a page of the template `report` beside its notes; found by trial. */
const wordsPerPage = 195;

/**
 * The Markdown of a book. Comes in: pages wanted (about), the language's tag, a seed.
 * @param {number} pages @param {string} tag @param {number} seed
 * @returns {{ readonly markdown: string, readonly notes: number }}
 */
export const bookMarkdown = (pages, tag, seed) => {
  const list = wordLists[tag];
  if (list === undefined) throw new Error(`the bench has no words for ${tag}`);
  // What stands where is the same in all languages; the words are each language's own.
  const chance = chanceOf(seed);
  const prose = proseOf(
    list,
    tag,
    chanceOf(seed + [...tag].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)),
  );
  const notes = Math.round(pages * notesPerPage);
  /** @type {string[]} */
  const blocks = [];
  /** @type {string[]} */
  let bodies = [];
  let made = 0;
  let written = 0;
  let table = 0;

  /** A paragraph with as many calls as its share of the book asks for. @param {number} words */
  const paragraph = (words) => {
    written += words;
    const sentences = prose.paragraph(words).split('. ');
    const due = Math.min(notes, Math.round((written / (wordsPerPage * pages)) * notes));
    for (let at = 0; made < due; at++) {
      made += 1;
      const place = Math.floor(((at + 1) * sentences.length) / (due - made + at + 2));
      const index = Math.min(sentences.length - 1, place);
      const sentence = (sentences[index] ?? '').replace(/\.$/, '');
      // A call stands after its sentence's stop; the pieces are joined by their stops below.
      sentences[index] = `${sentence}[^n${made}]`;
      bodies.push(`[^n${made}]: ${list.source}, ${prose.paragraph(8 + Math.floor(chance() * 22))}`);
    }
    return `${sentences.map((sentence) => sentence.replace(/\.$/, '')).join('. ')}.`;
  };

  for (let chapter = 1; made < notes || written < wordsPerPage * pages; chapter++) {
    blocks.push(`# ${list.chapter} ${chapter}: ${prose.phrase(2)}`);
    for (let section = 0; section < 5; section++) {
      if (section > 0) blocks.push(`## ${prose.phrase(3)}`);
      const paragraphs = 4 + Math.floor(chance() * 5);
      for (let at = 0; at < paragraphs; at++) {
        blocks.push(paragraph(40 + Math.floor(chance() * 70)));
        if (chance() < 0.05) {
          const items = Array.from({ length: 4 }, () => `- ${paragraph(14)}`);
          blocks.push(items.join('\n'));
        } else if (chance() < 0.04) blocks.push(`> ${paragraph(35)}`);
        else if (chance() < 0.025) {
          table += 1;
          const rows = Array.from({ length: 6 }, (_, row) => {
            written += 6;
            return `| ${prose.phrase(3)} | ${1990 + row} | ${Math.floor(chance() * 90_000)} |`;
          });
          blocks.push(
            `| ${prose.phrase(2)} ${table} | ${prose.phrase(1)} | ${prose.phrase(1)} |\n| :-- | --: | --: |\n${rows.join('\n')}`,
          );
        }
      }
      if (written >= wordsPerPage * pages && made >= notes) break;
    }
    blocks.push(...bodies);
    bodies = [];
  }
  const title = `---\ntitle: ${prose.phrase(4)}\n---`;
  return { markdown: `${[title, ...blocks].join('\n\n')}\n`, notes };
};

/**
 * Writes a publication `name` of about so many pages, one file per language.
 * @param {string} content the folder content/
 * @param {string} name
 * @param {number} pages
 * @param {readonly string[]} tags
 */
export const writeBook = (content, name, pages, tags) => {
  const folder = join(content, name);
  mkdirSync(folder, { recursive: true });
  for (const tag of tags) writeFileSync(join(folder, `${tag}.md`), bookMarkdown(pages, tag, 2000).markdown);
};
