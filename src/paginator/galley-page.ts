/** The state of one edition's page between calls: the galley as elements. */
import { gridPitch } from '../protocol/galley.ts';
import type { Galley, GalleyNote, NoteArea, NoteId, Run } from '../protocol/galley.ts';
import { pagedClasses } from '../protocol/paged-css.ts';
import type {
  ComposeRequest,
  ExpectedPage,
  PageGeometry,
  PaginatorFinding,
  PrepareAnswer,
  PrepareRequest,
} from '../protocol/paginator.ts';
import type { Block } from './block-tree.ts';
import { buildBlocks, lineBlocksOf } from './block-tree.ts';
import type { LineChooser, Looseness } from './line-chooser.ts';
import type { Composition } from './composition.ts';
import { composePages } from './compose.ts';
import type { FixedBlock, Overfull } from './fix-lines.ts';
import { fixLines } from './fix-lines.ts';
import { paginatorCss, setColumn } from './galley-css.ts';
import type { PagedElements } from './generated-content.ts';
import { collectPagedElements, writeGeneratedContent } from './generated-content.ts';
import type { ItemElement, MeasuredFlow, RunningElements } from './measure-flow.ts';
import { measureFlow, placeOf } from './measure-flow.ts';
import type { NoteBody } from './note-bodies.ts';
import { gatherNotes, numberNotes, writeNoteNumbers } from './note-bodies.ts';
import type { RunElement } from './runs.ts';
import { splitRuns } from './runs.ts';
import { divideTallRows } from './tall-rows.ts';
import { cellBlocks } from './table-cells.ts';
import { lineHeightOf } from './computed-length.ts';
import { alignToGrid, gridBlocks, withGrid } from './baseline-grid.ts';
import { levelLines } from './level-lines.ts';
import { fitTables } from './wide-tables.ts';

interface LaidRun extends RunElement {
  readonly measure: number;
  readonly blocks: readonly Block[];
}

interface LaidNote extends NoteBody {
  readonly blocks: readonly Block[];
}

/** What `prepare` leaves for the later calls. */
export interface GalleyPage {
  readonly request: PrepareRequest;
  readonly choose: LineChooser;
  /** Every block of lines, as it is fixed; kept up to date when lines are broken again. */
  readonly fixed: Map<HTMLElement, FixedBlock>;
  /** Blocks that have a line more or fewer than is best. */
  readonly looseness: Map<HTMLElement, Looseness>;
  readonly paged: PagedElements;
  readonly running: RunningElements;
  readonly runs: readonly LaidRun[];
  readonly notes: readonly LaidNote[];
  /** The blocks whose lines stand on the baseline grid. */
  readonly onGrid: ReadonlySet<Block>;
}

const geometryOf = (request: PrepareRequest, name: string): PageGeometry => {
  const geometry =
    request.geometries.find((candidate) => candidate.name === name) ??
    request.geometries.find((candidate) => candidate.name === 'auto');
  if (geometry === undefined) throw new Error('no geometry for the pages of this template');
  return geometry;
};

const takeRunning = (paged: PagedElements, flow: Element): RunningElements => {
  const list: { name: string; anchor: Element; element: HTMLElement }[] = [];
  for (const [element, values] of paged) {
    if (values.running === undefined || !(element instanceof HTMLElement) || !flow.contains(element))
      continue;
    let anchor: Element | null = element.nextElementSibling;
    for (
      let up: Element | null = element;
      anchor === null && up !== null && up !== flow;
      up = up.parentElement
    ) {
      anchor = up.nextElementSibling;
    }
    if (anchor !== null) list.push({ name: values.running, anchor, element });
  }
  for (const { element } of list) element.remove();
  return { list };
};

const noteContainer = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('.tf-notes');
  if (found !== null) return found;
  const made = document.createElement('div');
  made.className = 'tf-notes';
  document.body.append(made);
  return made;
};

/** Lays the galley out: runs, generated content, notes and their numbers, tables, lines. */
export const prepareGalley = (
  request: PrepareRequest,
  chooserFor: (paged: PagedElements, hanging: boolean) => LineChooser,
): { readonly page: GalleyPage; readonly answer: PrepareAnswer } => {
  const findings: PaginatorFinding[] = [];
  const style = document.createElement('style');
  style.textContent = paginatorCss;
  document.head.prepend(style);
  document.body.style.removeProperty('display');
  const flow = document.querySelector<HTMLElement>('.tf-flow');
  if (flow === null) throw new Error('the forme has no .tf-flow');
  const container = noteContainer();
  const paged = collectPagedElements(document.body);
  const running = takeRunning(paged, flow);
  findings.push(...writeGeneratedContent(paged));
  const runElements = splitRuns(flow, findings);
  const mains = runElements.map((run) => run.main);
  const bodies = gatherNotes(mains, container, paged);
  writeNoteNumbers(document, numberNotes(bodies, paged), request.notes);
  for (const [index, reference] of pageNumbers().entries()) reference.dataset['reference'] = String(index);
  const measures = runElements.map((run) =>
    setColumn(run.main, geometryOf(request, run.name), request.sheet),
  );
  container.className = 'tf-notes';
  container.style.width = `${measures.at(-1) ?? measures[0] ?? 0}px`;
  setNoteMeasures(bodies, runElements, measures);
  const fitted = fitTables(document.body);
  findings.push(...fitted.findings);
  const divided = runElements.flatMap((run) => {
    const { top, bottom } = geometryOf(request, run.name);
    return divideTallRows(run.main, request.sheet.height - top - bottom);
  });
  const runs = runElements.map((run, index) => ({
    ...run,
    measure: measures[index] ?? 0,
    blocks: buildBlocks(run.main, paged, findings),
  }));
  const notes = bodies.map((body) => ({ ...body, blocks: buildBlocks(body.element, paged, findings) }));
  const flowBlocks = [...runs, ...notes].flatMap((part) => lineBlocksOf(part.blocks));
  // The caption of a figure that may be cut is a block of the flow already: its lines are written once.
  const inFlow = new Set(flowBlocks.map(({ element }) => element));
  const boxBlocks = cellBlocks(mains, new Set(divided), fitted.words).filter(
    ({ element }) => !inFlow.has(element),
  );
  const lineBlocks = [...flowBlocks, ...boxBlocks];
  const choose = chooserFor(paged, request.hanging);
  const fixed = fixLines(lineBlocks, (block) => choose(block));
  findings.push(...fixed.overfull.map((over) => overfullFinding(over)));
  const onGrid = new Set<Block>();
  if (request.grid) {
    for (const run of runs)
      for (const block of gridBlocks(run.blocks, gridPitch(lineHeightOf(run.main)))) onGrid.add(block);
    levelLines(
      lineBlocks.filter((block) => onGrid.has(block)),
      paged,
    );
    for (const run of runs) alignToGrid(run.main, run.blocks, onGrid, gridPitch(lineHeightOf(run.main)));
  }
  const answer: PrepareAnswer = {
    references: pageNumbers().map((reference) => ({
      index: Number(reference.dataset['reference']),
      target: reference.dataset['target'] ?? '',
      form: reference.dataset['form'] ?? 'plain',
    })),
    findings,
  };
  return {
    page: {
      request,
      choose,
      fixed: new Map(fixed.blocks.map((each) => [each.block.element, each])),
      looseness: new Map(),
      paged,
      running,
      runs,
      notes,
      onGrid,
    },
    answer,
  };
};

const overfullFinding = ({ block, kind, detail }: Overfull): PaginatorFinding => {
  const place = placeOf(block.element);
  return kind === 'scaled'
    ? { rule: 'paginator/scaled', place, detail: { percent: detail } }
    : { rule: 'paginator/overfull', place, detail: kind === 'cut' ? { word: detail } : { by: detail } };
};

/** Every number that depends on pages, in document order. */
export const pageNumbers = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('.tf-page'),
];

/** A note is as wide as the column of the run that calls it. */
const setNoteMeasures = (
  notes: readonly NoteBody[],
  runs: readonly RunElement[],
  measures: readonly number[],
): void => {
  for (const note of notes) {
    const call = note.calls[0];
    const index = runs.findIndex((run) => call !== undefined && run.main.contains(call));
    const measure = measures[index];
    if (measure !== undefined) note.element.style.width = `${measure}px`;
  }
};

/** The note area's own heights, measured on empty areas. */
const measureNoteArea = (): NoteArea => {
  const probe = (continued: boolean): { head: number; foot: number; max: number } => {
    const area = document.createElement('div');
    area.className = pagedClasses.noteArea + (continued ? ` ${pagedClasses.noteAreaContinued}` : '');
    area.style.visibility = 'hidden';
    const inside = document.createElement('div');
    inside.style.height = '10px';
    area.append(inside);
    document.body.append(area);
    const outer = area.getBoundingClientRect();
    const inner = inside.getBoundingClientRect();
    const style = getComputedStyle(area);
    const max = Number.parseFloat(style.maxHeight);
    area.remove();
    return {
      head: inner.top - outer.top,
      foot: outer.bottom - inner.bottom,
      max: Number.isFinite(max) ? max : 1e9,
    };
  };
  const plain = probe(false);
  const continued = probe(true);
  return { head: plain.head, continuedHead: continued.head, foot: plain.foot, max: plain.max };
};

const emptyRunning: RunningElements = { list: [] };

/** The measured galley, with the elements of its items. */
export interface MeasuredGalley {
  readonly galley: Galley;
  readonly composition: Composition;
}

/** Measures runs and notes. Reads only. */
export const measureGalley = (page: GalleyPage): MeasuredGalley => {
  const runs = page.runs.map((run) => {
    const free: MeasuredFlow = measureFlow(run.blocks, page.paged, page.running, page.request.sheet.height);
    const flow = page.request.grid ? withGrid(free, page.onGrid, gridPitch(lineHeightOf(run.main))) : free;
    const measured: Run = {
      page: run.name,
      measure: run.measure,
      line: lineHeightOf(run.main),
      items: flow.items,
      breaks: flow.breaks,
    };
    return { ...measured, main: run.main, elements: flow.elements };
  });
  const notes = page.notes.map((note) => {
    const flow = measureFlow(note.blocks, page.paged, emptyRunning, page.request.sheet.height);
    const style = getComputedStyle(note.element);
    const measured: GalleyNote = {
      id: note.id,
      anchor: note.element.id,
      items: flow.items,
      breaks: flow.breaks,
      gap: Number.parseFloat(style.marginTop),
      line: lineHeightOf(note.element),
      place: placeOf(note.element),
    };
    return { measured, element: note.element, elements: flow.elements };
  });
  const noteArea = measureNoteArea();
  return {
    galley: {
      runs: runs.map(({ page: name, measure, line, items, breaks }) => ({
        page: name,
        measure,
        line,
        items,
        breaks,
      })),
      notes: notes.map((note) => note.measured),
      noteArea,
    },
    composition: {
      sheet: page.request.sheet,
      geometries: new Map(page.request.geometries.map((geometry) => [geometry.name, geometry])),
      runs,
      notes: new Map<NoteId, GalleyNote & { element: HTMLElement; elements: readonly ItemElement[] }>(
        notes.map((note) => [
          note.measured.id,
          { ...note.measured, element: note.element, elements: note.elements },
        ]),
      ),
      running: page.running.list.map((entry) => entry.element),
      paged: page.paged,
    },
  };
};

/** Composes the pages; the galley is used up. */
export const composeGalley = (measured: MeasuredGalley, request: ComposeRequest): readonly ExpectedPage[] =>
  composePages(measured.composition, request);
