/** `@page` rules as values (CSS Page 3, https://www.w3.org/TR/css-page-3/; CSS GCPM 3 for what they hold). */
import type { Atrule, Declaration } from 'css-tree';
import { generate } from 'css-tree';
import type { ContentPart, MarginBoxSlot, Margins, PageSelector } from '../../protocol/paged-css.ts';
import { marginBoxSlots } from '../../protocol/paged-css.ts';
import type { Place } from '../../protocol/place.ts';
import { checkDeclaration } from './check-declaration.ts';
import { cssText, declarationsOf } from './declarations.ts';
import { contentValue } from './content-parts.ts';
import type { SheetReading } from './css-place.ts';
import { cssPlace, fault } from './css-place.ts';
import type { FootnoteAreaRule } from './footnote-area.ts';
import { readFootnoteArea } from './footnote-area.ts';
import { readMargins } from './page-margins.ts';
import { readPageSelectors } from './page-selector.ts';
import type { TrimSize } from './page-size.ts';
import { readBleed, readMarks, readSize } from './page-size.ts';
import type { RootVariables } from './root-variables.ts';
import { withVariables } from './root-variables.ts';

/** A margin box as one rule writes it; no `content` where the rule leaves it to the rules below. */
export interface MarginBoxRule {
  readonly slot: MarginBoxSlot;
  readonly content?: readonly ContentPart[];
  readonly css: string;
}

/** One `@page` rule for one selector, as written. */
export interface WrittenPageRule {
  readonly selector: PageSelector;
  readonly margins: Partial<Margins>;
  readonly boxes: readonly MarginBoxRule[];
  readonly background: string;
  /** Declarations that the margin boxes inherit (`font-size`, `color`…), as CSS text. */
  readonly inherited: string;
  readonly place: Place;
}

/** What one `@page` rule says beside its margins and boxes. */
export interface PageRuleReading {
  readonly rules: readonly WrittenPageRule[];
  readonly size?: TrimSize;
  readonly bleed?: number;
  readonly marks?: readonly ('crop' | 'cross')[];
  readonly numbering?: 'page';
  readonly areas: readonly FootnoteAreaRule[];
}

const isSlot = (name: string): name is MarginBoxSlot => (marginBoxSlots as readonly string[]).includes(name);

/** What margin boxes inherit from their page. */
const inheritedProperties =
  /^(?:color|font|font-(?!face).*|letter-spacing|line-height|text-(?:align|transform|rendering|indent)|white-space|word-spacing|hyphens|quotes)$/u;

const readBox = (
  slot: MarginBoxSlot,
  rule: Atrule,
  variables: RootVariables,
  reading: SheetReading,
): MarginBoxRule => {
  const css: string[] = [];
  let content: readonly ContentPart[] | undefined;
  for (const declaration of declarationsOf(rule.block)) {
    if (declaration.property === 'content' && declaration.value.type === 'Value') {
      content = contentValue(withVariables(declaration.value, variables), 'margin-box', reading);
    } else if (checkDeclaration(declaration, reading)) {
      css.push(cssText(declaration));
    }
  }
  return { slot, css: css.join(';'), ...(content === undefined ? {} : { content }) };
};

const resetsNotes = (declaration: Declaration, reading: SheetReading): boolean => {
  const text = generate(declaration.value).trim();
  if (/^footnote(?:\s+0)?$/u.test(text)) return true;
  fault(
    reading,
    'template/unsupported-value',
    declaration,
    `Unexpected \`counter-reset: ${text}\` on a page, expected \`counter-reset: footnote\``,
    'page numbers begin again at an element: `section.body { counter-reset: page 1 }`',
  );
  return false;
};

/** Reads one `@page` rule. */
export const readPageRule = (
  rule: Atrule,
  variables: RootVariables,
  reading: SheetReading,
): PageRuleReading => {
  const selectors = readPageSelectors(rule, reading);
  const forAll = selectors.length === 1 && selectors[0]?.name === undefined && selectors[0]?.pseudo.length === 0;
  let margins: Partial<Margins> = {};
  let size: TrimSize | undefined;
  let bleed: number | undefined;
  let marks: readonly ('crop' | 'cross')[] | undefined;
  let numbering: 'page' | undefined;
  let background = '';
  const inherited: string[] = [];
  const onlyForAll = (declaration: Declaration): boolean => {
    if (forAll) return true;
    fault(
      reading,
      'template/page-size',
      declaration,
      `Unexpected \`${declaration.property}\` for some pages, expected it in \`@page\` alone`,
      'all pages of a publication share one sheet',
    );
    return false;
  };
  for (const written of declarationsOf(rule.block)) {
    const declaration =
      written.value.type === 'Value'
        ? { ...written, value: withVariables(written.value, variables) }
        : written;
    const { property } = declaration;
    if (property === 'size') {
      if (onlyForAll(declaration)) size = readSize(declaration, reading) ?? size;
    } else if (property === 'bleed') {
      if (onlyForAll(declaration)) bleed = readBleed(declaration, reading) ?? bleed;
    } else if (property === 'marks') {
      if (onlyForAll(declaration)) marks = readMarks(declaration, reading) ?? marks;
    } else if (property === 'margin' || /^margin-(?:top|right|bottom|left)$/u.test(property)) {
      margins = { ...margins, ...readMargins(declaration, reading) };
    } else if (property === 'counter-reset') {
      if (resetsNotes(declaration, reading) && onlyForAll(declaration)) numbering = 'page';
    } else if (property === 'background' || property.startsWith('background-')) {
      if (checkDeclaration(declaration, reading)) background += `${cssText(declaration)};`;
    } else if (inheritedProperties.test(property)) {
      if (checkDeclaration(declaration, reading)) inherited.push(cssText(declaration));
    } else if (!property.startsWith('--')) {
      fault(
        reading,
        'template/unsupported-property',
        declaration,
        `Unexpected \`${property}\` in a page rule, expected \`size\`, \`margin\`, \`background\`, \`bleed\`, \`marks\`, \`counter-reset\` or a property of the margin boxes' text`,
        'borders and paddings of pages are not drawn: give them to a margin box or to an element',
      );
    }
  }
  const boxes: MarginBoxRule[] = [];
  const areas: FootnoteAreaRule[] = [];
  for (const node of rule.block?.children.toArray() ?? []) {
    if (node.type !== 'Atrule') continue;
    const name = node.name.toLowerCase();
    if (isSlot(name)) {
      boxes.push(readBox(name, node, variables, reading));
    } else if (name === 'footnote' && forAll) {
      areas.push(readFootnoteArea(node, variables, reading));
    } else {
      fault(
        reading,
        'template/unsupported-at-rule',
        node,
        `Unexpected \`@${node.name}\` in a page rule, expected a margin box or \`@footnote\``,
        name === 'footnote'
          ? 'the note area is the same on all pages: write `@footnote` in `@page` without a selector'
          : `the margin boxes are ${marginBoxSlots.map((slot) => `@${slot}`).join(', ')}`,
      );
    }
  }
  const rules = selectors.map((selector) => ({
    selector,
    margins,
    boxes,
    background,
    inherited: inherited.join(';'),
    place: cssPlace(rule, reading.file),
  }));
  return {
    rules,
    areas,
    ...(size === undefined ? {} : { size }),
    ...(bleed === undefined ? {} : { bleed }),
    ...(marks === undefined ? {} : { marks }),
    ...(numbering === undefined ? {} : { numbering }),
  };
};
