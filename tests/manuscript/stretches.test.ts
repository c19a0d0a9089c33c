/** A long source is parsed in pieces: the tree must be the one that the whole gives. */
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/manuscript/syntax/parse-markdown.ts';
import { stretchesOf } from '../../src/manuscript/syntax/stretches.ts';

const parts = [
  '# Head\n\nA paragraph with *marks*[^a] and\na second line.',
  '- item\n\n  more\n\n- item\n  # not at the margin',
  '```\ncode\n\n# no head\n\nno paragraph\n```',
  ':::key[Title]\nText.\n\nMore text.\n\n# A head in a box\n:::',
  '> quoted\n>\n> more',
  '[^a]: Note.\n\n    Its second paragraph.',
  'Term\n\n: Meaning\n\n    more',
  '| A | B |\n| - | - |\n| x | y |',
  '    indented code\n\n    more of it',
  'Last words\n===',
];

const long = `---\ntitle: T\n---\n\n${Array.from({ length: 600 }, (_, index) => parts[(index * 7) % parts.length]).join('\n\n')}\n`;

test('a long source is cut', () => {
  const padded = long.replaceAll('paragraph', 'paragraph'.repeat(30));
  const stretches = stretchesOf(padded);
  expect(stretches.length).toBeGreaterThan(2);
  expect(stretches.map(({ text }) => text).join('')).toBe(padded);
  for (const { text, offset, line } of stretches) {
    expect(padded.slice(0, offset).split('\n').length - 1).toBe(line);
    expect(padded.slice(offset, offset + text.length)).toBe(text);
  }
});

test('the pieces give the tree of the whole, positions too', () => {
  const padded = long.replaceAll('paragraph', 'paragraph'.repeat(30));
  // With a definition of a link the source is parsed whole; the definition itself is then the one difference.
  const whole = parseMarkdown(`${padded}\n[x]: https://example.org\n`);
  expect(whole.children.pop()?.type).toBe('definition');
  expect(JSON.stringify(parseMarkdown(padded).children)).toBe(JSON.stringify(whole.children));
});

test('what is not clear by its margin is not cut', () => {
  const filler = 'Words in a paragraph.\n\n'.repeat(5_000);
  for (const text of ['- ```\n  a\n  ```\n\n', '<!--\n\n', '<pre>\n\n', '> :::key\n\n', '[a]: b\n\n']) {
    expect(stretchesOf(text + filler)).toHaveLength(1);
  }
  expect(stretchesOf(filler).length).toBeGreaterThan(1);
  expect(stretchesOf(`~~~\n\n${filler}`)).toHaveLength(1);
});
