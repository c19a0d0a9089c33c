/** What a style sheet says that nothing would heed: a diagnostic at its place, never silence. */
import { expect, test } from 'vitest';
import { expectDiagnostics, marked } from '../support/diagnostics.ts';
import { loadCss, sheetName } from './small-template.ts';

test.each([
  ['a missing brace', 'p { color: red } ⟦template/css-syntax⟧}'],
  ['a misspelt property', 'p { ⟦template/unknown-property⟧colr: red; color: red }'],
  ['a value that does not fit', 'p { ⟦template/unknown-value⟧color: rde }'],
  ['an empty value', 'p { ⟦template/unknown-value⟧color: }'],
  ['several at once', 'p { ⟦template/unknown-property⟧colr: red }\nq { ⟦template/unknown-value⟧width: red }'],
  ['once for several boxes', 'p, p::after, ::footnote-call { ⟦template/unknown-property⟧colr: red }'],
  ['what Chromium lacks', 'p { ⟦template/unsupported-property⟧hanging-punctuation: first }'],
  ['what other programs have', 'p { ⟦template/unsupported-property⟧-prince-float: top }'],
  ['labels of bookmarks', 'h1 { ⟦template/unsupported-property⟧bookmark-label: "x" }'],
  ['policies of notes', '.n { ⟦template/unsupported-property⟧footnote-policy: line }'],
  ['a size outside a page rule', 'body { ⟦template/unsupported-property⟧size: A4 }'],
  ['marks outside a page rule', 'body { ⟦template/unsupported-property⟧marks: crop }'],
  ['capitals of no language', 'h1 { ⟦template/unsupported-value⟧text-transform: capitalize }'],
  ['hyphenation by the browser', 'p { ⟦template/house-hyphenates warning⟧hyphens: auto }'],
  ['a bad bookmark', 'h1 { ⟦template/unknown-value⟧bookmark-level: big }'],
  ['a string without content', 'h1 { string-set: ⟦template/unknown-value⟧x }'],
  ['counting pages', 'h1 { ⟦template/unsupported-value⟧counter-increment: page }'],
  ['setting notes', 'h1 { ⟦template/unsupported-value⟧counter-set: footnote 3 }'],
  ['a page counter on a page', '@page { ⟦template/unsupported-value⟧counter-reset: page 3 }'],
  [
    'a target counter that is not of a page',
    'a::after { content: ⟦template/unsupported-content⟧target-counter(attr(href), figure) }',
  ],
  [
    'a target without attr()',
    'a::after { content: ⟦template/unsupported-content⟧target-counter("#x", page) }',
  ],
  [
    'a style of counting',
    '@page { @top-left { content: ⟦template/unsupported-content⟧counter(page, georgian) } }',
  ],
  ['a page number in the text', 'p::after { content: ⟦template/unsupported-content⟧counter(page) }'],
  [
    'a string in the text',
    'p::after { content: ⟦template/unsupported-content⟧string(x) } h1 { string-set: x content() }',
  ],
  [
    'a leader in a margin box',
    '@page { @top-left { content: ⟦template/unsupported-content⟧leader(dotted) } }',
  ],
  ['an attribute in a margin box', '@page { @top-left { content: ⟦template/unsupported-content⟧attr(x) } }'],
  ['a picture in a call', '::footnote-call { content: ⟦template/unsupported-content⟧open-quote }'],
  ['content of some calls', 'h1 ::footnote-call { ⟦template/unsupported-content⟧content: "*" }'],
  ['calls of some notes', '⟦template/unsupported-selector⟧.long::footnote-call { color: red }'],
  ['a pseudo-element inside', '⟦template/unsupported-selector⟧a::after:hover { color: red }'],
  ['a list of languages', '⟦template/unsupported-selector⟧p:lang(aa, bb) { color: red }'],
  ['another note area', '⟦template/unsupported-selector⟧@footnote long { color: red }'],
  ['nesting in a pseudo-element', '⟦template/unsupported-selector⟧a::after { & b { color: blue } }'],
  ['an import', '⟦template/unsupported-at-rule⟧@import "x.css";'],
  ['a font', '⟦template/unsupported-at-rule⟧@font-face { font-family: X }'],
  ['no margin box', '@page { ⟦template/unsupported-at-rule⟧@top-middle { content: "x" } }'],
  ['a note area of some pages', '@page :left { ⟦template/unsupported-at-rule⟧@footnote { color: red } }'],
  ['a border of a page', '@page { ⟦template/unsupported-property⟧border: 1pt solid }'],
  ['a size that is no size', '@page { ⟦template/page-size⟧size: A9 }'],
  ['a size of some pages', '@page :first { ⟦template/page-size⟧size: A5 }'],
  ['three lengths', '@page { ⟦template/page-size⟧size: 1cm 2cm 3cm }'],
  ['a bleed without end', '@page { ⟦template/page-size⟧bleed: 1m }'],
  ['marks that are none', '@page { ⟦template/page-size⟧marks: crop fold }'],
  ['a margin in per cent', '@page { ⟦template/page-length⟧margin: 10% }'],
  ['a margin in em', '@page { ⟦template/page-length⟧margin-left: calc(1em + 2mm) }'],
  ['a variable that nobody sets', '@page { ⟦template/page-length⟧margin: var(--nowhere) }'],
  ['notes in per cent', '@footnote { ⟦template/page-length⟧max-height: 50% }'],
  ['pages by number', '⟦template/page-selector⟧@page :nth(2) { margin: 1cm }'],
  ['recto as a selector', '⟦template/page-selector⟧@page :recto { margin: 1cm }'],
  ['two measures', '@page { margin: 2cm }\n⟦template/measure-changes⟧@page :left { margin-left: 3cm }'],
  ['no room', '⟦template/no-room⟧@page { margin: 10cm }'],
  [
    'a page nobody describes',
    '@page cover { margin: 1cm }\n.c { ⟦template/unknown-page warning⟧page: covr }',
  ],
  ['a string nobody sets', '@page { @top-left { content: ⟦template/unknown-string⟧string(title) } }'],
  ['an element that does not run', '@page { @top-left { content: ⟦template/unknown-string⟧element(head) } }'],
  [
    'a picture from elsewhere',
    'p { background-image: ⟦template/outside-file⟧url(https://example.org/x.png) }',
  ],
  ['a picture above', 'p { background-image: ⟦template/outside-file⟧url(../x.png) }'],
  ['a picture that is missing', 'p { background-image: ⟦template/file-missing⟧url(x.png) }'],
])('%s', (_, source) => {
  const { text, expected } = marked(sheetName, source);
  expectDiagnostics(loadCss(text).diagnostics, expected);
});

test('a misspelt name is met with a suggestion', () => {
  expect(loadCss('p { widht: 1mm }').diagnostics[0]?.hint).toBe('did you mean `width`?');
});

test('the message says what is wrong in the same words everywhere', () => {
  expect(loadCss('p { hyphens: auto }').diagnostics[0]?.message).toBe(
    'Unexpected `hyphens: auto`, expected `hyphens: manual`',
  );
});
