/** The declarations of page rules, by property. */
import type { Declaration } from 'css-tree';
import { generate } from 'css-tree';
import type { Margins } from '../../protocol/paged-css.ts';
import { checkDeclaration } from './check-declaration.ts';
import type { SheetReading } from './css-place.ts';
import { fault } from './css-place.ts';
import { cssText } from './declarations.ts';
import { readMargins } from './page-margins.ts';
import type { TrimSize } from './page-size.ts';
import { readBleed, readMarks, readSize } from './page-size.ts';

/** What the declarations of one page rule come to; what is not given is absent. */
export interface PageDeclarations {
  readonly size?: TrimSize;
  /** In mm. */
  readonly bleed?: number;
  readonly marks?: readonly ('crop' | 'cross')[];
  /** Notes are counted page by page. */
  readonly numbering?: 'page';
  readonly margins: Partial<Margins>;
  /** `background…` as CSS text. */
  readonly background: string;
  /** What the margin boxes inherit (`font-size`, `color`…), as CSS text. */
  readonly inherited: readonly string[];
}

/** What a page rule without declarations comes to. */
export const noDeclarations: PageDeclarations = { margins: {}, background: '', inherited: [] };

type Read = (
  declaration: Declaration,
  reading: SheetReading,
  before: PageDeclarations,
) => Partial<PageDeclarations>;

/** The field of what was read, or nothing. */
const field = <Name extends keyof PageDeclarations>(
  name: Name,
  value: PageDeclarations[Name] | undefined,
): Partial<PageDeclarations> => (value === undefined ? {} : { [name]: value });

const resetNotes: Read = (declaration, reading) => {
  const text = generate(declaration.value).trim();
  if (/^footnote(?:\s+0)?$/u.test(text)) return { numbering: 'page' };
  fault(
    reading,
    'template/unsupported-value',
    declaration,
    `Unexpected \`counter-reset: ${text}\` on a page, expected \`counter-reset: footnote\``,
    'page numbers begin again at an element: `section.body { counter-reset: page 1 }`',
  );
  return {};
};

/** Properties that all pages of a publication share. */
const ofTheSheet: Readonly<Record<string, Read>> = {
  size: (declaration, reading) => field('size', readSize(declaration, reading)),
  bleed: (declaration, reading) => field('bleed', readBleed(declaration, reading)),
  marks: (declaration, reading) => field('marks', readMarks(declaration, reading)),
  'counter-reset': resetNotes,
};

const margin: Read = (declaration, reading, before) => ({
  margins: { ...before.margins, ...readMargins(declaration, reading) },
});

const background: Read = (declaration, reading, before) =>
  checkDeclaration(declaration, reading)
    ? { background: `${before.background}${cssText(declaration)};` }
    : {};

const inherited: Read = (declaration, reading, before) =>
  checkDeclaration(declaration, reading) ? { inherited: [...before.inherited, cssText(declaration)] } : {};

const ofSomePages: readonly (readonly [RegExp, Read])[] = [
  [/^margin(?:-(?:top|right|bottom|left))?$/u, margin],
  [/^background(?:-|$)/u, background],
  [
    /^(?:--.*|color|font|font-.*|letter-spacing|line-height|text-(?:align|transform|rendering|indent)|white-space|word-spacing|hyphens|quotes)$/u,
    inherited,
  ],
];

/** Reads one declaration of a page rule. `forAll`: the rule has no selector. */
export const readPageDeclaration = (
  declaration: Declaration,
  forAll: boolean,
  before: PageDeclarations,
  reading: SheetReading,
): PageDeclarations => {
  const property = declaration.property.toLowerCase();
  const shared = ofTheSheet[property];
  if (shared !== undefined && !forAll) {
    fault(
      reading,
      'template/page-size',
      declaration,
      `Unexpected \`${property}\` for some pages, expected it in \`@page\` alone`,
      'all pages of a publication share one sheet, and count their notes alike',
    );
    return before;
  }
  const read = shared ?? ofSomePages.find(([pattern]) => pattern.test(property))?.[1];
  if (read !== undefined) return { ...before, ...read(declaration, reading, before) };
  fault(
    reading,
    'template/unsupported-property',
    declaration,
    `Unexpected \`${property}\` in a page rule, expected \`size\`, \`margin\`, \`background\`, \`bleed\`, \`marks\`, \`counter-reset\` or a property of the margin boxes' text`,
    'borders and paddings of pages are not drawn: give them to a margin box or to an element',
  );
  return before;
};
