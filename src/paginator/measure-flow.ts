/**
 * Measures a flow: its blocks as items and the breaks between them. Collects only; nothing is written here. The rules of
 * breaking are those of CSS Break 3 (https://www.w3.org/TR/css-break-3/).
 */
import type { Bookmark, Break, Item, NoteId, StringSet } from '../protocol/galley.ts';
import { pagedClasses } from '../protocol/paged-css.ts';
import type { Block, LineBlock, TableBlock } from './block-tree.ts';
import { avoids, forcedBy, stronger } from './break-values.ts';
import type { PagedElements } from './generated-content.ts';
import { partsText, plainText } from './generated-content.ts';
import { lineEdges } from './line-edges.ts';
import type { BlockLines } from './line-marks.ts';
import { readBlockLines } from './line-marks.ts';

/** Where an item stands in the page, so that a break can be written before it. */
export interface ItemElement {
  readonly block: Block;
  /** The line of a line block. */
  readonly line: number;
  /** The outermost element that begins with this item: a break before the item is a break before it. */
  readonly start: HTMLElement;
  /** Containers that are open before the item and stay open: a break cuts them. */
  readonly cuts: readonly HTMLElement[];
  readonly lines?: BlockLines;
  /** The row or solid. */
  readonly elements: readonly HTMLElement[];
}

/** A flow as makeup sees it, and the elements its items stand for, by the same index. */
export interface MeasuredFlow {
  readonly items: readonly Item[];
  readonly breaks: readonly Break[];
  readonly elements: readonly ItemElement[];
}

/** Running elements, taken out of the flow, with the element they stood before. */
export interface RunningElements {
  readonly list: readonly {
    readonly name: string;
    readonly anchor: Element;
    readonly element: HTMLElement;
  }[];
}

interface Open {
  readonly element: HTMLElement;
  readonly block: Block;
  started: boolean;
  readonly top: number;
  /** Height of a repeated head, for tables. */
  readonly repeat: number;
  readonly repeatCalls: readonly NoteId[];
}

interface Pending {
  forced: Break['forced'];
  avoid: 0 | 2;
}

type MutableItem = { -readonly [K in keyof Item]: Item[K] };

const callsIn = (element: Element): readonly NoteId[] =>
  [...element.querySelectorAll<HTMLElement>(`.${pagedClasses.noteCall}[data-note]`)].map(
    (call) => call.dataset['note'] ?? '',
  );

/** Collects items and breaks of one flow (a run's, or a note's). */
class FlowMeasure {
  readonly items: MutableItem[] = [];
  readonly breaks: Break[] = [];
  readonly elements: ItemElement[] = [];
  private readonly open: Open[] = [];
  private pending: Pending = { forced: undefined, avoid: 0 };
  private readonly paged: PagedElements;
  private readonly running: RunningElements;
  private readonly pageHeight: number;

  constructor(paged: PagedElements, running: RunningElements, pageHeight: number) {
    this.paged = paged;
    this.running = running;
    this.pageHeight = pageHeight;
  }

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) this.block(block);
  }

  private block(block: Block): void {
    if (block.kind === 'break') {
      this.force(block.to);
      return;
    }
    this.force(forcedBy(block.style.before));
    if (avoids(block.style.before)) this.pending.avoid = 2;
    const rect = block.element.getBoundingClientRect();
    const reached = this.items.length;
    this.enter(block, rect);
    if (block.kind === 'container') this.blocks(block.children);
    else if (block.kind === 'lines') this.lines(block, rect);
    else if (block.kind === 'table') this.rows(block);
    else this.solid(block, rect);
    this.open.pop();
    const last = this.items.at(-1);
    if (last !== undefined && this.items.length > reached) last.bottom = Math.max(last.bottom, rect.bottom);
    this.force(forcedBy(block.style.after));
    if (avoids(block.style.after)) this.pending.avoid = 2;
  }

  private force(forced: Break['forced']): void {
    this.pending.forced = stronger(this.pending.forced, forced);
  }

  private enter(block: Block, rect: DOMRect): void {
    const head = block.kind === 'table' && repeatsHead(block, this.pageHeight) ? block.head : undefined;
    this.open.push({
      element: block.element,
      block,
      started: false,
      top: rect.top,
      repeat: head === undefined ? 0 : head.getBoundingClientRect().height,
      repeatCalls: head === undefined ? [] : [...new Set(callsIn(head))],
    });
  }

  private lines(block: LineBlock, rect: DOMRect): void {
    const lines = readBlockLines(block, this.paged);
    const count = lines.starts.length + 1;
    const edges = lineEdges(block, lines, rect);
    const marked = new Map<number, Element[]>();
    for (const { element, line } of lines.elements) {
      const at = marked.get(Math.min(line, count - 1));
      if (at === undefined) marked.set(Math.min(line, count - 1), [element]);
      else at.push(element);
    }
    for (let line = 0; line < count; line += 1) {
      const start = lines.starts[line - 1];
      this.emit(
        block,
        {
          top: edges[line] ?? rect.top,
          bottom: edges[line + 1] ?? rect.bottom,
          orphans: line === 0 ? 0 : Math.max(0, Math.min(block.style.orphans, count) - line),
          widows: line === 0 ? 0 : Math.max(0, Math.min(block.style.widows, count) - (count - line)),
          hyphen: start?.kind === 'newline' && start.hyphen,
        },
        marked.get(line) ?? [],
        { line, lines, elements: [] },
      );
    }
  }

  private rows(block: TableBlock): void {
    for (const [index, group] of block.rows.entries()) {
      const rects = group.map((row) => row.getBoundingClientRect());
      const opening =
        index === 0 ? [block.caption, block.head].filter((element) => element !== undefined) : [];
      const tops = [...opening.map((element) => element.getBoundingClientRect()), ...rects];
      const elements = [...opening, ...group];
      this.emit(
        block,
        {
          top: Math.min(...tops.map((rect) => rect.top)),
          bottom: Math.max(...tops.map((rect) => rect.bottom)),
          orphans: 0,
          widows: 0,
          hyphen: false,
        },
        elements.flatMap((element) => [element, ...element.querySelectorAll('*')]),
        { line: 0, elements },
      );
    }
  }

  private solid(block: Block, rect: DOMRect): void {
    this.emit(
      block,
      { top: rect.top, bottom: rect.bottom, orphans: 0, widows: 0, hyphen: false },
      block.element.querySelectorAll('*'),
      { line: 0, elements: [block.element] },
    );
  }

  private emit(
    block: Block,
    edge: { top: number; bottom: number; orphans: number; widows: number; hyphen: boolean },
    inside: Iterable<Element>,
    where: { line: number; lines?: BlockLines; elements: readonly HTMLElement[] },
  ): void {
    const cut = this.open.filter((open) => open.started);
    const opening = this.open.filter((open) => !open.started);
    const first = opening[0];
    const cloned = cut.filter((open) => open.block.style.clone && open.block.kind !== 'table');
    this.breaks.push({
      ...(this.pending.forced === undefined ? {} : { forced: this.pending.forced }),
      avoid: Math.max(
        this.pending.avoid,
        cut.some((open) => avoids(open.block.style.inside)) ? 1 : 0,
      ) as Break['avoid'],
      orphans: edge.orphans,
      widows: edge.widows,
      hyphen: edge.hyphen,
      ...(block.kind === 'table' && cut.some((open) => open.block === block) ? { row: true } : {}),
      before: cloned.reduce((sum, open) => sum + open.block.style.foot, 0),
      after:
        cloned.reduce((sum, open) => sum + open.block.style.head, 0) +
        cut.reduce((sum, open) => sum + open.repeat, 0),
      repeats: cut.flatMap((open) => open.repeatCalls),
    });
    this.pending = { forced: undefined, avoid: 0 };
    const began = [...opening.map((open) => open.element), ...inside];
    this.items.push(this.item(block, first?.top ?? edge.top, edge, began, where.line));
    const rowStart = block.kind === 'table' && first === undefined ? where.elements[0] : undefined;
    this.elements.push({
      block,
      line: where.line,
      start: rowStart ?? first?.element ?? block.element,
      cuts: cut.map((open) => open.element),
      ...(where.lines === undefined ? {} : { lines: where.lines }),
      elements: where.elements,
    });
    for (const open of opening) open.started = true;
  }

  private item(
    block: Block,
    top: number,
    edge: { top: number; bottom: number },
    began: readonly Element[],
    line: number,
  ): MutableItem {
    const calls: NoteId[] = [];
    const anchors: string[] = [];
    const strings: StringSet[] = [];
    const bookmarks: Bookmark[] = [];
    let pageReset: number | undefined;
    for (const element of new Set(began)) {
      const level = bookmarkLevel(element, this.paged);
      if (level !== undefined) bookmarks.push({ level, text: plainText(element) });
      if (element.id !== '') anchors.push(element.id);
      const note = element instanceof HTMLElement ? element.dataset['note'] : undefined;
      if (note !== undefined && element.classList.contains(pagedClasses.noteCall)) calls.push(note);
      const values = this.paged.get(element);
      if (values === undefined) continue;
      for (const { name, parts } of values.stringSet ?? []) {
        strings.push({ name, value: partsText(parts, element) });
      }
      pageReset ??= values.pageReset;
    }
    const running = this.running.list.flatMap(({ name, anchor }, element) =>
      began.includes(anchor) ? [{ name, element }] : [],
    );
    return {
      top: line === 0 ? Math.min(top, edge.top) : edge.top,
      bottom: edge.bottom,
      calls,
      anchors,
      strings,
      running,
      ...(bookmarks.length === 0 ? {} : { bookmarks }),
      ...(pageReset === undefined ? {} : { pageReset }),
      place: placeOf(block.element),
    };
  }
}

/** The level of an element in the outline: what CSS says, else a heading's own. */
const bookmarkLevel = (element: Element, paged: PagedElements): number | undefined => {
  const heading = /^H([1-6])$/u.exec(element.tagName)?.[1];
  const given = paged.get(element)?.bookmarkLevel ?? heading;
  const level = Number(given);
  return given === undefined || !Number.isInteger(level) || level < 1 ? undefined : level;
};

/** Where the source of an element is written. */
export const placeOf = (element: Element): string =>
  element.closest('[data-place]')?.getAttribute('data-place') ??
  element.querySelector('[data-place]')?.getAttribute('data-place') ??
  '';

/** True where the table's head stands again on each page: Chromium repeats none that takes more than a quarter of a page. */
export const repeatsHead = (table: TableBlock, pageHeight: number): boolean =>
  table.head !== undefined && table.head.getBoundingClientRect().height <= pageHeight / 4;

/** Measures blocks into items and breaks. `pageHeight` is that of the area Chromium fragments. */
export const measureFlow = (
  blocks: readonly Block[],
  paged: PagedElements,
  running: RunningElements,
  pageHeight: number,
): MeasuredFlow => {
  const flow = new FlowMeasure(paged, running, pageHeight);
  flow.blocks(blocks);
  return { items: flow.items, breaks: flow.breaks, elements: flow.elements };
};
