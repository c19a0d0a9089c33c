/** The forme: one HTML page locked up for printing, its assets, its page rules. */
import type { PageRules } from '../protocol/paged-css.ts';
import type { FontFace } from './template.ts';

/** Bytes the page may ask for, by URL path (`/asset/1/map.svg`, `/font/Literata_400Regular.ttf`). */
export interface FormeAsset {
  readonly path: string;
  readonly mime: string;
}

/** A forme: nothing outside it is needed to set the pages. */
export interface Forme {
  /** A whole document: `<!doctype html>…` with the rewritten style sheets inside. */
  readonly html: string;
  /** URL path → file on disk. Nothing else is answered. */
  readonly assets: ReadonlyMap<string, FormeAsset>;
  readonly rules: PageRules;
  /** The fonts the template embeds; any other in the PDF is an error. */
  readonly faces: readonly FontFace[];
  readonly title: string;
  readonly tag: string;
}
