/** Declarations of a block, as nodes and as text. */
import type { Block, Declaration } from 'css-tree';
import { generate } from 'css-tree';

/** A declaration as CSS text, without a semicolon. */
export const cssText = (declaration: Declaration): string =>
  `${declaration.property}:${generate(declaration.value).trim()}${declaration.important === false ? '' : '!important'}`;

/** The declarations of a block, nested rules left out. */
export const declarationsOf = (block: Block | null): readonly Declaration[] =>
  block === null
    ? []
    : block.children.toArray().flatMap((node) => (node.type === 'Declaration' ? [node] : []));
