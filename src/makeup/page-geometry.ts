/**
 * Page rules as lengths on the sheet: what the browser lays the columns with and what makeup fills. The sheet is the trim
 * plus twice the bleed, in whole CSS px: with a fraction of one, positions drift over hundreds of pages.
 */
import { mmToPx } from '../protocol/length.ts';
import type { RoomOf } from '../protocol/makeup.ts';
import type { Margins, PageKind, PageRules, PageStyle } from '../protocol/paged-css.ts';
import { resolvePageStyle } from '../protocol/paged-css.ts';
import type { PageGeometry } from '../protocol/paginator.ts';

/** Width and height of the sheet in whole CSS px, never less than trim and bleed ask for. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** The sheet of a template's pages. */
export const sheetOf = (rules: PageRules): Sheet => ({
  width: Math.ceil(mmToPx(rules.trim.width + 2 * rules.bleed) - 0.001),
  height: Math.ceil(mmToPx(rules.trim.height + 2 * rules.bleed) - 0.001),
});

/** What the sheet has beyond trim and bleed because its px are whole; it lies at the right and at the foot, and is cut off. */
const beyond = (rules: PageRules, sheet: Sheet): { readonly right: number; readonly bottom: number } => ({
  right: sheet.width - mmToPx(rules.trim.width + 2 * rules.bleed),
  bottom: sheet.height - mmToPx(rules.trim.height + 2 * rules.bleed),
});

/** The style of one page, its margins counted from the sheet's edges. */
export const pageStyleOn = (rules: PageRules, sheet: Sheet, page: PageKind): PageStyle => {
  const style = resolvePageStyle(rules.rules, page);
  const bleed = mmToPx(rules.bleed);
  const more = beyond(rules, sheet);
  const margins: Margins = {
    top: style.margins.top + bleed,
    right: style.margins.right + bleed + more.right,
    bottom: style.margins.bottom + bleed + more.bottom,
    left: style.margins.left + bleed,
  };
  return { ...style, margins };
};

/** The geometry of the pages of every name that has a page rule, and of `auto`. */
export const geometriesOf = (rules: PageRules): readonly PageGeometry[] => {
  const sheet = sheetOf(rules);
  const names = new Set(['auto', ...rules.rules.flatMap((rule) => rule.selector.name ?? [])]);
  return [...names].map((name) => {
    const kind = { name, first: false, blank: false };
    const recto = pageStyleOn(rules, sheet, { ...kind, side: 'recto' });
    const verso = pageStyleOn(rules, sheet, { ...kind, side: 'verso' });
    const left = Math.min(recto.margins.left, verso.margins.left);
    const right = Math.min(recto.margins.right, verso.margins.right);
    return {
      name,
      left,
      right,
      top: recto.margins.top,
      bottom: recto.margins.bottom,
      recto: { left: recto.margins.left - left, right: recto.margins.right - right },
      verso: { left: verso.margins.left - left, right: verso.margins.right - right },
      background: recto.background,
    };
  });
};

/** How much text and notes a page holds, by the template's page rules. */
export const roomsOf = (rules: PageRules): RoomOf => {
  const sheet = sheetOf(rules);
  const known = new Map<string, number>();
  return ({ name, side, first }) => {
    const key = `${side} ${first ? 'first' : ''} ${name}`;
    let height = known.get(key);
    if (height === undefined) {
      const { margins } = pageStyleOn(rules, sheet, { name, side, first, blank: false });
      height = sheet.height - margins.top - margins.bottom;
      known.set(key, height);
    }
    return { height };
  };
};
