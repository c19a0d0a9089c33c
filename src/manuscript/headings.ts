/** The heads of an edition, for contents, running heads and comparison. */
import type { Heading as HeadingNode, Nodes } from 'mdast';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
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

/**
 * Comes in: the trees with their ids given, and the level that stands before them (1 where a head was taken for the title,
 * else 0); goes out: their heads. Those in the imprint are none of the text's.
 */
export const findHeadings = (
  files: readonly FileTree[],
  attributes: ReadonlyMap<HeadingNode, HeadingAttributes>,
  levelBefore: 0 | 1,
): FoundHeadings => {
  const headings: Heading[] = [];
  const diagnostics: Diagnostic[] = [];
  let before: number = levelBefore;
  for (const { file, tree } of files) {
    for (const top of tree.children) {
      const matter = matterOf(top);
      if (matter === 'imprint') continue;
      walk(top, (node) => {
        if (node.type === 'footnoteDefinition') return false;
        if (node.type !== 'heading') return true;
        const id: unknown = node.data?.hProperties?.['id'];
        const heading: Heading = {
          id: typeof id === 'string' ? id : '',
          level: node.depth,
          text: plainText(node.children),
          place: placeOf(node, file),
          matter,
          listed: attributes.get(node)?.listed ?? true,
        };
        if (heading.text === '') {
          diagnostics.push(
            diagnose('manuscript/heading-empty', 'Unexpected head without words, expected a text', {
              place: heading.place,
              hint: 'write it after the `#`, or take the `#` away',
            }),
          );
        }
        if (node.depth > before + 1) diagnostics.push(levelFault(node.depth, before, heading));
        before = node.depth;
        headings.push(heading);
        return false;
      });
    }
  }
  return { headings, diagnostics };
};
