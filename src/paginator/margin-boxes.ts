/** Lays the sixteen margin boxes of a page (CSS Page 3 §5, https://www.w3.org/TR/css-page-3/#margin-boxes). */
import { romanNumber } from '../protocol/counter-styles.ts';
import type { MarginBoxSlot } from '../protocol/paged-css.ts';
import { pagedClasses } from '../protocol/paged-css.ts';
import type { PlannedBox, PlannedPage, Rect } from '../protocol/paginator.ts';

interface Edge {
  readonly rect: Rect;
  readonly direction: 'row' | 'column';
  readonly slots: readonly [MarginBoxSlot, MarginBoxSlot, MarginBoxSlot];
}

interface Sheet {
  readonly width: number;
  readonly height: number;
}

const edgesOf = (sheet: Sheet, margins: PlannedPage['margins']): readonly Edge[] => {
  const right = sheet.width - margins.right;
  const bottom = sheet.height - margins.bottom;
  return [
    {
      rect: { left: margins.left, top: 0, right, bottom: margins.top },
      direction: 'row',
      slots: ['top-left', 'top-center', 'top-right'],
    },
    {
      rect: { left: margins.left, top: bottom, right, bottom: sheet.height },
      direction: 'row',
      slots: ['bottom-left', 'bottom-center', 'bottom-right'],
    },
    {
      rect: { left: 0, top: margins.top, right: margins.left, bottom },
      direction: 'column',
      slots: ['left-top', 'left-middle', 'left-bottom'],
    },
    {
      rect: { left: right, top: margins.top, right: sheet.width, bottom },
      direction: 'column',
      slots: ['right-top', 'right-middle', 'right-bottom'],
    },
  ];
};

const cornersOf = (sheet: Sheet, margins: PlannedPage['margins']): ReadonlyMap<MarginBoxSlot, Rect> => {
  const right = sheet.width - margins.right;
  const bottom = sheet.height - margins.bottom;
  return new Map<MarginBoxSlot, Rect>([
    ['top-left-corner', { left: 0, top: 0, right: margins.left, bottom: margins.top }],
    ['top-right-corner', { left: right, top: 0, right: sheet.width, bottom: margins.top }],
    ['bottom-left-corner', { left: 0, top: bottom, right: margins.left, bottom: sheet.height }],
    ['bottom-right-corner', { left: right, top: bottom, right: sheet.width, bottom: sheet.height }],
  ]);
};

/** Initial alignment of each box (CSS Page 3 §5.3.1): along the edge and across it. */
const alignment = (slot: MarginBoxSlot): { readonly text: string; readonly across: string } => {
  const text = slot.endsWith('-left')
    ? 'left'
    : slot.endsWith('-right')
      ? 'right'
      : slot === 'top-left-corner' || slot === 'bottom-left-corner'
        ? 'right'
        : slot === 'top-right-corner' || slot === 'bottom-right-corner'
          ? 'left'
          : 'center';
  const across = slot.endsWith('-top') ? 'start' : slot.endsWith('-bottom') ? 'end' : 'center';
  return { text, across };
};

const acrossOf = (css: string): string | undefined => {
  const value = /(?:^|;)\s*vertical-align\s*:\s*(top|middle|bottom)/u.exec(css)?.[1];
  return value === undefined ? undefined : { top: 'start', middle: 'center', bottom: 'end' }[value];
};

/** A roman numeral is of no language: capitals of Azerbaijani or Turkish would put a dot on its I. */
const textOf = (text: string): string | HTMLSpanElement => {
  if (romanNumber(text) === undefined) return text;
  const numeral = document.createElement('span');
  numeral.lang = '';
  numeral.append(text);
  return numeral;
};

const fill = (box: PlannedBox, running: (element: number) => HTMLElement | undefined): HTMLElement => {
  const element = document.createElement('div');
  const initial = alignment(box.slot);
  element.className = pagedClasses.marginBox;
  element.dataset['slot'] = box.slot;
  element.style.cssText = box.css;
  if (element.style.textAlign === '') element.style.textAlign = initial.text;
  element.style.alignContent = acrossOf(box.css) ?? initial.across;
  for (const part of box.parts) {
    if (part.kind === 'text') element.append(textOf(part.text));
    else {
      const source = running(part.element);
      if (source !== undefined) element.append(source.cloneNode(true));
    }
  }
  return element;
};

const place = (element: HTMLElement, rect: Rect, origin: { left: number; top: number }): void => {
  element.style.position = 'absolute';
  element.style.left = `${rect.left - origin.left}px`;
  element.style.top = `${rect.top + origin.top}px`;
  element.style.width = `${rect.right - rect.left}px`;
  element.style.height = `${rect.bottom - rect.top}px`;
};

/** Builds the margin boxes of one page; `origin` is the page area's left edge on the sheet and the page's top in the flow. */
export const buildMarginBoxes = (
  page: PlannedPage,
  sheet: Sheet,
  origin: { readonly left: number; readonly top: number },
  running: (element: number) => HTMLElement | undefined,
): readonly HTMLElement[] => {
  const built: HTMLElement[] = [];
  const bySlot = new Map(page.boxes.map((box) => [box.slot, box]));
  for (const [slot, rect] of cornersOf(sheet, page.margins)) {
    const box = bySlot.get(slot);
    if (box === undefined) continue;
    const element = fill(box, running);
    place(element, rect, origin);
    built.push(element);
  }
  for (const edge of edgesOf(sheet, page.margins)) {
    const boxes = edge.slots.map((slot) => {
      const box = bySlot.get(slot);
      return box === undefined ? undefined : fill(box, running);
    });
    const [only, ...others] = boxes.filter((box) => box !== undefined);
    if (only === undefined) continue;
    // Alone it has the whole edge, unless it says how wide or high it is.
    if (others.length === 0 && !only.style.width && !only.style.height) {
      place(only, edge.rect, origin);
      built.push(only);
      continue;
    }
    const strip = document.createElement('div');
    strip.className = 'tf-margin-strip';
    strip.style.flexDirection = edge.direction;
    place(strip, edge.rect, origin);
    const centred = boxes[1] !== undefined;
    for (const [index, box] of boxes.entries()) {
      if (box === undefined && !centred) continue;
      const element = box ?? document.createElement('div');
      // With a box in the middle the outer two share what it leaves equally, so that it stays in the middle.
      if (!element.style.width)
        element.style.flex = index === 1 ? '0 1 auto' : centred ? '1 1 0' : '1 1 auto';
      strip.append(element);
    }
    built.push(strip);
  }
  return built;
};
