/** Manuscripts that mean harm: nothing runs, nothing is reached, nothing hangs; and each is told or harmless. No test is timed. */
import { describe, expect, test } from 'vitest';
import { htmlTokens } from '../../src/manuscript/html/html-tokens.ts';
import { expectDiagnostics } from '../support/diagnostics.ts';
import { expectHtml, faultsOf, htmlOf, readChapters, readMarked, titled } from './read-text.ts';

const html = 'manuscript/html-refused';

describe('raw HTML is taken out and told', () => {
  const cases: Readonly<Record<string, readonly [source: string, html: string]>> = {
    'a script': [`a ⟦${html}⟧<script>alert(1)</script> b`, '<p>a  b</p>'],
    'a script as a block': [`⟦${html}⟧<script>\nalert(1)\n\n</script>\n\nb`, '<p>b</p>'],
    'a script in capitals, never closed': [`a ⟦${html}⟧<SCRIPT SRC="//x.example">b`, '<p>a b</p>'],
    'a style': [`⟦${html}⟧<style>p{display:none}</style>\n\nb`, '<p>b</p>'],
    'a frame': [`a ⟦${html}⟧<iframe src="https://example.org">x</iframe>`, '<p>a </p>'],
    'a picture with a handler': [`a ⟦${html}⟧<img src=x onerror=alert(1)>`, '<p>a </p>'],
    'a handler on an allowed element': [`a <sub ⟦⟧onclick="alert(1)">b</sub>`, '<p>a <sub>b</sub></p>'],
    'a style on an allowed element': [`a <span style="position:fixed">b</span>`, '<p>a <span>b</span></p>'],
    'a link': [`a ⟦${html}⟧<a href="javascript:alert(1)">b⟦${html}⟧</a>`, '<p>a b</p>'],
    'a block whose words stay': [
      `⟦${html}⟧<div class="x">words &amp; more⟦${html}⟧</div>`,
      '<p>words &#x26; more</p>',
    ],
    'an SVG': [`a ⟦${html}⟧<svg onload="alert(1)"><g/></svg>b`, '<p>a b</p>'],
    'a form': [`a ⟦${html}⟧<input autofocus onfocus=alert(1)>b`, '<p>a b</p>'],
    'a declaration': [
      `a ⟦${html}⟧<!DOCTYPE x> ⟦${html}⟧<?php x ?> ⟦${html}⟧<![CDATA[x]]> b`,
      '<p>a    b</p>',
    ],
    'a closing tag alone': [`a ⟦${html}⟧</sub> b`, '<p>a  b</p>'],
    'an element left open': ['a *<sub>b* c', '<p>a <em><sub>b</sub></em> c</p>'],
    'elements crossed': [`a <sub>b<sup>c</sub>d⟦${html}⟧</sup>`, '<p>a <sub>b<sup>c</sup></sub>d</p>'],
  };
  for (const [name, [source, expected]] of Object.entries(cases)) {
    test(name, () => {
      const atElement = source.includes('⟦⟧') || source.includes('style=');
      const text = atElement ? source.replace('⟦⟧', '').replace('<s', `⟦${html}⟧<s`) : source;
      expectHtml(text, expected);
    });
  }

  test('each tag with its place, in a block too', () => {
    expect(faultsOf(titled('x\n\n<div>\n  <b>y</b>\n</div>')).map((fault) => fault.split(' ')[0])).toEqual([
      '6:1',
      '7:3',
      '7:7',
      '8:1',
    ]);
  });

  test('a language that is none', () => {
    readMarked('⟦manuscript/language-tag⟧<span lang="x y">a</span> ⟦manuscript/language-tag⟧:lang[b]{}');
  });
});

describe('links lead only to the web, to mail and to ids', () => {
  const refused = [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/hostname',
    '//example.org',
    '../other.md',
    '/etc/hostname',
    'http:',
    'https://',
    '',
  ];
  for (const url of refused) {
    test(`not ${url === '' ? 'nowhere' : url}`, () => {
      expectHtml(`a ⟦manuscript/link-refused⟧[*b*](<${url}>)`, '<p>a <em>b</em></p>');
    });
  }
  test('not by definition or in angle brackets', () => {
    readMarked('⟦manuscript/link-refused⟧[a] ⟦manuscript/link-refused⟧<javascript:b>\n\n[a]: javascript:x');
  });
});

describe('directives that are wrong are told, and their words stay', () => {
  const cases: Readonly<Record<string, readonly [source: string, html: string]>> = {
    'an unknown box': ['⟦manuscript/directive-unknown⟧:::kye[T]\nText.\n:::', '<p>T</p><p>Text.</p>'],
    'an unknown line': ['⟦manuscript/directive-unknown⟧::pagebrake[x]', '<p>x</p>'],
    'an unknown mark': ['a ⟦manuscript/directive-unknown⟧:sea[b]{c} d', '<p>a :sea[b]{c} d</p>'],
    'a box with too few colons': ['⟦manuscript/directive-unknown⟧::key[T]', '<p>T</p>'],
    'a name of the language itself': [
      '⟦manuscript/directive-unknown⟧:constructor[a]',
      '<p>:constructor[a]</p>',
    ],
    'a closing line too many': ['⟦manuscript/directive-unopened⟧:::', '<p>:::</p>'],
    'an opening with a space': ['a\n⟦manuscript/directive-unopened⟧::: key\nb', '<p>a ::: key b</p>'],
    'an unknown setting': [
      '⟦manuscript/directive-attribute⟧:::key[T]{onclick="x"}\nText.\n:::',
      '<aside class="box key"><p class="box-title">T</p><p>Text.</p></aside>',
    ],
    'a page that is none': [
      'a\n\n⟦manuscript/directive-attribute⟧::pagebreak{to=left}',
      '<p>a</p><div class="page-break" data-to="page"></div>',
    ],
    'a box never closed': [
      '⟦manuscript/directive-unclosed⟧:::key[T]\nText.',
      '<aside class="box key"><p class="box-title">T</p><p>Text.</p></aside>',
    ],
    'a part of the work in a box': [
      '::::key\n⟦manuscript/directive-misplaced⟧:::front\nText.\n:::\n::::',
      '<aside class="box key"><p>Text.</p></aside>',
    ],
    'a reference without an id': ['a ⟦manuscript/directive-content⟧:see[]', '<p>a </p>'],
    'words where none belong': [
      '⟦manuscript/directive-content⟧:::small[T]\nText.\n:::',
      '<div class="small"><p>Text.</p></div>',
    ],
  };
  for (const [name, [source, expected]] of Object.entries(cases)) {
    test(name, () => expectHtml(source, expected));
  }
});

test('blocks of mathematics are told once', () => {
  readMarked('⟦manuscript/math-refused⟧$$\nx = y\n$$\n\ntext\n\n⟦manuscript/math-refused⟧$$\n\nx\n\n$$');
  readMarked('⟦manuscript/math-refused⟧$$x$$\n\n⟦manuscript/math-refused⟧$$y$$');
});

describe('a text too deep is refused before it can do harm:', () => {
  const deep: Readonly<Record<string, string>> = {
    quotations: `${'>'.repeat(10_000)} a`,
    'quotations with spaces': `${'> '.repeat(10_000)}a`,
    lists: `${'- '.repeat(10_000)}a`,
    'numbered lists': `${'1. '.repeat(10_000)}a`,
    'lists by indentation': Array.from({ length: 1_000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join(
      '\n',
    ),
    boxes: Array.from({ length: 10_000 }, (_, depth) => `${':'.repeat(Math.min(3 + depth, 50))}key`).join(
      '\n',
    ),
    'boxes of equal colons': ':::key\n'.repeat(10_000),
    emphasis: `${'*a **b '.repeat(5_000)}${'** c* '.repeat(5_000)}`,
    'inline notes': `a${'^[b'.repeat(10_000)}${']'.repeat(10_000)}`,
    'some inline notes': `a${'^[b'.repeat(300)}${']'.repeat(300)}`,
    pictures: `${'![a'.repeat(10_000)}${'](b)'.repeat(10_000)}`,
  };
  for (const [name, text] of Object.entries(deep)) {
    test(name, () => {
      const { diagnostics } = readChapters([titled(text)]);
      const rules = diagnostics.map(({ rule }) => rule);
      expect(
        rules.includes('manuscript/too-deep') ||
          rules.includes('manuscript/too-entangled') ||
          rules.length > 0,
      ).toBe(true);
      expect(diagnostics.every(({ place }) => place?.file === 'content/book/en.md')).toBe(true);
    });
  }

  test('elements of raw HTML are not nested without end', () => {
    const { diagnostics, manuscript } = readChapters([titled(`a ${'<sub>'.repeat(1_000)}b`)]);
    expect(new Set(diagnostics.map(({ rule }) => rule))).toEqual(new Set([html]));
    expect(manuscript && htmlOf(manuscript).match(/<sub>/g)).toHaveLength(20);
  });

  test('a chain of notes as long as the text is no depth', () => {
    const count = 3_000;
    const chain = Array.from({ length: count }, (_, index) => `[^${index}]: See[^${index + 1}]`);
    const { manuscript, diagnostics } = readChapters([
      titled(`a[^0]\n\n${chain.join('\n\n')}\n\n[^${count}]: End.`),
    ]);
    expectDiagnostics(diagnostics);
    expect(manuscript?.notes).toHaveLength(count + 1);
  });
});

describe('two million letters of harm, or as many as are read at all, come to an end:', () => {
  const pieces: Readonly<Record<string, string>> = {
    'opening brackets': '[',
    'closing brackets': ']',
    'openings of notes': '^[',
    'openings of pictures': '![',
    stars: '*',
    'stars and letters': 'a* ',
    'underscores and stars': '*a _b ',
    backticks: 'a`b``',
    'openings of comments': 'a <!-- ',
    'openings of CDATA': 'a<![CDATA[',
    'openings of declarations': 'a<!A',
    'openings of instructions': 'a<?',
    'openings of tags': 'a<b c="',
    'openings of links': '[a](',
    'openings of directives': ':a[',
    'openings of braces': ':a{b="',
    references: '[a][b] ',
    boxes: ':::a\n',
    'lines of colons': ':::\n',
    'marks of quotation': '> ',
    tildes: '~a ',
    ampersands: '&#',
    pipes: '|a',
    definitions: 'a\n: b\n',
    backslashes: '\\',
    'mail addresses': 'a.b@c_',
  };
  /** Read in linear time: a smaller measure shows as much. */
  const harmless: ReadonlySet<string> = new Set(['&#', '|a', '\\']);
  for (const [name, piece] of Object.entries(pieces)) {
    test(name, () => {
      const size = harmless.has(piece) ? 100_000 : 2_000_000;
      const { diagnostics } = readChapters([titled(piece.repeat(Math.floor(size / piece.length)))]);
      const refused = diagnostics.map(({ rule }) => rule);
      if (harmless.has(piece)) expectDiagnostics(diagnostics);
      else
        expect(['manuscript/too-entangled', 'manuscript/too-deep']).toEqual(expect.arrayContaining(refused));
    });
  }

  test('backticks of growing length', () => {
    const text = Array.from({ length: 2_000 }, (_, length) => `a${'`'.repeat(length)}`).join('');
    expect(readChapters([titled(text)]).diagnostics.length).toBeLessThan(10);
  });

  test('raw HTML that never ends', () => {
    for (const piece of ['<a ', '<a "', "<a '", '<!--', '<?', '</a', '<a href=']) {
      expect(htmlTokens(piece.repeat(200_000)).length).toBeGreaterThan(0);
    }
  });
});

test('a thousand faults of one kind are told in part, with their number', () => {
  const { diagnostics } = readChapters([titled('x[^a] '.repeat(1_000))]);
  expect(diagnostics).toHaveLength(201);
  expect(diagnostics.at(-1)?.message).toBe('Unexpected 800 more faults of this kind, expected none');
});

test('a long honest text is read', () => {
  const part =
    'The quick *brown* fox jumps over the [lazy](https://example.org) dog.\n\n- one item\n- two items\n\n| A | B |\n| - | - |\n| x | 1 |\n\n';
  const { diagnostics, manuscript } = readChapters([titled(part.repeat(2_000))]);
  expectDiagnostics(diagnostics);
  const [section] = manuscript?.chapters[0]?.body.children ?? [];
  const blocks = section?.type === 'element' ? section.children.filter(({ type }) => type === 'element') : [];
  expect(blocks).toHaveLength(6_000);
});
