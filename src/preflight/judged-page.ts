/** A page as its rules see it: what marks it, and the paper it stands on. */
import type { PdfPage, PdfRectangle } from '../prepress/page-tree.ts';
import { readRectangle } from '../prepress/page-tree.ts';
import type { PdfFile } from '../prepress/pdf-file.ts';
import { asNumber } from '../prepress/pdf-values.ts';
import type { InkMap } from './ink-map.ts';
import type { Mark } from './marks.ts';
import type { PageReading, TransparencyGroup } from './page-reading.ts';

/** The boxes of a page (ISO 32000-1 §14.11.2), in points; those that are not there are undefined. */
export interface PageBoxes {
  readonly media: PdfRectangle;
  readonly crop: PdfRectangle | undefined;
  readonly bleed: PdfRectangle | undefined;
  readonly trim: PdfRectangle | undefined;
  readonly art: PdfRectangle | undefined;
  /** What is left of the paper when it is cut: the trim, else the crop, else all of it. */
  readonly paper: PdfRectangle;
}

/** The page. */
export interface JudgedPage {
  /** Counted from 0. */
  readonly index: number;
  readonly boxes: PageBoxes;
  readonly userUnit: number;
  readonly marks: readonly Mark[];
  readonly groups: readonly TransparencyGroup[];
  readonly artifactInTagged: boolean;
  readonly taggedInArtifact: boolean;
  readonly optional: boolean;
  readonly transfers: boolean;
  /** As a {@link PageReading} has them. */
  readonly unspoken: PageReading['unspoken'];
  readonly missing: PageReading['missing'];
  readonly whole: boolean;
  /** The inks of pictures by the numbers of their objects; those that are not there are not known. */
  readonly pictureInks: ReadonlyMap<number, InkMap>;
}

/** The boxes of a page. */
export const boxesOf = (file: PdfFile, page: PdfPage): PageBoxes => {
  const box = (key: string): PdfRectangle | undefined =>
    readRectangle(file, page.dictionary.entries.get(key));
  const media = page.mediaBox ?? { left: 0, bottom: 0, right: 0, top: 0 };
  const crop = readRectangle(file, page.inherited.get('CropBox'));
  const [bleed, trim, art] = [box('BleedBox'), box('TrimBox'), box('ArtBox')];
  return { media, crop, bleed, trim, art, paper: trim ?? art ?? crop ?? media };
};

/** How far a page is turned when it is shown, in degrees clockwise. */
export const rotationOf = (file: PdfFile, page: PdfPage): number =>
  asNumber(file.resolve(page.inherited.get('Rotate'))) ?? 0;

/** The page with what was read of it. */
export const judgedPage = (
  file: PdfFile,
  page: PdfPage,
  index: number,
  reading: PageReading,
  pictureInks: ReadonlyMap<number, InkMap> = new Map(),
): JudgedPage => ({
  index,
  boxes: boxesOf(file, page),
  userUnit: asNumber(file.resolve(page.dictionary.entries.get('UserUnit'))) ?? 1,
  marks: reading.marks,
  groups: reading.groups,
  artifactInTagged: reading.artifactInTagged,
  taggedInArtifact: reading.taggedInArtifact,
  optional: reading.optional,
  transfers: reading.transfers,
  unspoken: reading.unspoken,
  missing: reading.missing,
  whole: reading.whole,
  pictureInks,
});
