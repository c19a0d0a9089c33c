/** Rewrites style rules: our pseudo-elements into classes, what Chromium cannot generate into values for the paginator. */
import type { CssNode, Declaration, Rule } from 'css-tree';
import type { ContentPart } from '../../protocol/paged-css.ts';
import { pagedClasses, pagedProperties } from '../../protocol/paged-css.ts';
import { contentValue, needsPaginator } from './content-parts.ts';
import type { SheetReading } from './css-place.ts';
import { fault } from './css-place.ts';
import { encodeValue, rewriteDeclaration } from './element-declarations.ts';
import type { SelectorKind, SortedSelector } from './pseudo-elements.ts';
import { sortSelectors } from './pseudo-elements.ts';

/** What a style rule becomes. */
export interface RewrittenRule {
  readonly css: string;
  /** `content` of `::footnote-call`, where the rule gives it. */
  readonly call?: readonly ContentPart[];
  /** `content` of `::footnote-marker`, where the rule gives it. */
  readonly marker?: readonly ContentPart[];
}

/** Rewrites the rules inside a rule (nesting). */
export type RewriteInside = (node: CssNode) => string;

const block = (selectors: readonly string[], declarations: readonly string[]): string =>
  selectors.length === 0 || declarations.length === 0
    ? ''
    : `${selectors.join(',')}{${declarations.join(';')}}`;

const isContent = (declaration: Declaration): boolean => declaration.property.toLowerCase() === 'content';

/**
 * A `::before` or `::after`. Every rule that gives `content` says so both to Chromium and to the paginator, so that the
 * cascade between rules of either sort comes out as written.
 */
const generatedBox = (
  kind: 'before' | 'after',
  selectors: readonly string[],
  declarations: readonly Declaration[],
  reading: SheetReading,
): string => {
  const property = kind === 'before' ? pagedProperties.before : pagedProperties.after;
  const box = kind === 'before' ? pagedClasses.before : pagedClasses.after;
  const forElement: string[] = [];
  const forPseudo: string[] = [];
  const style: string[] = [];
  for (const declaration of declarations) {
    if (!isContent(declaration)) {
      style.push(...rewriteDeclaration(declaration, reading));
    } else if (needsPaginator(declaration.value)) {
      const parts = contentValue(declaration.value, 'element', reading);
      forElement.push(`${property}:${encodeValue(parts)}`);
      forPseudo.push('content:none');
    } else {
      forElement.push(`${property}:none`);
      forPseudo.push(...rewriteDeclaration(declaration, reading));
    }
  }
  return [
    block(selectors, forElement),
    block(
      selectors.map((selector) => `${selector}::${kind}`),
      [...forPseudo, ...style],
    ),
    block(
      selectors.map((selector) => `${selector}>.${box}`),
      style,
    ),
  ].join('');
};

interface NoteRule {
  readonly css: string;
  readonly content?: readonly ContentPart[];
}

const noteBox = (
  selectors: readonly SortedSelector[],
  declarations: readonly Declaration[],
  reading: SheetReading,
): NoteRule => {
  const style: string[] = [];
  let content: readonly ContentPart[] | undefined;
  for (const declaration of declarations) {
    if (!isContent(declaration)) {
      style.push(...rewriteDeclaration(declaration, reading));
    } else if (selectors.every((selector) => selector.bare)) {
      content = contentValue(declaration.value, 'note', reading);
    } else {
      fault(
        reading,
        'template/unsupported-content',
        declaration,
        'Unexpected `content` for some notes, expected it for all of them',
        'write `::footnote-call { content: … }` or `::footnote-marker { content: … }` without more',
      );
    }
  }
  const css = block(
    selectors.map((selector) => selector.css),
    style,
  );
  return content === undefined ? { css } : { css, content };
};

/** Rewrites one style rule. */
export const rewriteStyleRule = (rule: Rule, inside: RewriteInside, reading: SheetReading): RewrittenRule => {
  const sorted = sortSelectors(rule.prelude, reading);
  const nodes = rule.block.children.toArray();
  const declarations = nodes.flatMap((node) => (node.type === 'Declaration' ? [node] : []));
  const nested = nodes.flatMap((node) =>
    node.type === 'Rule' || node.type === 'Atrule' ? [inside(node)] : [],
  );
  const of = (kind: SelectorKind): readonly SortedSelector[] =>
    sorted.filter((selector) => selector.kind === kind);
  const elements = of('element').map((selector) => selector.css);
  if (nested.length > 0 && elements.length < sorted.length) {
    fault(
      reading,
      'template/unsupported-selector',
      rule,
      'Unexpected rules inside a rule for a pseudo-element, expected them in the rule of an element',
    );
  }
  // Each declaration is judged once, however many kinds of boxes the rule selects.
  const quiet: SheetReading = { ...reading, faults: [] };
  let first = true;
  const turn = (): SheetReading => {
    const current = first ? reading : quiet;
    first = false;
    return current;
  };
  const css: string[] = [];
  if (elements.length > 0) {
    const current = turn();
    const own = declarations.flatMap((declaration) => rewriteDeclaration(declaration, current));
    const body = [...own, ...nested].filter((part) => part !== '');
    css.push(block(elements, body));
  }
  for (const kind of ['before', 'after'] as const) {
    const selectors = of(kind).map((selector) => selector.css);
    if (selectors.length > 0) css.push(generatedBox(kind, selectors, declarations, turn()));
  }
  const calls = of('note-call');
  const markers = of('note-marker');
  const call = calls.length === 0 ? undefined : noteBox(calls, declarations, turn());
  const marker = markers.length === 0 ? undefined : noteBox(markers, declarations, turn());
  return {
    css: [...css, call?.css ?? '', marker?.css ?? ''].join(''),
    ...(call?.content === undefined ? {} : { call: call.content }),
    ...(marker?.content === undefined ? {} : { marker: marker.content }),
  };
};
