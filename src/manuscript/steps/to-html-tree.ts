/**
 * The tree of Markdown becomes a tree of HTML (hast, https://github.com/syntax-tree/hast), as "The HTML of a forme" in
 * docs/architecture.md lays it down. Everything has been judged before; this step only writes.
 */
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { FootnoteReference, Image, Link, ListItem, Nodes, Root } from 'mdast';
import { defListHastHandlers } from 'remark-definition-list';
import type { Options } from 'remark-rehype';
import remarkRehype, { defaultHandlers } from 'remark-rehype';
import { unified } from 'unified';
import type { Language } from '../../language/language.ts';
import { noteAnchor } from '../note-anchor.ts';
import type { InlineNote } from '../syntax/inline-note.ts';
import type { Caption, Float } from '../syntax/nodes.ts';
import { taskBox } from '../html/task-box.ts';
import type { NoteCall, NoteNode } from './notes.ts';

type Handlers = NonNullable<Options['handlers']>;
type Handler = NonNullable<Handlers['paragraph']>;
type State = Parameters<Handler>[0];

/** The HTML of one file and the bodies of the notes that are written in it. */
export interface HtmlTree {
  readonly root: HtmlRoot;
  readonly bodies: ReadonlyMap<NoteNode, readonly Element[]>;
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const placed = (state: State, node: Nodes, made: Element): Element => {
  state.patch(node, made);
  return made;
};

const isElement = (node: ElementContent): node is Element => node.type === 'element';

const callOf = ({ id, number, call }: NoteCall): Element => {
  const anchor = noteAnchor(id);
  return element(
    'a',
    {
      className: ['tf-note-call'],
      href: `#note-${anchor}`,
      id: `call-${anchor}-${call}`,
      dataNote: anchor,
    },
    [{ type: 'text', value: String(number) }],
  );
};

const captionLabel = (float: Float, language: Language): readonly ElementContent[] => {
  if (float.number === undefined) return [];
  const label = language.message(`${float.kind === 'table' ? 'table' : 'figure'}.caption`, {
    number: float.number,
  });
  return [
    element('span', { className: ['caption-label'] }, [{ type: 'text', value: label }]),
    { type: 'text', value: ' ' },
  ];
};

const captionElement = (state: State, caption: Caption, float: Float, language: Language): Element =>
  placed(
    state,
    caption,
    element(float.kind === 'table' ? 'caption' : 'figcaption', {}, [
      ...captionLabel(float, language),
      ...state.all(caption),
    ]),
  );

/** A paragraph of pictures alone is no paragraph of a figure. */
const withoutPictureParagraphs = (children: readonly ElementContent[]): ElementContent[] =>
  children.flatMap((child) =>
    isElement(child) &&
    child.tagName === 'p' &&
    child.children.every((inner) => isElement(inner) && inner.tagName === 'img')
      ? child.children
      : [child],
  );

const floatElement = (state: State, float: Float, language: Language): Element => {
  const first = float.children[0];
  const caption = first?.type === 'caption' ? captionElement(state, first, float, language) : undefined;
  const content = float.children.flatMap((child): ElementContent[] => {
    if (child.type === 'caption') return [];
    const made = state.one(child, undefined);
    return made === undefined ? [] : [made].flat();
  });
  const id = float.id === undefined ? {} : { id: float.id };
  if (float.kind !== 'table') {
    const inside = [...(float.drawn ?? []), ...withoutPictureParagraphs(content)];
    const isAbove = float.kind === 'chart';
    const children = caption === undefined ? inside : isAbove ? [caption, ...inside] : [...inside, caption];
    return placed(state, float, element('figure', { ...id, className: [float.kind] }, children));
  }
  const table = content.find((child): child is Element => isElement(child) && child.tagName === 'table');
  if (table !== undefined) {
    Object.assign(table.properties, id);
    if (caption !== undefined) table.children.unshift(caption);
  }
  // Without its table a caption is kept as words: the fault has been told.
  const rest =
    table === undefined && caption !== undefined
      ? [{ ...caption, tagName: 'figcaption' }, ...content]
      : content;
  return placed(state, float, element('figure', { className: ['table'] }, rest));
};

const taskItem = (state: State, item: ListItem, parent: Parameters<Handler>[2]): Element => {
  const made = defaultHandlers.listItem(state, item, parent);
  if (typeof item.checked !== 'boolean') return made;
  const checked = item.checked;
  const withBox = (inside: Element): void => {
    inside.children = inside.children.flatMap((child): ElementContent[] => {
      if (!isElement(child)) return [child];
      if (child.tagName === 'input') return [taskBox(checked)];
      if (child.tagName === 'p') withBox(child);
      return [child];
    });
  };
  withBox(made);
  return made;
};

const handlersFor = (
  calls: ReadonlyMap<Nodes, NoteCall>,
  language: Language,
  bodies: Map<NoteNode, readonly Element[]>,
): Handlers => {
  const noteCall = (state: State, node: FootnoteReference | InlineNote): ElementContent => {
    const call = calls.get(node);
    if (node.type === 'inlineNote' && call?.call === 1) {
      const paragraph = placed(state, node, element('p', {}, state.all(node)));
      bodies.set(node, [paragraph]);
    }
    if (call !== undefined) return placed(state, node, callOf(call));
    return { type: 'text', value: node.type === 'inlineNote' ? '' : `[^${node.label ?? node.identifier}]` };
  };
  return {
    ...defListHastHandlers,
    footnoteReference: noteCall,
    inlineNote: noteCall,
    footnoteDefinition: (state: State, node: NoteNode) => {
      bodies.set(node, state.all(node).filter(isElement));
      return undefined;
    },
    image: (state: State, node: Image) =>
      placed(state, node, element('img', { src: node.url, alt: node.alt ?? '' })),
    link: (state: State, node: Link) =>
      placed(state, node, element('a', { href: node.url }, state.all(node))),
    float: (state: State, node: Float) => floatElement(state, node, language),
    listItem: taskItem,
    html: () => undefined,
  };
};

/** Comes in: a judged tree, what its note calls mean, the language of captions. Goes out: its HTML; nothing in it is raw. */
export const toHtmlTree = (tree: Root, calls: ReadonlyMap<Nodes, NoteCall>, language: Language): HtmlTree => {
  const bodies = new Map<NoteNode, readonly Element[]>();
  const processor = unified().use(remarkRehype, { handlers: handlersFor(calls, language, bodies) });
  return { root: processor.runSync(tree), bodies };
};
