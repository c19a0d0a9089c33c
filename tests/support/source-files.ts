/** Reads and parses the TypeScript of the project, so that tests can judge it by its syntax and not by patterns. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseAst } from 'vitest/node';
import { checkout } from './run-cli.ts';

/** A node of the syntax tree (ESTree with TypeScript, https://github.com/estree/estree). */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A file of the project. */
export interface SourceFile {
  /** From the checkout, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly tree: SyntaxNode;
}

/** Paths of all files below a folder of the checkout whose names end so, from the checkout, with `/`, sorted. */
export const filesBelow = (folder: string, end: RegExp): readonly string[] =>
  readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && end.test(entry.name))
    .map((entry) => relative(checkout, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.includes('node_modules/'))
    .sort();

/** The text of a file of the checkout. */
export const textOf = (path: string): string => readFileSync(join(checkout, path), 'utf8');

/** Parses all TypeScript below a folder. Throws on a syntax error. */
export const parseBelow = (folder: string): readonly SourceFile[] =>
  filesBelow(folder, /\.ts$/).map((path) => {
    const text = textOf(path);
    return { path, text, tree: parseAst(text, { lang: 'ts' }) as unknown as SyntaxNode };
  });

/** True where an unknown value of a tree is a node. */
export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Visits a node and everything in it, parents first. */
export const visitNodes = (
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => void,
  parent?: SyntaxNode,
): void => {
  visit(node, parent);
  for (const value of Object.values(node)) {
    if (isNode(value)) visitNodes(value, visit, node);
    else if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visitNodes(item, visit, node);
    }
  }
};

/** All nodes of a file that a test accepts. */
export const nodesOf = (
  file: SourceFile,
  accept: (node: SyntaxNode, parent: SyntaxNode | undefined) => boolean,
): readonly SyntaxNode[] => {
  const found: SyntaxNode[] = [];
  visitNodes(file.tree, (node, parent) => {
    if (accept(node, parent)) found.push(node);
  });
  return found;
};

/** `path:line` of a node, as editors open it. */
export const placeOf = (file: SourceFile, node: SyntaxNode): string =>
  `${file.path}:${file.text.slice(0, node.start).split('\n').length}`;

/** The text of a string literal or of a piece of a template literal; undefined for any other node. */
export const stringOf = (node: SyntaxNode): string | undefined => {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateElement') return undefined;
  const value = node['value'] as { readonly cooked?: unknown };
  return typeof value.cooked === 'string' ? value.cooked : undefined;
};

/** The name of an identifier, undefined for any other node. */
export const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : undefined;

/** An import of a file: values and types, static, re-exported and dynamic. */
export interface Import {
  readonly specifier: string;
  readonly node: SyntaxNode;
}

const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

/** What a file imports. A dynamic import whose name is computed is not seen. */
export const importsOf = (file: SourceFile): readonly Import[] =>
  nodesOf(file, (node) => importing.has(node.type)).flatMap((node) => {
    const source = node['source'] ?? node['argument'];
    const specifier = isNode(source) ? stringOf(source) : undefined;
    return specifier === undefined ? [] : [{ specifier, node }];
  });
