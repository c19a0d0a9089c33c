/** The bench measures books of its own making: they must stay the same, and sound, in every language. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { checkout } from './support/run-cli.ts';

interface BookModule {
  readonly bookMarkdown: (pages: number, tag: string, seed: number) => { markdown: string; notes: number };
}

const { bookMarkdown } = (await import(
  pathToFileURL(join(checkout, 'bench', 'book', 'book.js')).href
)) as BookModule;

const callsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/\[\^(n\d+)\](?!:)/g)].map(([, label]) => label ?? '');
const bodiesOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^\[\^(n\d+)\]:/gm)].map(([, label]) => label ?? '');

test.each(['en', 'az', 'ru'])(
  'a book in %s has 28 notes on 5 pages, each called once and in order',
  (tag) => {
    const { markdown, notes } = bookMarkdown(50, tag, 1);
    const labels = Array.from({ length: 280 }, (_, index) => `n${index + 1}`);
    expect(notes).toBe(280);
    expect(callsOf(markdown)).toEqual(labels);
    expect(bodiesOf(markdown)).toEqual(labels);
  },
);

test('the same seed makes the same book', () => {
  expect(bookMarkdown(5, 'en', 7)).toEqual(bookMarkdown(5, 'en', 7));
  expect(bookMarkdown(5, 'en', 7)).not.toEqual(bookMarkdown(5, 'en', 8));
});

test('the languages have the same structure', () => {
  const shape = (tag: string): readonly string[] =>
    bookMarkdown(20, tag, 3)
      .markdown.split('\n')
      .filter((line) => /^(#|- |> |\||\[\^)/.test(line))
      .map((line) => /^(#+|- |> |\[\^n\d+\]:)|\d+ \|/.exec(line)?.[0] ?? '|');
  expect(shape('az')).toEqual(shape('en'));
  expect(shape('ru')).toEqual(shape('en'));
});
