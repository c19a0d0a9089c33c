/** What Chromium gets of a style sheet: what it lacks in custom properties and classes, all else as written. */
import { describe, expect, test } from 'vitest';
import { expectNoDiagnostics } from '../support/diagnostics.ts';
import { loadCss } from './small-template.ts';

/** The rewritten sheet, values of custom properties decoded so that they can be read. */
const rewritten = (css: string): string => {
  const { value, diagnostics } = loadCss(css);
  expectNoDiagnostics(diagnostics);
  return (value?.css ?? '').replaceAll(/"(%[^"]*)"/g, (_, encoded: string) => decodeURIComponent(encoded));
};

test.each([
  ['plain rules pass', 'p { margin: 0 1mm; color: red !important }', 'p{margin:0 1mm;color:red!important}'],
  ['groups pass', '@media print { p { margin: 0 } }', '@media print{p{margin:0}}'],
  ['nested rules pass', '.a { color: red; & .b { color: blue } }', '.a{color:red;& .b{color:blue}}'],
  ['variables pass', ':root { --x: 1mm } p { margin: var(--x) }', ':root{--x:1mm}\np{margin:var(--x)}'],
  ['recto and verso stay', 'h1 { break-before: recto }', 'h1{break-before:recto}'],
  ['properties of WebKit stay', 'p { -webkit-locale: auto }', 'p{-webkit-locale:auto}'],
  ['spaces in per cent stay', 'p { word-spacing: 10% }', 'p{word-spacing:10%}'],
  ['widows stay', 'p { widows: 3; orphans: 3 }', 'p{widows:3;orphans:3}'],
  ['a note in the text', 'span.fn { float: footnote }', 'span.fn{--tf-float:footnote}'],
  ['a float of CSS takes it away', '.x { float: none }', '.x{float:none;--tf-float:none}'],
  ['a running element', 'h2 { position: running(head) }', 'h2{--tf-running:head}'],
  ['a position of CSS takes it away', '.x { position: static }', '.x{position:static;--tf-running:none}'],
  ['a bookmark', 'h2 { bookmark-level: 2 }', 'h2{--tf-bookmark-level:2}'],
  ['no bookmark', 'h6 { bookmark-level: none }', 'h6{--tf-bookmark-level:none}'],
  ['a page counter', '.body { counter-reset: page 1 }', '.body{--tf-page-reset:1}'],
  ['a note counter', 'h1 { counter-reset: footnote }', 'h1{--tf-note-reset:0}'],
  [
    'counters of both sorts',
    'h1 { counter-reset: figure page 3 }',
    'h1{--tf-page-reset:3;counter-reset:figure}',
  ],
  [
    'a string',
    'h1 { string-set: section content(text) }',
    'h1{--tf-string-set:[{"name":"section","parts":[{"kind":"content"}]}]}',
  ],
  [
    'several strings',
    'h1 { string-set: a "No. " attr(data-n), b content() !important }',
    'h1{--tf-string-set:[{"name":"a","parts":[{"kind":"text","text":"No. "},{"kind":"attr","name":"data-n"}]},{"name":"b","parts":[{"kind":"content"}]}]!important}',
  ],
  ['no string', 'h1 { string-set: none }', 'h1{--tf-string-set:none}'],
  ['calls', '::footnote-call { font-size: 8pt }', '.tf-note-call{font-size:8pt}'],
  ['calls in heads', 'h1 ::footnote-call { color: red }', 'h1 .tf-note-call{color:red}'],
  ['markers', '.note::footnote-marker { width: 5mm }', '.note .tf-note-marker{width:5mm}'],
  [
    'calls and text together',
    'sup, ::footnote-call { line-height: 0 }',
    'sup{line-height:0}.tf-note-call{line-height:0}',
  ],
  ['the note area', '@footnote { border-top: 0.5pt solid }', '.tf-note-area{border-top:0.5pt solid}'],
  ['the note area in a page', '@page { @footnote { padding-top: 6pt } }', '.tf-note-area{padding-top:6pt}'],
  [
    'the area of a note that goes on',
    '@footnote continued { border-top: 1pt dashed }',
    '.tf-note-area.tf-note-area-continued{border-top:1pt dashed}',
  ],
  ['page rules go', '@page { size: A5 } p { margin: 0 }', 'p{margin:0}'],
])('%s', (_, css, expected) => {
  expect(rewritten(css)).toBe(expected);
});

describe('content that Chromium cannot generate', () => {
  test('becomes a value of the element and a box', () => {
    expect(
      rewritten('a::after { content: leader(dotted) target-counter(attr(href url), page); color: red }'),
    ).toBe(
      'a{--tf-after:[{"kind":"leader","text":". "},{"kind":"target-counter","attr":"href","counter":"page","style":"decimal"}]}' +
        'a::after{content:none;color:red}a>.tf-after{color:red}',
    );
  });

  test('other content takes it away again', () => {
    expect(rewritten('a::before { content: "x" }')).toBe('a{--tf-before:none}a::before{content:"x"}');
  });

  test.each([
    ['leader("· ")', '[{"kind":"leader","text":"· "}]'],
    ['leader(solid)', '[{"kind":"leader","text":"_"}]'],
    [
      '"(" target-text(attr(href)) ")"',
      '[{"kind":"text","text":"("},{"kind":"target-text","attr":"href"},{"kind":"text","text":")"}]',
    ],
    [
      'target-counter(attr(href), page, lower-roman)',
      '[{"kind":"target-counter","attr":"href","counter":"page","style":"lower-roman"}]',
    ],
  ])('%s', (content, value) => {
    expect(rewritten(`a:after { content: ${content} }`)).toContain(`a{--tf-after:${value}}`);
  });
});
