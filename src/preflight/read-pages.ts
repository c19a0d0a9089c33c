/** Reads some pages of a finished file, each once, and judges them: the work of one thread. */
import type { ExpectedPage } from '../protocol/paginator.ts';
import type { PdfFile } from '../prepress/pdf-file.ts';
import { pagesOf } from '../prepress/page-tree.ts';
import type { Fault } from './fault.ts';
import { fileReaders } from './file-readers.ts';
import type { InkMap } from './ink-map.ts';
import type { FontUse } from './judge-fonts.ts';
import { judgeMarks } from './judge-marks.ts';
import { judgePage } from './judge-page.ts';
import type { PageSummary } from './judged-file.ts';
import { judgedPage } from './judged-page.ts';
import { letterReader } from './letters.ts';
import type { PageFinding } from './page-finding.ts';
import { textOfReading } from './page-text.ts';
import type { Purpose } from './purposes.ts';
import { readPage } from './read-page.ts';
import { spotsOf, usesDevice } from './rules/colours.ts';

/** What one thread is asked: `count` pages from `first` on. */
export interface ReadingOrder {
  readonly first: number;
  readonly count: number;
  /** Undefined where the marks of the pages are not judged. */
  readonly purpose: Purpose | undefined;
  /** What those pages must show; absent where that is not to be proved. */
  readonly expected?: readonly ExpectedPage[] | undefined;
  /** The inks of pictures by the numbers of their objects, where ink is judged. */
  readonly pictureInks?: ReadonlyMap<number, InkMap> | undefined;
}

/** What reading some pages came to. */
export interface Reading {
  readonly findings: readonly PageFinding[];
  /** Each font once, at its first page. */
  readonly fonts: readonly FontUse[];
  readonly faults: readonly Fault[];
  readonly summaries: readonly PageSummary[];
}

/** What tells two fonts apart that are judged alike. */
export const fontKey = ({ font }: FontUse): string =>
  [font.name, font.type, font.descendant, font.embedded].join('\n');

/** Reads and judges. Pure. */
export const readPages = (
  file: PdfFile,
  { first, count, purpose, expected, pictureInks }: ReadingOrder,
): Reading => {
  const readers = fileReaders(file);
  const letters = letterReader();
  const findings: PageFinding[] = [];
  const fonts = new Map<string, FontUse>();
  const faults: Fault[] = [];
  const summaries: PageSummary[] = [];
  for (const [offset, page] of pagesOf(file)
    .slice(first, first + count)
    .entries()) {
    const index = first + offset;
    const reading = readPage(file, page, readers);
    const wanted = expected?.[offset];
    if (wanted !== undefined) findings.push(...judgePage(index, textOfReading(reading), wanted, letters));
    for (const { name, type, descendant, embedded } of reading.fonts) {
      const use = { font: { name, type, descendant, embedded }, page: index };
      const key = fontKey(use);
      if (!fonts.has(key)) fonts.set(key, use);
    }
    if (purpose === undefined) continue;
    faults.push(...judgeMarks(judgedPage(file, page, index, reading, pictureInks), purpose));
    const device = reading.marks.some((mark) => usesDevice(mark));
    summaries.push({
      index,
      contentIds: [...reading.contentIds],
      usesDevice: device,
      spots: spotsOf(reading.marks),
    });
  }
  return { findings, fonts: [...fonts.values()], faults, summaries };
};
