/** What each page must show in the proof, read from the galley before anything is moved. Reads only. */
import { padBelow } from '../protocol/galley.ts';
import { romanNumber } from '../protocol/counter-styles.ts';
import type { ExpectedLine, ExpectedPage, PlannedPage } from '../protocol/paginator.ts';
import type { ComposedRun, Composition } from './composition.ts';
import type { PagedElements } from './generated-content.ts';
import { renderedText } from './line-marks.ts';
import type { ItemElement } from './measure-flow.ts';
import { repeatsHead } from './measure-flow.ts';

/** The letters of one item as they are rendered. */
const itemText = (item: ItemElement, paged: PagedElements): string =>
  item.lines === undefined
    ? item.elements.map((element) => renderedText(element, paged)).join(' ')
    : (item.lines.texts[item.line] ?? '');

const expectedLines = (
  run: ComposedRun,
  page: PlannedPage,
  paged: PagedElements,
): readonly ExpectedLine[] => {
  const lines: ExpectedLine[] = [];
  const first = run.items[page.from];
  if (first === undefined) return lines;
  const opened = page.from === 0 ? 0 : (run.breaks[page.from]?.after ?? 0);
  for (let index = page.from; index < page.to; index += 1) {
    const item = run.items[index];
    const element = run.elements[index];
    if (item === undefined || element === undefined) continue;
    const top = page.margins.top + opened - padBelow(run, page.from, index) + item.top - first.top;
    lines.push({
      top,
      bottom: top + item.bottom - item.top,
      text: itemText(element, paged),
      place: item.place,
    });
  }
  return lines;
};

/** Letters of table heads that Chromium repeats on a page that begins inside a table. */
const expectedRepeats = (
  run: ComposedRun,
  page: PlannedPage,
  paged: PagedElements,
  pageHeight: number,
): readonly string[] => {
  const item = run.elements[page.from];
  if (page.from === 0 || item === undefined || item.block.kind !== 'table') return [];
  const { head, element } = item.block;
  const stands = item.cuts.includes(element) && repeatsHead(item.block, pageHeight);
  return head !== undefined && stands ? [renderedText(head, paged)] : [];
};

/** The text of a margin box in the case that its CSS asks for; roman numerals are of no language, as margin-boxes.ts sets them. */
const casedText = (text: string, css: string): string => {
  const isNumeral = romanNumber(text) !== undefined;
  const { lang } = document.documentElement;
  const transform = /(?:^|;)\s*text-transform\s*:\s*(uppercase|lowercase)/u.exec(css)?.[1];
  if (transform === 'uppercase') return isNumeral ? text.toUpperCase() : text.toLocaleUpperCase(lang);
  return transform === 'lowercase' ? text.toLocaleLowerCase(lang) : text;
};

const expectPage = (composition: Composition, page: PlannedPage): ExpectedPage => {
  const { paged, sheet } = composition;
  const run = composition.runs[page.run];
  const shown = run === undefined || page.blank ? undefined : run;
  const bottom = sheet.height - page.margins.bottom;
  const area = { left: page.margins.left, right: sheet.width - page.margins.right };
  return {
    lines: shown === undefined ? [] : expectedLines(shown, page, paged),
    repeats: shown === undefined ? [] : expectedRepeats(shown, page, paged, sheet.height),
    notes: page.notes.flatMap((slice) => {
      const items = composition.notes.get(slice.note)?.elements.slice(slice.from, slice.to);
      if (items === undefined) return [];
      const text = items.map((item) => itemText(item, paged)).join(' ');
      return [{ id: slice.note, text, continued: slice.continued || slice.repeated }];
    }),
    furniture: page.boxes.map((box) =>
      box.parts
        .map((part) => {
          if (part.kind === 'text') return casedText(part.text, box.css);
          const running = composition.running[part.element];
          return running === undefined ? '' : renderedText(running, paged);
        })
        .join(''),
    ),
    textArea: { ...area, top: page.margins.top, bottom: bottom - page.noteHeight },
    ...(page.noteHeight === 0 ? {} : { noteArea: { ...area, top: bottom - page.noteHeight, bottom } }),
  };
};

/** What all pages must show. */
export const expectPages = (
  composition: Composition,
  pages: readonly PlannedPage[],
): readonly ExpectedPage[] => pages.map((page) => expectPage(composition, page));
