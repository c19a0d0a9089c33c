/**
 * The numbers that depend on pages: folios, references, notes numbered by page. Comes in: a makeup and what waits for a
 * number; goes out: the texts, in the counter styles of CSS and the ordinals of the language.
 */
import { counterText } from '../protocol/counter-styles.ts';
import type { Galley, NoteId } from '../protocol/galley.ts';
import type { Makeup, PageMakeup } from '../protocol/makeup.ts';
import type { PageRules } from '../protocol/paged-css.ts';
import type { NumberTexts, PageReference } from '../protocol/paginator.ts';
import { destinationsOf } from './destinations.ts';
import { pageStyleOn, sheetOf } from './page-geometry.ts';

/** The counter style in which a page prints its folio: that of the first `counter(page, …)` in its margin boxes. */
export const folioStyle = (rules: PageRules, page: PageMakeup): string => {
  const { boxes } = pageStyleOn(rules, sheetOf(rules), page);
  for (const box of boxes) {
    for (const part of box.content) {
      if (part.kind === 'counter' && part.name === 'page') return part.style;
    }
  }
  return 'decimal';
};

/** The folio of a page as text. */
export const folioOf = (rules: PageRules, page: PageMakeup): string =>
  counterText(page.number, folioStyle(rules, page));

/** Numbers of notes where they begin again on each page; empty otherwise. */
const notesByPage = (makeup: Makeup, rules: PageRules): Readonly<Record<NoteId, number>> => {
  if (rules.notes.numbering !== 'page') return {};
  const numbers: Record<NoteId, number> = {};
  for (const page of makeup.pages) {
    let number = 0;
    for (const slice of page.notes) {
      if (slice.continued || slice.repeated) continue;
      number += 1;
      numbers[slice.note] = number;
    }
  }
  return numbers;
};

/**
 * The text of every number that depends on pages. `plain` is the folio as it is printed, `ordinal` goes through the
 * language, anything else is a counter style. A reference to an id that stands nowhere keeps its text.
 */
export const numberTexts = (
  galley: Galley,
  makeup: Makeup,
  references: readonly PageReference[],
  rules: PageRules,
  ordinal: (number: number) => string,
): NumberTexts => {
  const destinations = destinationsOf(galley, makeup, rules);
  const texts: Record<number, string> = {};
  for (const reference of references) {
    const page = makeup.pages[destinations.get(reference.target)?.page ?? -1];
    if (page === undefined) continue;
    const style = folioStyle(rules, page);
    texts[reference.index] =
      reference.form === 'plain'
        ? counterText(page.number, style)
        : reference.form === 'ordinal'
          ? style === 'decimal'
            ? ordinal(page.number)
            : counterText(page.number, style)
          : counterText(page.number, reference.form);
  }
  return { references: texts, notes: notesByPage(makeup, rules) };
};
