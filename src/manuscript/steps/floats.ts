/** Figures, tables and charts: each becomes one node with its caption first. Numbers come later (`number-floats.ts`). */
import type { BlockContent, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { readChartData } from '../charts/chart-data.ts';
import { drawChart } from '../charts/draw-chart.ts';
import { publicationPath } from '../pictures/publication-path.ts';
import type { Caption, ContainerDirective, Float, LeafDirective } from '../syntax/nodes.ts';
import { placeOf, plainText, replaceNodes, walk } from '../tree.ts';
import { contentOf, labelOf } from './directive-label.ts';
import type { Surroundings } from './surroundings.ts';
import { projectPath } from './surroundings.ts';

/** Most bytes of a chart's data. */
const largestData = 1024 * 1024;

const positionOf = (node: Nodes): { readonly position?: NonNullable<Nodes['position']> } =>
  node.position === undefined ? {} : { position: node.position };

const captionOf = (children: readonly PhrasingContent[], at: Nodes): readonly Caption[] =>
  children.length === 0 ? [] : [{ type: 'caption', children: [...children], ...positionOf(at) }];

const holds = (node: Nodes, type: Nodes['type']): boolean => {
  let found = false;
  walk(node, (current) => {
    if (current.type === type) found = true;
    return !found;
  });
  return found;
};

const idOf = (node: ContainerDirective | LeafDirective): { readonly id?: string } => {
  const id = node.attributes?.['id'];
  return typeof id === 'string' ? { id } : {};
};

const lonePicture = (node: Paragraph): Float | undefined => {
  const [image, ...others] = node.children;
  if (image?.type !== 'image' || others.length > 0) return undefined;
  const title = image.title?.trim() ?? '';
  const caption = captionOf(title === '' ? [] : [{ type: 'text', value: title }], image);
  return { type: 'float', kind: 'figure', children: [...caption, node], ...positionOf(node) };
};

/** A picture alone in a paragraph has become a figure already when the figure around it is made. */
const withoutInnerFigures = (children: readonly RootContent[]): readonly RootContent[] =>
  children.flatMap((child) => (child.type === 'float' && child.kind === 'figure' ? child.children : [child]));

const captioned = (node: ContainerDirective, kind: Float['kind']): Float => {
  const content = kind === 'figure' ? withoutInnerFigures(contentOf(node)) : contentOf(node);
  const label = labelOf(node);
  const given = content.find((child): child is Caption => child.type === 'caption');
  const caption =
    label === undefined ? (given === undefined ? [] : [given]) : captionOf(label.children, label);
  const rest = content.filter((child): child is BlockContent => child.type !== 'caption');
  return { type: 'float', kind, ...idOf(node), children: [...caption, ...rest], ...positionOf(node) };
};

const contentFault = (node: ContainerDirective, file: string): readonly Diagnostic[] => {
  const [type, words] =
    node.name === 'figure' ? (['image', 'a picture'] as const) : (['table', 'a table'] as const);
  const count = contentOf(node).filter((child) => holds(child, type)).length;
  if (count > 0 && (node.name === 'figure' || count === 1)) return [];
  return [
    diagnose(
      'manuscript/directive-content',
      `Unexpected \`:::${node.name}\` with ${count === 0 ? 'none' : count} inside, expected ${words}`,
      {
        place: placeOf(node, file),
        hint:
          node.name === 'figure'
            ? 'write `![what it shows](figures/file.svg)` inside; a table goes into `:::table`'
            : 'write one table inside, with an empty line before it; each table has its own `:::table`',
      },
    ),
  ];
};

const chart = (
  node: LeafDirective,
  file: string,
  { language, files, folder }: Surroundings,
  report: (faults: readonly Diagnostic[]) => void,
): readonly RootContent[] => {
  const place = placeOf(node, file);
  const asText: readonly RootContent[] = [
    { type: 'paragraph', children: node.children, ...positionOf(node) },
  ];
  const url = node.attributes?.['data'] ?? '';
  if (url === '') {
    report([
      diagnose('manuscript/directive-content', 'Unexpected `::chart` without data, expected `data="…"`', {
        place,
        hint: 'write `::chart[Caption]{data="figures/file.yaml"}`',
      }),
    ]);
    return asText;
  }
  const found = publicationPath(url, place, files);
  if (found.kind === 'fault') {
    report([found.fault]);
    return asText;
  }
  const path = projectPath(folder, found.path);
  if (found.file.size > largestData) {
    report([
      diagnose(
        'manuscript/chart-data',
        `Unexpected file of ${found.file.size} bytes, expected at most ${largestData}`,
        {
          place,
          hint: 'a chart of so many numbers cannot be read: use a table or a picture',
        },
      ),
    ]);
    return asText;
  }
  const text = new TextDecoder().decode(files.read(found.file, largestData));
  const read = readChartData(text, path, language.tag, place);
  report(read.diagnostics);
  if (read.value === undefined) return asText;
  const drawn = drawChart(read.value, plainText(node.children), language.number);
  return [
    {
      type: 'float',
      kind: 'chart',
      ...idOf(node),
      drawn: [...drawn],
      figures: read.value.rows.map(({ value }) => [value]),
      children: [...captionOf(node.children, node)],
      ...positionOf(node),
    },
  ];
};

/** Changes the tree; gives what is wrong with figures, tables and charts. */
export const makeFloats = (tree: Root, file: string, surroundings: Surroundings): readonly Diagnostic[] => {
  const faults: Diagnostic[] = [];
  replaceNodes(tree, (node) => {
    if (node.type === 'paragraph') {
      const figure = lonePicture(node);
      return figure === undefined ? undefined : [figure];
    }
    if (node.type === 'leafDirective' && node.name === 'chart') {
      return chart(node, file, surroundings, (found) => void faults.push(...found));
    }
    if (node.type !== 'containerDirective' || (node.name !== 'figure' && node.name !== 'table'))
      return undefined;
    faults.push(...contentFault(node, file));
    return [captioned(node, node.name)];
  });
  return faults;
};
