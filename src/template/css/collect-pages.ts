/** Puts the `@page` rules of all sheets together: what a box inherits, the size of the sheet, the measure of every page. */
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { mmToPx, pxToMm } from '../../protocol/length.ts';
import type { ContentPart, MarginBox, PageKind, PageRule, PageRules } from '../../protocol/paged-css.ts';
import { resolvePageStyle, specificity, usualBleed } from '../../protocol/paged-css.ts';
import type { FootnoteAreaRule } from './footnote-area.ts';
import type { MarginBoxRule, PageRuleReading, WrittenPageRule } from './page-rules.ts';
import { selectsAllOf } from './page-selector.ts';
import type { TrimSize } from './page-size.ts';
import { defaultSize } from './page-size.ts';

/** Narrowest column and lowest text area in mm that anything can be set in. */
const LEAST_ROOM = 20;

/** `max-height` of the note area where no rule gives one, as the protocol has it. */
const NO_LIMIT = 1e9;

const defaultNumber: readonly ContentPart[] = [{ kind: 'counter', name: 'footnote', style: 'decimal' }];

/** Rules that apply wherever `rule` does, general ones first, and `rule` itself last. */
const rulesBelow = (rule: WrittenPageRule, all: readonly WrittenPageRule[]): readonly WrittenPageRule[] =>
  all
    .filter((other) => other !== rule && selectsAllOf(other.selector, rule.selector))
    .toSorted((a, b) => specificity(a.selector) - specificity(b.selector))
    .concat(rule);

/** A box with the content it takes over from rules below, and the text properties of its pages. */
const completeBox = (
  box: MarginBoxRule,
  rule: WrittenPageRule,
  all: readonly WrittenPageRule[],
): MarginBox => {
  const below = rulesBelow(rule, all);
  const content = below
    .flatMap((one) => one.boxes)
    .filter((other) => other.slot === box.slot)
    .reduce<readonly ContentPart[]>((found, other) => other.content ?? found, []);
  const inherited = below.map((one) => one.inherited).filter((css) => css !== '');
  return { slot: box.slot, content: box.content ?? content, css: [...inherited, box.css].join(';') };
};

const completeRule = (rule: WrittenPageRule, all: readonly WrittenPageRule[]): PageRule => {
  // Several blocks of one slot in one rule: each later one goes over the earlier.
  const boxes = rule.boxes.map((box) => completeBox(box, rule, all));
  return { selector: rule.selector, margins: rule.margins, boxes, background: rule.background };
};

/** Every kind of page with text that rules can tell apart; blank pages have no column. */
const pageKinds = (rules: readonly PageRule[]): readonly PageKind[] => {
  const names = [
    'auto',
    ...rules.flatMap(({ selector }) => (selector.name === undefined ? [] : [selector.name])),
  ];
  return [...new Set(names)].flatMap((name) =>
    [false, true].flatMap((first) =>
      (['recto', 'verso'] as const).map((side) => ({ name, side, first, blank: false })),
    ),
  );
};

const kindName = (page: PageKind): string =>
  `${page.name === 'auto' ? '' : page.name}${page.first ? ':first' : ''}:${page.side === 'recto' ? 'right' : 'left'}`;

const rounded = (px: number): string => `${(Math.round(pxToMm(px) * 100) / 100).toString()}mm`;

const checkRoom = (
  rules: readonly PageRule[],
  written: readonly WrittenPageRule[],
  trim: TrimSize,
): readonly Diagnostic[] => {
  const faults: Diagnostic[] = [];
  const measures = new Map<string, { readonly measure: number; readonly page: PageKind }>();
  const told = new Set<string>();
  for (const page of pageKinds(rules)) {
    if (told.has(page.name)) continue;
    const { margins } = resolvePageStyle(rules, page);
    const measure = mmToPx(trim.width) - margins.left - margins.right;
    const depth = mmToPx(trim.height) - margins.top - margins.bottom;
    const place = written.findLast(
      (rule) => rule.selector.name === undefined || rule.selector.name === page.name,
    )?.place;
    const known = measures.get(page.name);
    if (Math.min(measure, depth) < mmToPx(LEAST_ROOM)) {
      told.add(page.name);
      faults.push(
        diagnose(
          'template/no-room',
          `Unexpected text area of ${rounded(measure)} by ${rounded(depth)} on pages \`${kindName(page)}\`, expected at least ${LEAST_ROOM}mm each way`,
          { place, hint: 'make the margins smaller or the page larger' },
        ),
      );
    } else if (known === undefined) {
      measures.set(page.name, { measure, page });
    } else if (Math.abs(known.measure - measure) > 0.01) {
      told.add(page.name);
      faults.push(
        diagnose(
          'template/measure-changes',
          `Unexpected measure of ${rounded(measure)} on pages \`${kindName(page)}\`, expected ${rounded(known.measure)} as on \`${kindName(known.page)}\``,
          { place, hint: 'let left and right margins add up to the same, or give these pages a name' },
        ),
      );
    }
  }
  return faults;
};

/** Rules of all sheets in order, calls and markers as the last sheet gives them. */
export const collectPages = (
  readings: readonly PageRuleReading[],
  areas: readonly FootnoteAreaRule[],
  marks: {
    readonly call: readonly ContentPart[] | undefined;
    readonly marker: readonly ContentPart[] | undefined;
  },
): { readonly rules: PageRules; readonly diagnostics: readonly Diagnostic[] } => {
  const written = readings.flatMap((reading) => reading.rules);
  const rules = written.map((rule) => completeRule(rule, written));
  const trim = readings.findLast((reading) => reading.size !== undefined)?.size ?? defaultSize;
  return {
    rules: {
      trim,
      bleed: readings.findLast((reading) => reading.bleed !== undefined)?.bleed ?? usualBleed,
      marks: readings.findLast((reading) => reading.marks !== undefined)?.marks ?? [],
      rules,
      notes: {
        numbering: readings.some((reading) => reading.numbering === 'page') ? 'page' : 'document',
        call: marks.call ?? defaultNumber,
        marker: marks.marker ?? defaultNumber,
        maxHeight: areas.findLast((area) => area.maxHeight !== undefined)?.maxHeight ?? NO_LIMIT,
      },
    },
    diagnostics: checkRoom(rules, written, trim),
  };
};
