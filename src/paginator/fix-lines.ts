/**
 * Fixing lines: the ends a chooser gives are written into the text, so that nothing later can break it otherwise. First all
 * blocks are read, then all are written: Chromium lays out once.
 *
 * A fixed line ends in `<br class="tf-br">` inside the untouched inline markup; a used soft hyphen becomes `-` (U+002D, which
 * readers of PDF rejoin), unused ones go. A filler takes up the rest of a justified block's last line.
 */
import type { LineBlock } from './block-tree.ts';
import type { ChosenLines, LineChooser } from './chromium-breaks.ts';

/** What the writing of one block needs, read before anything is written. */
interface PlannedBlock {
  readonly block: LineBlock;
  readonly chosen: ChosenLines;
  readonly contentRight: number;
  readonly overflow: number;
  readonly leaders: readonly PlannedLeader[];
}

interface PlannedLeader {
  readonly element: HTMLElement;
  readonly pattern: string;
  /** How often the pattern fits. */
  readonly count: number;
  readonly width: number;
}

/** A block that holds text wider than its measure, by how many px. */
export interface Overfull {
  readonly block: LineBlock;
  readonly by: number;
}

const SOFT_HYPHENS = /\u00AD/gu;

const patternWidth = (leader: HTMLElement): number => {
  const rect = leader.getBoundingClientRect();
  return rect.width / 10;
};

/** A leader shows its pattern ten times while the galley is read, so that its width is known. */
const showLeaders = (blocks: readonly LineBlock[]): void => {
  for (const block of blocks) {
    for (const leader of block.element.querySelectorAll<HTMLElement>('.tf-leader')) {
      leader.textContent = (leader.dataset['pattern'] ?? '.').repeat(10);
      leader.style.whiteSpace = 'pre';
      leader.style.display = 'inline-block';
    }
  }
};

const planLeaders = (
  block: LineBlock,
  contentRight: number,
  lastRight: number,
): readonly PlannedLeader[] => {
  const leaders = [...block.element.querySelectorAll<HTMLElement>('.tf-leader')];
  if (leaders.length === 0) return [];
  const spare = Math.max(0, contentRight - lastRight - 0.1) / leaders.length;
  return leaders.map((element) => {
    const unit = patternWidth(element);
    const width = element.getBoundingClientRect().width + spare;
    return {
      element,
      pattern: element.dataset['pattern'] ?? '.',
      count: unit > 0 ? Math.floor(width / unit) : 0,
      width,
    };
  });
};

const read = (block: LineBlock, choose: LineChooser): PlannedBlock => {
  const { element } = block;
  const rect = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const contentRight =
    rect.right - Number.parseFloat(style.paddingRight) - Number.parseFloat(style.borderRightWidth);
  const chosen = choose(element);
  return {
    block,
    chosen,
    contentRight,
    overflow: element.scrollWidth - element.clientWidth,
    leaders: planLeaders(block, contentRight, chosen.lastRight),
  };
};

const lineBreak = (hyphen: boolean): HTMLBRElement => {
  const mark = document.createElement('br');
  mark.className = hyphen ? 'tf-br tf-hyphen' : 'tf-br';
  return mark;
};

/** Takes up the rest of a line that is not to be justified. A hair less, so that rounding cannot overfill it. */
const filler = (rest: number): HTMLSpanElement => {
  const element = document.createElement('span');
  element.className = 'tf-filler';
  element.style.width = `${Math.max(0, rest - 0.05)}px`;
  return element;
};

/** Puts the `-` of a line that ends in a soft hyphen at the end of an element before. */
const hyphenate = (text: Text): void => {
  text.data = text.data.endsWith('\u00AD') ? `${text.data.slice(0, -1)}-` : `${text.data}-`;
};

const previousText = (root: Element, node: Text): Text | undefined => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = node;
  const found = walker.previousNode();
  return found instanceof Text ? found : undefined;
};

const write = ({ block, chosen, contentRight, leaders }: PlannedBlock): void => {
  const { element } = block;
  for (const end of chosen.ends.toReversed()) {
    if (end.own) continue;
    const mark = lineBreak(end.hyphen);
    if (end.offset === 0) {
      end.node.parentNode?.insertBefore(mark, end.node);
      const before = previousText(element, end.node);
      if (end.hyphen && before !== undefined) hyphenate(before);
    } else {
      const rest = end.node.splitText(end.offset);
      rest.parentNode?.insertBefore(mark, rest);
      if (end.hyphen) hyphenate(end.node);
    }
  }
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && node.data.includes('\u00AD')) node.data = node.data.replace(SOFT_HYPHENS, '');
  }
  for (const leader of leaders) {
    leader.element.textContent = leader.pattern.repeat(leader.count);
    leader.element.style.width = `${leader.width}px`;
    leader.element.style.textAlign = 'right';
  }
  element.style.textWrap = 'nowrap';
  if (!block.justify || (chosen.ends.length === 0 && chosen.owned.length === 0)) return;
  element.style.textAlignLast = 'justify';
  for (const own of chosen.owned) own.mark.before(filler(contentRight - own.right));
  if (element.lastChild !== chosen.owned.at(-1)?.mark) element.append(filler(contentRight - chosen.lastRight));
};

/** Fixes the lines of blocks: reads all, then writes all. */
export const fixLines = (blocks: readonly LineBlock[], choose: LineChooser): readonly Overfull[] => {
  showLeaders(blocks);
  const planned = blocks.map((block) => read(block, choose));
  for (const plan of planned) write(plan);
  return planned
    .filter((plan) => plan.overflow > 1)
    .map((plan) => ({ block: plan.block, by: plan.overflow }));
};
