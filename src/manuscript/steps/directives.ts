/** Directives: every `:::name` is known, closed and rightly placed, or is reported; boxes, verse, small print and page breaks are made. */
import type { Block, Span } from '../syntax/nodes.ts';
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
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { listNames, suggestion } from '../../diagnostics/nearest-name.ts';
import { canonicalTag } from '../../project/language-tag.ts';
import type { DirectiveShape } from './directive-names.ts';
import { directives, namesOf } from './directive-names.ts';
import { placeOf, replaceNodes, walk } from '../tree.ts';

/** A directive of the tree. */
export type Directive = ContainerDirective | LeafDirective | TextDirective;

const formOf = { containerDirective: 'container', leafDirective: 'leaf', textDirective: 'text' } as const;

const isDirective = (node: Nodes): node is Directive => node.type in formOf;

/** The paragraph in the brackets of a container directive. */
export const labelOf = (node: ContainerDirective): Paragraph | undefined => {
  const first = node.children[0];
  return first?.type === 'paragraph' && first.data?.directiveLabel === true ? first : undefined;
};

/** What stands between the lines of colons. */
export const contentOf = (node: ContainerDirective): ContainerDirective['children'] =>
  labelOf(node) === undefined ? node.children : node.children.slice(1);

const hasLabel = (node: Directive): boolean =>
  node.type === 'containerDirective' ? labelOf(node) !== undefined : node.children.length > 0;

const written = (node: Directive): string => {
  const colons = { containerDirective: ':::', leafDirective: '::', textDirective: ':' }[node.type];
  return `${colons}${node.name}`;
};

const positionOf = (node: Nodes): { readonly position?: NonNullable<Nodes['position']> } =>
  node.position === undefined ? {} : { position: node.position };

/** A container ends with a line of colons, or it ran to the end of what it stands in. */
const isClosed = (node: ContainerDirective, lines: readonly string[]): boolean => {
  const end = node.position?.end.line ?? 0;
  const start = node.position?.start.line ?? 0;
  return end > start && /^[\s>*+\-\d.)]*:{3,}[ \t]*$/.test(lines[end - 1] ?? '');
};

const unknownFault = (node: Directive, file: string): Diagnostic => {
  const form = formOf[node.type];
  const shape = Object.hasOwn(directives, node.name) ? directives[node.name] : undefined;
  const colons = { container: ':::', leaf: '::', text: ':' };
  const hint =
    shape === undefined
      ? suggestion(node.name, namesOf(form))
      : `write \`${colons[shape.form]}${node.name}\`${shape.form === 'container' ? ' and a closing line `:::`' : ''}`;
  const place = placeOf(node, file);
  const escape = form === 'text' ? '; `\\:` prints a colon' : '';
  return diagnose(
    'manuscript/directive-unknown',
    `Unexpected \`${written(node)}\`, expected a directive that exists`,
    { place, hint: `${hint ?? ''}${escape}` },
  );
};

const attributeFaults = (node: Directive, shape: DirectiveShape, file: string): readonly Diagnostic[] => {
  if (shape.attributes.includes('*')) return [];
  return Object.keys(node.attributes ?? {})
    .filter((name) => !shape.attributes.includes(name))
    .map((name) =>
      diagnose(
        'manuscript/directive-attribute',
        `Unexpected \`${name}\` in the braces of \`${written(node)}\`, expected ${
          shape.attributes.length === 0 ? 'nothing' : listNames(shape.attributes)
        }`,
        { place: placeOf(node, file), hint: suggestion(name, shape.attributes) ?? 'take the braces out' },
      ),
    );
};

const labelFaults = (node: Directive, shape: DirectiveShape, file: string): readonly Diagnostic[] => {
  const isLabelled = hasLabel(node);
  const isRight = shape.label === 'optional' || isLabelled === (shape.label === 'required');
  if (isRight) return [];
  const what = isLabelled ? 'words in the brackets' : 'empty brackets';
  return [
    diagnose(
      'manuscript/directive-content',
      `Unexpected ${what} of \`${written(node)}\`, expected ${isLabelled ? 'none' : 'words'}`,
      {
        place: placeOf(node, file),
        hint: isLabelled ? 'write them as a paragraph' : `write \`${written(node)}[…]\``,
      },
    ),
  ];
};

const directiveFaults = (
  node: Directive,
  parent: Parents | undefined,
  lines: readonly string[],
  file: string,
): readonly Diagnostic[] => {
  const shape = Object.hasOwn(directives, node.name) ? directives[node.name] : undefined;
  const unclosed =
    node.type === 'containerDirective' && !isClosed(node, lines)
      ? [
          diagnose(
            'manuscript/directive-unclosed',
            `Unexpected end of the text inside \`${written(node)}\`, expected a line \`:::\``,
            {
              place: placeOf(node, file),
              hint: 'close it with as many colons as it was opened with; the outer of two has more colons',
            },
          ),
        ]
      : [];
  if (shape?.form !== formOf[node.type]) return [unknownFault(node, file), ...unclosed];
  const misplaced =
    shape.isPart === true && parent?.type !== 'root'
      ? [
          diagnose(
            'manuscript/directive-misplaced',
            `Unexpected \`${written(node)}\` inside something else, expected it between the parts of the text`,
            { place: placeOf(node, file), hint: 'close the box, list or quote before it' },
          ),
        ]
      : [];
  return [
    ...unclosed,
    ...misplaced,
    ...attributeFaults(node, shape, file),
    ...labelFaults(node, shape, file),
  ];
};

/** Gives the faults of all directives of a tree, in the order of the text. `lines` are the source's. */
export const judgeDirectives = (
  tree: Root,
  lines: readonly string[],
  file: string,
): readonly Diagnostic[] => {
  const faults: Diagnostic[] = [];
  walk(tree, (node, parent) => {
    if (isDirective(node)) faults.push(...directiveFaults(node, parent, lines, file));
  });
  return faults;
};

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
