/** The heads of an edition, for contents, running heads and comparison. */
import type { Heading as HeadingNode, Nodes } from 'mdast';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Place } from '../protocol/place.ts';
import type { Heading } from './manuscript.ts';
import type { HeadingAttributes } from './steps/heading-attributes.ts';
import type { FileTree } from './steps/notes.ts';
import { placeOf, plainText, walk } from './tree.ts';

/** Heads in order, and what is wrong with them. */
export interface FoundHeadings {
  readonly headings: readonly Heading[];
  readonly diagnostics: readonly Diagnostic[];
}

const matterOf = (node: Nodes): Heading['matter'] | 'imprint' => {
  if (node.type !== 'block') return 'body';
  const names = node.data.hProperties?.['className'] ?? [];
  if (names.includes('front')) return 'front';
  if (names.includes('back')) return 'back';
  return names.includes('imprint') ? 'imprint' : 'body';
};

const levelFault = (level: number, before: number, heading: Heading): Diagnostic =>
  diagnose(
    'manuscript/heading-level-skipped',
    `Unexpected head of level ${level} ${before === 0 ? 'at the beginning' : `after one of level ${before}`}, expected at most level ${before + 1}`,
    {
      place: heading.place,
      hint: `write \`${'#'.repeat(before + 1)}\`, or add the head that is missing`,
    },
  );

const emptyFault = ({ place }: Heading): Diagnostic =>
  diagnose('manuscript/heading-empty', 'Unexpected head without words, expected a text', {
    place,
    hint: 'write it after the `#`, or take the `#` away',
  });

/** Heads of notes and of the imprint: whoever goes from head to head would leave the text there. */
const misplacedFault = (place: Place, where: string): Diagnostic =>
  diagnose('manuscript/heading-misplaced', `Unexpected head in ${where}, expected words alone`, {
    place,
    hint: 'write its words `**bold**`, in a paragraph of their own',
  });

/** Where no heads belong, as it stands after "in"; undefined for all else. */
const withoutHeads = (node: Nodes): string | undefined => {
  if (node.type === 'footnoteDefinition') return 'a note';
  return node.type === 'block' && matterOf(node) === 'imprint' ? 'the imprint' : undefined;
};

/** The level above each; the first has none. */
const levelAbove = { 1: 1, 2: 1, 3: 2, 4: 3, 5: 4, 6: 5 } as const;

interface Found {
  readonly node: HeadingNode;
  readonly heading: Heading;
}

/** All heads of the text in the order of the sources, and those that stand where none belong. */
const collectHeadings = (
  files: readonly FileTree[],
  attributes: ReadonlyMap<HeadingNode, HeadingAttributes>,
): { readonly found: readonly Found[]; readonly misplaced: readonly Diagnostic[] } => {
  const found: Found[] = [];
  const misplaced: Diagnostic[] = [];
  for (const { file, tree } of files) {
    for (const top of tree.children) {
      const matter = matterOf(top);
      walk(top, (node) => {
        const where = withoutHeads(node);
        if (where !== undefined) {
          walk(node, (inner) => {
            if (inner.type === 'heading') misplaced.push(misplacedFault(placeOf(inner, file), where));
          });
          return false;
        }
        if (node.type !== 'heading' || matter === 'imprint') return true;
        const id: unknown = node.data?.hProperties?.['id'];
        const heading: Heading = {
          id: typeof id === 'string' ? id : '',
          level: node.depth,
          text: plainText(node.children),
          place: placeOf(node, file),
          matter,
          listed: attributes.get(node)?.listed ?? true,
        };
        found.push({ node, heading });
        return false;
      });
    }
  }
  return { found, misplaced };
};

/** The order in which the matters of a work are printed. */
const printed: readonly Heading['matter'][] = ['front', 'body', 'back'];

/** Levels that are left out, in the order in which heads are printed: whoever hears the text goes from head to head (PDF/UA-1 §7.4.2). */
const skippedLevels = (headings: readonly Heading[], levelBefore: 0 | 1): readonly Diagnostic[] => {
  const diagnostics: Diagnostic[] = [];
  let before: number = levelBefore;
  for (const heading of printed.flatMap((matter) => headings.filter((head) => head.matter === matter))) {
    if (heading.level > before + 1) diagnostics.push(levelFault(heading.level, before, heading));
    before = heading.level;
  }
  return diagnostics;
};

/**
 * Comes in: the trees with their ids given, and the level that stands before them (1 where a head was taken for the title,
 * else 0); goes out: their heads. Below a title that was a head the trees are changed: their heads move up by its level, for it
 * is none of theirs any more and the first head of a text is of level 1.
 */
export const findHeadings = (
  files: readonly FileTree[],
  attributes: ReadonlyMap<HeadingNode, HeadingAttributes>,
  levelBefore: 0 | 1,
): FoundHeadings => {
  const { found, misplaced } = collectHeadings(files, attributes);
  const written = found.map(({ heading }) => heading);
  const skipped = skippedLevels(written, levelBefore);
  if (levelBefore === 1) for (const { node } of found) node.depth = levelAbove[node.depth];
  return {
    headings: found.map(({ node, heading }) => ({ ...heading, level: node.depth })),
    diagnostics: [
      ...misplaced,
      ...written.filter(({ text }) => text === '').map((heading) => emptyFault(heading)),
      ...skipped,
    ],
  };
};
