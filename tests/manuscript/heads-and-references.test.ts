/** Heads, their ids, and what refers to them. */
import { expect, test } from 'vitest';
import { expectDiagnostics } from '../support/diagnostics.ts';
import { plainLanguage } from './plain-language.ts';
import { expectHtml, htmlOf, readChapters, readMarked, titled } from './read-text.ts';

const ids = (source: string): readonly string[] => readMarked(source).headings.map(({ id }) => id);

test('ids are made from the words, letters of every language kept, and are never the same twice', () => {
  expect(ids('# Mine *awareness*, 2000!\n\n## Ərazi: minalar\n\n## Зеркало\n\n## Зеркало\n\n## !!!')).toEqual(
    ['mine-awareness-2000', 'ərazi-minalar', 'зеркало', 'зеркало-2', 'head'],
  );
});

test('the case of an id is the language’s', () => {
  const { manuscript } = readChapters([titled('# ICBL')], {
    language: plainLanguage('en', { lower: (text) => text.replaceAll('I', 'ı').toLowerCase() }),
  });
  expect(manuscript?.headings[0]?.id).toBe('ıcbl');
});

test('given ids come first, and words that would be one of the program’s ids are changed', () => {
  expect(ids('# Budget\n\n## Other {#budget}\n\n## Note 1\n\n## Call')).toEqual([
    'budget-2',
    'budget',
    'head-note-1',
    'head-call',
  ]);
});

test('braces after a head give its id and keep it out of the contents', () => {
  const [a, b, c] = readMarked('# A {#x .unlisted}\n\nB {.unlisted}\n---\n\n## C {c}').headings;
  expect([a?.id, a?.listed, a?.text]).toEqual(['x', false, 'A']);
  expect([b?.id, b?.listed, b?.level]).toEqual(['b', false, 2]);
  expect([c?.listed, c?.text]).toEqual([true, 'C {c}']);
});

test('heads know their matter and have their words without notes', () => {
  const { headings } = readMarked(
    ':::front\n# A\n:::\n\n# B *b*[^n]\n\n:::back\n# C\n:::\n\n:::imprint\n**D**\n:::\n\n[^n]: N.',
  );
  expect(headings.map(({ matter, text }) => `${matter} ${text}`)).toEqual(['front A', 'body B b', 'back C']);
});

test('levels are judged in the order in which heads are printed', () => {
  readMarked(':::back\n## Last\n:::\n\n# First');
  readMarked(':::back\n# Last\n:::\n\n⟦manuscript/heading-level-skipped⟧## First');
});

test('no head stands in a note or in the imprint', () => {
  readMarked(
    '# A[^n]\n\n:::imprint\n⟦manuscript/heading-misplaced⟧# B\n:::\n\n[^n]: N.\n\n    ⟦manuscript/heading-misplaced⟧### C',
  );
});

test('what is wrong with heads is told', () => {
  readMarked('⟦manuscript/heading-level-skipped⟧## A\n\n⟦manuscript/heading-level-skipped⟧#### B\n\n# C');
  readMarked('# A ⟦manuscript/heading-attribute⟧{#x .hidden}');
  readMarked('# A\n\n⟦manuscript/heading-empty⟧##\n');
  readMarked('# A ⟦manuscript/id-invalid⟧{#a/b}\n\n# B ⟦manuscript/id-invalid⟧{#note-b}');
});

test('levels go on from file to file', () => {
  const { diagnostics } = readChapters([titled('# A'), '### B']);
  expectDiagnostics(diagnostics, ['content/book/en/02-part.md:1:1 manuscript/heading-level-skipped']);
});

test('two things of one id are told, with both places', () => {
  const { diagnostics } = readChapters([titled('# A {#x}\n\n:::key{#x}\nText.\n:::')]);
  expectDiagnostics(diagnostics, ['content/book/en.md:6:1 manuscript/id-duplicate']);
  expect(diagnostics[0]?.related).toEqual([
    { message: 'the first is here', place: { file: 'content/book/en.md', line: 4, column: 5 } },
  ]);
});

test('references take their words from the language and leave pages to makeup', () => {
  expectHtml(
    '# Some *words* {#x}\n\n:ref[x]; :see[x]; :page[x]; [so](#x)',
    '<h1 id="x">Some <em>words</em></h1><p><a href="#x" class="reference">Some words</a>; ' +
      '<a href="#x" class="reference">see “Some words” on the <span class="tf-page" data-target="x" data-form="ordinal"></span> page</a>; ' +
      '<a href="#x" class="reference">page <span class="tf-page" data-target="x" data-form="plain"></span></a>; ' +
      '<a href="#x">so</a></p>',
  );
});

test('references reach over files and into ids of other letters', () => {
  const { manuscript, diagnostics } = readChapters([titled('[so](#ərazi)'), '# Ərazi']);
  expectDiagnostics(diagnostics);
  expect(manuscript && htmlOf(manuscript)).toBe('<p><a href="#%C9%99razi">so</a></p>'.replace('%C9%99', 'ə'));
});

test('a reference in a link is words alone', () => {
  expectHtml(
    '# A {#x}\n\n[on :page[x]](https://example.org)',
    '<h1 id="x">A</h1><p><a href="https://example.org">on page <span class="tf-page" data-target="x" data-form="plain"></span></a></p>',
  );
});

test('references to nothing are told', () => {
  readMarked(
    '⟦manuscript/reference-broken⟧:see[nowhere] ⟦manuscript/reference-broken⟧[words](#nowhere) ⟦manuscript/reference-broken⟧:page[x]',
  );
});

test('a reference to a thing without a number is told', () => {
  readMarked(':::key{#x}\nText.\n:::\n\n⟦manuscript/reference-broken⟧:ref[x] and :page[x]');
});

test('private-use letters of an author stay letters', () => {
  expectHtml(
    '# A \uE000 {#x}\n\n:ref[x]',
    '<h1 id="x">A \uE000</h1><p><a href="#x" class="reference">A \uE000</a></p>',
  );
});

test('without a title in the front matter the one head at the beginning is it', () => {
  const { manuscript, diagnostics } = readChapters(['# The title\n\nText.\n\n## A\n\n### B']);
  expectDiagnostics(diagnostics);
  expect(manuscript?.meta.title).toBe('The title');
  expect(manuscript?.headings.map(({ level }) => level)).toEqual([1, 2]);
  expect(manuscript && htmlOf(manuscript)).toBe('<p>Text.</p><h1 id="a">A</h1><h2 id="b">B</h2>');
  expectDiagnostics(readChapters(['# The title\n\n### A']).diagnostics, [
    'content/book/en.md:3:1 manuscript/heading-level-skipped',
  ]);
});

test('a first head that is a section’s too gives the title and stays', () => {
  for (const text of ['# One\n\n# Two', '# One {#x}', 'Text.\n\n# One']) {
    const { manuscript } = readChapters([text]);
    expect(manuscript?.meta.title).toBe('One');
    expect(manuscript?.headings[0]?.text).toBe('One');
  }
});

test('no title at all is told', () => {
  const { manuscript, diagnostics } = readChapters(['Text.']);
  expectDiagnostics(diagnostics, ['content/book/en.md:1:1 manuscript/title-missing warning']);
  expect(manuscript?.meta.title).toBe('book');
});
