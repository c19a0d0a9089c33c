/** Ids: what an author gave is judged first; heads and captioned figures without one get their own, never the same twice. */
import type { Heading as HeadingNode, Nodes } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Language } from '../../language/language.ts';
import type { Place } from '../../protocol/place.ts';
import { placeOf, plainText, walk } from '../tree.ts';
import type { HeadingAttributes } from './heading-attributes.ts';
import type { FileTree } from './notes.ts';

/** What an id names. */
export type Target =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'figure' | 'table'; readonly number: number }
  /** A box, or a figure or table without a caption: a place for links and pages, without a name. */
  | { readonly kind: 'unnamed' };

/** Everything that can be pointed at, by id. */
export interface Targets {
  readonly byId: ReadonlyMap<string, Target>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Ids that the page needs for itself. */
const reserved = /^(?:note-|call-|tf-)/;

const validId = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]*$/u;

interface Named {
  readonly node: Nodes;
  readonly id: string;
  readonly place: Place;
}

type HeadingAttributesByNode = ReadonlyMap<HeadingNode, HeadingAttributes>;

const givenId = (node: Nodes, attributes: HeadingAttributesByNode): string | undefined => {
  if (node.type === 'heading') return attributes.get(node)?.id;
  if (node.type === 'float') return node.id;
  if (node.type !== 'block') return undefined;
  const id = node.data.hProperties?.['id'];
  return typeof id === 'string' ? id : undefined;
};

const setId = (node: Nodes, id: string | undefined): void => {
  if (node.type === 'float') {
    if (id === undefined) delete node.id;
    else node.id = id;
    return;
  }
  if (node.type !== 'heading' && node.type !== 'block') return;
  const data: { hProperties?: Record<string, unknown> | undefined } = (node.data ??= {});
  const properties = { ...data.hProperties };
  if (id === undefined) delete properties['id'];
  else properties['id'] = id;
  data.hProperties = properties;
};

const targetOf = (node: Nodes): Target => {
  if (node.type === 'heading') return { kind: 'heading', text: plainText(node.children) };
  if (node.type === 'float' && node.number !== undefined) {
    return { kind: node.kind === 'table' ? 'table' : 'figure', number: node.number };
  }
  return { kind: 'unnamed' };
};

const invalidFault = (id: string, place: Place): Diagnostic =>
  diagnose(
    'manuscript/id-invalid',
    `Unexpected id \`${id.slice(0, 60)}\`, expected letters, digits, \`-\` and \`_\``,
    {
      place,
      hint: reserved.test(id)
        ? 'ids that begin so are kept for the program'
        : 'write one word, such as `{#budget}`',
    },
  );

/** The words of a head as an id: lower case in the language, everything but letters and digits a hyphen. */
const idFromWords = (text: string, language: Language): string => {
  const words = language
    .lower(text)
    .replaceAll('\u00AD', '')
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replaceAll(/^[-\p{M}]+|-+$/gu, '');
  const id = [...words].slice(0, 80).join('');
  return reserved.test(`${id}-`) || id === '' ? `head-${id}`.replace(/-$/, '') : id;
};

const collect = (files: readonly FileTree[]): readonly { readonly node: Nodes; readonly file: string }[] => {
  const found: { readonly node: Nodes; readonly file: string }[] = [];
  for (const { file, tree } of files) {
    walk(tree, (node) => {
      if (node.type === 'heading' || node.type === 'float' || node.type === 'block')
        found.push({ node, file });
    });
  }
  return found;
};

/** Comes in: the trees of an edition. Changes them: ids are set, unfit ones taken off. Goes out: what can be pointed at. */
export const giveIds = (
  files: readonly FileTree[],
  attributes: HeadingAttributesByNode,
  language: Language,
): Targets => {
  const diagnostics: Diagnostic[] = [];
  const taken = new Map<string, Named>();
  const waiting: Nodes[] = [];
  for (const { node, file } of collect(files)) {
    const given = givenId(node, attributes);
    const place = (node.type === 'heading' ? attributes.get(node)?.place : undefined) ?? placeOf(node, file);
    if (given === undefined) {
      waiting.push(node);
      continue;
    }
    const id = given.normalize('NFC');
    const first = taken.get(id);
    if (!validId.test(id) || reserved.test(id)) diagnostics.push(invalidFault(id, place));
    else if (first !== undefined) {
      diagnostics.push(
        diagnose('manuscript/id-duplicate', `Unexpected second id \`${id}\`, expected one of each`, {
          place,
          hint: 'give one of them another id',
          related: [{ message: 'the first is here', place: first.place }],
        }),
      );
    } else {
      taken.set(id, { node, id, place });
      setId(node, id);
      continue;
    }
    setId(node, undefined);
    waiting.push(node);
  }
  const byId = new Map([...taken].map(([id, { node }]) => [id, targetOf(node)] as const));
  const lastCount = new Map<string, number>();
  const free = (wanted: string): string => {
    let id = wanted;
    let count = lastCount.get(wanted) ?? 1;
    while (byId.has(id)) id = `${wanted}-${(count += 1)}`;
    lastCount.set(wanted, count);
    return id;
  };
  for (const node of waiting) {
    const target = targetOf(node);
    if (target.kind === 'unnamed') continue;
    const wanted =
      target.kind === 'heading' ? idFromWords(target.text, language) : `${target.kind}-${target.number}`;
    const id = free(wanted);
    setId(node, id);
    byId.set(id, target);
  }
  return { byId, diagnostics };
};
