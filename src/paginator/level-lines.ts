/**
 * Lines of unlike height within a paragraph on the baseline grid. A word in another font makes its line a little higher though its letters
 * would have room: its leading is taken away. What does need room (a drawing among the words) gets as much as brings the lines after it back
 * onto the grid: a strut, which has no width.
 */
import { gridPitch, missingToGrid } from '../protocol/galley.ts';
import type { LineBlock } from './block-tree.ts';
import { lengthOf } from './computed-length.ts';
import type { PagedElements } from './generated-content.ts';
import { readBlockLines } from './line-marks.ts';

/** Letters up to this part larger than those around them keep within the lines' own leading. */
const fitsLeading = 1.2;

const strutClass = 'tf-strut';

const pitchOf = (block: LineBlock): number => gridPitch(block.lineHeight);

const isUneven = (block: LineBlock): boolean => {
  const { head, foot } = block.style;
  return missingToGrid(block.element.getBoundingClientRect().height - head - foot, pitchOf(block)) > 0;
};

/** Elements of the lines whose letters need no leading of their own: those around them have it. */
const withinLeading = (block: LineBlock): readonly HTMLElement[] => {
  const size = lengthOf(getComputedStyle(block.element).fontSize);
  const isText = (element: Element): boolean => getComputedStyle(element).display === 'inline';
  return [...block.element.querySelectorAll('*')].filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement &&
      isText(element) &&
      !(element instanceof HTMLImageElement) &&
      lengthOf(getComputedStyle(element).fontSize) <= size * fitsLeading &&
      // What is inside a box of its own would lose its leading too.
      [...element.querySelectorAll('*')].every((inner) => isText(inner)),
  );
};

/** What is put into a line to measure it. */
interface LineProbe {
  readonly block: LineBlock;
  /** The first element that begins on the line. */
  readonly anchor: Element;
  /** As high as an ordinary line of the block, on the line's baseline. */
  readonly ordinary: HTMLElement;
  readonly baseline: HTMLElement;
  readonly top: HTMLElement;
  readonly bottom: HTMLElement;
}

const box = (align: string): HTMLElement => {
  const element = document.createElement('span');
  element.style.cssText = `display: inline-block; width: 0; height: 0; vertical-align: ${align}`;
  return element;
};

const probeLine = (block: LineBlock, anchor: Element): LineProbe => {
  const style = getComputedStyle(block.element);
  const [baseline, top, bottom] = [box('baseline'), box('top'), box('bottom')];
  const ordinary = box('baseline');
  ordinary.style.height = 'auto';
  ordinary.style.font = style.font;
  ordinary.style.lineHeight = style.lineHeight;
  ordinary.append(baseline);
  return { block, anchor, ordinary, baseline, top, bottom };
};

/** Probes for the lines in which something begins: those alone can be uneven for it. */
const probesFor = (block: LineBlock, paged: PagedElements): readonly LineProbe[] => {
  const seen = new Set<number>();
  return readBlockLines(block, paged).elements.flatMap(({ element, line }) => {
    if (seen.has(line)) return [];
    seen.add(line);
    return [probeLine(block, element)];
  });
};

/** How far the line reaches above and below its baseline, and an ordinary one, px. */
const readProbe = ({ ordinary, baseline, top, bottom }: LineProbe) => {
  const on = baseline.getBoundingClientRect().bottom;
  const usual = ordinary.getBoundingClientRect();
  return {
    above: on - top.getBoundingClientRect().top,
    below: bottom.getBoundingClientRect().bottom - on,
    usualAbove: on - usual.top,
    usualBelow: usual.bottom - on,
  };
};

/** The strut of a line, or undefined where it is as it should be. */
const strutOf = (probe: LineProbe): HTMLElement | undefined => {
  const pitch = pitchOf(probe.block);
  const { above, below, usualAbove, usualBelow } = readProbe(probe);
  const [up, down] = [missingToGrid(above - usualAbove, pitch), missingToGrid(below - usualBelow, pitch)];
  if (up === 0 && down === 0) return undefined;
  const strut = box(`${-(below + down)}px`);
  strut.className = strutClass;
  strut.style.height = `${above + up + below + down}px`;
  return strut;
};

/** The struts of a block. */
export const strutsOf = (block: HTMLElement): readonly Element[] => [
  ...block.getElementsByClassName(strutClass),
];

/** Takes the struts of a block out: its lines are to be fixed anew. */
export const takeBackStruts = (block: HTMLElement): void => {
  for (const strut of strutsOf(block)) strut.remove();
};

/** Makes the lines of blocks that stand on the grid whole multiples of its pitch. Their lines are fixed. */
export const levelLines = (blocks: readonly LineBlock[], paged: PagedElements): void => {
  const uneven = blocks.filter((block) => isUneven(block));
  if (uneven.length === 0) return;
  for (const element of uneven.flatMap((block) => withinLeading(block))) element.style.lineHeight = '0';
  const probes = uneven.filter((block) => isUneven(block)).flatMap((block) => probesFor(block, paged));
  for (const { anchor, ordinary, top, bottom } of probes) anchor.before(ordinary, top, bottom);
  const struts = probes.map((probe) => strutOf(probe));
  for (const [index, { anchor, ordinary, top, bottom }] of probes.entries()) {
    for (const element of [ordinary, top, bottom]) element.remove();
    const strut = struts[index];
    if (strut !== undefined) anchor.before(strut);
  }
};
