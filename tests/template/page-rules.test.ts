/** `@page` rules as values. */
import { describe, expect, test } from 'vitest';
import { mmToPx } from '../../src/protocol/length.ts';
import type { MarginBox, PageKind, PageRules } from '../../src/protocol/paged-css.ts';
import { resolvePageStyle } from '../../src/protocol/paged-css.ts';
import { expectNoDiagnostics } from '../support/diagnostics.ts';
import { loadCss } from './small-template.ts';

const rulesOf = (css: string): PageRules => {
  const { value, diagnostics } = loadCss(css);
  expectNoDiagnostics(diagnostics);
  if (value === undefined) throw new Error('no template');
  return value.rules;
};

const recto: PageKind = { name: 'auto', side: 'recto', first: false, blank: false };

const boxOf = (rules: PageRules, page: PageKind = recto): MarginBox | undefined =>
  resolvePageStyle(rules.rules, page).boxes[0];

test.each([
  ['A4', 210, 297],
  ['a6', 105, 148],
  ['B5 landscape', 250, 176],
  ['landscape A3', 420, 297],
  ['letter', 215.9, 279.4],
  ['legal portrait', 215.9, 355.6],
  ['ledger', 279.4, 431.8],
  ['landscape', 297, 210],
  ['150mm', 150, 150],
  ['6in 9in', 152.4, 228.6],
  ['calc(100mm + 2 * 10mm) 20cm', 120, 200],
])('size: %s', (size, width, height) => {
  const { trim } = rulesOf(`@page { size: ${size}; margin: 10mm }`);
  expect(trim.width).toBeCloseTo(width, 6);
  expect(trim.height).toBeCloseTo(height, 6);
});

test('without a size the sheet is A4, with the usual bleed, without marks', () => {
  expect(rulesOf('')).toMatchObject({ trim: { width: 210, height: 297 }, bleed: 3, marks: [] });
});

test('bleed and marks are kept', () => {
  const { bleed, marks } = rulesOf('@page { bleed: 3mm; marks: crop cross }');
  expect(bleed).toBeCloseTo(3, 9);
  expect(marks).toEqual(['crop', 'cross']);
});

test.each([
  ['10mm', [10, 10, 10, 10]],
  ['10mm 20mm', [10, 20, 10, 20]],
  ['10mm 20mm 30mm', [10, 20, 30, 20]],
  ['1cm 2cm calc(1cm + 10mm) 1in', [10, 20, 20, 25.4]],
  ['calc((10mm + 2mm) * 2 - 4mm / 2)', [22, 22, 22, 22]],
  ['var(--edge)', [12, 12, 12, 12]],
  ['var(--nowhere, 7mm)', [7, 7, 7, 7]],
])('margin: %s', (margin, expected) => {
  const { margins } = resolvePageStyle(
    rulesOf(`:root { --edge: 12mm } @page { margin: ${margin} }`).rules,
    recto,
  );
  const sides = [margins.top, margins.right, margins.bottom, margins.left];
  for (const [index, side] of sides.entries()) expect(side).toBeCloseTo(mmToPx(expected[index] ?? 0), 6);
});

test('margins of sides mirror', () => {
  const { rules } = rulesOf(`
    @page { margin: 20mm }
    @page :left { margin-left: 30mm; margin-right: 20mm }
    @page :right { margin-left: 20mm; margin-right: 30mm }`);
  expect(resolvePageStyle(rules, recto).margins.right).toBeCloseTo(mmToPx(30), 6);
  expect(resolvePageStyle(rules, { ...recto, side: 'verso' }).margins.left).toBeCloseTo(mmToPx(30), 6);
});

test('selectors', () => {
  expect(
    rulesOf('@page a:first, :blank, :left { margin-top: 1cm }').rules.map((rule) => rule.selector),
  ).toEqual([{ name: 'a', pseudo: ['first'] }, { pseudo: ['blank'] }, { pseudo: ['left'] }]);
});

describe('margin boxes', () => {
  test('have content and style', () => {
    const rules = rulesOf(`
      h1 { string-set: chapter content(text) }
      h2 { position: running(head) }
      @page { @top-right { content: string(chapter, last) " · " counter(page, lower-roman) "/" counter(pages) element(head); font-size: 8pt } }`);
    expect(boxOf(rules)).toEqual({
      slot: 'top-right',
      content: [
        { kind: 'string', name: 'chapter', which: 'last' },
        { kind: 'text', text: ' · ' },
        { kind: 'counter', name: 'page', style: 'lower-roman' },
        { kind: 'text', text: '/' },
        { kind: 'counter', name: 'pages', style: 'decimal' },
        { kind: 'element', name: 'head', which: 'first' },
      ],
      css: 'font-size:8pt',
    });
  });

  test('take the text properties of their pages', () => {
    const rules = rulesOf('@page { font-size: 9pt; @top-left { content: "x"; color: red } }');
    expect(boxOf(rules)?.css).toBe('font-size:9pt;color:red');
  });

  test('keep their content where a narrower rule gives style only', () => {
    const rules = rulesOf('@page { @top-left { content: "x" } } @page :first { @top-left { color: red } }');
    expect(boxOf(rules, { ...recto, first: true })).toMatchObject({ content: [{ kind: 'text', text: 'x' }] });
  });

  test('go where a narrower rule says none', () => {
    const rules = rulesOf(
      '@page { @top-left { content: "x" } } @page :blank { @top-left { content: none } }',
    );
    expect(boxOf(rules, { ...recto, blank: true })).toBeUndefined();
  });
});

describe('notes', () => {
  test('are counted through the document unless a page counts them', () => {
    expect(rulesOf('').notes.numbering).toBe('document');
    expect(rulesOf('@page { counter-reset: footnote }').notes.numbering).toBe('page');
  });

  test('have calls and markers as the sheet says', () => {
    const { notes } = rulesOf(
      "::footnote-call { content: '[' counter(footnote, lower-alpha) ']' } ::footnote-marker { content: counter(footnote) '. ' }",
    );
    expect(notes.call).toEqual([
      { kind: 'text', text: '[' },
      { kind: 'counter', name: 'footnote', style: 'lower-alpha' },
      { kind: 'text', text: ']' },
    ]);
    expect(notes.marker.at(-1)).toEqual({ kind: 'text', text: '. ' });
  });

  test('may stand so high', () => {
    expect(rulesOf('@footnote { max-height: 10cm }').notes.maxHeight).toBeCloseTo(mmToPx(100), 6);
    expect(rulesOf('').notes.maxHeight).toBe(1e9);
  });
});

test('backgrounds are kept', () => {
  expect(rulesOf('@page cover { background: #eee } .c { page: cover }').rules[0]?.background).toBe(
    'background:#eee;',
  );
});
