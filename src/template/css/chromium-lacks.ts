/**
 * Properties that are CSS, or are well known from other formatters, but do nothing in the Chromium that is pinned
 * (`CSS.supports()` of 147, asked for every property of css-tree's data) and are not rewritten by this program.
 */

const lacking: ReadonlySet<string> = new Set([
  'align-tracks',
  'behavior',
  'box-align',
  'box-direction',
  'box-flex',
  'box-flex-group',
  'box-lines',
  'box-ordinal-group',
  'box-orient',
  'box-pack',
  'box-snap',
  'caret',
  'flow-from',
  'flow-into',
  'font-smooth',
  'font-synthesis-position',
  'font-width',
  'glyph-orientation-horizontal',
  'glyph-orientation-vertical',
  'image-resolution',
  'ime-mode',
  'initial-letter-align',
  'justify-tracks',
  'kerning',
  'leading-trim',
  'line-clamp',
  'line-height-step',
  'margin-trim',
  'mask-border',
  'mask-border-mode',
  'mask-border-outset',
  'mask-border-repeat',
  'mask-border-slice',
  'mask-border-source',
  'mask-border-width',
  'masonry-auto-flow',
  'max-lines',
  'overflow-clip-box',
  'ruby-merge',
  'ruby-overhang',
  'speak-as',
  'stroke-color',
  'text-decoration-inset',
  'text-decoration-skip',
  'white-space-trim',
]);

/** What to do instead, where there is something to be said. */
const advice: Readonly<Record<string, string>> = {
  'bookmark-label': 'the outline takes the words of the heads; `bookmark-level` is supported',
  'bookmark-state': 'the outline opens as the reader likes; `bookmark-level` is supported',
  'footnote-display': 'notes stand one under the other',
  'footnote-policy':
    'makeup keeps the first line of a note on the page of its call and moves lines where it must',
  'float-reference': 'figures stand where they are written',
  'float-offset': 'figures stand where they are written',
  'hanging-punctuation': 'Chromium does not set it',
  'hyphenate-limit-last': 'makeup chooses where pages end',
  'hyphenate-limit-lines': 'Chromium does not set it',
  'hyphenate-limit-zone': 'Chromium does not set it',
  'block-step': 'Chromium has no baseline grid',
  'block-step-size': 'Chromium has no baseline grid',
  'line-grid': 'Chromium has no baseline grid',
  'line-snap': 'Chromium has no baseline grid',
  'page-orientation': 'all pages of a publication share one sheet',
  'page-policy': 'running elements are chosen with `element(name, first)`',
};

/** Why a property would do nothing; `undefined` for those that do something. */
export const lackingIn = (property: string): string | undefined => {
  const known = advice[property];
  if (known !== undefined) return known;
  if (lacking.has(property)) return 'Chromium does not know it';
  if (/^-(?:moz|ms|o|ro|prince|ah|epub|weasy)-/u.test(property)) {
    return 'it belongs to another program: write the property without its prefix, if CSS has it';
  }
  return undefined;
};
