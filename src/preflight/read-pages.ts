/** Reads some pages of a finished file back and judges them: the work of one thread. */
import type { ExpectedPage } from '../protocol/paginator.ts';
import type { PdfFile } from '../prepress/pdf-file.ts';
import { pagesOf } from '../prepress/page-tree.ts';
import type { FontUse } from './judge-fonts.ts';
import { judgePage } from './judge-page.ts';
import { letterReader } from './letters.ts';
import type { PageFinding } from './page-finding.ts';
import { readPageText } from './page-text.ts';
import { fontReader } from '../prepress/proof-fonts.ts';

/** What one thread is asked: the pages from `first` on, with what they must show. */
export interface ReadingOrder {
  readonly first: number;
  readonly pages: readonly ExpectedPage[];
}

/** What reading some pages came to. */
export interface Reading {
  readonly findings: readonly PageFinding[];
  /** Each font once, at its first page. */
  readonly fonts: readonly FontUse[];
}

/** What tells two fonts apart that are judged alike. */
export const fontKey = ({ font }: FontUse): string =>
  [font.name, font.type, font.descendant, font.embedded].join('\n');

/** Reads and judges. Pure. */
export const readPages = (file: PdfFile, order: ReadingOrder): Reading => {
  const fontOf = fontReader(file);
  const letters = letterReader();
  const findings: PageFinding[] = [];
  const fonts = new Map<string, FontUse>();
  const printed = pagesOf(file);
  for (const [offset, expected] of order.pages.entries()) {
    const index = order.first + offset;
    const page = printed[index];
    if (page === undefined) break;
    const text = readPageText(file, page, fontOf);
    findings.push(...judgePage(index, text, expected, letters));
    for (const { name, type, descendant, embedded } of text.fonts) {
      const use = { font: { name, type, descendant, embedded }, page: index };
      const key = fontKey(use);
      if (!fonts.has(key)) fonts.set(key, use);
    }
  }
  return { findings, fonts: [...fonts.values()] };
};
