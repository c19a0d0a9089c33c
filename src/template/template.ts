/** A template as it was loaded: the house style of a publication, ready for any language. */
import type { PageRules } from '../protocol/paged-css.ts';

/** One font file, a static TrueType font. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Absolute path. */
  readonly path: string;
}

/** A Liquid file of the template. */
export interface Layout {
  /** What places call it, relative to the project. */
  readonly file: string;
  readonly text: string;
}

/** A template: paths are absolute, styles rewritten, nothing in it belongs to a language or a publication. */
export interface Template {
  readonly name: string;
  /** The rewritten style sheets, for Chromium. */
  readonly css: string;
  readonly rules: PageRules;
  readonly fonts: readonly FontFace[];
  /** The Liquid file that makes the page. */
  readonly layout: string;
  /** All Liquid files of the folder, by name. */
  readonly layouts: ReadonlyMap<string, Layout>;
  /** False where a layout is missing or has a fault, told on loading: then nothing can be rendered. */
  readonly renderable: boolean;
  /** Files that the style sheets ask for: URL path → absolute path. */
  readonly files: ReadonlyMap<string, string>;
  /** Custom properties of `:root`, for the backgrounds of pages. */
  readonly variables: ReadonlyMap<string, string>;
  /** The colour of the house where a publication gives none. */
  readonly colour: string;
}
