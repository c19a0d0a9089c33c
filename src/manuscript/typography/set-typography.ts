/** The typography of a language set in a tree: the author's plain marks and spaces become the right ones. */
import type { Nodes, Root } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Language } from '../../language/language.ts';
import type { Doubt, Edit, Tie } from '../../language/typography/typography.ts';
import { withEdits } from '../../language/typography/typography.ts';
import type { GivenMeta } from '../front-matter.ts';
import type { Place } from '../../protocol/place.ts';
import { placeOf, walk } from '../tree.ts';
import type { BlockText, FlatNode, TextBlock } from './block-text.ts';
import { blockTextOf, isTextBlock } from './block-text.ts';
import { editNodes, tieNodes } from './change-block.ts';
import type { WrittenCell } from './column-figures.ts';
import { columnFaults } from './column-figures.ts';
import { offsetAt } from './source-offsets.ts';

/** What was done in one block. */
export interface SetBlock {
  /** As the author wrote it. */
  readonly before: BlockText;
  readonly edits: readonly Edit[];
  /** As it is set. */
  readonly text: string;
  readonly ties: readonly Tie[];
}

/** Finds the place of an offset. The lines of a source are counted once, when the first place is asked for. */
const placeFinder = (source: string, file: string): ((offset: number) => Place) => {
  let ends: readonly number[] | undefined;
  return (offset) => {
    ends ??= Array.from(source.matchAll(/\n/g), ({ index }) => index);
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return { file, line: low + 1, column: offset - (low === 0 ? -1 : (ends[low - 1] ?? 0)) };
  };
};

/** The offset in the source of a character of a block; undefined where it has none. */
export const sourceOffset = (nodes: readonly FlatNode[], at: number): number | undefined => {
  const flat = nodes.find(({ from, to }) => at >= from && at < to) ?? nodes.at(-1);
  if (flat === undefined) return undefined;
  if (flat.children !== undefined) return sourceOffset(flat.children, at);
  return flat.source === undefined
    ? flat.node.position?.start.offset
    : offsetAt(flat.source, Math.min(at, flat.to) - flat.from);
};

const doubtWords: Readonly<
  Partial<
    Record<
      Doubt['rule'],
      readonly [
        rule: 'manuscript/number-form' | 'manuscript/ordinal-form' | 'manuscript/quote-unpaired',
        what: string,
      ]
    >
  >
> = {
  'number-form': ['manuscript/number-form', 'number'],
  'ordinal-form': ['manuscript/ordinal-form', 'ordinal'],
  quotes: ['manuscript/quote-unpaired', 'quotation mark'],
};

const doubtFault = (doubt: Doubt, place: Place): readonly Diagnostic[] => {
  const words = doubtWords[doubt.rule];
  if (words === undefined) return [];
  const [rule, what] = words;
  const mend =
    rule === 'manuscript/quote-unpaired'
      ? 'write the mark that is missing; a mark that is meant as it stands is written with a backslash, `\\"`'
      : `write \`${doubt.expected}\`; what is meant as it stands is written with a backslash before one of its signs`;
  const expected = rule === 'manuscript/quote-unpaired' ? 'a pair' : `\`${doubt.expected}\``;
  return [
    diagnose(rule, `Unexpected ${what} \`${doubt.found}\`, expected ${expected}`, { place, hint: mend }),
  ];
};

const setBlock = (block: TextBlock, source: string, language: Language): SetBlock => {
  const { typography, tag } = language;
  const before = blockTextOf(block.children, source, tag);
  const edits = typography.edits(before.text);
  if (edits.length > 0) block.children = editNodes(before.nodes, edits);
  // The tree has been given other texts: it is read again where it was changed.
  const after = edits.length === 0 ? before : rereadBlock(block, before, edits, tag);
  const ties = typography.ties(after.text);
  if (ties.length > 0) block.children = tieNodes(after.nodes, ties);
  return { before, edits, text: after.text, ties };
};

/** A changed block. What was masked stays masked: escapes are known by their place, which edits have moved. */
const rereadBlock = (block: TextBlock, before: BlockText, edits: readonly Edit[], tag: string): BlockText => {
  const { nodes, text } = blockTextOf(block.children, '', tag);
  const masks = withEdits(before.text, edits);
  return { nodes, text: masks.length === text.length ? masks : text };
};

const blocksOf = (tree: Nodes): readonly TextBlock[] => {
  const blocks: TextBlock[] = [];
  walk(tree, (node) => {
    if (isTextBlock(node)) blocks.push(node);
    return node.type !== 'code';
  });
  return blocks;
};

/**
 * Comes in: a tree whose marks are all understood, the text it was parsed from, its language. Changes the tree. Goes out: what
 * was done, block by block, and what looks wrong.
 */
export const setTypography = (
  tree: Root,
  source: string,
  file: string,
  language: Language,
): { readonly blocks: readonly SetBlock[]; readonly diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  const placeAt = placeFinder(source, file);
  const cells = new Map<Nodes, SetBlock>();
  const placeIn = (block: TextBlock, { before }: SetBlock, at: number): Place => {
    const offset = sourceOffset(before.nodes, at);
    return offset === undefined ? placeOf(block, file) : placeAt(offset);
  };
  const blocks = blocksOf(tree).map((block) => {
    const set = setBlock(block, source, language);
    if (block.type === 'tableCell') cells.set(block, set);
    const doubts = language.typography.doubts(set.before.text, block.type === 'tableCell' ? 'cell' : 'text');
    for (const doubt of doubts) diagnostics.push(...doubtFault(doubt, placeIn(block, set, doubt.from)));
    return set;
  });
  const cellOf = (node: Nodes): WrittenCell | undefined => {
    const set = cells.get(node);
    if (set === undefined || !isTextBlock(node)) return undefined;
    return { text: set.before.text, placeAt: (at) => placeIn(node, set, at) };
  };
  if (cells.size > 0) diagnostics.push(...columnFaults(tree, cellOf, language.typography));
  return { blocks, diagnostics };
};

/** The same for the front matter: texts without marks, in which nothing can be escaped and nothing tied. */
export const setMeta = (meta: GivenMeta, { typography }: Language): GivenMeta => {
  const set = (key: keyof GivenMeta): Partial<GivenMeta> => {
    const text = meta[key];
    return typeof text === 'string' ? { [key]: withEdits(text, typography.edits(text)) } : {};
  };
  return {
    ...meta,
    ...set('title'),
    ...set('subtitle'),
    ...set('series'),
    ...set('status'),
    ...set('notice'),
    ...set('abstract'),
    ...set('short'),
  };
};
