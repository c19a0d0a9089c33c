/** Writes the numbers that depend on pages, and breaks the lines that hold a changed one again. */
import { pagedClasses } from '../protocol/paged-css.ts';
import type { PrepareRequest, RenumberAnswer, RenumberRequest } from '../protocol/paginator.ts';
import type { Block, LineBlock } from './block-tree.ts';
import type { FixedBlock } from './fix-lines.ts';
import { takeBackLines } from './fix-lines.ts';
import type { PagedElements } from './generated-content.ts';
import type { GalleyPage, MeasuredGalley } from './galley-page.ts';
import { fixAgain } from './reline-galley.ts';
import { unbrokenText } from './line-ends.ts';
import type { BlockLines } from './line-marks.ts';
import { readBlockLines } from './line-marks.ts';
import type { ItemElement } from './measure-flow.ts';
import { staleMarks } from './note-bodies.ts';

/** References and note marks under a root that do not yet show their text. */
const staleNumbers = (
  root: ParentNode,
  texts: RenumberRequest,
  request: PrepareRequest,
): readonly { readonly element: HTMLElement; readonly text: string }[] => [
  ...[...root.querySelectorAll<HTMLElement>('.tf-page')].flatMap((element) => {
    const text = texts.references[Number(element.dataset['reference'])];
    return text === undefined || unbrokenText(element) === text ? [] : [{ element, text }];
  }),
  ...staleMarks(root, texts.notes, request.notes),
];

/** Writes numbers in what Chromium breaks itself (table cells, captions); how many of these boxes changed their height. */
const writeLoose = (marks: readonly { readonly element: HTMLElement; readonly text: string }[]): number => {
  const boxes = new Set(marks.flatMap(({ element }) => element.closest('tr, figure, caption') ?? []));
  const heights = new Map([...boxes].map((box) => [box, box.getBoundingClientRect().height]));
  for (const { element, text } of marks) element.textContent = text;
  return [...heights].filter(([box, height]) => Math.abs(box.getBoundingClientRect().height - height) > 0.01)
    .length;
};

/** Puts a text in the place of an element's words; line ends written into it stay. */
const replaceWords = (element: HTMLElement, text: string): void => {
  const [first, ...rest] = [...element.childNodes].filter((node) => node instanceof Text);
  const newlines = (element.textContent ?? '').replace(/[^\n]/gu, '');
  if (first === undefined) element.append(text);
  else first.data = text + newlines;
  for (const node of rest) node.data = '';
};

/** A renumbering, and the blocks whose lines are new. */
export interface Renumbering {
  readonly answer: RenumberAnswer;
  readonly blocks: ReadonlySet<Block>;
}

/** Writes new numbers and breaks the lines of the blocks that hold a changed one again. */
export const renumberGalley = (page: GalleyPage, texts: RenumberRequest): Renumbering => {
  const stale = staleNumbers(document, texts, page.request);
  if (texts.frozen) {
    const blocks = new Set<LineBlock>();
    for (const { element, text } of stale) {
      replaceWords(element, text);
      const block = enclosing(page, element);
      if (block !== undefined) blocks.add(block.block);
    }
    return { answer: { changed: stale.length, reflowed: 0 }, blocks };
  }
  const enclosed = stale.map((mark) => ({ mark, original: enclosing(page, mark.element) }));
  const loose = enclosed.flatMap(({ mark, original }) => (original === undefined ? [mark] : []));
  const reset = writeLoose(loose);
  const originals = [...new Set(enclosed.flatMap(({ original }) => original ?? []))];
  const before = originals.map(({ block }) => lineShape(block, page.paged));
  for (const fixed of originals) {
    const { block } = fixed;
    takeBackLines(fixed);
    for (const { element, text } of staleNumbers(block.element, texts, page.request))
      element.textContent = text;
  }
  fixAgain(
    page,
    originals.map(({ block }) => block),
  );
  const reflowed = originals.filter(
    ({ block }, index) => before[index] !== lineShape(block, page.paged),
  ).length;
  return {
    answer: { changed: originals.length + loose.length, reflowed: reflowed + reset },
    blocks: new Set(originals.map(({ block }) => block)),
  };
};

/** The measured galley after a renumbering that moved nothing: the renumbered blocks have new line marks and texts. */
export const withRenumbered = (measured: MeasuredGalley, blocks: ReadonlySet<Block>): MeasuredGalley => {
  const lines = new Map<Block, BlockLines>();
  const renewed = (item: ItemElement): ItemElement => {
    const { block } = item;
    if (block.kind !== 'lines' || !blocks.has(block)) return item;
    const read = lines.get(block) ?? readBlockLines(block, measured.composition.paged);
    lines.set(block, read);
    return { ...item, lines: read };
  };
  const { composition } = measured;
  return {
    galley: measured.galley,
    composition: {
      ...composition,
      runs: composition.runs.map((run) => ({ ...run, elements: run.elements.map(renewed) })),
      notes: new Map(
        [...composition.notes].map(([id, note]) => [id, { ...note, elements: note.elements.map(renewed) }]),
      ),
    },
  };
};

/** The fixed block of lines that holds an element. */
const enclosing = (page: GalleyPage, element: Element): FixedBlock | undefined => {
  for (let up: Element | null = element; up !== null; up = up.parentElement) {
    const original = up instanceof HTMLElement ? page.fixed.get(up) : undefined;
    if (original !== undefined) return original;
  }
  return undefined;
};

/** Everything about a block that makeup depends on: its height, and the lines on which calls and anchors stand. */
const lineShape = (block: LineBlock, paged: PagedElements): string => {
  const lines = readBlockLines(block, paged);
  const marks = lines.elements
    .filter(({ element }) => element.id !== '' || element.classList.contains(pagedClasses.noteCall))
    .map(({ element, line }) => `${line} ${element.id}`);
  const height = block.element.getBoundingClientRect().height.toFixed(2);
  return [height, lines.starts.length, ...marks].join('\n');
};
