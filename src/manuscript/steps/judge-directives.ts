/** Directives: every `:::name` is known, closed, rightly placed and rightly filled, or is reported. */
import type { Nodes, Parents, Root, Text } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { listNames, suggestion } from '../../diagnostics/nearest-name.ts';
import { boundedSuggestions } from '../bounded-suggestions.ts';
import type { ContainerDirective, LeafDirective, TextDirective } from '../syntax/nodes.ts';
import { placeOf, walk } from '../tree.ts';
import type { DirectiveShape } from './directive-names.ts';
import { directives, namesOf } from './directive-names.ts';
import { labelOf } from './directive-label.ts';

/** A directive of the tree. */
type Directive = ContainerDirective | LeafDirective | TextDirective;

const formOf = { containerDirective: 'container', leafDirective: 'leaf', textDirective: 'text' } as const;

const isDirective = (node: Nodes): node is Directive => node.type in formOf;

const hasLabel = (node: Directive): boolean =>
  node.type === 'containerDirective' ? labelOf(node) !== undefined : node.children.length > 0;

const written = (node: Directive): string => {
  const colons = { containerDirective: ':::', leafDirective: '::', textDirective: ':' }[node.type];
  return `${colons}${node.name}`;
};

/** A container ends with a line of colons, or it ran to the end of what it stands in. */
const isClosed = (node: ContainerDirective, lines: readonly string[]): boolean => {
  const end = node.position?.end.line ?? 0;
  const start = node.position?.start.line ?? 0;
  return end > start && /^[\s>*+\-\d.)]*:{3,}[ \t]*$/.test(lines[end - 1] ?? '');
};

const unknownFault = (node: Directive, file: string, suggest: typeof suggestion): Diagnostic => {
  const form = formOf[node.type];
  const shape = Object.hasOwn(directives, node.name) ? directives[node.name] : undefined;
  const colons = { container: ':::', leaf: '::', text: ':' };
  const hint =
    shape === undefined
      ? suggest(node.name, namesOf(form))
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
  suggest: typeof suggestion,
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
  if (shape?.form !== formOf[node.type]) return [unknownFault(node, file, suggest), ...unclosed];
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

const looseColons = /^:{3,}(?:[ \t]|$)/m;

/** A line of colons that became text closes nothing, or is an opening that the parser does not take for one. */
const looseColonFaults = (node: Text, file: string): readonly Diagnostic[] => {
  const found =
    node.value.startsWith(':::') || node.value.includes('\n:::') ? looseColons.exec(node.value) : null;
  if (found === null) return [];
  const start = placeOf(node, file);
  const line = node.value.slice(0, found.index).split('\n').length - 1;
  return [
    diagnose('manuscript/directive-unopened', 'Unexpected `:::`, expected a box before it', {
      place: { file, line: start.line + line, column: line === 0 ? start.column : 1 },
      hint: 'an opening is written `:::name[Title]` without a space; take a closing line too many out',
    }),
  ];
};

/** Gives the faults of all directives of a tree, in the order of the text. `lines` are the source's. */
export const judgeDirectives = (
  tree: Root,
  lines: readonly string[],
  file: string,
): readonly Diagnostic[] => {
  const faults: Diagnostic[] = [];
  const suggest = boundedSuggestions();
  walk(tree, (node, parent) => {
    if (isDirective(node)) faults.push(...directiveFaults(node, parent, lines, file, suggest));
    else if (node.type === 'text') faults.push(...looseColonFaults(node, file));
  });
  return faults;
};
