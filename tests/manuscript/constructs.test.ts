/** What each mark of Markdown becomes. */
import { describe, expect, test } from 'vitest';
import { expectHtml, htmlOf, readMarked, titled, readChapters } from './read-text.ts';

interface Case {
  readonly markdown: string;
  readonly html: string;
}

const cases: Readonly<Record<string, Case>> = {
  'a paragraph': { markdown: 'One\ntwo.', html: '<p>One two.</p>' },
  emphasis: {
    markdown: '*a* **b** ~~c~~ `d`',
    html: '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>',
  },
  'a hard break': { markdown: 'a  \nb', html: '<p>a<br> b</p>' },
  'a quotation': { markdown: '> a\n>\n> b', html: '<blockquote><p>a</p><p>b</p></blockquote>' },
  'a rule': { markdown: 'a\n\n***\n\nb', html: '<p>a</p><hr><p>b</p>' },
  'a list': { markdown: '3. a\n4. b', html: '<ol start="3"><li>a</li><li>b</li></ol>' },
  code: {
    markdown: '```sh\nrm *\n```',
    html: '<pre><code class="language-sh">rm * </code></pre>',
  },
  'a table with alignment': {
    markdown: '| A | B |\n| --- | --: |\n| x | 1 |',
    html: '<table><thead><tr><th>A</th><th align="right">B</th></tr></thead><tbody><tr><td>x</td><td align="right">1</td></tr></tbody></table>',
  },
  'a web address': {
    markdown: 'www.example.org and https://example.org/a?b=c&d',
    html: '<p><a href="http://www.example.org">www.example.org</a> and <a href="https://example.org/a?b=c&#x26;d">https://example.org/a?b=c&#x26;d</a></p>',
  },
  'a mail address': {
    markdown: 'x@example.org',
    html: '<p><a href="mailto:x@example.org">x@example.org</a></p>',
  },
  'a link by label': {
    markdown: '[words][a] and [a]\n\n[a]: https://example.org "Title"',
    html: '<p><a href="https://example.org">words</a> and <a href="https://example.org">a</a></p>',
  },
  'definition lists': {
    markdown: 'Term *one*\n: What it means.\n: Also this.',
    html: '<dl><dt>Term <em>one</em></dt><dd>What it means.</dd><dd>Also this.</dd></dl>',
  },
  'words of another language': {
    markdown: ':lang[Зеркало]{ru} and :lang[*x*]{lang=az-cyrl}',
    html: '<p><span lang="ru">Зеркало</span> and <span lang="az-Cyrl"><em>x</em></span></p>',
  },
  'small capitals': { markdown: ':sc[unicef]', html: '<p><span class="sc">unicef</span></p>' },
  'a name that is not divided': {
    markdown: ':name[Bakıxanov]',
    html: '<p><span translate="no">Bakıxanov</span></p>',
  },
  'small print': {
    markdown: ':::small\nText.\n:::',
    html: '<div class="small"><p>Text.</p></div>',
  },
  verse: {
    markdown: ':::verse\nOne *two\nthree* four\n\nfive\n:::',
    html: '<div class="verse"><p>One <em>two<br> three</em> four</p><p>five</p></div>',
  },
  'page breaks': {
    markdown: 'a\n\n::pagebreak\n\n::pagebreak{to=recto}\n\n::pagebreak{to=verso}',
    html: '<p>a</p><div class="page-break" data-to="page"></div><div class="page-break" data-to="recto"></div><div class="page-break" data-to="verso"></div>',
  },
  boxes: {
    markdown: ':::key[Key *developments*]\n- a\n:::\n\n:::note-box\nText.\n:::',
    html: '<aside class="box key"><p class="box-title">Key <em>developments</em></p><ul><li>a</li></ul></aside><aside class="box note-box"><p>Text.</p></aside>',
  },
  'boxes in boxes': {
    markdown: '::::key[Outer]\n:::small\nInner.\n:::\n::::',
    html: '<aside class="box key"><p class="box-title">Outer</p><div class="small"><p>Inner.</p></div></aside>',
  },
  'allowed HTML': {
    markdown:
      'H<sub>2</sub>O <abbr title="a &amp; b">x</abbr> <span lang="fr">mot</span><br>c <kbd>*k*</kbd> <!-- hidden -->',
    html: '<p>H<sub>2</sub>O <abbr title="a &#x26; b">x</abbr> <span lang="fr">mot</span><br>c <kbd><em>k</em></kbd> </p>',
  },
  'an HTML comment on lines of its own': { markdown: 'a\n\n<!-- b\n\nc -->\n\nd', html: '<p>a</p><p>d</p>' },
  'colons that are no marks': {
    markdown: '10:30, 3:1, a:b, Note: this, 5:[x] and a:b[^1]\n\n[^1]: Note.',
    html: '<p>10:30, 3:1, a:b, Note: this, 5:[x] and a:b<a class="tf-note-call" href="#note-1" id="call-1-1" data-note="1">1</a></p>',
  },
  escapes: {
    markdown: String.raw`\*a\* \[b\] \:sc[c] \# \$`,
    html: '<p>*a* [b] :sc[c] # $</p>',
  },
  'inline mathematics and Liquid as they are': {
    markdown: '$x$ {{ page.title }} {% include "a" %}',
    html: '<p>$x$ {{ page.title }} {% include "a" %}</p>',
  },
};

describe('Markdown becomes HTML', () => {
  for (const [name, { markdown, html }] of Object.entries(cases)) {
    test(name, () => expectHtml(markdown, html));
  }
});

test('the box of a task is drawn, for the fonts have none', () => {
  const html = htmlOf(readMarked('- [ ] open\n- [x] done'));
  expect(html).not.toContain('<input');
  expect(html).toMatch(
    /<li class="task-list-item"><svg class="task-box"[^>]* aria-label="☐"><rect[^>]*><\/rect><\/svg>open<\/li>/,
  );
  expect(html).toMatch(/aria-label="☑"><rect[^>]*><\/rect><path[^>]*><\/path><\/svg>done<\/li>/);
});

test('every block says where it was written', () => {
  const { manuscript } = readChapters([titled('Para\n\n> - item\n>   ::pagebreak\n')]);
  const places: string[] = [];
  const look = (node: object): void => {
    const { tagName, properties, children } = node as {
      tagName?: string;
      properties?: Record<string, string>;
      children?: readonly object[];
    };
    if (properties?.['dataPlace'] !== undefined) places.push(`${tagName} ${properties['dataPlace']}`);
    for (const child of children ?? []) look(child);
  };
  for (const chapter of manuscript?.chapters ?? []) look(chapter.body);
  expect(places).toEqual([
    'p content/book/en.md:4:1',
    'blockquote content/book/en.md:6:1',
    'ul content/book/en.md:6:3',
    'li content/book/en.md:6:3',
    'div content/book/en.md:7:5',
  ]);
});

test('front, body and back matter are sections; the imprint is taken out', () => {
  const manuscript = readMarked(
    ':::front\nBefore.\n:::\n\nText.\n\n:::imprint\nSources.\n:::\n\n:::back\nAfter.\n:::',
  );
  expect(htmlOf(manuscript)).toBe(
    '<section class="front"><p>Before.</p></section><section class="body"><p>Text.</p></section><section class="back"><p>After.</p></section>',
  );
  expect(manuscript.imprint).toHaveLength(1);
  expect(manuscript.imprint[0]).toMatchObject({ tagName: 'p', children: [{ value: 'Sources.' }] });
});

test('words are counted, those of notes and captions too', () => {
  const text = "One two-three, 1,200 don't.[^a]\n\n[^a]: Four *five*six.";
  expect(readMarked(text).words).toBe(7);
});
