/** Nodes of the tree that Markdown itself does not have (https://github.com/syntax-tree/mdast#extension). */
import type { Element } from 'hast';
import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import type { Node } from 'unist';
import type {} from 'remark-directive';
import type {} from './inline-note.ts';

/** `:::name[label]{…}` … `:::`. */
export type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;

/** `::name[label]{…}` on a line of its own. */
export type LeafDirective = Extract<RootContent, { type: 'leafDirective' }>;

/** `:name[label]{…}` within a line. */
export type TextDirective = Extract<RootContent, { type: 'textDirective' }>;

/** What `data` says of the element a node becomes; read by remark-rehype. */
interface ElementData {
  hName: string;
  hProperties?: Record<string, string | readonly string[]>;
}

/** An element within a line: allowed raw HTML, a span of another language, a reference. */
export interface Span extends Node {
  type: 'span';
  data: ElementData;
  children: PhrasingContent[];
}

/** A block that becomes one element with block content: a box, a section, small print. */
export interface Block extends Node {
  type: 'block';
  data: ElementData;
  children: (BlockContent | DefinitionContent)[];
}

/** A caption: words within a figure or table. */
export interface Caption extends Node {
  type: 'caption';
  children: PhrasingContent[];
}

/** Pictures, charts or a table with a caption, before and after they get their number. */
export interface Float extends Node {
  type: 'float';
  kind: 'figure' | 'chart' | 'table';
  /** What the author gave, else made. */
  id?: string;
  number?: number;
  /** Drawn from data: the chart and its table. */
  drawn?: Element[];
  /** The figures of a chart, row by row. */
  figures?: readonly (readonly number[])[];
  children: (Caption | BlockContent | DefinitionContent)[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    span: Span;
  }
  interface BlockContentMap {
    block: Block;
    float: Float;
  }
  interface RootContentMap {
    span: Span;
    block: Block;
    caption: Caption;
    float: Float;
  }
}
