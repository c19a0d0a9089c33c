/** `{#id .unlisted}` at the end of a head, as in Pandoc (https://pandoc.org/MANUAL.html#heading-identifiers). */
import type { Heading, Root } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../protocol/place.ts';
import { placeOf, walk } from '../tree.ts';

/** What an author said of a head. */
export interface HeadingAttributes {
  readonly id: string | undefined;
  readonly listed: boolean;
  /** Of the braces, else of the head. */
  readonly place: Place;
}

const braces = /[ \t]*\{([#.][^{}]*)\}[ \t]*$/;

interface Found {
  readonly words: readonly string[];
  readonly place: Place;
}

/** Takes the braces off the head's last text. */
const takeBraces = (heading: Heading, file: string): Found => {
  const last = heading.children.at(-1);
  const place = placeOf(heading, file);
  const match = last?.type === 'text' ? braces.exec(last.value) : null;
  if (last?.type !== 'text' || match === null) return { words: [], place };
  last.value = last.value.slice(0, match.index);
  if (last.value === '') heading.children.pop();
  const end = last.position?.end;
  const column = end === undefined ? place.column : end.column - match[0].trimStart().length;
  return {
    words: (match[1] ?? '').split(/\s+/).filter((word) => word !== ''),
    place: { file, line: end?.line ?? place.line, column },
  };
};

/** Changes the tree; gives what was said of each head that has braces, and what is not known in them. */
export const readHeadingAttributes = (
  tree: Root,
  file: string,
): {
  readonly attributes: ReadonlyMap<Heading, HeadingAttributes>;
  readonly diagnostics: readonly Diagnostic[];
} => {
  const attributes = new Map<Heading, HeadingAttributes>();
  const diagnostics: Diagnostic[] = [];
  walk(tree, (node) => {
    if (node.type !== 'heading') return true;
    const { words, place } = takeBraces(node, file);
    const given = words.find((word) => word.startsWith('#'));
    const unknown = words.filter((word) => word !== '.unlisted' && word !== given);
    for (const word of unknown) {
      diagnostics.push(
        diagnose(
          'manuscript/heading-attribute',
          `Unexpected \`${word}\`, expected \`#id\` or \`.unlisted\``,
          {
            place,
            hint: 'take it out of the braces',
          },
        ),
      );
    }
    if (words.length > 0)
      attributes.set(node, { id: given?.slice(1), listed: !words.includes('.unlisted'), place });
    return false;
  });
  return { attributes, diagnostics };
};
