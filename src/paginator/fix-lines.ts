/**
 * Fixing lines: the ends a chooser gives are written into the text, so that nothing later can break it otherwise. First all
 * blocks are read, then all are written: Chromium lays out once.
 *
 * A fixed line ends in a newline that is kept (line-ends.ts), inside the untouched inline markup; a used soft hyphen becomes `-` (U+002D,
 * which readers of PDF rejoin), unused ones go. A filler takes up the rest of a justified block's last line.
 */
import type { LineBlock } from './block-tree.ts';
import { unspaced } from './character-box.ts';
import type { ChosenLines } from './line-chooser.ts';
import type { PlannedEnds, WrittenEnds, WrittenText } from './line-ends.ts';
import { takeBackStruts } from './level-lines.ts';
import { planEnds, takeBackEnds, writeEnds } from './line-ends.ts';

/** What the writing of one block needs, read before anything is written. */
interface PlannedBlock {
  readonly block: LineBlock;
  readonly chosen: ChosenLines;
  readonly ends: PlannedEnds;
  readonly overflow: number;
  /** A word wider than the line, cut at its end. */
  readonly cut: string | undefined;
  readonly leaders: readonly PlannedLeader[];
}

interface PlannedLeader {
  readonly element: HTMLElement;
  readonly pattern: string;
  /** How often the pattern fits. */
  readonly count: number;
  readonly width: number;
}

/** A block that holds something wider than its measure, and what became of it. */
export interface Overfull {
  readonly block: LineBlock;
  /** Words cut where no word may be cut, letters too small to be read well, or text that reaches into the margin. */
  readonly kind: 'cut' | 'scaled' | 'wider';
  /** Percent of the size for `scaled`, px beyond the measure for `wider`, the word that was cut for `cut`. */
  readonly detail: string | number;
}

/** The smallest part of its size to which a line that cannot be broken is reduced. */
const SMALLEST = 0.7;

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

const planLeaders = (block: LineBlock, rest: number): readonly PlannedLeader[] => {
  const leaders = [...block.element.querySelectorAll<HTMLElement>('.tf-leader')];
  if (leaders.length === 0) return [];
  const spare = Math.max(0, rest - 0.1) / leaders.length;
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

const wordEnd = /[\p{L}\p{N}]$/u;
const wordStart = /^[\p{L}\p{N}]/u;

/** The word that a line end cuts without a hyphen, because it is wider than the line; undefined for an ordinary end. */
const cutWord = (end: ChosenLines['ends'][number]): string | undefined => {
  if (end.hyphen || end.own || end.offset === 0) return undefined;
  const before = end.node.data.slice(0, end.offset);
  const after = end.node.data.slice(end.offset);
  if (
    !wordEnd.test(before) ||
    !wordStart.test(after) ||
    unspaced.test(before.slice(-1) + after.slice(0, 1))
  ) {
    return undefined;
  }
  return `${/[^\s]*$/u.exec(before)?.[0] ?? ''}${/^[^\s]*/u.exec(after)?.[0] ?? ''}`.replace(
    SOFT_HYPHENS,
    '',
  );
};

/** Lines that may not be broken (`white-space: pre`) are set smaller, and broken all the same where that is not enough. */
const reduceWide = (blocks: readonly LineBlock[]): readonly Overfull[] => {
  const wide = blocks
    .map((block) => ({ block, room: block.element.clientWidth, width: block.element.scrollWidth }))
    .filter(({ room, width }) => room > 0 && width > room + 1);
  const sizes = wide.map(({ block, room, width }) => ({
    size: Number.parseFloat(getComputedStyle(block.element).fontSize),
    scale: Math.max(SMALLEST, Math.floor((room / width) * 100) / 100),
  }));
  return wide.map(({ block }, index) => {
    const { size, scale } = sizes[index] ?? { size: 0, scale: 1 };
    block.element.style.fontSize = `${size * scale}px`;
    if (scale === SMALLEST) {
      block.element.style.whiteSpace = 'pre-wrap';
      block.element.style.overflowWrap = 'anywhere';
    }
    return { block, kind: 'scaled', detail: Math.round(scale * 100) };
  });
};

const read = (block: LineBlock, choose: (block: LineBlock) => ChosenLines): PlannedBlock => {
  const { element } = block;
  const chosen = choose(block);
  return {
    block,
    chosen,
    ends: planEnds(element, block.pre, chosen.ends),
    overflow: element.scrollWidth - element.clientWidth,
    cut: chosen.ends.map((end) => cutWord(end)).find((word) => word !== undefined),
    leaders: planLeaders(block, chosen.rest),
  };
};

/** Takes up the rest of a line that is not to be justified. A hair less, so that rounding cannot overfill it. */
const filler = (rest: number): HTMLSpanElement => {
  const element = document.createElement('span');
  element.className = 'tf-filler';
  element.style.width = `${Math.max(0, rest - 0.05)}px`;
  return element;
};

/** White space at a line's end takes no room, but before a filler it would: takes it away; the texts that are another now. */
const dropSpaceBefore = (block: HTMLElement, mark: Element): readonly WrittenText[] => {
  const changed: WrittenText[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  walker.currentNode = mark;
  for (let text = walker.previousNode(); text instanceof Text; text = walker.previousNode()) {
    const original = text.data;
    const kept = original.replace(/[\t\n\r\f ]+$/u, '');
    if (kept !== original) {
      text.data = kept;
      changed.push({ node: text, original, now: [text] });
    }
    if (kept !== '') break;
  }
  return changed;
};

/** Fills up the lines of a justified block that are not to be justified. */
const writeFillers = ({ block, chosen }: PlannedBlock): Pick<WrittenEnds, 'texts' | 'added'> => {
  const { element } = block;
  if (!block.justify || (chosen.ends.length === 0 && chosen.owned.length === 0))
    return { texts: [], added: [] };
  element.style.textAlignLast = 'justify';
  if (chosen.wordSpacing !== undefined) element.style.wordSpacing = `${chosen.wordSpacing}px`;
  const added = chosen.owned.map((own) => {
    const rest = filler(own.rest);
    own.mark.before(rest);
    return rest;
  });
  if (element.lastChild !== chosen.owned.at(-1)?.mark) {
    const rest = filler(chosen.rest);
    element.append(rest);
    added.push(rest);
  }
  return { texts: added.flatMap((rest) => dropSpaceBefore(element, rest)), added };
};

/** A block whose lines are fixed, and what was written into it. */
export interface FixedBlock {
  readonly block: LineBlock;
  readonly chosen: ChosenLines;
  readonly written: WrittenEnds;
  readonly leaders: readonly HTMLElement[];
}

const write = (plan: PlannedBlock): FixedBlock => {
  const { block, chosen, leaders } = plan;
  const ends = writeEnds(plan.ends);
  for (const leader of leaders) {
    leader.element.textContent = leader.pattern.repeat(leader.count);
    leader.element.style.width = `${leader.width}px`;
    leader.element.style.textAlign = 'right';
  }
  block.element.style.textWrap = 'nowrap';
  const fillers = writeFillers(plan);
  const written = {
    texts: [...ends.texts, ...fillers.texts],
    added: [...ends.added, ...fillers.added],
    keepers: ends.keepers,
  };
  return { block, chosen, written, leaders: leaders.map(({ element }) => element) };
};

/** Takes back what was written into a block: its lines may be fixed anew. */
export const takeBackLines = ({ block, written, leaders }: FixedBlock): void => {
  takeBackStruts(block.element);
  takeBackEnds(written);
  for (const leader of leaders) {
    leader.style.removeProperty('width');
    leader.style.removeProperty('text-align');
  }
  for (const property of ['text-wrap', 'text-align-last', 'word-spacing'])
    block.element.style.removeProperty(property);
};

/** What came of fixing the lines of blocks. */
export interface FixedLines {
  readonly overfull: readonly Overfull[];
  readonly blocks: readonly FixedBlock[];
}

/** Fixes the lines of blocks: reads all, then writes all. */
export const fixLines = (
  blocks: readonly LineBlock[],
  choose: (block: LineBlock) => ChosenLines,
): FixedLines => {
  showLeaders(blocks);
  const reduced = reduceWide(blocks);
  const planned = blocks.map((block) => read(block, choose));
  const fixed = planned.map((plan) => write(plan));
  const words = planned.flatMap(({ block, cut }): readonly Overfull[] =>
    cut === undefined ? [] : [{ block, kind: 'cut', detail: cut }],
  );
  const wider = planned
    .filter((plan) => plan.overflow > 1)
    .map(({ block, overflow }): Overfull => ({ block, kind: 'wider', detail: Math.round(overflow) }));
  return { overfull: [...reduced, ...words, ...wider], blocks: fixed };
};
