/** `:ref[id]`, `:see[id]`, `:page[id]` and `[words](#id)`: the words come from the language, page numbers are left for makeup. */
import type { PhrasingContent, Root } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { suggestion } from '../../diagnostics/nearest-name.ts';
import type { Language } from '../../language/language.ts';
import { boundedSuggestions } from '../bounded-suggestions.ts';
import type { Span, TextDirective } from '../syntax/nodes.ts';
import { placeOf, plainText, replaceNodes } from '../tree.ts';
import type { Target } from './ids.ts';

/** Stand for a page number, its ordinal and the words of a head in a message, until the message is taken apart again. */
const pageSign = '\uE000';
const ordinalSign = '\uE001';
const wordsSign = '\uE002';
const signs = /([\uE000-\uE002])/;

const pageNumber = (id: string, form: 'plain' | 'ordinal'): Span => ({
  type: 'span',
  data: { hName: 'span', hProperties: { className: ['tf-page'], dataTarget: id, dataForm: form } },
  children: [],
});

const pieces = (message: string, id: string, words: string): PhrasingContent[] =>
  message.split(signs).flatMap((piece): PhrasingContent[] => {
    if (piece === pageSign) return [pageNumber(id, 'plain')];
    if (piece === ordinalSign) return [pageNumber(id, 'ordinal')];
    const value = piece === wordsSign ? words : piece;
    return value === '' ? [] : [{ type: 'text', value }];
  });

const pages = { page: pageSign, ordinal: ordinalSign };

const messageFor = (name: string, target: Target, language: Language): string => {
  if (name === 'page' || target.kind === 'unnamed') return language.message('page.reference', pages);
  if (target.kind === 'heading') {
    return name === 'ref' ? wordsSign : language.message('heading.see', { text: wordsSign, ...pages });
  }
  const { kind, number } = target;
  return name === 'ref'
    ? language.message(`${kind}.name`, { number })
    : language.message(`${kind}.see`, { number, ...pages });
};

const referenceNames: ReadonlySet<string> = new Set(['ref', 'see', 'page']);

const brokenFault = (
  id: string,
  node: Parameters<typeof placeOf>[0],
  file: string,
  ids: readonly string[],
  suggest: typeof suggestion,
): Diagnostic =>
  diagnose(
    'manuscript/reference-broken',
    `Unexpected reference to \`${id.slice(0, 60)}\`, expected the id of a head, figure or table`,
    {
      place: placeOf(node, file),
      hint: suggest(id, ids) ?? `give \`{#${id.slice(0, 60)}}\` to what is meant`,
    },
  );

const unnamedFault = (id: string, node: TextDirective, file: string): Diagnostic =>
  diagnose(
    'manuscript/reference-broken',
    `Unexpected reference to \`${id}\`, which has no number, expected a caption`,
    {
      place: placeOf(node, file),
      hint: `give it a caption, or write \`:page[${id}]\``,
    },
  );

const decodeFragment = (url: string): string => {
  try {
    return decodeURIComponent(url.slice(1)).normalize('NFC');
  } catch {
    return url.slice(1);
  }
};

/** Changes the tree: references become words and links. Gives those that point at nothing. */
export const makeReferences = (
  tree: Root,
  file: string,
  targets: ReadonlyMap<string, Target>,
  language: Language,
): readonly Diagnostic[] => {
  const faults: Diagnostic[] = [];
  const ids = [...targets.keys()];
  const suggest = boundedSuggestions();
  replaceNodes(tree, (node): PhrasingContent[] | undefined => {
    if (node.type === 'link' && node.url.startsWith('#')) {
      const id = decodeFragment(node.url);
      if (targets.has(id)) {
        node.url = `#${id}`;
        return undefined;
      }
      faults.push(brokenFault(id, node, file, ids, suggest));
      return node.children;
    }
    if (node.type !== 'textDirective' || !referenceNames.has(node.name)) return undefined;
    const id = plainText(node.children).normalize('NFC');
    const target = targets.get(id);
    if (target === undefined) {
      if (id !== '') faults.push(brokenFault(id, node, file, ids, suggest));
      return [{ type: 'text', value: id }];
    }
    if (target.kind === 'unnamed' && node.name !== 'page') faults.push(unnamedFault(id, node, file));
    const words = target.kind === 'heading' ? target.text : '';
    return [
      {
        type: 'span',
        data: { hName: 'a', hProperties: { href: `#${id}`, className: ['reference'] } },
        children: pieces(messageFor(node.name, target, language), id, words),
        ...(node.position === undefined ? {} : { position: node.position }),
      },
    ];
  });
  return faults;
};

/**
 * A link cannot stand in a link, in HTML as on paper: links within a link's words become plain words, note calls go behind it.
 * Changes the tree.
 */
export const unnestLinks = (tree: Root): void => {
  replaceNodes(tree, (node): PhrasingContent[] | undefined => {
    const isLink = node.type === 'link' || (node.type === 'span' && node.data.hName === 'a');
    if (!isLink) return undefined;
    const calls: PhrasingContent[] = [];
    replaceNodes(node, (inner): PhrasingContent[] | undefined => {
      if (inner.type === 'link') return inner.children;
      if (inner.type === 'span' && inner.data.hName === 'a') return inner.children;
      if (inner.type !== 'footnoteReference' && inner.type !== 'inlineNote') return undefined;
      calls.push(inner);
      return [];
    });
    return calls.length === 0 ? undefined : [node, ...calls];
  });
};
