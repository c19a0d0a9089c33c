/** Small verbs for syntax trees (https://github.com/syntax-tree/mdast). Trees are at most some hundred levels deep: recursion is safe. */
import type { Nodes, Parents, RootContent } from 'mdast';
import type { Place } from '../protocol/place.ts';

/** The place where a node begins. */
export const placeOf = (node: { readonly position?: Nodes['position'] }, file: string): Place => ({
  file,
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

/** Calls `enter` for a node and all below it, in the order of the text. `false` keeps out of what is below. */
export const walk = (
  node: Nodes,
  enter: (node: Nodes, parent: Parents | undefined) => boolean | void,
): void => {
  const step = (current: Nodes, parent: Parents | undefined): void => {
    if (enter(current, parent) === false || !('children' in current)) return;
    for (const child of current.children) step(child, current);
  };
  step(node, undefined);
};

/**
 * Puts other nodes in the place of children, the innermost first. `replace` gives `undefined` to keep a child as it is.
 * The tree is changed: it belongs to the caller, who has just parsed it.
 */
export const replaceNodes = (
  parent: Nodes,
  replace: (child: RootContent, parent: Parents) => readonly RootContent[] | undefined,
): void => {
  if (!('children' in parent)) return;
  const children: readonly RootContent[] = parent.children;
  let changed: RootContent[] | undefined;
  for (const [index, child] of children.entries()) {
    replaceNodes(child, replace);
    const others = replace(child, parent);
    if (others !== undefined) changed ??= children.slice(0, index);
    if (changed !== undefined) for (const other of others ?? [child]) changed.push(other);
  }
  // What a node may hold is the content model's business; a step that replaces keeps to it.
  if (changed !== undefined) (parent as { children: RootContent[] }).children = changed;
};

const silent: ReadonlySet<string> = new Set(['footnoteReference', 'inlineNote', 'footnoteDefinition']);

/** The words of nodes without their marks and notes, spaces run together. */
export const plainText = (nodes: readonly Nodes[]): string => {
  const pieces: string[] = [];
  for (const node of nodes) {
    walk(node, (current) => {
      if (silent.has(current.type)) return false;
      if (current.type === 'break') pieces.push(' ');
      if ('value' in current && current.type !== 'html') pieces.push(current.value);
      return true;
    });
  }
  return pieces.join('').replaceAll(/\s+/g, ' ').trim();
};
