/**
 * The baseline grid: the lines of the text stand at whole multiples of their height on every page, so that those of facing pages and of
 * both sides of a leaf stand level. What is not such a line (heads, tables, figures, boxes of another size) gets the room that brings
 * the lines after it back.
 */
import { gridPitch, missingToGrid, type Break, type Item } from '../protocol/galley.ts';
import { lengthOf } from './computed-length.ts';
import type { Block } from './block-tree.ts';
import type { ItemElement, MeasuredFlow } from './measure-flow.ts';

/** Lengths below this are no difference. */
const tolerance = 0.02;

/**
 * Lines of the text itself. Those of lists and boxes, with distances of their own between them, are not pulled apart: what follows the
 * list falls back onto the grid.
 */
export const gridBlocks = (blocks: readonly Block[], pitch: number): ReadonlySet<Block> =>
  new Set(
    blocks.flatMap((block): readonly Block[] => {
      const { element, style } = block;
      if (block.kind === 'container') {
        const apart = style.head + style.foot > 0 || /^(?:UL|OL|DL|ASIDE|FIGURE)$/u.test(element.tagName);
        return apart ? [] : [...gridBlocks(block.children, pitch)];
      }
      const even = block.kind === 'lines' && Math.abs(gridPitch(block.lineHeight) - pitch) < tolerance;
      return even ? [block] : [];
    }),
  );

/** The blocks that hold no other blocks, in order. */
const leavesOf = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (block.kind === 'container' ? leavesOf(block.children) : [block]));

const previousBox = (element: Element): Element | null => {
  let before = element.previousElementSibling;
  while (before !== null && before.getBoundingClientRect().height === 0)
    before = before.previousElementSibling;
  return before;
};

/** Room to be given above a block: the element whose margin grows, and what the margin becomes. */
export interface Move {
  readonly element: HTMLElement;
  readonly margin: number;
}

/** The outermost element that begins with a block and whose margin is not held off by a border or padding around it. */
const outermost = (element: HTMLElement, main: HTMLElement): HTMLElement => {
  let outer = element;
  for (let parent = outer.parentElement; parent !== null && parent !== main; parent = outer.parentElement) {
    const style = getComputedStyle(parent);
    if (previousBox(outer) !== null || lengthOf(style.paddingTop) + lengthOf(style.borderTopWidth) > 0) break;
    outer = parent;
  }
  return outer;
};

/** Gives the block of an item that stands inside a page room above it. Reads only: the move is to be written. */
export const padAbove = (item: ItemElement, main: HTMLElement, pad: number): Move =>
  moveDown(item.block, main, pad);

/** Writes a move. */
export const writeMove = ({ element, margin }: Move): void => {
  element.style.marginTop = `${margin}px`;
};

/** Margins between neighbours collapse: the new one is the whole distance, as it is now and what is added. */
const moveDown = (block: Block, main: HTMLElement, extra: number): Move => {
  const element = outermost(block.element, main);
  const before = previousBox(element);
  const distance =
    before === null
      ? lengthOf(getComputedStyle(element).marginTop)
      : element.getBoundingClientRect().top - before.getBoundingClientRect().bottom;
  return { element, margin: distance + extra };
};

const isHead = (block: Block): boolean =>
  block.kind === 'lines' && (/^H[1-6]$/u.test(block.element.tagName) || block.style.after === 'avoid');

/** How much room goes above the first of the blocks that are off the grid, and above the line after them. */
const shareOut = (between: readonly Block[], opens: boolean, extra: number): readonly [number, number] => {
  const [first] = between;
  // At a page's head margins vanish: the run's first block has no room above it.
  if (first === undefined || opens) return [0, extra];
  return isHead(first) ? [extra, 0] : [extra / 2, extra / 2];
};

const planMoves = (
  main: HTMLElement,
  blocks: readonly Block[],
  onGrid: ReadonlySet<Block>,
  pitch: number,
): readonly Move[] => {
  const leaves = leavesOf(blocks).filter((block) => block.kind !== 'break');
  const first = blocks.find((block) => leavesOf([block]).some((leaf) => leaf.kind !== 'break'));
  const origin = first?.element.getBoundingClientRect().top ?? 0;
  const moves: Move[] = [];
  let shift = 0;
  let opens = true;
  let between: Block[] = [];
  for (const block of leaves) {
    if (!onGrid.has(block)) {
      between.push(block);
      continue;
    }
    const top = block.element.getBoundingClientRect().top + block.style.head;
    const extra = missingToGrid(top - origin + shift, pitch);
    if (extra > 0) {
      const [above, below] = shareOut(between, opens, extra);
      const [opening] = between;
      if (above > 0 && opening !== undefined) moves.push(moveDown(opening, main, above));
      if (below > 0) moves.push(moveDown(block, main, below));
      shift += extra;
    }
    between = [];
    opens = false;
  }
  return moves;
};

/** Moves the blocks of a run down so that its lines stand on the grid: reads all, then writes all. Its lines are fixed. */
export const alignToGrid = (
  main: HTMLElement,
  blocks: readonly Block[],
  onGrid: ReadonlySet<Block>,
  pitch: number,
): void => {
  for (const move of planMoves(main, blocks, onGrid, pitch)) writeMove(move);
};

/** Room can be given above a block only: not inside a paragraph, not above a row. */
const mayPad = (element: ItemElement | undefined): boolean =>
  element !== undefined && element.line === 0 && element.start.tagName !== 'TR';

/**
 * A measured flow on the grid: its lines say where they stand, and breaks before blocks have the room that brings the first line
 * after them onto the grid when a page begins there.
 */
export const withGrid = (flow: MeasuredFlow, onGrid: ReadonlySet<Block>, pitch: number): MeasuredFlow => {
  const items: Item[] = flow.items.map((item, index) => {
    const where = flow.elements[index];
    if (where === undefined || !onGrid.has(where.block)) return item;
    const top =
      where.line === 0 ? where.block.element.getBoundingClientRect().top + where.block.style.head : item.top;
    return { ...item, grid: top };
  });
  const breaks: Break[] = [...flow.breaks];
  let top: number | undefined;
  let next: number | undefined;
  for (let index = items.length - 1; index > 0; index -= 1) {
    const [item, at] = [items[index], breaks[index]];
    if (item === undefined || at === undefined) continue;
    if (item.grid !== undefined) {
      top = item.grid;
      next = flow.elements[index]?.line === 0 ? index : undefined;
    }
    if (next === undefined || top === undefined) continue;
    const pad = missingToGrid(top - item.top + at.after, pitch);
    if (pad === 0) continue;
    const padAt = mayPad(flow.elements[index]) ? {} : { padAt: next };
    breaks[index] = { ...at, after: at.after + pad, pad, ...padAt };
  }
  return { items, breaks, elements: flow.elements };
};
