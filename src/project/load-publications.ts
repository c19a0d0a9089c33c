/** `content/` → publications: names and languages chosen, settings validated, texts read. */
import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { containedFiles } from '../platform/contained-files.ts';
import type { ContainedFiles } from '../platform/contained-files.ts';
import { readText } from '../platform/read-file.ts';
import type { Place } from '../protocol/place.ts';
import { checkSettings } from './check-settings.ts';
import { choosePublications } from './choose-publications.ts';
import { findPublications, foldersWith, nameFrom, settingsName } from './find-publications.ts';
import type { FoundPublication, FoundText } from './find-publications.ts';
import type { Edition, Publication, Source, UnreadableEdition } from './project.ts';
import { defaultSettings, readSettings } from './read-settings.ts';
import type { PlacedSettings } from './read-settings.ts';

/** What is to be loaded; a build request has these fields and more. Paths are absolute. */
export interface LoadRequest {
  /** The folder that places are relative to. */
  readonly root: string;
  readonly content: string;
  /** Names as they were typed; empty for all. */
  readonly publications: readonly string[];
  /** Tags as they were typed; absent for all a publication has. */
  readonly languages?: readonly string[];
  /** The folder of templates; without it, `template` is not looked up. */
  readonly templates?: string;
  /** The folder of languages; without it, any language tag is taken. */
  readonly locales?: string;
}

/** Settings are short; the parser's time grows with the square of the number of keys. */
const settingsLimit = 64 * 1024;

interface Folder {
  readonly path: string;
  readonly files: ContainedFiles;
}

const readInside = (folder: Folder, path: string, file: string, limit?: number): Outcome<string> => {
  const found = folder.files.resolve(path);
  if (found.kind === 'outside') {
    const message = `Unexpected link \`${file}\` to a file outside, expected the file itself`;
    const place = { file, line: 1, column: 1 };
    const hint = "copy the file into the publication's folder";
    return { diagnostics: [diagnose('platform/outside-folder', message, { place, hint })] };
  }
  // What is missing or may not be read is told of by the reading itself.
  return readText(found.kind === 'file' ? found.absolute : join(folder.path, path), file, limit);
};

interface LoadedSettings extends PlacedSettings {
  readonly broken: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

const loadSettings = (found: FoundPublication, folder: Folder, request: LoadRequest): LoadedSettings => {
  const file = nameFrom(request.root, join(found.folder, settingsName));
  const fallback: Place = { file, line: 1, column: 1 };
  const languages = [...new Set(found.texts.map((text) => text.tag))];
  const first = languages[0] ?? '';
  const read = found.hasSettings
    ? readInside(folder, settingsName, file, settingsLimit)
    : { value: '', diagnostics: [] };
  const parsed =
    read.value === undefined ? { diagnostics: read.diagnostics } : readSettings(read.value, file, first);
  const placed = parsed.value ?? { settings: defaultSettings(first), keys: new Map(), values: new Map() };
  const templates =
    request.templates === undefined ? undefined : foldersWith(request.templates, 'template.yaml');
  const checks =
    parsed.value === undefined || languages.length === 0
      ? []
      : checkSettings(placed.settings, {
          ...placed,
          fallback,
          languages,
          templates,
          resolve: folder.files.resolve,
        });
  const diagnostics = [...parsed.diagnostics, ...checks];
  return { ...placed, diagnostics, broken: diagnostics.some(({ severity }) => severity === 'error') };
};

const loadText = (
  found: FoundPublication,
  text: FoundText,
  folder: Folder,
  root: string,
): Edition | UnreadableEdition => {
  const read = text.files.map((path) => {
    const file = nameFrom(root, join(found.folder, path));
    return { file, outcome: readInside(folder, path, file) };
  });
  const diagnostics = read.flatMap(({ outcome }) => outcome.diagnostics);
  const sources = read.flatMap(({ file, outcome }): readonly Source[] =>
    outcome.value === undefined ? [] : [{ file, text: outcome.value }],
  );
  return sources.length < read.length
    ? { tag: text.tag, diagnostics }
    : { publication: found.name, tag: text.tag, sources };
};

const loadPublication = (
  found: FoundPublication,
  texts: readonly FoundText[],
  request: LoadRequest,
): { readonly publication: Publication; readonly diagnostics: readonly Diagnostic[] } => {
  const folder: Folder = { path: found.folder, files: containedFiles(found.folder) };
  const { settings, keys, broken, diagnostics } = loadSettings(found, folder, request);
  const loaded = texts.map((text) => loadText(found, text, folder, request.root));
  const unreadable = loaded.flatMap((entry) => ('diagnostics' in entry ? [entry] : []));
  const publication: Publication = {
    name: found.name,
    folder: found.folder,
    settings,
    places: keys,
    editions: loaded.flatMap((entry) => ('sources' in entry ? [entry] : [])),
    ...(unreadable.length === 0 ? {} : { unreadable }),
    ...(broken ? { broken: true } : {}),
  };
  return { publication, diagnostics };
};

/**
 * Loads the publications asked for, in the order of their names, those that have a language asked for, each in all its
 * languages. Goes out: the publications, none where the request itself is wrong (a name or language that does not exist: `isWrongUse`), and
 * everything there is to say about settings and names. What is wrong with the files of one edition stands in
 * `Publication.unreadable`.
 */
export const loadPublications = (request: LoadRequest): Outcome<readonly Publication[]> => {
  const found = findPublications(request.content);
  const known = request.locales === undefined ? undefined : foldersWith(request.locales, 'language.yaml');
  const chosen = choosePublications(found, request, known);
  if (chosen.value === undefined) return { diagnostics: chosen.diagnostics };
  const loaded = chosen.value.map(({ publication, texts }) => loadPublication(publication, texts, request));
  return {
    value: loaded.map(({ publication }) => publication),
    diagnostics: [...chosen.diagnostics, ...loaded.flatMap(({ diagnostics }) => diagnostics)],
  };
};
