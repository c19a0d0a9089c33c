/**
 * Mends the structure that Chromium writes, so that it is what PDF/UA-1 (ISO 14289-1 §7) asks for: elements without a role go or get one, lists
 * and tables have the parts they must have, a figure is one figure. Pure.
 */
import { structureMarks } from '../../protocol/structure-marks.ts';
import { pdfName } from '../pdf-values.ts';
import { asName } from '../pdf-values.ts';
import type { Attributes, StructureChild, StructureElement } from './structure-element.ts';
import { elementOf, holdsElements, isElement, isInline, takesText } from './structure-element.ts';

const roleNames: Readonly<Record<string, string>> = { Aside: 'Sect' };

const has = (element: StructureElement, mark: StructureElement['marks'][number]): boolean =>
  element.marks.includes(mark);

/** Puts what stands within a line into paragraphs, where an element may not hold it itself. */
const withParagraphs = (children: readonly StructureChild[], role: string): readonly StructureChild[] => {
  if (!children.some((child) => isInline(child))) return children;
  const grouped: StructureChild[] = [];
  let run: StructureChild[] = [];
  const close = (): void => {
    if (run.length > 0) grouped.push(elementOf(role, run));
    run = [];
  };
  for (const child of children) {
    if (isInline(child)) {
      run.push(child);
      continue;
    }
    close();
    grouped.push(child);
  }
  close();
  return grouped;
};

const bullets: Readonly<Record<string, string>> = { Disc: '•', Circle: '◦', Square: '▪' };

/** An item: its label, and all else in its body (ISO 32000-1 §14.8.4.3.3). */
const mendItem = (item: StructureElement): StructureElement => {
  const labels = item.children.filter((child) => isElement(child, 'Lbl'));
  const rest = item.children.filter((child) => !isElement(child, 'Lbl') && !isElement(child, 'LBody'));
  const bodies = item.children.filter((child) => isElement(child, 'LBody'));
  const body = rest.length === 0 ? [] : [elementOf('LBody', rest)];
  return { ...item, role: 'LI', children: [...labels.slice(0, 1), ...body, ...bodies] };
};

const mendList = (list: StructureElement): StructureElement => {
  const numbering = asName(list.attributes.get('List')?.get('ListNumbering'));
  const bullet = numbering === undefined ? undefined : bullets[numbering];
  const children = withParagraphs(list.children, 'LI').map((child): StructureChild => {
    if (!isElement(child)) return child;
    const item = mendItem(child.role === 'LI' || child.role === 'Caption' ? child : elementOf('LI', [child]));
    const named = item.children.map((inner) =>
      isElement(inner, 'Lbl') && bullet !== undefined ? { ...inner, actualText: bullet } : inner,
    );
    return { ...item, children: named };
  });
  return { ...list, role: 'L', children };
};

/** A list of definitions: what is defined is the label, the definition the body. */
const mendDefinitions = (list: StructureElement): StructureElement => {
  const items: StructureElement[] = [];
  let labels: StructureChild[] = [];
  let body: StructureChild[] = [];
  const close = (): void => {
    if (labels.length + body.length > 0) {
      const parts = [
        ...(labels.length === 0 ? [] : [elementOf('Lbl', labels)]),
        ...(body.length === 0 ? [] : [elementOf('LBody', body)]),
      ];
      items.push(elementOf('LI', parts));
    }
    [labels, body] = [[], []];
  };
  for (const child of list.children) {
    if (isElement(child) && has(child, structureMarks.term)) {
      if (body.length > 0) close();
      labels.push(...child.children);
    } else if (isElement(child) && has(child, structureMarks.definition)) {
      body.push(...withParagraphs(child.children, 'P'));
    } else {
      body.push(child);
    }
  }
  close();
  const List = new Map([['ListNumbering', pdfName('None')]]);
  return { ...list, role: 'L', children: items, attributes: new Map([['List', List]]) };
};

/** A table of contents: every item is a reference (§14.8.4.2). */
const mendContents = (list: StructureElement): StructureElement => ({
  ...list,
  role: 'TOC',
  children: list.children.map((child) =>
    isElement(child)
      ? {
          ...child,
          role: child.role === 'L' || child.role === 'TOC' ? 'TOC' : 'TOCI',
          children: child.children.flatMap((inner) =>
            isElement(inner, 'LBody')
              ? inner.children.map((link) =>
                  isElement(link, 'Link') ? elementOf('Reference', [link]) : link,
                )
              : isElement(inner, 'Link')
                ? [elementOf('Reference', [inner])]
                : [inner],
          ),
        }
      : child,
  ),
  attributes: new Map(),
});

/** A figure of pictures is those pictures, the first with the caption; one of a table is the table. */
const mendFigure = (figure: StructureElement): readonly StructureChild[] => {
  const captions = figure.children.filter((child) => isElement(child, 'Caption'));
  const rest = figure.children.filter((child) => child.kind !== 'element' || child.role !== 'Caption');
  const elements = rest.filter((child): child is StructureElement => child.kind === 'element');
  const holder =
    elements.find(({ role }) => role === 'Figure') ?? elements.find(({ role }) => role === 'Table');
  if (holder === undefined) return [figure];
  return rest.map((child) => {
    if (child !== holder || captions.length === 0) return child;
    const isFigure = holder.role === 'Figure';
    return {
      ...holder,
      children: isFigure ? [...holder.children, ...captions] : [...captions, ...holder.children],
    };
  });
};

const scopes: Readonly<Record<'first' | 'other', string>> = { first: 'Column', other: 'Row' };

/** Spans of one cell say nothing; a head cell says what it is the head of (§14.8.5.7). */
const cellAttributes = (cell: StructureElement, row: 'first' | 'other'): Attributes => {
  const own = new Map(cell.attributes.get('Table'));
  for (const span of ['RowSpan', 'ColSpan']) if (own.get(span) === 1) own.delete(span);
  if (cell.role === 'TH' && !own.has('Scope')) own.set('Scope', pdfName(scopes[row]));
  return own.size === 0 ? new Map() : new Map([['Table', own]]);
};

const mendTable = (table: StructureElement): StructureElement => {
  const opening = table.children.find((child) => isElement(child, 'TR'));
  return {
    ...table,
    children: table.children.map((child): StructureChild => {
      if (!isElement(child, 'TR')) return child;
      const row = child === opening ? 'first' : 'other';
      const cells = child.children.map((cell) =>
        isElement(cell) ? { ...cell, attributes: cellAttributes(cell, row) } : cell,
      );
      return { ...child, children: cells };
    }),
  };
};

/** An element that Chromium gave no role: it goes, or becomes a paragraph, a span, a division. */
const mendAnonymous = (
  element: StructureElement,
  children: readonly StructureChild[],
  inText: boolean,
  language: string | undefined,
): readonly StructureChild[] => {
  if (has(element, structureMarks.term) || has(element, structureMarks.definition))
    return [{ ...element, children }];
  const inline = children.every((child) => isInline(child) || isElement(child, 'Figure'));
  const words = inline && children.some((child) => isInline(child));
  if (language !== undefined) {
    const role = words ? (inText ? 'Span' : 'P') : 'Div';
    const held = role === 'Div' ? withParagraphs(children, 'P') : children;
    return [{ ...elementOf(role, held), language }];
  }
  return words && !inText ? [elementOf('P', children)] : children;
};

const mendElement = (
  element: StructureElement,
  inText: boolean,
  inherited: string | undefined,
): readonly StructureChild[] => {
  const role = roleNames[element.role] ?? element.role;
  const isAnonymous = role === 'NonStruct' || role === 'Div';
  const isDefinitions = has(element, structureMarks.definitions);
  const isPart = has(element, structureMarks.term) || has(element, structureMarks.definition);
  const language = element.language === inherited ? undefined : element.language;
  const holdsText = isAnonymous ? (inText || isPart) && !isDefinitions : takesText(role) || role === 'LI';
  const children = holdsElements(element)
    ? element.children.flatMap((child) =>
        isElement(child) ? mendElement(child, holdsText, element.language ?? inherited) : child,
      )
    : element.children;
  if (children.length === 0 && role !== 'TD' && role !== 'TH') return [];
  const mended: StructureElement = { ...element, role, language, children };
  if (isDefinitions) return [mendDefinitions(mended)];
  if (isAnonymous) return mendAnonymous(element, children, inText, language);
  switch (role) {
    case 'L':
      return [has(element, structureMarks.contents) ? mendContents(mended) : mendList(mended)];
    case 'Figure':
      return mendFigure(mended);
    case 'Table':
      return [mendTable(mended)];
    default:
      return [
        takesText(role) || role === 'TR' || role === 'LI'
          ? mended
          : { ...mended, children: withParagraphs(children, 'P') },
      ];
  }
};

/**
 * Mends a whole structure, or a note of it. Languages are left only where they differ from the language around them, which is `inherited` around
 * the root.
 */
export const mendStructure = (root: StructureElement, inherited?: string): StructureElement => {
  const [mended] = mendElement(root, false, inherited);
  return isElement(mended) ? mended : { ...root, children: [] };
};
