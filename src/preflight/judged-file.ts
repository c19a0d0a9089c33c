/** A file as the rules see it that need more than one page. */
import type { PdfDictionary } from '../prepress/pdf-values.ts';
import { asDictionary } from '../prepress/pdf-values.ts';
import { catalogOf, pagesOf, type PdfPage, type PdfRectangle } from '../prepress/page-tree.ts';
import type { PdfFile } from '../prepress/pdf-file.ts';
import { readAnnotations, type Annotation } from './annotations.ts';
import type { Fault } from './fault.ts';
import { boxesOf, type PageBoxes } from './judged-page.ts';
import type { Demands } from './purposes.ts';
import { readStructure, type StructureTree } from './structure-tree.ts';
import { xmpOf, type XmpProperties } from './xmp-properties.ts';

/** What is kept of a page when its marks were judged. */
export interface PageSummary {
  readonly index: number;
  /** Numbers of its marked contents. */
  readonly contentIds: readonly number[];
  /** True where something on it is in a colour of the device, which an archive ties to a profile. */
  readonly usesDevice: boolean;
  /** Named inks beyond the four, each with what stands in for it. */
  readonly spots: readonly SpotInk[];
}

/** A named ink on a page. */
export interface SpotInk {
  readonly name: string;
  /** Family and components of the colour that stands in for all of it; undefined where that is not understood. */
  readonly full: string | undefined;
  /** Its first place on the page. */
  readonly box: PdfRectangle;
}

/** The file. */
export interface JudgedFile {
  readonly file: PdfFile;
  readonly catalog: PdfDictionary;
  readonly information: PdfDictionary | undefined;
  readonly pages: readonly PdfPage[];
  /** The index of each page by the number of its object. */
  readonly pageIndexes: ReadonlyMap<number, number>;
  readonly boxes: readonly PageBoxes[];
  readonly summaries: readonly PageSummary[];
  readonly xmp: XmpProperties | undefined;
  readonly structure: StructureTree | undefined;
  readonly annotations: readonly Annotation[];
}

/** A rule, or a few that belong together: what is wrong with a file. Pure. */
export type FileRule = (judged: JudgedFile, demands: Demands) => readonly Fault[];

/** The file but for what is read of its pages; undefined where it has no catalog. */
export const judgedFile = (file: PdfFile): Omit<JudgedFile, 'summaries'> | undefined => {
  const catalog = catalogOf(file)?.dictionary;
  if (catalog === undefined) return undefined;
  const pages = pagesOf(file);
  return {
    file,
    catalog,
    information: asDictionary(file.resolve(file.trailer.entries.get('Info'))),
    pages,
    pageIndexes: new Map(pages.map(({ number }, index) => [number, index])),
    boxes: pages.map((page) => boxesOf(file, page)),
    xmp: xmpOf(file),
    structure: readStructure(file),
    annotations: readAnnotations(file, pages),
  };
};

/** The index of a page by the number of its object; undefined for no page. */
export const pageIndex = (judged: JudgedFile, number: number | undefined): number | undefined =>
  number === undefined ? undefined : judged.pageIndexes.get(number);
