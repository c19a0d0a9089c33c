/** The text of one block, flattened over its inline marks, as the rules of typography read it. */
import type { Nodes, PhrasingContent, Text } from 'mdast';
import { lineEnd, masked, noteCall } from '../../language/typography/typography.ts';
import type { SourceOffsets } from './source-offsets.ts';
import { sourceOffsetsOf } from './source-offsets.ts';

/** A node of a block with the stretch of the block's text that it is. */
export interface FlatNode {
  readonly node: PhrasingContent;
  readonly from: number;
  readonly to: number;
  /** What is in it, where the rules look into it. */
  readonly children?: readonly FlatNode[];
  /** Of text: where its characters were written. */
  readonly source?: SourceOffsets | undefined;
}

/** A block read for its typography. */
export interface BlockText {
  readonly text: string;
  readonly nodes: readonly FlatNode[];
}

/** Marks that the rules look through. Raised and lowered text is none: `10<sup>-3</sup>` is no range. */
const looked: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete']);
const lookedElements: ReadonlySet<string> = new Set(['abbr', 'del', 'ins', 'mark', 'small', 'span']);

/** Web and mail addresses, DOIs: printed as they are. */
const addresses = /(?:https?:\/\/|www\.|mailto:|doi:|10\.\d{4,}\/)\S+|\S+@\S+\.\S+/giu;

const maybeAddress = /\/|@|www\.|doi:/i;

const blank = (text: string): string => masked.repeat(text.length);

/** The text of a node with what must not be changed masked. */
const maskedText = (node: Text, source: SourceOffsets | undefined): string => {
  let text = node.value;
  if (source !== undefined && source.escaped.length > 0) {
    const letters = text.split('');
    for (const index of source.escaped) if (letters[index] !== '\u00A0') letters[index] = masked;
    text = letters.join('');
  }
  return maybeAddress.test(text) ? text.replaceAll(addresses, blank) : text;
};

/** True for marks whose words are of the block's own language and no address. */
const isLookedInto = (node: PhrasingContent, tag: string): boolean => {
  if (looked.has(node.type)) return true;
  if (node.type === 'link') {
    const [only, ...others] = node.children;
    const isAddress = only?.type === 'text' && others.length === 0 && node.url.endsWith(only.value);
    return !isAddress;
  }
  if (node.type !== 'span') return false;
  const lang = node.data.hProperties?.['lang'];
  return (
    lookedElements.has(node.data.hName) &&
    (lang === undefined || lang === tag) &&
    node.data.hProperties?.['className'] === undefined
  );
};

/** Flattens the content of a block in the language `tag`. `source` is the file's text. */
export const blockTextOf = (nodes: readonly PhrasingContent[], source: string, tag: string): BlockText => {
  const pieces: string[] = [];
  let length = 0;
  const add = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const flat = (children: readonly PhrasingContent[]): readonly FlatNode[] =>
    children.map((node): FlatNode => {
      const from = length;
      if (node.type === 'text') {
        const offsets = sourceOffsetsOf(node, source);
        add(maskedText(node, offsets));
        return { node, from, to: length, source: offsets };
      }
      if ('children' in node && isLookedInto(node, tag)) {
        const inside = flat(node.children);
        return { node, from, to: length, children: inside };
      }
      const isBreak = node.type === 'break' || (node.type === 'span' && node.data.hName === 'br');
      const isCall = node.type === 'footnoteReference' || node.type === 'inlineNote';
      add(isBreak ? lineEnd : isCall ? noteCall : masked);
      return { node, from, to: length };
    });
  const read = flat(nodes);
  return { text: pieces.join(''), nodes: read };
};

/** A block of running text, with what it holds. */
export type TextBlock = Nodes & { children: PhrasingContent[] };

const textBlocks: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'caption',
  'defListTerm',
  'inlineNote',
]);

/** True for a node whose content is one run of text. */
export const isTextBlock = (node: Nodes): node is TextBlock => textBlocks.has(node.type);
