/** Front matter: what it may say, and how a mistake in it is told. */
import { describe, expect, test } from 'vitest';
import { expectDiagnostics, marked } from '../support/diagnostics.ts';
import { readChapters } from './read-text.ts';

const metaOf = (yaml: string) => readChapters([`---\n${yaml}\n---\n\nText.`]).manuscript?.meta;

test('all that may stand in it', () => {
  expect(
    metaOf(
      [
        'title: "Landmines: a report"',
        'subtitle: A country report',
        'series: Country reports',
        'status: Situation in mid-2000',
        'notice: Sample',
        'authors: [A B, C D]',
        'translators: E F',
        'editors:',
        '  - G',
        'date: 2000-07-01',
        'abstract: >',
        '  One paragraph,',
        '  two lines.',
        'keywords: [mines, no, 1]',
        'short: Landmines',
      ].join('\n'),
    ),
  ).toEqual({
    title: 'Landmines: a report',
    subtitle: 'A country report',
    series: 'Country reports',
    status: 'Situation in mid-2000',
    notice: 'Sample',
    authors: ['A B', 'C D'],
    translators: ['E F'],
    editors: ['G'],
    date: '2000-07-01',
    abstract: 'One paragraph, two lines.',
    keywords: ['mines', 'no', '1'],
    short: 'Landmines',
  });
});

test('all of it is optional', () => {
  expect(metaOf('title: T')).toEqual({ title: 'T', authors: [], translators: [], editors: [], keywords: [] });
  const { manuscript, diagnostics } = readChapters(['---\n---\n\n# A {#a}']);
  expectDiagnostics(diagnostics);
  expect(manuscript?.meta.title).toBe('A');
});

describe('what is told', () => {
  const faults: Readonly<Record<string, string>> = {
    'an unknown key': '---\ntitle: T\n⟦manuscript/front-matter-key⟧titel: U\n---\nText.',
    'a date that is none': '---\ntitle: T\ndate: ⟦manuscript/front-matter-value⟧1 June 2000\n---\nText.',
    'a day the calendar has not':
      '---\ntitle: T\ndate: ⟦manuscript/front-matter-value⟧2000-02-30\n---\nText.',
    'a list for a text': '---\ntitle: T\nsubtitle: ⟦manuscript/front-matter-value⟧[a, b]\n---\nText.',
    'an empty value': '---\ntitle: T\n⟦manuscript/front-matter-value⟧subtitle:\n---\nText.',
    'a list of groups': '---\ntitle: T\nauthors: ⟦manuscript/front-matter-value⟧[{name: A}]\n---\nText.',
    'no keys at all': '---\n⟦manuscript/front-matter-value⟧- a\n---\n\n# T\n\nText.',
    'two faults at once':
      '---\ntitle: T\n⟦manuscript/front-matter-key⟧shrot: S\ndate: ⟦manuscript/front-matter-value⟧x\n---\nText.',
  };
  for (const [name, source] of Object.entries(faults)) {
    test(name, () => {
      const { text, expected } = marked('content/book/en.md', source);
      const { diagnostics } = readChapters([text]);
      expectDiagnostics(diagnostics, expected);
    });
  }
});

test('a misspelt key is told with the right one', () => {
  const { diagnostics } = readChapters(['---\ntitle: T\nauthrs: [A]\n---\nText.']);
  expect(diagnostics[0]).toMatchObject({
    message: 'Unexpected key `authrs`, expected one that exists',
    hint: 'did you mean `authors`?',
  });
});

test('broken YAML is told where it breaks', () => {
  const { diagnostics } = readChapters(['---\ntitle: "T\nauthors: [\n---\n\n# T\n\nText.']);
  expect(diagnostics.map(({ rule }) => rule)).toContain('config/yaml-syntax');
  expect(diagnostics[0]?.place?.file).toBe('content/book/en.md');
});

test('front matter belongs to the first file', () => {
  const { diagnostics } = readChapters(['---\ntitle: T\n---\nText.', '---\ntitle: U\n---\nText.']);
  expectDiagnostics(diagnostics, ['content/book/en/02-part.md:1:1 manuscript/front-matter-misplaced']);
});

describe('hostile YAML does no harm', () => {
  const bombs: Readonly<Record<string, string>> = {
    'aliases of aliases': [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((name, index) => {
        const before = `*${'abcdefgh'[index]}`;
        return `${name}: &${name} [${Array.from({ length: 9 }, () => before).join(', ')}]`;
      }),
    ].join('\n'),
    'a deep list': `title: ${'['.repeat(20_000)}`,
    'a deep block': `title:\n  ${'- '.repeat(20_000)}x`,
    'a type': 'title: !!js/function "function () {}"',
    'a prototype': '__proto__: {title: T}\nconstructor: x',
    'a merge': 'title: T\n<<: {subtitle: S}',
  };
  for (const [name, yaml] of Object.entries(bombs)) {
    test(name, () => {
      const { diagnostics, manuscript } = readChapters([`---\n${yaml}\n---\nText.`]);
      expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      expect(manuscript?.meta.subtitle).toBeUndefined();
    });
  }
});
