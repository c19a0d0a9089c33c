/** Finished PDFs read by poppler, which shares no code with Chromium or with our own proofs. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasPdftotext, isWholePdf, pdfInfo, pdfPages } from './support/pdf-text.ts';
import { runCli } from './support/run-cli.ts';
import { folderWith } from './support/temporary-folder.ts';

/** A text of a few pages whose paragraphs and notes are told apart by a word of their own. */
const textOf = (title: string, filler: string): string => {
  const paragraphs = Array.from({ length: 24 }, (_, index) => {
    const words = Array.from({ length: 12 }, () => filler).join(' ');
    return `${words} Call${index}x[^n${index}] ${words}.\n\n[^n${index}]: Body${index}x ${filler}.\n`;
  });
  return `---\ntitle: ${title}\n---\n\n# ${title}\n\n${paragraphs.join('\n')}`;
};

const titles: Readonly<Record<string, readonly [string, string]>> = {
  en: ['Distant shores', 'every letter of the alphabet is read'],
  az: ['Uzaq sahillər', 'əlifbanın hər hərfi oxunur, İğdır və şəhər'],
  ru: ['Далёкие берега', 'читается каждая буква алфавита, ещё и ёж'],
};

describe.skipIf(!hasPdftotext)('poppler', () => {
  let folder = '';
  beforeAll(async () => {
    folder = folderWith(
      Object.fromEntries(
        Object.entries(titles).map(([tag, [title, filler]]) => [
          `content/book/${tag}.md`,
          textOf(title, filler),
        ]),
      ),
    );
    const run = await runCli(['build', '--content', join(folder, 'content'), '--out', join(folder, 'dist')]);
    expect(run.code, run.stderr).toBe(0);
  });
  const pdf = (tag: string): string => join(folder, 'dist', 'book', `book.${tag}.pdf`);

  test.each(Object.keys(titles))('finds every note of the %s edition on the page of its call', (tag) => {
    const pages = pdfPages(pdf(tag));
    const pageOf = (word: string): number => pages.findIndex((page) => page.includes(word));
    const numbers = Array.from({ length: 24 }, (_, index) => index);
    expect(pages.length).toBeGreaterThan(2);
    expect(numbers.map((index) => pageOf(`Body${index}x`))).toEqual(
      numbers.map((index) => pageOf(`Call${index}x`)),
    );
    expect(pageOf('Call23x')).toBeGreaterThan(pageOf('Call0x'));
  });

  test.each(Object.entries(titles))(
    'reads the letters of the %s edition as they were written',
    (tag, [title, filler]) => {
      const words = new Set(
        pdfPages(pdf(tag))
          .join(' ')
          .split(/[\s,.]+/u),
      );
      expect(`${title} ${filler}`.split(/[\s,]+/u).filter((word) => !words.has(word))).toEqual([]);
    },
  );

  test.each(Object.entries(titles))(
    'finds the %s edition tagged, titled and of exact size',
    (tag, [title]) => {
      const said = pdfInfo(pdf(tag));
      expect(isWholePdf(pdf(tag))).toBe(true);
      expect(said.get('Tagged')).toBe('yes');
      expect(said.get('Title')).toBe(title);
      expect(said.get('Page size')).toMatch(/^595\.27\d* x 841\.8[89]\d* pts/u);
      expect(said.get('JavaScript')).toBe('no');
      expect(said.get('Encrypted')).toBe('no');
    },
  );
});
