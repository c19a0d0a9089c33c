/** Pictures of pages with the faults circled: PDFium draws the page, the circles are laid over it. */
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import sharp from 'sharp';
import type { Diagnostic, Severity, Spot } from '../diagnostics/diagnostic.ts';
import { isPdfFile, openPdf } from '../prepress/pdf-file.ts';
import { pagesOf } from '../prepress/page-tree.ts';
import { mmToPt } from '../protocol/length.ts';
import { intersection, isEmptyBox } from './graphics-state.ts';
import { boxesOf, rotationOf, type PageBoxes } from './judged-page.ts';

/** A picture of a page. */
export interface PagePicture {
  /** Counted from 1. */
  readonly page: number;
  /** PNG. */
  readonly bytes: Uint8Array;
}

/** Pixels of the longer side of a picture. */
const longestSide = 1600;

/** More than this nobody leafs through. */
const mostPictures = 100;

/** Around what is circled, in points, so that the circle does not hide it. */
const around = 6;

interface Circle {
  readonly severity: Severity;
  readonly spot: Spot;
}

const colours: Readonly<Record<Severity, string>> = { error: '#d00000', warning: '#e07000', info: '#0060d0' };

const circlesByPage = (diagnostics: readonly Diagnostic[]): ReadonlyMap<number, readonly Circle[]> => {
  const pages = new Map<number, Circle[]>();
  for (const { severity, spots } of diagnostics) {
    for (const spot of spots ?? []) {
      const known = pages.get(spot.page);
      if (known === undefined) pages.set(spot.page, [{ severity, spot }]);
      else known.push({ severity, spot });
    }
  }
  return pages;
};

/** The shown sheet and how a point of the page comes to stand on its picture. */
interface Sheet {
  readonly boxes: PageBoxes;
  readonly rotation: number;
  /** Pixels of a point. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

const sheetOf = (boxes: PageBoxes, rotation: number): Sheet => {
  const cropped = boxes.crop === undefined ? boxes.media : intersection(boxes.crop, boxes.media);
  const shown = isEmptyBox(cropped) ? boxes.media : cropped;
  const [width, height] = [Math.max(1, shown.right - shown.left), Math.max(1, shown.top - shown.bottom)];
  const scale = longestSide / Math.max(width, height);
  return { boxes: { ...boxes, media: shown }, rotation, scale, width, height };
};

/** An ellipse around a spot, in pixels; around the whole page where all of it is meant. */
const ellipse = ({ severity, spot }: Circle, { boxes, rotation, scale, width, height }: Sheet): string => {
  const { media, paper } = boxes;
  const isWhole = spot.left === undefined || spot.top === undefined;
  const left = isWhole ? 0 : paper.left + mmToPt(spot.left) - media.left;
  const top = isWhole ? 0 : media.top - (paper.top - mmToPt(spot.top));
  const wide = isWhole ? width : mmToPt(spot.width ?? 0);
  const high = isWhole ? height : mmToPt(spot.height ?? 0);
  const [x, y] = [left + wide / 2, top + high / 2];
  const turns = (((Math.round(rotation / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3;
  const [cx, cy] = (
    [
      [x, y],
      [height - y, x],
      [width - x, height - y],
      [y, width - x],
    ] as const
  )[turns];
  const [rx, ry] = turns % 2 === 0 ? [wide, high] : [high, wide];
  const at = [cx, cy, rx / 2 + around, ry / 2 + around].map((points) => (points * scale).toFixed(1));
  const shape = isWhole
    ? `<rect x="4" y="4" width="${(2 * Number(at[0]) - 8).toFixed(1)}" height="${(2 * Number(at[1]) - 8).toFixed(1)}"`
    : `<ellipse cx="${at[0]}" cy="${at[1]}" rx="${at[2]}" ry="${at[3]}"`;
  return `${shape} fill="none" stroke="${colours[severity]}" stroke-width="5"/>`;
};

const picture = async (
  document: PDFiumDocument,
  index: number,
  sheet: Sheet,
  circles: readonly Circle[],
): Promise<Uint8Array> => {
  const rendered = await document.getPage(index).render({ scale: sheet.scale, render: 'bitmap' });
  const { width, height, data } = rendered;
  const marks = circles.map((circle) => ellipse(circle, sheet)).join('');
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${marks}</svg>`;
  const raw = { width, height, channels: 4 as const };
  return new Uint8Array(
    await sharp(data, { raw })
      .composite([{ input: Buffer.from(overlay), left: 0, top: 0 }])
      .flatten({ background: '#ffffff' })
      .png({ compressionLevel: 6 })
      .toBuffer(),
  );
};

/**
 * Pictures of the pages that diagnostics of the file name, in their order, at most a hundred. Resolves with none where PDFium cannot
 * open the file.
 */
export const picturePages = async (
  bytes: Uint8Array,
  diagnostics: readonly Diagnostic[],
): Promise<readonly PagePicture[]> => {
  const file = openPdf(bytes);
  if (!isPdfFile(file)) return [];
  const pages = pagesOf(file);
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const pictures: PagePicture[] = [];
    const wanted = [...circlesByPage(diagnostics)].sort(([a], [b]) => a - b).slice(0, mostPictures);
    for (const [number, circles] of wanted) {
      const page = pages[number - 1];
      if (page === undefined || number > document.getPageCount()) continue;
      const sheet = sheetOf(boxesOf(file, page), rotationOf(file, page));
      pictures.push({ page: number, bytes: await picture(document, number - 1, sheet, circles) });
    }
    document.destroy();
    return pictures;
  } catch {
    // What PDFium does not open or draw has no picture; what is wrong with it is told in words.
    return [];
  } finally {
    library.destroy();
  }
};
