/**
 * The blocks of a flow as makeup will see them: boxes that lines, rows and solids stand in. Built once when the galley is
 * laid out; keeps the elements, so that measuring and composing find them again.
 */
import type { PaginatorFinding } from '../protocol/paginator.ts';
import { lengthOf } from './computed-length.ts';
import type { PagedElements } from './generated-content.ts';

/** What CSS says about breaking at and in an element. */
export interface BreakStyle {
  readonly before: string;
  readonly after: string;
  readonly inside: string;
  readonly orphans: number;
  readonly widows: number;
  /** Padding and border at head and foot, repeated at a break where `box-decoration-break: clone`. */
  readonly head: number;
  readonly foot: number;
  readonly clone: boolean;
}

interface BlockBase {
  readonly element: HTMLElement;
  readonly style: BreakStyle;
}

/** A block that holds lines and nothing else. */
export interface LineBlock extends BlockBase {
  readonly kind: 'lines';
  readonly justify: boolean;
  /** White space is kept (`pre`, `pre-wrap`): its own newlines end lines too. */
  readonly pre: boolean;
  /** Line height in CSS px as computed; the lines' real heights are measured. */
  readonly lineHeight: number;
  readonly fontSize: number;
}

/** A box that holds other blocks: a list, a quotation, a section. */
export interface ContainerBlock extends BlockBase {
  readonly kind: 'container';
  readonly children: readonly Block[];
}

/** A table: caption and head stay with the first row; rows joined by a span are one. */
export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly caption: HTMLElement | undefined;
  readonly head: HTMLElement | undefined;
  readonly rows: readonly (readonly HTMLElement[])[];
}

/** Never cut: figures, pictures, boxes Chromium lays out in two directions. */
export interface SolidBlock extends BlockBase {
  readonly kind: 'solid';
}

/** An author's page break: no height of its own. */
export interface PageBreakBlock extends BlockBase {
  readonly kind: 'break';
  readonly to: 'page' | 'recto' | 'verso' | 'left' | 'right';
}

/** Any block of a flow. */
export type Block = LineBlock | ContainerBlock | TableBlock | SolidBlock | PageBreakBlock;

const breakStyle = (style: CSSStyleDeclaration): BreakStyle => ({
  before: style.breakBefore,
  after: style.breakAfter,
  inside: style.breakInside,
  orphans: Math.max(1, lengthOf(style.orphans)),
  widows: Math.max(1, lengthOf(style.widows)),
  head: lengthOf(style.paddingTop) + lengthOf(style.borderTopWidth),
  foot: lengthOf(style.paddingBottom) + lengthOf(style.borderBottomWidth),
  clone: style.getPropertyValue('box-decoration-break') === 'clone',
});

const isInline = (display: string): boolean =>
  display.startsWith('inline') || display === 'contents' || display.startsWith('ruby');

const isSpace = (node: Node): boolean =>
  node.nodeType === Node.COMMENT_NODE ||
  (node.nodeType === Node.TEXT_NODE && /^[\t\n\r\f ]*$/u.test(node.nodeValue ?? ''));

/** Groups rows that a row span joins. */
const joinRows = (rows: readonly HTMLTableRowElement[]): readonly (readonly HTMLElement[])[] => {
  const groups: HTMLElement[][] = [];
  let open = 0;
  for (const row of rows) {
    const span = Math.max(1, ...[...row.cells].map((cell) => cell.rowSpan));
    const group = groups.at(-1);
    if (open > 0 && group !== undefined) group.push(row);
    else groups.push([row]);
    open = Math.max(open, span) - 1;
  }
  return groups;
};

const tableBlock = (table: HTMLTableElement, style: BreakStyle): TableBlock => {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const foot = table.tFoot === null ? [] : [...table.tFoot.rows];
  return {
    kind: 'table',
    element: table,
    style,
    caption: table.caption ?? undefined,
    head: table.tHead ?? undefined,
    rows: joinRows([...rows, ...foot]),
  };
};

/** Where an element has lines beside blocks, its lines get a block of their own. */
const wrapLooseLines = (element: HTMLElement): void => {
  let run: Node[] = [];
  const close = (before: Node | null): void => {
    if (run.some((node) => !isSpace(node))) {
      const wrapper = document.createElement('div');
      wrapper.className = 'tf-lines';
      element.insertBefore(wrapper, before);
      wrapper.append(...run);
    }
    run = [];
  };
  for (const child of [...element.childNodes]) {
    if (child instanceof Element && !isInline(getComputedStyle(child).display)) close(child);
    else run.push(child);
  }
  close(null);
};

/** A drawing that stands as a block of its own gets a box that can be measured and moved as one. */
const wrapDrawings = (element: HTMLElement): void => {
  for (const drawing of element.querySelectorAll(':scope > svg')) {
    if (isInline(getComputedStyle(drawing).display)) continue;
    const wrapper = document.createElement('div');
    wrapper.className = 'tf-drawing';
    wrapper.style.display = 'flow-root';
    drawing.replaceWith(wrapper);
    wrapper.append(drawing);
  }
};

/** An element that holds only lines, as a block of lines. */
export const lineBlock = (
  element: HTMLElement,
  computed: CSSStyleDeclaration = getComputedStyle(element),
): LineBlock => ({
  kind: 'lines',
  element,
  style: breakStyle(computed),
  justify: computed.textAlign === 'justify',
  pre: computed.whiteSpaceCollapse !== 'collapse' && computed.whiteSpaceCollapse !== undefined,
  lineHeight: lengthOf(computed.lineHeight),
  fontSize: lengthOf(computed.fontSize),
});

/** Reads (and, for mixed content, completes) the blocks under an element. */
export const buildBlocks = (
  parent: HTMLElement,
  paged: PagedElements,
  findings: PaginatorFinding[],
): readonly Block[] => {
  const blocks: Block[] = [];
  for (const child of [...parent.children]) {
    if (!(child instanceof HTMLElement)) continue;
    const block = buildBlock(child, paged, findings);
    if (block !== undefined) blocks.push(block);
  }
  return blocks;
};

const buildBlock = (
  element: HTMLElement,
  paged: PagedElements,
  findings: PaginatorFinding[],
): Block | undefined => {
  const computed = getComputedStyle(element);
  const unsupported = (what: string): void => {
    findings.push({
      rule: 'paginator/unsupported-layout',
      place: element.dataset['place'] ?? '',
      detail: { what },
    });
  };
  if (computed.display === 'none') return undefined;
  if (computed.position === 'absolute' || computed.position === 'fixed') {
    if ((element.textContent ?? '').trim() !== '') unsupported(`position: ${computed.position}`);
    return undefined;
  }
  const style = breakStyle(computed);
  if (element.classList.contains('page-break')) {
    const to = element.dataset['to'];
    const known = to === 'recto' || to === 'verso' || to === 'left' || to === 'right' ? to : 'page';
    return { kind: 'break', element, style, to: known };
  }
  if (element instanceof HTMLTableElement && computed.display === 'table') return tableBlock(element, style);
  const cut = element.tagName === 'FIGURE' && element.querySelector(':scope > table') === null;
  const twoWay = /^(?:flex|grid|table|flow-root)/u.test(computed.display) || computed.float !== 'none';
  const columns = computed.columnCount !== 'auto';
  if (cut || twoWay || columns || element instanceof HTMLImageElement || element.tagName === 'HR') {
    if (columns) unsupported('columns');
    if (computed.float !== 'none') unsupported(`float: ${computed.float}`);
    return { kind: 'solid', element, style };
  }
  const kids = [...element.childNodes].filter((node) => !isSpace(node));
  const blockLevel = kids.filter(
    (node) => node instanceof Element && !isInline(getComputedStyle(node).display),
  ).length;
  if (blockLevel === 0) {
    if (kids.length === 0) return emptyBlock(element, style, paged);
    return lineBlock(element, computed);
  }
  wrapDrawings(element);
  if (blockLevel < kids.length) wrapLooseLines(element);
  return { kind: 'container', element, style, children: buildBlocks(element, paged, findings) };
};

/** An empty box counts only where it takes room or says something. */
const emptyBlock = (element: HTMLElement, style: BreakStyle, paged: PagedElements): Block | undefined =>
  element.getBoundingClientRect().height > 0 || paged.has(element)
    ? { kind: 'solid', element, style }
    : undefined;

/** All line blocks under blocks, in order. */
export const lineBlocksOf = (blocks: readonly Block[]): readonly LineBlock[] =>
  blocks.flatMap((block) =>
    block.kind === 'lines' ? [block] : block.kind === 'container' ? lineBlocksOf(block.children) : [],
  );
