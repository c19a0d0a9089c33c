/**
 * The makeup as pages to be composed: each page's own margins, and its margin boxes with their counters and named strings
 * as text (CSS GCPM 3 §1.1, https://www.w3.org/TR/css-gcpm-3/#named-strings).
 */
import { counterText } from '../protocol/counter-styles.ts';
import type { Galley, Item } from '../protocol/galley.ts';
import type { Makeup, PageMakeup } from '../protocol/makeup.ts';
import type { ContentPart, MarginBox, PageRules } from '../protocol/paged-css.ts';
import type { PlannedBox, PlannedPage } from '../protocol/paginator.ts';
import { pageStyleOn, sheetOf } from './page-geometry.ts';

/** What a named string or running element is on one page. */
interface Named<T> {
  /** Its value when the page begins. */
  readonly entry: T | undefined;
  /** The first value given on the page. */
  readonly first: T | undefined;
  /** The value when the page ends. */
  readonly last: T | undefined;
  /** The first value is given by the page's first item. */
  readonly atStart: boolean;
}

type Which = 'first' | 'start' | 'last' | 'first-except';

const nothing: Named<never> = { entry: undefined, first: undefined, last: undefined, atStart: false };

const choose = <T>(named: Named<T>, which: Which): T | undefined => {
  switch (which) {
    case 'first':
      return named.first ?? named.entry;
    case 'start':
      return named.atStart ? named.first : named.entry;
    case 'last':
      return named.last ?? named.entry;
    case 'first-except':
      return named.first === undefined ? named.entry : undefined;
  }
};

/** Follows one kind of name through the pages. */
const follow = <T>(
  pages: readonly PageMakeup[],
  galley: Galley,
  given: (item: Item) => readonly { readonly name: string; readonly value: T }[],
): readonly ReadonlyMap<string, Named<T>>[] => {
  let current = new Map<string, T>();
  return pages.map((page) => {
    const named = new Map<string, Named<T>>();
    for (const [name, value] of current) named.set(name, { ...nothing, entry: value });
    const next = new Map(current);
    const items = page.blank ? [] : (galley.runs[page.run]?.items ?? []);
    for (let index = page.from; index < page.to; index += 1) {
      const item = items[index];
      if (item === undefined) continue;
      for (const { name, value } of given(item)) {
        const known: Named<T> = named.get(name) ?? nothing;
        named.set(name, {
          entry: known.entry,
          first: known.first ?? value,
          last: value,
          atStart: known.first === undefined ? index === page.from : known.atStart,
        });
        next.set(name, value);
      }
    }
    current = next;
    return named;
  });
};

type BoxPart = PlannedBox['parts'][number];

interface PageValues {
  readonly page: PageMakeup;
  readonly pages: number;
  readonly strings: ReadonlyMap<string, Named<string>>;
  readonly running: ReadonlyMap<string, Named<number>>;
}

const planPart = (part: ContentPart, values: PageValues): BoxPart | undefined => {
  switch (part.kind) {
    case 'text':
      return { kind: 'text', text: part.text };
    case 'counter': {
      const number = part.name === 'pages' ? values.pages : part.name === 'page' ? values.page.number : 0;
      return { kind: 'text', text: counterText(number, part.style) };
    }
    case 'string': {
      const text = choose<string>(values.strings.get(part.name) ?? nothing, part.which);
      return text === undefined ? undefined : { kind: 'text', text };
    }
    case 'element': {
      const element = choose<number>(values.running.get(part.name) ?? nothing, part.which);
      return element === undefined ? undefined : { kind: 'element', element };
    }
    case 'content':
    case 'attr':
    case 'target-counter':
    case 'target-text':
    case 'leader':
      // They belong to elements; the template room refuses them in margin boxes.
      return undefined;
  }
};

const planBox = (box: MarginBox, values: PageValues): PlannedBox => ({
  slot: box.slot,
  css: box.css,
  parts: box.content.flatMap((part) => planPart(part, values) ?? []),
});

/** Plans every page of a makeup. */
export const planPages = (galley: Galley, makeup: Makeup, rules: PageRules): readonly PlannedPage[] => {
  const sheet = sheetOf(rules);
  const strings = follow(makeup.pages, galley, (item) => item.strings);
  const running = follow(makeup.pages, galley, (item) =>
    item.running.map(({ name, element }) => ({ name, value: element })),
  );
  return makeup.pages.map((page, index) => {
    const style = pageStyleOn(rules, sheet, page);
    const values: PageValues = {
      page,
      pages: makeup.pages.length,
      strings: strings[index] ?? new Map<string, Named<string>>(),
      running: running[index] ?? new Map<string, Named<number>>(),
    };
    return {
      index: page.index,
      side: page.side,
      run: page.run,
      name: page.name,
      blank: page.blank,
      from: page.from,
      to: page.to,
      notes: page.notes,
      noteHeight: page.noteHeight,
      margins: style.margins,
      boxes: style.boxes.map((box) => planBox(box, values)).filter((box) => box.parts.length > 0),
    };
  });
};
