/** `@page` rules as values (CSS Page 3, https://www.w3.org/TR/css-page-3/; CSS GCPM 3 for what they hold). */
import type { Atrule } from 'css-tree';
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
import type { PageDeclarations } from './page-declarations.ts';
import { noDeclarations, readPageDeclaration } from './page-declarations.ts';
import { readPageSelectors } from './page-selector.ts';
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

/** What one `@page` rule comes to: what it says of the sheet, and a rule for each of its selectors. */
export interface PageRuleReading extends Pick<PageDeclarations, 'size' | 'bleed' | 'marks' | 'numbering'> {
  readonly rules: readonly WrittenPageRule[];
  readonly areas: readonly FootnoteAreaRule[];
}

const isSlot = (name: string): name is MarginBoxSlot => (marginBoxSlots as readonly string[]).includes(name);

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

/** What the at-rules inside a page rule come to. */
interface PageParts {
  readonly boxes: readonly MarginBoxRule[];
  readonly areas: readonly FootnoteAreaRule[];
}

const readParts = (
  rule: Atrule,
  forAll: boolean,
  variables: RootVariables,
  reading: SheetReading,
): PageParts => {
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
  return { boxes, areas };
};

/** Reads one `@page` rule. */
export const readPageRule = (
  rule: Atrule,
  variables: RootVariables,
  reading: SheetReading,
): PageRuleReading => {
  const selectors = readPageSelectors(rule, reading);
  const forAll = selectors.every(({ name, pseudo }) => name === undefined && pseudo.length === 0);
  const { margins, background, inherited, ...sheet } = declarationsOf(rule.block).reduce<PageDeclarations>(
    (before, declaration) => {
      const { value } = declaration;
      const complete =
        value.type === 'Value' ? { ...declaration, value: withVariables(value, variables) } : declaration;
      return readPageDeclaration(complete, forAll, before, reading);
    },
    noDeclarations,
  );
  const { boxes, areas } = readParts(rule, forAll, variables, reading);
  const place = cssPlace(rule, reading.file);
  return {
    ...sheet,
    areas,
    rules: selectors.map((selector) => ({
      selector,
      margins,
      boxes,
      background,
      inherited: inherited.join(';'),
      place,
    })),
  };
};
