/** Makes the changes of typography in the nodes of a block: edits in its text, spans round what is kept together. */
import type { PhrasingContent } from 'mdast';
import type { Edit, Tie } from '../../language/typography/typography.ts';
import { gluedClass, tieClass } from '../../protocol/typography.ts';
import type { Span } from '../syntax/nodes.ts';
import type { FlatNode } from './block-text.ts';

/** The part of an edit's text that belongs to the stretch from `from` to `to`: all of it where the edit begins. */
const editedText = (value: string, from: number, edits: readonly Edit[]): string => {
  let changed = '';
  let at = 0;
  for (const edit of edits) {
    const begin = Math.max(at, edit.from - from);
    changed += value.slice(at, begin) + (edit.from >= from ? edit.text : '');
    at = Math.max(begin, edit.to - from);
  }
  return changed + value.slice(at);
};

const isInsertion = ({ from, to }: Edit): boolean => from === to;

/** Edits that change the text of a node: those that begin in it or reach into it. */
const editsWithin = ({ from, to }: FlatNode, edits: readonly Edit[]): readonly Edit[] =>
  edits.filter((edit) => (isInsertion(edit) ? edit.from > from && edit.from < to : edit.from < to && edit.to > from));

/** What is inserted at a place between nodes becomes a text of its own, before the node that begins there. */
const insertedAt = (at: number, edits: readonly Edit[]): readonly PhrasingContent[] => {
  const value = edits
    .filter((edit) => isInsertion(edit) && edit.from === at)
    .map(({ text }) => text)
    .join('');
  return value === '' ? [] : [{ type: 'text', value }];
};

/** Comes in: a block's nodes and its edits, in order. Goes out: its nodes with the edits made. */
export const editNodes = (nodes: readonly FlatNode[], edits: readonly Edit[]): PhrasingContent[] => {
  if (edits.length === 0) return nodes.map(({ node }) => node);
  return nodes.flatMap((flat, index): PhrasingContent[] => {
    const { node, from, to, children } = flat;
    const before = index === 0 && from > 0 ? [] : insertedAt(from, edits);
    const after = index === nodes.length - 1 ? insertedAt(to, edits) : [];
    const own = editsWithin(flat, edits);
    if (own.length === 0 && before.length + after.length === 0) return [node];
    if (own.length > 0 && node.type === 'text') node.value = editedText(node.value, from, own);
    else if (children !== undefined && 'children' in node) {
      const inside = edits.filter((edit) => edit.from >= from && edit.to <= to && !(isInsertion(edit) && (edit.from === from || edit.from === to)));
      const reaching = own.filter((edit) => !inside.includes(edit));
      (node as { children: PhrasingContent[] }).children = editNodes(children, [...inside, ...reaching].toSorted((a, b) => a.from - b.from));
    }
    return [...before, node, ...after];
  });
};

const spanOf = (kind: Tie['kind'], children: PhrasingContent[]): Span => ({
  type: 'span',
  data: { hName: 'span', hProperties: { className: [kind === 'never' ? gluedClass : tieClass] } },
  children,
});

interface Piece {
  readonly node: PhrasingContent;
  readonly from: number;
  readonly to: number;
}

/** Cuts a text node where ties begin and end within it. */
const cutText = ({ node, from, to }: FlatNode, ties: readonly Tie[]): readonly Piece[] => {
  if (node.type !== 'text') return [{ node, from, to }];
  const pieces: Piece[] = [];
  let at = from;
  const cut = (end: number): void => {
    if (end <= at || end > to) return;
    pieces.push({ node: { type: 'text', value: node.value.slice(at - from, end - from) }, from: at, to: end });
    at = end;
  };
  for (const tie of ties) {
    if (tie.to <= from || tie.from >= to) continue;
    cut(tie.from);
    cut(tie.to);
  }
  if (pieces.length === 0) return [{ node, from, to }];
  cut(to);
  return pieces;
};

/**
 * Comes in: a block's nodes, after its edits, and its ties, in order. Goes out: its nodes with spans round what is tied. A tie
 * that ends inside other marks than it begins in is stretched to those marks.
 */
export const tieNodes = (nodes: readonly FlatNode[], ties: readonly Tie[]): PhrasingContent[] => {
  if (ties.length === 0) return nodes.map(({ node }) => node);
  const own: Tie[] = [];
  const inner = new Map<FlatNode, Tie[]>();
  const marks = nodes.filter(({ children }) => children !== undefined);
  for (const tie of ties) {
    const around = marks.find(({ from, to }) => tie.from >= from && tie.to <= to && (tie.from > from || tie.to < to));
    if (around !== undefined) inner.set(around, [...(inner.get(around) ?? []), tie]);
    else {
      const crossed = marks.filter(({ from, to }) => tie.from < to && tie.to > from);
      own.push({
        ...tie,
        from: Math.min(tie.from, ...crossed.map(({ from }) => from)),
        to: Math.max(tie.to, ...crossed.map(({ to }) => to)),
      });
    }
  }
  const pieces = nodes.flatMap((flat): readonly Piece[] => {
    if (flat.children !== undefined && 'children' in flat.node) {
      const inside = inner.get(flat);
      if (inside !== undefined)
        (flat.node as { children: PhrasingContent[] }).children = tieNodes(flat.children, inside);
      return [{ node: flat.node, from: flat.from, to: flat.to }];
    }
    return cutText(flat, own);
  });
  const tied: PhrasingContent[] = [];
  let next = 0;
  let open: { readonly tie: Tie; readonly children: PhrasingContent[] } | undefined;
  for (const { node, from, to } of pieces) {
    if (open !== undefined && from >= open.tie.to) open = undefined;
    while (open === undefined && next < own.length && (own[next]?.to ?? 0) <= from) next += 1;
    const tie = own[next];
    if (open === undefined && tie !== undefined && tie.from <= from && to <= tie.to) {
      open = { tie, children: [] };
      tied.push(spanOf(tie.kind, open.children));
      next += 1;
    }
    (open === undefined ? tied : open.children).push(node);
  }
  return tied;
};
