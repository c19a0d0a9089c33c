/**
 * What decides how wide inline text is: the font and all that changes advances, the width of a space and a hyphen in it, what its box
 * adds at both ends, and whether its lines may be broken.
 */

import { lengthOf } from './computed-length.ts';
import type { Advance } from './hanging-marks.ts';

/** The style of the text directly inside one element. */
export interface InlineStyle {
  /** The same for all elements whose letters have the same advances. */
  readonly font: number;
  /** `atomic`: a picture, a form field or a box of its own, as wide as it is. `none`: not shown. */
  readonly kind: 'text' | 'atomic' | 'none';
  /** No line ends in it. */
  readonly whole: boolean;
  /** Its spaces keep their width in a justified line. */
  readonly rigid: boolean;
  /** Spaces in it are ties: rather not broken at. */
  readonly tied: boolean;
  /** Natural width of a space and of a hyphen, px. */
  readonly space: number;
  readonly hyphen: number;
  /** The width of any other sign. */
  readonly advance: Advance;
  /** Font size, px. */
  readonly em: number;
  /** What margin, border and padding add before and after its content, px. */
  readonly before: number;
  readonly after: number;
}

/** Reads styles; what it has met before it knows. */
export type InlineStyleReader = (element: Element) => InlineStyle;

interface FontMetrics {
  readonly font: number;
  readonly space: number;
  readonly hyphen: number;
  readonly advance: Advance;
}

const replaced = new Set(['IMG', 'svg', 'INPUT', 'CANVAS', 'VIDEO', 'OBJECT', 'MATH', 'math']);

const kindOf = (element: Element, display: string): InlineStyle['kind'] => {
  if (display === 'none') return 'none';
  if (replaced.has(element.tagName)) return 'atomic';
  return display === 'inline' || display === 'contents' || !display.startsWith('inline') ? 'text' : 'atomic';
};

/** A reader with an empty memory. It measures spaces and hyphens on a canvas: in the page they are stretched with their lines. */
export const createInlineStyles = (): InlineStyleReader => {
  const context = document.createElement('canvas').getContext('2d');
  const fonts = new Map<string, FontMetrics>();
  const metricsOf = (style: CSSStyleDeclaration, language: string): FontMetrics => {
    const face = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const key = [
      face,
      style.fontVariantCaps,
      style.fontVariantNumeric,
      style.fontVariantLigatures,
      style.fontVariantPosition,
      style.fontFeatureSettings,
      style.letterSpacing,
      style.textTransform,
      language,
    ].join('\n');
    const metrics = fonts.get(key);
    if (metrics !== undefined) return metrics;
    let [space, hyphen] = [lengthOf(style.fontSize) / 4, lengthOf(style.fontSize) / 3];
    if (context !== null) {
      context.font = face;
      context.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
      space = context.measureText(' ').width + lengthOf(style.wordSpacing);
      hyphen = context.measureText('-').width;
    }
    const known = new Map<string, number>();
    const advance = (letter: string): number => {
      const found = known.get(letter);
      if (found !== undefined || context === null) return found ?? 0;
      context.font = face;
      const { width } = context.measureText(letter);
      known.set(letter, width);
      return width;
    };
    const measured = { font: fonts.size, space, hyphen, advance };
    fonts.set(key, measured);
    return measured;
  };
  return (element) => {
    const style = getComputedStyle(element);
    const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
    return {
      ...metricsOf(style, language),
      kind: kindOf(element, style.display),
      whole: style.textWrapMode === 'nowrap',
      rigid: style.textJustify === 'none',
      tied: element.classList.contains('tie'),
      em: lengthOf(style.fontSize),
      before: lengthOf(style.marginLeft) + lengthOf(style.borderLeftWidth) + lengthOf(style.paddingLeft),
      after: lengthOf(style.marginRight) + lengthOf(style.borderRightWidth) + lengthOf(style.paddingRight),
    };
  };
};
