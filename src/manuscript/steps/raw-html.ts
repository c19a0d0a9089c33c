/**
 * Raw HTML: the few allowed elements are made anew, comments are left out, everything else is taken out and reported, each tag
 * with its place.
 */
import type { Html, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { canonicalTag } from '../../project/language-tag.ts';
import type { Place } from '../../protocol/place.ts';
import type { HtmlToken } from '../html/html-tokens.ts';
import { htmlTokens } from '../html/html-tokens.ts';
import type { Span } from '../syntax/nodes.ts';
import { placeOf, replaceNodes } from '../tree.ts';

/** Allowed elements and the attributes each may carry. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  abbr: ['title', 'lang'],
  br: [],
  del: [],
  ins: [],
  kbd: [],
  mark: [],
  small: [],
  span: ['lang'],
  sub: [],
  sup: [],
};

const allowedWords = Object.keys(allowed)
  .map((name) => `\`<${name}>\``)
  .join(', ');

/** What stands between these tags is not for readers. */
const unread: ReadonlySet<string> = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'template',
  'noscript',
  'noembed',
  'noframes',
  'title',
  'textarea',
  'svg',
  'math',
  'head',
  'xmp',
]);

/** Most elements open at once within a line. */
const deepest = 20;

/** A piece of a line: a token of raw HTML with its place, or a node that is none. */
type Piece =
  | { readonly kind: 'token'; readonly token: HtmlToken; readonly place: Place; readonly node: Html }
  | { readonly kind: 'node'; readonly node: PhrasingContent };

interface OpenElement {
  readonly name: string;
  readonly children: PhrasingContent[];
  readonly made: Span | undefined;
}

const placeWithin = (node: Html, file: string, offset: number): Place => {
  const start = placeOf(node, file);
  const before = node.value.slice(0, offset).split('\n');
  const last = (before.at(-1) ?? '').length;
  return before.length === 1
    ? { ...start, column: start.column + last }
    : { file, line: start.line + before.length - 1, column: last + 1 };
};

const piecesOf = (children: readonly RootContent[], file: string): readonly Piece[] =>
  children.flatMap((child): readonly Piece[] =>
    child.type === 'html'
      ? htmlTokens(child.value).map((token) => ({
          kind: 'token',
          token,
          node: child,
          place: placeWithin(child, file, token.offset),
        }))
      : [{ kind: 'node', node: child as PhrasingContent }],
  );

const isUnread = (children: readonly OpenElement[]): boolean => children.some(({ name }) => unread.has(name));

const refuse = (what: string, place: Place): Diagnostic =>
  diagnose('manuscript/html-refused', `Unexpected ${what}, expected Markdown`, {
    place,
    hint: `it was taken out; allowed are ${allowedWords}`,
  });

const longestShown = 30;

const spanOf = (
  token: Extract<HtmlToken, { kind: 'open' }>,
  piece: { readonly place: Place; readonly node: Html },
  report: (fault: Diagnostic) => void,
): Span => {
  const properties: Record<string, string> = {};
  for (const [name, value] of token.attributes) {
    if (allowed[token.name]?.includes(name) !== true) {
      report(refuse(`attribute \`${name.slice(0, longestShown)}\` of \`<${token.name}>\``, piece.place));
    } else if (name === 'lang' && canonicalTag(value) === undefined) {
      report(
        diagnose(
          'manuscript/language-tag',
          `Unexpected language \`${value.slice(0, longestShown)}\`, expected a tag of BCP 47`,
          { place: piece.place, hint: 'two or three letters, as in the names of the manuscripts' },
        ),
      );
    } else properties[name] = name === 'lang' ? (canonicalTag(value) ?? value) : value;
  }
  const { position } = piece.node;
  return {
    type: 'span',
    data: { hName: token.name, hProperties: properties },
    children: [],
    ...(position === undefined ? {} : { position }),
  };
};

/** Pairs tags among siblings, as a stack; an element left open ends with its parent. */
const assembled = (
  pieces: readonly Piece[],
  report: (fault: Diagnostic) => void,
): readonly PhrasingContent[] => {
  const root: OpenElement = { name: '', children: [], made: undefined };
  const open: OpenElement[] = [];
  const top = (): OpenElement => open.at(-1) ?? root;
  const close = (): void => {
    const closed = open.pop();
    if (closed === undefined || unread.has(closed.name)) return;
    if (closed.made === undefined) for (const child of closed.children) top().children.push(child);
    else {
      closed.made.children = closed.children;
      top().children.push(closed.made);
    }
  };
  // Without its closing tag an unread element would swallow the rest of the paragraph: then only the tag goes.
  const closedLater = new Map<string, number>();
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'token' && piece.token.kind === 'close') closedLater.set(piece.token.name, index);
  }
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'node') {
      top().children.push(piece.node);
      continue;
    }
    const { token, place } = piece;
    if (token.kind === 'text') top().children.push({ type: 'text', value: token.value });
    else if (token.kind === 'other') {
      if (!token.isComment && !isUnread(open)) report(refuse('HTML declaration', place));
    } else if (token.kind === 'close') {
      const opened = open.findLastIndex(({ name }) => name === token.name);
      if (opened >= 0) while (open.length > opened) close();
      else if (!isUnread(open) && allowed[token.name] !== undefined && token.name !== 'br') {
        report(refuse(`\`</${token.name}>\` without \`<${token.name}>\``, place));
      } else if (!isUnread(open) && allowed[token.name] === undefined) {
        report(refuse(`HTML \`</${token.name.slice(0, longestShown)}>\``, place));
      }
    } else if (isUnread(open)) continue;
    else if (open.length >= deepest) {
      report(refuse(`HTML inside ${deepest} other elements`, place));
    } else if (allowed[token.name] !== undefined) {
      const made = spanOf(token, piece, report);
      if (token.name === 'br') top().children.push(made);
      else open.push({ name: token.name, children: [], made });
    } else {
      report(refuse(`HTML \`<${token.name.slice(0, longestShown)}>\``, place));
      const isContainer = unread.has(token.name) ? (closedLater.get(token.name) ?? -1) > index : false;
      if (isContainer) open.push({ name: token.name, children: [], made: undefined });
    }
  }
  while (open.length > 0) close();
  return root.children;
};

const holdsPhrasing: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'defListTerm',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'textDirective',
  'leafDirective',
  'inlineNote',
]);

const isEmpty = (children: readonly PhrasingContent[]): boolean =>
  children.every((child) => child.type === 'text' && child.value.trim() === '');

/** Blocks of raw HTML become paragraphs of what was allowed in them; those of refused tags alone go. */
const blockOf = (
  node: Html,
  parent: Parents,
  file: string,
  report: (fault: Diagnostic) => void,
): RootContent[] => {
  if (holdsPhrasing.has(parent.type)) return [node];
  const children = assembled(piecesOf([node], file), report);
  const { position } = node;
  return isEmpty(children)
    ? []
    : [{ type: 'paragraph', children: [...children], ...(position === undefined ? {} : { position }) }];
};

/** Changes the tree; gives what was refused. */
export const refuseRawHtml = (tree: Root, file: string): readonly Diagnostic[] => {
  const faults: Diagnostic[] = [];
  const report = (fault: Diagnostic): void => void faults.push(fault);
  const inLines = (node: Nodes): void => {
    if (!('children' in node)) return;
    for (const child of node.children) inLines(child);
    if (!holdsPhrasing.has(node.type) || !node.children.some(({ type }) => type === 'html')) return;
    (node as { children: RootContent[] }).children = [...assembled(piecesOf(node.children, file), report)];
  };
  inLines(tree);
  replaceNodes(tree, (child, parent) =>
    child.type === 'html' ? blockOf(child, parent, file, report) : undefined,
  );
  return faults;
};
