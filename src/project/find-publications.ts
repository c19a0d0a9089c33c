/** What lies in `content/`: folders and the names of their texts, before a word is read. */
import { join, relative } from 'node:path';
import { listFolder } from '../platform/folders.ts';
import { canonicalTag } from './language-tag.ts';

/** The name of the settings in a publication's folder. */
export const settingsName = 'publication.yaml';

/** The text of one language: one file, or a folder with one file per chapter. */
export interface FoundText {
  readonly tag: string;
  /** The file or folder, as it is named on disk. */
  readonly name: string;
  /** Paths inside the publication's folder, with `/`, in the order in which they are read. */
  readonly files: readonly string[];
}

/** A folder of `content/`. */
export interface FoundPublication {
  /** The folder's name, composed (NFC): macOS may keep it decomposed. */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** All texts in the order of their tags; a language that has both a file and a folder comes twice. */
  readonly texts: readonly FoundText[];
  readonly hasSettings: boolean;
  /** Names of files that look as if they were meant to be read. */
  readonly ignored: readonly string[];
}

const markdown = /\.md$/i;

/** What a text processor or another tool would have called a text. */
const almostMarkdown = /\.(?:markdown|mdx|txt|docx?|odt|rtf)$/i;

const almostSettings = /^publication\.(?:yml|json|yaml)$/i;

const leadingNumber = (name: string): number => Number(/^\d{1,9}/.exec(name)?.[0] ?? Infinity);

/** By the number they begin with (9 before 10), else by name; composed, so that every system has the same order. */
export const byChapter = (a: string, b: string): number => {
  const [left, right] = [leadingNumber(a), leadingNumber(b)];
  if (left !== right) return left < right ? -1 : 1;
  const [first, second] = [a.normalize('NFC'), b.normalize('NFC')];
  return first < second ? -1 : first > second ? 1 : 0;
};

const chaptersIn = (folder: string, name: string): readonly string[] =>
  (listFolder(join(folder, name)) ?? [])
    .flatMap((entry) => (entry.kind === 'file' && markdown.test(entry.name) ? [entry.name] : []))
    .sort(byChapter)
    .map((chapter) => `${name}/${chapter}`);

const textOf = (
  folder: string,
  entry: { readonly name: string; readonly kind: string },
): FoundText | undefined => {
  const isFile = entry.kind === 'file';
  if (isFile ? !markdown.test(entry.name) : entry.kind !== 'folder') return undefined;
  const tag = canonicalTag(isFile ? entry.name.replace(markdown, '') : entry.name);
  if (tag === undefined) return undefined;
  const files = isFile ? [entry.name] : chaptersIn(folder, entry.name);
  // A folder of pictures may have a name of three letters: only texts make it a language.
  return files.length === 0 ? undefined : { tag, name: entry.name, files };
};

/** A text under a name that is no language, a language in a format that is not read, settings with another ending. */
const isIgnored = (name: string): boolean => {
  if (almostSettings.test(name)) return true;
  if (markdown.test(name)) return !/^readme\b/i.test(name);
  return almostMarkdown.test(name) && canonicalTag(name.replace(almostMarkdown, '')) !== undefined;
};

const lookInto = (content: string, name: string): FoundPublication => {
  const folder = join(content, name);
  const entries = listFolder(folder) ?? [];
  const texts = entries.flatMap((entry) => textOf(folder, entry) ?? []);
  const read = new Set([settingsName, ...texts.map((text) => text.name)]);
  return {
    name: name.normalize('NFC'),
    folder,
    texts: texts.sort((a, b) => (a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0)),
    hasSettings: entries.some((entry) => entry.name === settingsName && entry.kind === 'file'),
    ignored: entries.flatMap((entry) =>
      entry.kind === 'file' && !read.has(entry.name) && isIgnored(entry.name) ? [entry.name] : [],
    ),
  };
};

/** Looks into every folder of `content`, an absolute path; undefined where there is no such folder. */
export const findPublications = (content: string): readonly FoundPublication[] | undefined =>
  listFolder(content)?.flatMap((entry) => (entry.kind === 'folder' ? [lookInto(content, entry.name)] : []));

/** Names of the folders in `folder` that hold a file `mark`: the languages of `locales`, the templates of `templates`. */
export const foldersWith = (folder: string, mark: string): readonly string[] =>
  (listFolder(folder) ?? []).flatMap((entry) =>
    entry.kind === 'folder' && (listFolder(join(folder, entry.name)) ?? []).some(({ name }) => name === mark)
      ? [entry.name]
      : [],
  );

/** A path as places name it: relative to the root, with `/` on every system. */
export const nameFrom = (root: string, path: string): string => relative(root, path).replaceAll('\\', '/');
