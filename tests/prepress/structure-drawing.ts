/** Draws the structure of a finished file: a line for each element, indented, with its text and the pages it stands on. */
import { pagesOf } from '../../src/prepress/page-tree.ts';
import { documentOf, objectsOf } from '../../src/prepress/pdf-document.ts';
import { isPdfFile, openPdf } from '../../src/prepress/pdf-file.ts';
import { asDictionary } from '../../src/prepress/pdf-values.ts';
import { fontReader, type ProofFont } from '../../src/prepress/proof-fonts.ts';
import { contentSources } from '../../src/prepress/structure/content-source.ts';
import { contentText } from '../../src/prepress/structure/content-text.ts';
import { readMarks } from '../../src/prepress/structure/read-marks.ts';
import { readStructure } from '../../src/prepress/structure/read-structure.ts';
import type { MarkedContent, StructureElement } from '../../src/prepress/structure/structure-element.ts';
import { contentOf } from '../../src/prepress/structure/structure-element.ts';

/** A structure with what its content says. */
export interface ReadBack {
  readonly root: StructureElement;
  readonly textOf: (element: StructureElement) => string;
  /** Indices of the pages that an element has content on. */
  readonly pagesOf: (element: StructureElement) => readonly number[];
}

/** Reads the structure of a finished file back. */
export const readBack = (bytes: Uint8Array): ReadBack => {
  const file = openPdf(bytes);
  if (!isPdfFile(file)) throw new Error(`expected ${file.expected} at ${file.at}`);
  const document = documentOf(file);
  const objects = objectsOf(document);
  const pages = pagesOf(objects);
  const fontOf = fontReader(objects);
  const texts = new Map<string, string>();
  for (const { number, bytes: content, resources } of contentSources(document, pages)) {
    const fonts = asDictionary(objects.resolve(resources?.entries.get('Font')));
    const named = (name: string): ProofFont => fontOf(fonts?.entries.get(name));
    for (const { mcid, open, close, first } of readMarks(content).marks)
      texts.set(
        `${number} ${mcid}`,
        contentText(content.subarray(open.end, close.start), named, first?.font),
      );
  }
  const said = ({ source, mcid }: MarkedContent): string => texts.get(`${source} ${mcid}`) ?? '';
  const numbers = pages.map(({ number }) => number);
  return {
    root: readStructure(objects).root,
    textOf: (element) =>
      contentOf(element)
        .map((content) => said(content))
        .join(''),
    pagesOf: (element) => [...new Set(contentOf(element).map(({ source }) => numbers.indexOf(source)))],
  };
};

/** Every element of a structure, in order. */
export const elementsOf = (element: StructureElement): readonly StructureElement[] => [
  element,
  ...element.children.flatMap((child) => (child.kind === 'element' ? elementsOf(child) : [])),
];

/** Roles of elements, indented; `words` adds what those without elements inside say. */
export const drawStructure = ({ root, textOf }: ReadBack): string => {
  const lines: string[] = [];
  const draw = (element: StructureElement, depth: number): void => {
    const inner = element.children.filter((child) => child.kind === 'element');
    const text = inner.length === 0 ? ` ${textOf(element)}` : '';
    lines.push(`${'  '.repeat(depth)}${element.role}${text}`.trimEnd());
    for (const child of inner) draw(child, depth + 1);
  };
  draw(root, 0);
  return lines.join('\n');
};
