/** Where the lines of a fixed block begin and end on the page: even lines by counting, uneven ones by what stands at their ends. */
import { gridPitch } from '../protocol/galley.ts';
import type { LineBlock } from './block-tree.ts';
import { strutsOf } from './level-lines.ts';
import type { BlockLines } from './line-marks.ts';

/** The whole multiple of the pitch next to a height within a block whose lines are level. */
const levelEdge = (height: number, block: LineBlock): number => {
  const pitch = gridPitch(block.lineHeight);
  return Math.round(height / pitch) * pitch;
};

/** One range for all lines: every living range is brought up to date on each later change of the text. */
const probe = document.createRange();

const caretBox = (node: Text, offset: number): DOMRect => {
  probe.setStart(node, Math.max(0, offset));
  probe.setEnd(node, Math.min(node.length, Math.max(0, offset) + 1));
  return probe.getBoundingClientRect();
};

/** The top of each line of a block in the viewport, and last the bottom of the last, px. Reads only. */
export const lineEdges = (block: LineBlock, lines: BlockLines, rect: DOMRect): readonly number[] => {
  const count = lines.starts.length + 1;
  const top = rect.top + block.style.head;
  const bottom = rect.bottom - block.style.foot;
  const even = (bottom - top) / count;
  // Chromium lays lines out in 64ths of a pixel; one raised letter makes a line higher by a pixel or more.
  if (count === 1 || Math.abs(even - block.lineHeight) * count < 0.5 + count / 64) {
    return Array.from({ length: count + 1 }, (_, line) => top + line * even);
  }
  // Uneven lines: what ends a line tells where its letters stand; half the leading lies above and below them.
  const edges = [top];
  const struts = strutsOf(block.element).map((strut) => strut.getBoundingClientRect());
  for (const start of lines.starts) {
    const box =
      start.kind === 'mark' ? start.mark.getBoundingClientRect() : caretBox(start.node, start.offset - 1);
    const half = Math.max(0, (block.lineHeight - box.height) / 2);
    // A strut is as high as its line.
    const middle = (box.top + box.bottom) / 2;
    const strut = struts.find((each) => each.top < middle && middle < each.bottom);
    const edge = strut?.bottom ?? box.bottom + half;
    const level = strut === undefined && struts.length > 0 ? levelEdge(edge - top, block) + top : edge;
    edges.push(Math.min(bottom, Math.max((edges.at(-1) ?? top) + 1, level)));
  }
  edges.push(bottom);
  return edges;
};
