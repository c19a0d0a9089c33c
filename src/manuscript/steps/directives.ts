/** Directives become what they stand for: boxes, verse, small print, parts, page breaks, words of another language. */
import type {
  BlockContent,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { suggestion } from '../../diagnostics/nearest-name.ts';
import { canonicalTag } from '../../project/language-tag.ts';
import type { Block, ContainerDirective, Span, TextDirective } from '../syntax/nodes.ts';
import { placeOf, replaceNodes } from '../tree.ts';
import { contentOf, labelOf } from './directive-label.ts';
import { directives } from './directive-names.ts';

const positionOf = (node: Nodes): { readonly position?: NonNullable<Nodes['position']> } =>
  node.position === undefined ? {} : { position: node.position };

const block = (
  node: Nodes,
  hName: string,
  className: readonly string[],
  children: Block['children'],
  id?: string | null,
): Block => ({
  type: 'block',
  data: {
    hName,
    hProperties: {
      ...(typeof id === 'string' ? { id } : {}),
      ...(className.length === 0 ? {} : { className }),
    },
  },
  children,
  ...positionOf(node),
});

const boxOf = (node: ContainerDirective): Block => {
  const label = labelOf(node);
  const title: Paragraph[] =
    label === undefined ? [] : [{ ...label, data: { hProperties: { className: ['box-title'] } } }];
  const content = contentOf(node) as BlockContent[];
  return block(node, 'aside', ['box', node.name], [...title, ...content], node.attributes?.['id']);
};

/** Line ends of verse are the poet's. */
const withBreaks = (children: readonly RootContent[]): void => {
  for (const child of children) {
    replaceNodes(child, (node) => {
      if (node.type !== 'text' || !node.value.includes('\n')) return undefined;
      return node.value
        .split('\n')
        .flatMap((line, index): RootContent[] => [
          ...(index === 0 ? [] : [{ type: 'break' } as const]),
          ...(line === '' ? [] : [{ type: 'text', value: line } as const]),
        ]);
    });
  }
};

const pageBreakTo: ReadonlySet<string> = new Set(['page', 'recto', 'verso']);

const madeOfContainer = (node: ContainerDirective, parent: Parents): RootContent[] | undefined => {
  const content = contentOf(node) as BlockContent[];
  switch (node.name) {
    case 'key':
    case 'note-box':
      return [boxOf(node)];
    case 'small':
      return [block(node, 'div', ['small'], content)];
    case 'verse':
      withBreaks(content);
      return [block(node, 'div', ['verse'], content)];
    case 'figure':
    case 'table':
      return undefined;
    case 'front':
    case 'back':
    case 'imprint':
      return parent.type === 'root' ? [block(node, 'section', [node.name], content)] : content;
    default:
      return node.children;
  }
};

const span = (node: TextDirective, properties: Span['data']['hProperties']): Span => ({
  type: 'span',
  data: { hName: 'span', ...(properties === undefined ? {} : { hProperties: properties }) },
  children: node.children,
  ...positionOf(node),
});

/** The source of an unknown directive within a line is printed as it stands: `a:b[c]` may be meant so. */
const asWritten = (node: TextDirective, text: string): Text => ({
  type: 'text',
  value: text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
  ...positionOf(node),
});

const languageSpan = (
  node: TextDirective,
  file: string,
  report: (fault: Diagnostic) => void,
): PhrasingContent[] => {
  const [name = '', value = ''] = Object.entries(node.attributes ?? {})[0] ?? [];
  const given = name === 'lang' ? (value ?? '') : name;
  const tag = canonicalTag(given);
  if (tag !== undefined) return [span(node, { lang: tag })];
  report(
    diagnose('manuscript/language-tag', `Unexpected language \`${given}\`, expected a tag of BCP 47`, {
      place: placeOf(node, file),
      hint: 'write the tag in braces, as in the names of the manuscripts: `:lang[words]{tag}`',
    }),
  );
  return node.children;
};

/** Comes in: a tree and its text. Changes the tree, all but figures, tables, charts and references; gives faults of values. */
export const makeDirectives = (tree: Root, text: string, file: string): readonly Diagnostic[] => {
  const faults: Diagnostic[] = [];
  const report = (fault: Diagnostic): void => void faults.push(fault);
  replaceNodes(tree, (node, parent) => {
    if (node.type === 'containerDirective') return madeOfContainer(node, parent);
    if (node.type === 'textDirective') {
      if (node.name === 'lang') return languageSpan(node, file, report);
      if (node.name === 'sc') return [span(node, { className: ['sc'] })];
      // The mark that HTML has for what is not to be touched; hyphenation asks for it.
      if (node.name === 'name') return [span(node, { translate: 'no' })];
      return directives[node.name]?.form === 'text' ? undefined : [asWritten(node, text)];
    }
    if (node.type !== 'leafDirective' || node.name === 'chart') return undefined;
    if (node.name !== 'pagebreak')
      return [{ type: 'paragraph', children: node.children, ...positionOf(node) }];
    const to = node.attributes?.['to'] ?? 'page';
    if (!pageBreakTo.has(to)) {
      report(
        diagnose(
          'manuscript/directive-attribute',
          `Unexpected \`to=${to}\` of \`::pagebreak\`, expected \`page\`, \`recto\` or \`verso\``,
          { place: placeOf(node, file), hint: suggestion(to, [...pageBreakTo]) },
        ),
      );
    }
    const made = block(node, 'div', ['page-break'], []);
    made.data.hProperties = { ...made.data.hProperties, dataTo: pageBreakTo.has(to) ? to : 'page' };
    return [made];
  });
  return faults;
};
