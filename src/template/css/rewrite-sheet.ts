/** Reads one style sheet of a template: what Chromium gets of it, and what makeup and the paginator get. */
import type { Atrule, CssNode, StyleSheet } from 'css-tree';
import { generate, parse } from 'css-tree';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ContentPart } from '../../protocol/paged-css.ts';
import type { SheetReading } from './css-place.ts';
import { fault } from './css-place.ts';
import type { FootnoteAreaRule } from './footnote-area.ts';
import { readFootnoteArea } from './footnote-area.ts';
import type { PageRuleReading } from './page-rules.ts';
import { readPageRule } from './page-rules.ts';
import type { RootVariables } from './root-variables.ts';
import type { SheetUrl } from './sheet-urls.ts';
import { takeUrls } from './sheet-urls.ts';
import { rewriteStyleRule } from './style-rules.ts';

/** A style sheet parsed, with what could not be parsed told. */
export interface ParsedSheet {
  readonly file: string;
  readonly tree: StyleSheet;
  readonly urls: readonly SheetUrl[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What one style sheet comes to. */
export interface RewrittenSheet {
  readonly css: string;
  readonly pages: readonly PageRuleReading[];
  readonly areas: readonly FootnoteAreaRule[];
  readonly call?: readonly ContentPart[];
  readonly marker?: readonly ContentPart[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses CSS; `file` names it in places. Rewrites its URLs. */
export const parseSheet = (text: string, file: string): ParsedSheet => {
  const faults: Diagnostic[] = [];
  // After one fault the parser often meets its echo on the same line.
  const toldLines = new Set<number>();
  const tree = parse(text, {
    positions: true,
    filename: file,
    onParseError: (error) => {
      const { line, column } = error as unknown as { readonly line: number; readonly column: number };
      if (toldLines.has(line)) return;
      toldLines.add(line);
      faults.push(
        diagnose('template/css-syntax', `Unexpected CSS, expected it to parse: ${error.message}`, {
          place: { file, line, column },
          hint: 'look for a missing brace, colon or semicolon at or before this place',
        }),
      );
    },
  });
  const sheet: StyleSheet = tree.type === 'StyleSheet' ? tree : (parse('') as StyleSheet);
  const urls = takeUrls(sheet, { file, faults });
  return { file, tree: sheet, urls, diagnostics: faults };
};

/** At-rules that hold style rules, and those that go on to Chromium as they are. */
const grouping = new Set(['media', 'supports', 'layer', 'container', 'scope', 'starting-style']);
const passing = new Set([
  'counter-style',
  'font-feature-values',
  'font-palette-values',
  'property',
  'namespace',
]);

const atRuleAdvice: Readonly<Record<string, string>> = {
  import: 'list every style sheet in template.yaml, in order',
  'font-face': 'name the font files in template.yaml: they are checked and embedded from there',
  charset: 'style sheets are UTF-8',
};

/** Rewrites a parsed sheet. `variables` are those of `:root` in all sheets of the template. */
export const rewriteSheet = (sheet: ParsedSheet, variables: RootVariables): RewrittenSheet => {
  const faults: Diagnostic[] = [];
  const reading: SheetReading = { file: sheet.file, faults };
  const pages: PageRuleReading[] = [];
  const areas: FootnoteAreaRule[] = [];
  let call: readonly ContentPart[] | undefined;
  let marker: readonly ContentPart[] | undefined;

  const atRule = (node: Atrule): string => {
    const name = node.name.toLowerCase();
    if (name === 'page') {
      pages.push(readPageRule(node, variables, reading));
      return '';
    }
    if (name === 'footnote') {
      areas.push(readFootnoteArea(node, variables, reading));
      return '';
    }
    if (grouping.has(name)) {
      const prelude = node.prelude === null ? '' : ` ${generate(node.prelude)}`;
      if (node.block === null) return `@${name}${prelude};`;
      return `@${name}${prelude}{${node.block.children.toArray().map(rewrite).join('')}}`;
    }
    if (passing.has(name)) return generate(node);
    fault(
      reading,
      'template/unsupported-at-rule',
      node,
      `Unexpected \`@${node.name}\`, expected an at-rule that is supported`,
      atRuleAdvice[name] ?? 'the supported at-rules are listed in docs/templates.md',
    );
    return '';
  };

  const rewrite = (node: CssNode): string => {
    if (node.type === 'Atrule') return atRule(node);
    if (node.type === 'Rule') {
      const rewritten = rewriteStyleRule(node, rewrite, reading);
      call = rewritten.call ?? call;
      marker = rewritten.marker ?? marker;
      return rewritten.css;
    }
    return node.type === 'Declaration' ? `${generate(node)};` : '';
  };

  const css = sheet.tree.children
    .toArray()
    .map(rewrite)
    .filter((text) => text !== '')
    .join('\n');
  return {
    css,
    pages,
    areas,
    ...(call === undefined ? {} : { call }),
    ...(marker === undefined ? {} : { marker }),
    diagnostics: faults,
  };
};
