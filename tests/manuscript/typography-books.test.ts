/**
 * A small book for each rule of fine typography, in each shipped language: what stands on the line, with marks for what the eye
 * does not see. `npx vitest run tests/manuscript/typography-books.test.ts --update` accepts a change.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, RootContent } from 'hast';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { gluedClass, tieClass, typographyRules } from '../../src/protocol/typography.ts';
import { shipped } from '../language/shipped-languages.ts';
import { readChapters, titled } from './read-text.ts';

const folder = join(import.meta.dirname, 'typography-books');
const tags = ['en', 'az', 'ru'] as const;

/** Blocks that stand on lines of their own. */
const blocks: ReadonlySet<string> = new Set(['p', 'tr', 'li', 'h1', 'h2', 'blockquote']);

const hasClass = ({ properties }: Element, name: string): boolean =>
  String(properties['className'] ?? '')
    .split(/[ ,]/)
    .includes(name);

/**
 * What a reader sees: `⍽` is a no-break space, `·` a space at which a line is rather not broken, `⟨…⟩` is never broken,
 * `[1]` the call of a note.
 */
const seen = (node: RootContent): string => {
  if (node.type === 'text') return node.value.replaceAll('\u00A0', '⍽').replaceAll('\n', ' ');
  if (node.type !== 'element') return '';
  const inside = node.children.map((child) => seen(child)).join('');
  if (hasClass(node, 'tf-note-call')) return `[${inside}]`;
  if (hasClass(node, tieClass)) return inside.replaceAll(' ', '·');
  if (hasClass(node, gluedClass)) return `⟨${inside}⟩`;
  if (node.tagName === 'td' || node.tagName === 'th') return `${inside} | `;
  return blocks.has(node.tagName) ? `${inside.trim()}\n` : inside;
};

const readBook = (text: string, tag: string, language: Language): string => {
  const { manuscript, diagnostics } = readChapters([titled(text)], { tag, language });
  const lines = (manuscript?.chapters ?? [])
    .flatMap(({ body }) => body.children)
    .map((node) => seen(node))
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // The three lines of the title are not in the file.
  const told = diagnostics.map(
    ({ rule, place, message }) =>
      `! ${(place?.line ?? 0) - 3}:${place?.column} ${rule}: ${message.replaceAll('\u00A0', '⍽')}`,
  );
  return [...lines, ...told].join('\n');
};

test('there is a book for every rule in every language, and for nothing else', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...typographyRules].toSorted());
  const missing = typographyRules.flatMap((rule) =>
    tags.filter((tag) => !existsSync(join(folder, rule, `${tag}.md`))).map((tag) => `${rule} ${tag}`),
  );
  expect(missing).toEqual([]);
});

describe.each(typographyRules)('%s', (rule) => {
  test('is set as it was', async () => {
    const pieces = tags.flatMap((tag) => {
      const text = readFileSync(join(folder, rule, `${tag}.md`), 'utf8');
      const on = readBook(text, tag, shipped(tag));
      const off = readBook(text, tag, shipped(tag).withRules({ [rule]: false }));
      expect(on, `${tag}: the rule does something here`).not.toBe(off);
      return [`── ${tag} ──`, on, `── ${tag}, ${rule} off ──`, off];
    });
    await expect(`${pieces.join('\n')}\n`).toMatchFileSnapshot(join(folder, rule, 'expected.txt'));
  });
});
