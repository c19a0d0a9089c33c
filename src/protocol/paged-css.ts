/**
 * What the template's CSS says that Chromium does not know (CSS Paged Media 3, https://www.w3.org/TR/css-page-3/; CSS
 * GCPM 3, https://www.w3.org/TR/css-gcpm-3/). Page rules travel as values; what belongs to elements travels in registered,
 * non-inheriting custom properties, so that Chromium's own cascade decides; the paginator reads them back.
 */

/** One part of a `content` value. */
export type ContentPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `counter(page | pages | footnote, style)`. */
  | { readonly kind: 'counter'; readonly name: string; readonly style: string }
  /** `string(name, which)`: margin boxes only. */
  | {
      readonly kind: 'string';
      readonly name: string;
      readonly which: 'first' | 'start' | 'last' | 'first-except';
    }
  /** `element(name, which)`: margin boxes only. */
  | {
      readonly kind: 'element';
      readonly name: string;
      readonly which: 'first' | 'start' | 'last' | 'first-except';
    }
  /** `content()`, `content(text)`: the element's own text. */
  | { readonly kind: 'content' }
  | { readonly kind: 'attr'; readonly name: string }
  /** `target-counter(attr(href), page, style)`. */
  | {
      readonly kind: 'target-counter';
      readonly attr: string;
      readonly counter: string;
      readonly style: string;
    }
  /** `target-text(attr(href))`. */
  | { readonly kind: 'target-text'; readonly attr: string }
  /** `leader(dotted | solid | space | "…")`, already resolved to the string that repeats. */
  | { readonly kind: 'leader'; readonly text: string };

/** `string-set: name part…`. */
export interface StringSetDeclaration {
  readonly name: string;
  readonly parts: readonly ContentPart[];
}

/**
 * The custom properties a template's rewritten CSS uses. Values are CSS strings holding `encodeURIComponent(JSON)`, but
 * for the two marked plain. Each is registered with `@property { syntax: "*"; inherits: false }`.
 */
export const pagedProperties = {
  /** plain: `footnote`. */
  float: '--tf-float',
  /** plain: the name of the running element. */
  running: '--tf-running',
  /** StringSetDeclaration[]. */
  stringSet: '--tf-string-set',
  /** ContentPart[] of a ::before that Chromium cannot generate; its box is `.tf-before`. */
  before: '--tf-before',
  /** ContentPart[] of an ::after that Chromium cannot generate; its box is `.tf-after`. */
  after: '--tf-after',
  /** plain number: `counter-reset: page n`. */
  pageReset: '--tf-page-reset',
  /** plain number: `counter-reset: footnote n`. */
  noteReset: '--tf-note-reset',
  /** plain: a number or `none`. */
  bookmarkLevel: '--tf-bookmark-level',
} as const;

/** Classes that stand for pseudo-elements and areas Chromium does not have. */
export const pagedClasses = {
  /** `::footnote-call`. */
  noteCall: 'tf-note-call',
  /** `::footnote-marker`. */
  noteMarker: 'tf-note-marker',
  /** `@footnote`. */
  noteArea: 'tf-note-area',
  /** `@footnote` on a page that opens with the rest of a note (carries `noteArea` too). */
  noteAreaContinued: 'tf-note-area-continued',
  before: 'tf-before',
  after: 'tf-after',
  marginBox: 'tf-margin-box',
} as const;

/** The sixteen page-margin boxes (CSS Page 3 §5). */
export const marginBoxSlots = [
  'top-left-corner',
  'top-left',
  'top-center',
  'top-right',
  'top-right-corner',
  'left-top',
  'left-middle',
  'left-bottom',
  'right-top',
  'right-middle',
  'right-bottom',
  'bottom-left-corner',
  'bottom-left',
  'bottom-center',
  'bottom-right',
  'bottom-right-corner',
] as const;

/** The name of a margin box. */
export type MarginBoxSlot = (typeof marginBoxSlots)[number];

/** What a page rule says of one margin box. */
export interface MarginBox {
  readonly slot: MarginBoxSlot;
  readonly content: readonly ContentPart[];
  /** All other declarations as CSS text, to be put on the box (`font-size:8pt;text-align:right`). */
  readonly css: string;
}

/** What an `@page` rule is for (CSS Page 3 §4.3). */
export interface PageSelector {
  /** The named page, absent for all. */
  readonly name?: string;
  readonly pseudo: readonly ('first' | 'left' | 'right' | 'blank')[];
}

/** Margins in CSS px. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** One `@page` rule, in source order. A margin box with empty `content` (`none`) removes the one below it. */
export interface PageRule {
  readonly selector: PageSelector;
  readonly margins: Partial<Margins>;
  readonly boxes: readonly MarginBox[];
  /** `background…` declarations as CSS text: they reach the sheet's edge. */
  readonly background: string;
}

/** How marks and counters of notes are made. */
export interface NoteRules {
  /** Where numbers start again; `chapter` is by elements with `counter-reset: footnote`. */
  readonly numbering: 'document' | 'page';
  readonly call: readonly ContentPart[];
  readonly marker: readonly ContentPart[];
  /** `@footnote { max-height }` in CSS px; 1e9 where the template sets none. */
  readonly maxHeight: number;
}

/** Bleed in mm where a template sets none: what print shops ask for. */
export const usualBleed = 3;

/** Everything the template says of its pages. */
export interface PageRules {
  /** Trim size in mm. */
  readonly trim: { readonly width: number; readonly height: number };
  /** Bleed in mm, {@link usualBleed} where the template sets none. */
  readonly bleed: number;
  readonly marks: readonly ('crop' | 'cross')[];
  readonly rules: readonly PageRule[];
  readonly notes: NoteRules;
  /** Lines of the text stand on one grid on all pages. Absent: they do not. */
  readonly grid?: boolean;
  /** Punctuation at the ends of justified lines hangs in the margins. Absent: it does not. */
  readonly hanging?: boolean;
}

/** What the cascade of page rules comes to for one page. */
export interface PageStyle {
  readonly margins: Margins;
  readonly boxes: readonly MarginBox[];
  readonly background: string;
}

/** The page a style is asked for. */
export interface PageKind {
  readonly name: string;
  readonly side: 'recto' | 'verso';
  readonly first: boolean;
  readonly blank: boolean;
}

const matches = (selector: PageSelector, page: PageKind): boolean =>
  (selector.name === undefined || selector.name === page.name) &&
  selector.pseudo.every(
    (pseudo) =>
      (pseudo === 'first' && page.first) ||
      (pseudo === 'blank' && page.blank) ||
      (pseudo === 'right' && page.side === 'recto') ||
      (pseudo === 'left' && page.side === 'verso'),
  );

/** Specificity of a page selector (CSS Page 3 §4.4): name, then `:first`/`:blank`, then `:left`/`:right`. */
export const specificity = (selector: PageSelector): number =>
  (selector.name === undefined ? 0 : 100) +
  selector.pseudo.reduce((sum, pseudo) => sum + (pseudo === 'first' || pseudo === 'blank' ? 10 : 1), 0);

/** Applies the cascade of the template's page rules to one page. */
export const resolvePageStyle = (rules: readonly PageRule[], page: PageKind): PageStyle => {
  const applying = rules
    .map((rule, order) => ({ rule, order }))
    .filter(({ rule }) => matches(rule.selector, page))
    .sort((a, b) => specificity(a.rule.selector) - specificity(b.rule.selector) || a.order - b.order)
    .map(({ rule }) => rule);
  let margins: Margins = { top: 0, right: 0, bottom: 0, left: 0 };
  let background = '';
  const boxes = new Map<MarginBoxSlot, MarginBox>();
  for (const rule of applying) {
    margins = { ...margins, ...rule.margins };
    background += rule.background;
    for (const box of rule.boxes) {
      const below = boxes.get(box.slot);
      boxes.set(box.slot, below === undefined ? box : { ...box, css: `${below.css};${box.css}` });
    }
  }
  return { margins, boxes: [...boxes.values()].filter((box) => box.content.length > 0), background };
};
