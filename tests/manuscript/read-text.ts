/** Reads small manuscripts in tests: text in, HTML and faults out. */
import type { Element, Nodes, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { expect } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Language } from '../../src/language/language.ts';
import type { Manuscript } from '../../src/manuscript/manuscript.ts';
import type { PublicationFiles } from '../../src/manuscript/publication-files.ts';
import { readManuscript } from '../../src/manuscript/read-manuscript.ts';
import { containedFiles } from '../../src/platform/contained-files.ts';
import { expectDiagnostics, marked } from '../support/diagnostics.ts';
import { plainLanguage } from './plain-language.ts';

/** A publication without any file. */
export const noFiles: PublicationFiles = {
  resolve: () => ({ kind: 'missing' }),
  read: () => new Uint8Array(),
  list: () => [],
};

/** What a test may set. */
export interface Reading {
  readonly language?: Language;
  /** A folder with the files of the publication. */
  readonly folder?: string;
  readonly tag?: string;
  /** Instead of a folder: files that answer as the test wants. */
  readonly files?: PublicationFiles;
}

/** The manuscript of one or more chapters, and what was told of them. Files are `content/book/en.md` or `…/en/N.md`. */
export const readChapters = (
  texts: readonly string[],
  { language, folder, tag = 'en', files = noFiles }: Reading = {},
): { readonly manuscript: Manuscript | undefined; readonly diagnostics: readonly Diagnostic[] } => {
  const name = (index: number): string =>
    texts.length === 1 ? `content/book/${tag}.md` : `content/book/${tag}/0${index + 1}-part.md`;
  const sources = texts.map((text, index) => ({ file: name(index), text }));
  const outcome = readManuscript(
    { publication: 'book', tag, sources },
    language ?? plainLanguage(tag),
    folder === undefined ? files : containedFiles(folder),
  );
  return { manuscript: outcome.value, diagnostics: outcome.diagnostics };
};

/** Front matter that keeps "no title" out of every small test. */
export const titled = (text: string): string => `---\ntitle: Book\n---\n${text}`;

/**
 * Reads one text whose faults are marked in it (see {@link marked}); fails unless these are told and no others. A title is put
 * before it, so that its first line is the fourth.
 */
export const readMarked = (source: string, reading: Reading = {}): Manuscript => {
  const { text, expected } = marked('content/book/en.md', titled(source));
  const { manuscript, diagnostics } = readChapters([text], reading);
  expectDiagnostics(diagnostics, expected);
  if (manuscript === undefined) throw new Error('no manuscript');
  return manuscript;
};

/** The faults of one text as `line:column rule` and the message, for tests of words and places together. */
export const faultsOf = (text: string, reading: Reading = {}): readonly string[] =>
  readChapters([text], reading).diagnostics.map(
    ({ rule, place, message }) => `${place?.line}:${place?.column} ${rule.replace(/^\w+\//, '')}: ${message}`,
  );

const withoutPlaces = <T extends Nodes | RootContent>(node: T): T => {
  if (node.type === 'text') return { ...node, value: node.value.replaceAll('\n', ' ') };
  if (!('children' in node)) return node;
  const children = node.children
    .map(withoutPlaces)
    .filter((child) => child.type !== 'text' || child.value !== ' ' || !isBlocky(node));
  if (node.type !== 'element') return { ...node, children };
  const { dataPlace: _, ...properties } = node.properties;
  return { ...node, properties, children };
};

const isBlocky = (node: Nodes): boolean =>
  node.type === 'element' &&
  ['section', 'table', 'thead', 'tbody', 'tr', 'ul', 'ol', 'li', 'blockquote', 'dl', 'dd', 'aside'].includes(
    node.tagName,
  );

const write = (nodes: readonly RootContent[]): string =>
  nodes.map((node) => toHtml(withoutPlaces(node))).join('');

/** The HTML of a manuscript's only chapter without places; a lone body section is left off. */
export const htmlOf = (manuscript: Manuscript): string => {
  const [section, ...others] = manuscript.chapters[0]?.body.children ?? [];
  const isBody = section?.type === 'element' && String(section.properties['className']) === 'body';
  return isBody && others.length === 0
    ? write(section.children)
    : write(manuscript.chapters[0]?.body.children ?? []);
};

/** The HTML of nodes without places. */
export const htmlOfNodes = (nodes: readonly (Element | RootContent)[]): string => write(nodes);

/** Fails unless a text becomes this HTML and just the faults marked in it are told. */
export const expectHtml = (source: string, html: string, reading: Reading = {}): void => {
  expect(htmlOf(readMarked(source, reading))).toBe(html);
};
