/** Reads some pages of a finished file back and judges them: the work of one thread. */
import type { ExpectedPage } from '../protocol/paginator.ts';
import { isPdfFile, openPdf } from '../prepress/pdf-file.ts';
import { pagesOf } from '../prepress/page-tree.ts';
import type { FontUse } from './judge-fonts.ts';
import { judgePage } from './judge-page.ts';
import { letterReader } from './letters.ts';
import type { PageFinding } from './page-finding.ts';
import { readPageText } from './page-text.ts';
import { fontReader } from './proof-fonts.ts';

/** What one thread is asked: a file, and the pages from `first` on with what they must show. */
export interface ReadingOrder {
  readonly bytes: Uint8Array;
  readonly first: number;
  readonly pages: readonly ExpectedPage[];
}

export interface Reading {
  readonly findings: readonly PageFinding[];
  /** Each font once, at its first page. */
  readonly fonts: readonly FontUse[];
}

/** Reads and judges. Pure. */
export const readPages = (order: ReadingOrder): Reading => {
  const file = openPdf(order.bytes);
  if (!isPdfFile(file)) return { findings: [], fonts: [] };
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
    for (const { name, type, descendant, embedded, plainCodes } of text.fonts) {
      const key = `${name}\n${type}\n${descendant}\n${embedded}`;
      if (!fonts.has(key))
        fonts.set(key, { font: { name, type, descendant, embedded, plainCodes }, page: index });
    }
  }
  return { findings, fonts: [...fonts.values()] };
};
