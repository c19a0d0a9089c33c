/** Notes: where they may be called, how they are numbered, what is told of them. */
import { describe, expect, test } from 'vitest';
import { expectDiagnostics } from '../support/diagnostics.ts';
import { plainLanguage } from './plain-language.ts';
import { htmlOf, htmlOfNodes, readChapters, readMarked, titled } from './read-text.ts';

const bodies = (source: string): readonly string[] =>
  readMarked(source).notes.map(({ id, number, body }) => `${number} ${id}: ${htmlOfNodes(body)}`);

test('a note may hold paragraphs, lists and emphasis', () => {
  expect(bodies('A[^a]\n\n[^a]: One *source*.\n\n    Two.\n\n    - x\n')).toEqual([
    '1 a: <p>One <em>source</em>.</p><p>Two.</p><ul><li>x</li></ul>',
  ]);
});

test('a note called again repeats its number; its calls are counted', () => {
  const manuscript = readMarked('A[^a] b[^b] c[^a]\n\n[^a]: A.\n[^b]: B.');
  expect(
    manuscript.notes.map(({ id, calls }) => `${id} ${calls.map(({ column }) => column).join()}`),
  ).toEqual(['a 2,14', 'b 8']);
  expect(htmlOf(manuscript)).toContain('id="call-a-1" data-note="a">1</a>');
  expect(htmlOf(manuscript)).toContain('id="call-a-2" data-note="a">1</a>');
});

describe('a note may be called from', () => {
  const callers: Readonly<Record<string, string>> = {
    'a head': '# Head[^a]',
    'a list': '- item[^a]',
    'a quotation': '> words[^a]',
    'a cell': '| A |\n| - |\n| x[^a] |',
    'the head of a table': '| A[^a] |\n| - |\n| x |',
    'a caption': ':::table[Caption[^a]]\n| A |\n| - |\n| x |\n:::',
    'a box and its title': ':::key[Title[^a]]\nText[^a].\n:::',
    'a definition list': 'Term[^a]\n: Meaning[^a]',
    verse: ':::verse\nLine[^a]\n:::',
    'another note': 'Text[^b]\n\n[^b]: See[^a]',
    'a note in a line': 'Text^[See[^a]]',
    'emphasis and words of another language': '*so[^a]* :lang[so[^a]]{fr}',
  };
  for (const [name, source] of Object.entries(callers)) {
    test(name, () => {
      const { notes } = readMarked(`${source}\n\n[^a]: Note.`);
      expect(notes.map(({ id }) => id)).toContain('a');
    });
  }
});

test('a call in a link is put behind it', () => {
  expect(htmlOf(readMarked('[two *words*[^a]](https://example.org) on\n\n[^a]: N.'))).toBe(
    '<p><a href="https://example.org">two <em>words</em></a><a class="tf-note-call" href="#note-a" id="call-a-1" data-note="a">1</a> on</p>',
  );
});

test('numbers follow the first call; a note called in a note follows it', () => {
  expect(bodies('x[^b] y[^a]\n\n[^a]: A.\n[^b]: B[^c].\n[^c]: C.').map((line) => line.slice(0, 3))).toEqual([
    '1 b',
    '2 c',
    '3 a',
  ]);
});

test('notes may call one another in a circle', () => {
  expect(readMarked('x[^a]\n\n[^a]: A[^b].\n\n[^b]: B[^a].').notes).toHaveLength(2);
});

test('inline notes have ids of their own, even where an author uses the same', () => {
  expect(
    bodies('x^[One *two* [three](https://example.org).] y[^inline-1]^[Four.]\n\n[^inline-1]: Five.'),
  ).toEqual([
    '1 inline-2: <p>One <em>two</em> <a href="https://example.org">three</a>.</p>',
    '2 inline-1: <p>Five.</p>',
    '3 inline-3: <p>Four.</p>',
  ]);
});

test('letters of a label that ids cannot hold are written as code units', () => {
  expect(htmlOf(readMarked('x[^şərh 1]\n\n[^şərh 1]: N.'.replaceAll(' ', '.')))).toContain(
    'href="#note-.015F.0259rh.002E1"',
  );
});

test('labels are local to their file', () => {
  const { manuscript, diagnostics } = readChapters([
    titled('A[^a]\n\n[^a]: First.'),
    'B[^a] c[^b]\n\n[^a]: Second.\n[^b]: Third.',
  ]);
  expectDiagnostics(diagnostics);
  expect(manuscript?.notes.map(({ id, number }) => `${number} ${id}`)).toEqual(['1 a', '2 2:a', '3 2:b']);
});

test('a note without a definition is told and printed as it stands', () => {
  const manuscript = readMarked('x⟦manuscript/note-undefined⟧[^nowhere]');
  expect(htmlOf(manuscript)).toBe('<p>x[^nowhere]</p>');
});

test('a misspelt label is told with the one that was meant', () => {
  const { diagnostics } = readChapters([titled('x[^soruce][^source]\n\n[^source]: N.')]);
  expect(diagnostics.map(({ hint }) => hint)).toEqual(['did you mean `source`?']);
});

test('a note that nothing calls is told, also where only another such note does', () => {
  readMarked('x\n\n⟦manuscript/note-unused⟧[^a]: A[^b].\n\n⟦manuscript/note-unused⟧[^b]: B.');
});

test('two notes of one label are told, with both places', () => {
  const { diagnostics } = readChapters([titled('x[^a]\n\n[^a]: A.\n\n[^a]: B.')]);
  expectDiagnostics(diagnostics, ['content/book/en.md:8:1 manuscript/note-duplicate']);
  expect(diagnostics[0]?.related?.[0]?.place.line).toBe(6);
});

test('a note without words is told', () => {
  readMarked('x[^a]\n\n⟦manuscript/note-empty⟧[^a]:');
});

describe('a note that says "the same source"', () => {
  const ibidem = (notes: string): void => void readMarked(`x[^a] y[^b]\n\n${notes}`);
  test('may follow a note with one source', () => {
    ibidem('[^a]: Report, p. 1.\n\n[^b]: *Ibid.*, p. 2.');
  });
  test('may not follow one with several', () => {
    ibidem('[^a]: Report, p. 1; Letter, 2000.\n\n⟦manuscript/note-ibidem⟧[^b]: Ibid., p. 2.');
  });
  test('may not be the first', () => {
    ibidem('⟦manuscript/note-ibidem⟧[^a]: Same place.\n\n[^b]: Letter.');
  });
  test('is found by whole words', () => {
    ibidem('[^a]: Ibidemia is a genus.\n\n[^b]: Letter.');
  });
  test('is not looked for where the language has no such words', () => {
    const { diagnostics } = readChapters([titled('x[^a]\n\n[^a]: Ibid.')], {
      language: plainLanguage('en', { ibidem: [] }),
    });
    expectDiagnostics(diagnostics);
  });
});
