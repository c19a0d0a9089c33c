/** Markdown to manuscript: the one way into this room. */
import type { Element } from 'hast';
import type { Heading as HeadingNode } from 'mdast';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Language } from '../language/language.ts';
import type { Edition } from '../project/project.ts';
import type { GivenMeta } from './front-matter.ts';
import { noMeta } from './front-matter.ts';
import { findFloats } from './found-floats.ts';
import { findHeadings } from './headings.ts';
import type { Heading, Manuscript, Meta, Note } from './manuscript.ts';
import { orderFaults } from './order-faults.ts';
import type { PublicationFiles } from './publication-files.ts';
import type { ReadSource } from './read-source.ts';
import { readSource } from './read-source.ts';
import { judgeIbidem } from './steps/ibidem.ts';
import { giveIds } from './steps/ids.ts';
import type { HeadingAttributes } from './steps/heading-attributes.ts';
import type { FoundNotes, NoteNode } from './steps/notes.ts';
import { findNotes } from './steps/notes.ts';
import { numberFloats } from './steps/number-floats.ts';
import { divideParts } from './steps/parts.ts';
import { markPlaces } from './steps/places.ts';
import { makeReferences, unnestLinks } from './steps/references.ts';
import type { HtmlTree } from './steps/to-html-tree.ts';
import { takeTitle } from './steps/title.ts';
import { toHtmlTree } from './steps/to-html-tree.ts';
import { countWords } from './text/count-words.ts';

/** `content/x/en.md` and `content/x/en/01.md` lie in the publication `content/x`; `''` where that is the project itself. */
const publicationFolder = ({ sources, tag }: Edition): string => {
  const folders = (sources[0]?.file ?? '').split('/').slice(0, -1);
  return (folders.at(-1) === tag ? folders.slice(0, -1) : folders).join('/');
};

const readSources = (
  edition: Edition,
  language: Language,
  files: PublicationFiles,
): readonly ReadSource[] => {
  const surroundings = { language, files, folder: publicationFolder(edition) };
  const read: ReadSource[] = [];
  for (const source of edition.sources) {
    const assets = read.at(-1)?.assets ?? [];
    read.push(readSource(source, surroundings, { isFirst: read.length === 0, assets }));
  }
  return read;
};

/** The title of the front matter, else the words of the first head of level 1, else the publication's name with a warning. */
const settleMeta = (
  given: GivenMeta,
  taken: string | undefined,
  headings: readonly Heading[],
  edition: Edition,
): { readonly meta: Meta; readonly diagnostics: readonly Diagnostic[] } => {
  const title = given.title ?? taken ?? headings.find(({ level }) => level === 1)?.text;
  if (title !== undefined && title !== '') return { meta: { ...given, title }, diagnostics: [] };
  const file = edition.sources[0]?.file ?? edition.publication;
  return {
    meta: { ...given, title: edition.publication },
    diagnostics: [
      diagnose('manuscript/title-missing', 'Unexpected manuscript without a title, expected one', {
        place: { file, line: 1, column: 1 },
        hint: 'write `title: …` between two lines `---` at the top, or begin with a `#` head',
      }),
    ],
  };
};

const bodiesOf = (trees: readonly HtmlTree[]): ReadonlyMap<NoteNode, readonly Element[]> =>
  new Map(trees.flatMap(({ bodies }) => [...bodies]));

const finishedNotes = (
  found: FoundNotes,
  bodies: ReadonlyMap<NoteNode, readonly Element[]>,
): readonly Note[] =>
  found.notes.map(({ id, number, node, calls, place }) => {
    const body = bodies.get(node) ?? [];
    markPlaces(body, place.file);
    return { id, number, body, calls, place };
  });

const emptyFault = (edition: Edition): Diagnostic =>
  diagnose('manuscript/empty', 'Unexpected manuscript without text, expected at least a paragraph', {
    place: { file: edition.sources[0]?.file ?? edition.publication, line: 1, column: 1 },
    hint: 'write the text, or take the file away',
  });

/**
 * Comes in: the sources of an edition, its language, and the files of its publication. Goes out: the manuscript and every
 * fault in it, in the order of the text; no value only where a source could not be read at all.
 */
export const readManuscript = (
  edition: Edition,
  language: Language,
  files: PublicationFiles,
): Outcome<Manuscript> => {
  const sources = readSources(edition, language, files);
  const ownFaults = sources.flatMap(({ diagnostics }) => diagnostics);
  if (!sources.every(({ isWhole }) => isWhole)) return { diagnostics: orderFaults(ownFaults, edition) };

  const attributes = new Map<HeadingNode, HeadingAttributes>(
    sources.flatMap(({ headingAttributes }) => [...headingAttributes]),
  );
  const given = sources[0]?.meta ?? noMeta;
  const taken =
    given.title === undefined
      ? takeTitle(
          sources.map(({ tree }) => tree),
          attributes,
        )
      : undefined;
  sources.reduce((counts, { tree }) => numberFloats(tree, counts), { figure: 0, table: 0 });
  const targets = giveIds(sources, attributes, language);
  const headings = findHeadings(sources, attributes, taken === undefined ? 0 : 1);
  const referenceFaults = sources.flatMap(({ tree, file }) =>
    makeReferences(tree, file, targets.byId, language),
  );
  for (const { tree } of sources) unnestLinks(tree);
  const notes = findNotes(sources);
  const settled = settleMeta(given, taken, headings.headings, edition);

  const trees = sources.map(({ tree }) => toHtmlTree(tree, notes.calls, language));
  for (const [index, { root }] of trees.entries()) markPlaces([root], sources[index]?.file ?? '');
  const parts = trees.map(({ root }) => divideParts(root));
  const isEmpty = parts.every(({ body }) => body.children.length === 0);
  return {
    value: {
      publication: edition.publication,
      tag: edition.tag,
      meta: settled.meta,
      chapters: parts.map(({ body }, index) => ({ file: sources[index]?.file ?? '', body })),
      imprint: parts.flatMap(({ imprint }) => imprint),
      notes: finishedNotes(notes, bodiesOf(trees)),
      headings: headings.headings,
      floats: findFloats(sources, language),
      assets: sources.at(-1)?.assets ?? [],
      words: countWords(sources.map(({ tree }) => tree)),
    },
    diagnostics: orderFaults(
      [
        ...ownFaults,
        ...targets.diagnostics,
        ...headings.diagnostics,
        ...referenceFaults,
        ...notes.diagnostics,
        ...judgeIbidem(notes.notes, language),
        ...settled.diagnostics,
        ...(isEmpty ? [emptyFault(edition)] : []),
      ],
      edition,
    ),
  };
};
