/** Everything that marks a page, as it is judged: what it is, where it stands, and what it is painted with. */
import type { Matrix } from '../prepress/matrix.ts';
import type { PdfRectangle } from '../prepress/page-tree.ts';
import type { ColourSpace } from './colour-spaces.ts';
import type { Inks } from './inks.ts';
import type { Paint } from './paint-state.ts';
import type { ProofFont } from '../prepress/proof-fonts.ts';

/** Whether content is part of the text's structure, of the page's furniture, or nothing was said (ISO 32000-1 §14.8.2.2). */
export type Belonging = 'tagged' | 'artifact' | 'unmarked';

interface AnyMark {
  /** Around what shows of it, in points of the page. */
  readonly box: PdfRectangle;
  readonly paint: Paint;
  readonly belonging: Belonging;
}

/** Glyphs of one font, size and paint on one line. */
export interface TextMark extends AnyMark {
  readonly kind: 'text';
  readonly font: ProofFont;
  /** Height of the type on the page, in points. */
  readonly size: number;
  /** 0 fills, 1 strokes, 2 does both (§9.3.6). */
  readonly renderingMode: number;
}

/** A path that is filled, stroked, or both. */
export interface PathMark extends AnyMark {
  readonly kind: 'path';
  readonly filled: boolean;
  readonly stroked: boolean;
  /** Width of its line on the page in points, 0 for the thinnest of the device; of a filled bar, its thickness. */
  readonly width: number;
  /** True where it covers all of its box. */
  readonly isBox: boolean;
}

/** A picture at its placed size. */
export interface PictureMark extends AnyMark {
  readonly kind: 'picture';
  readonly picture: Picture;
  /** Pixels to the inch in the direction in which there are fewer. */
  readonly resolution: number;
  /** From the unit square to the page. */
  readonly matrix: Matrix;
  /** Number of its object; undefined for one that stands in the content. */
  readonly number: number | undefined;
}

/** A gradient (§8.7.4). */
export interface ShadingMark extends AnyMark {
  readonly kind: 'shading';
  readonly space: ColourSpace;
  /** Its inks where it has most of them; undefined where the file does not decide them. */
  readonly heaviest: Inks | undefined;
}

/** One of them. */
export type Mark = TextMark | PathMark | PictureMark | ShadingMark;

/** What is judged of a picture (§8.9.5). */
export interface Picture {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly bitsPerComponent: number;
  /** Undefined for a stencil, which is painted with the colour that is set, and where the picture's own data say it. */
  readonly space: ColourSpace | undefined;
  readonly isStencil: boolean;
  readonly hasSoftMask: boolean;
  /** True where some of its pixels do not show: a mask, or a colour that is left out (§8.9.6). */
  readonly isMasked: boolean;
  readonly interpolates: boolean;
}
