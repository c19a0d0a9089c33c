/** Composes the pages that makeup decided: writes breaks, note areas and margin boxes. Writes only what it is told. */
import type { NoteId } from '../protocol/galley.ts';
import { heightOf } from '../protocol/galley.ts';
import type { NoteSlice } from '../protocol/makeup.ts';
import type { ExpectedPage, ComposeRequest, PlannedPage } from '../protocol/paginator.ts';
import type { Composition } from './composition.ts';
import { geometryOf } from './composition.ts';
import { expectPages } from './expect-pages.ts';
import { writeInternalLinks } from './internal-links.ts';
import { collectPageStarts, writePageStarts } from './page-starts.ts';
import { buildMarginBoxes } from './margin-boxes.ts';
import { buildNoteArea, divideNote } from './note-areas.ts';
import { writeStructureMarks } from './structure-marks.ts';

const sheetRules = (composition: Composition): string => {
  const { width, height } = composition.sheet;
  const rules = [`@page { size: ${width}px ${height}px; margin: 0; }`];
  for (const geometry of composition.geometries.values()) {
    const name = geometry.name === 'auto' ? '' : ` ${geometry.name}`;
    const background = geometry.background;
    rules.push(
      `@page${name} { margin: 0 ${geometry.recto.right}px 0 ${geometry.recto.left}px; ${background} }`,
      `@page${name}:left { margin: 0 ${geometry.verso.right}px 0 ${geometry.verso.left}px; }`,
    );
  }
  return rules.join('\n');
};

/** In print the flow may break only where makeup said. */
const composedCss = `
.tf-flow, .tf-flow * { break-inside: auto !important; orphans: 1 !important; widows: 1 !important; }
.tf-flow thead, .tf-flow tr { break-inside: avoid !important; }
.tf-flow * { break-after: auto !important; }
.tf-flow .tf-break { break-after: page !important; }
`;

/** The pieces of every note, by note and first item. */
const divideNotes = (
  composition: Composition,
  pages: readonly PlannedPage[],
): ((note: NoteId, slice: NoteSlice) => HTMLElement | undefined) => {
  const slices = new Map<NoteId, NoteSlice[]>();
  const repeated = new Set<NoteId>();
  for (const page of pages) {
    for (const slice of page.notes) {
      if (slice.repeated) {
        repeated.add(slice.note);
        continue;
      }
      const known = slices.get(slice.note);
      if (known === undefined) slices.set(slice.note, [slice]);
      else known.push(slice);
    }
  }
  const originals = new Map<NoteId, HTMLElement>();
  const pieces = new Map<string, HTMLElement>();
  for (const [id, parts] of slices) {
    const note = composition.notes.get(id);
    if (note === undefined) continue;
    if (repeated.has(id)) originals.set(id, note.element.cloneNode(true) as HTMLElement);
    const divided = divideNote(
      note,
      parts.slice(1).map((slice) => slice.from),
    );
    for (const [index, piece] of divided.entries()) {
      pieces.set(`${id}\n${parts[index]?.from ?? 0}`, piece);
    }
  }
  return (id, slice) => {
    if (!slice.repeated) return pieces.get(`${id}\n${slice.from}`);
    const repeat = originals.get(id)?.cloneNode(true);
    if (!(repeat instanceof HTMLElement)) return undefined;
    repeat.removeAttribute('id');
    repeat.dataset['repeated'] = '';
    return repeat;
  };
};

const paints = (style: CSSStyleDeclaration): boolean =>
  Number.parseFloat(style.borderBottomWidth) > 0 ||
  Number.parseFloat(style.borderLeftWidth) > 0 ||
  (style.backgroundColor !== 'rgba(0, 0, 0, 0)' && style.backgroundColor !== 'transparent') ||
  style.backgroundImage !== 'none';

/**
 * A box cut by a page runs on to the foot of Chromium's page area. A mask as white as the paper covers what is below its
 * last line, and closes the box where its decoration is cloned.
 */
const buildMasks = (
  composition: Composition,
  page: PlannedPage,
  next: PlannedPage | undefined,
  origin: { readonly left: number; readonly top: number },
): readonly HTMLElement[] => {
  const run = composition.runs[page.run];
  if (run === undefined || page.blank || page.to >= run.items.length || next === undefined) return [];
  const cut = run.elements[page.to];
  const boxes = (cut?.cuts ?? []).filter((element) => paints(getComputedStyle(element)));
  if (boxes.length === 0) return [];
  const textBottom = page.margins.top + heightOf(run, page.from, page.to);
  let bottom = textBottom;
  const masks: HTMLElement[] = [];
  for (const box of boxes) {
    const style = getComputedStyle(box);
    const cloned = style.getPropertyValue('box-decoration-break') === 'clone';
    const border = cloned ? style.borderBottomWidth : '0px';
    const foot = Number.parseFloat(style.paddingBottom) + Number.parseFloat(style.borderBottomWidth);
    const rect = box.getBoundingClientRect();
    const main = run.main.getBoundingClientRect();
    const mask = document.createElement('div');
    mask.className = 'tf-mask';
    mask.style.left = `${rect.left - main.left}px`;
    mask.style.width = `${rect.width}px`;
    mask.style.top = `${origin.top + bottom - Number.parseFloat(border)}px`;
    mask.style.height = `${composition.sheet.height - bottom + Number.parseFloat(border)}px`;
    mask.style.borderTop = `${border} ${style.borderBottomStyle} ${style.borderBottomColor}`;
    masks.push(mask);
    if (cloned) bottom -= foot;
  }
  // The outermost box is closed last, on top of what its inner boxes cover.
  return masks.toReversed();
};

/**
 * Hides everything, at once: what is divided and moved from here on has no layout to be kept up. In a long book that takes longer than all the
 * writing.
 */
const hide = (): void => {
  document.body.style.display = 'none';
  void getComputedStyle(document.body).display;
};

/** Composes all pages, which are hidden then, and tells what each must show in the proof. */
export const composePages = (composition: Composition, request: ComposeRequest): readonly ExpectedPage[] => {
  const { pages } = request;
  const expected = expectPages(composition, pages);
  const masks = pages.flatMap((page, index) =>
    buildMasks(composition, page, pages[index + 1], { left: 0, top: page.index * composition.sheet.height }),
  );
  const starts = collectPageStarts(composition, pages);
  hide();
  writePageStarts(composition, starts);
  const pieceOf = divideNotes(composition, pages);
  // All at once: one by one they take longer the more there are.
  for (const container of document.querySelectorAll('.tf-notes')) {
    container.remove();
    container.replaceChildren();
  }
  const overlay: HTMLElement[] = [...masks];
  for (const page of pages) {
    const geometry = geometryOf(composition, page.name);
    const side = page.side === 'recto' ? geometry?.recto : geometry?.verso;
    const origin = { left: side?.left ?? 0, top: page.index * composition.sheet.height };
    if (page.notes.length > 0) {
      const area = buildNoteArea(page.notes, pieceOf);
      area.style.left = `${page.margins.left - origin.left}px`;
      area.style.width = `${composition.sheet.width - page.margins.left - page.margins.right}px`;
      const bottom = composition.sheet.height - page.margins.bottom;
      area.style.top = `${origin.top + bottom - page.noteHeight}px`;
      overlay.push(area);
    }
    for (const box of buildMarginBoxes(
      page,
      composition.sheet,
      origin,
      (index) => composition.running[index],
    )) {
      box.setAttribute('aria-hidden', 'true');
      overlay.push(box);
    }
  }
  const style = document.createElement('style');
  style.textContent = `${sheetRules(composition)}\n${composedCss}`;
  document.head.append(style);
  document.body.append(...overlay);
  writeInternalLinks();
  writeStructureMarks();
  return expected;
};
