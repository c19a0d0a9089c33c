/** Judges a finished file for what it is meant for: any PDF, and every output of a build. Judges only, never writes. */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isPdfFile, openPdf, type PdfFile } from '../prepress/pdf-file.ts';
import { pagesOf } from '../prepress/page-tree.ts';
import { mmToPt, ptToPx } from '../protocol/length.ts';
import { parsePlace, type Place } from '../protocol/place.ts';
import type { Fault } from './fault.ts';
import { gatherFaults } from './gather-faults.ts';
import { judgedFile, type FileRule, type JudgedFile } from './judged-file.ts';
import { boxesOf, rotationOf, type PageBoxes } from './judged-page.ts';
import { readPictureInks } from './picture-inks.ts';
import { demandsOf, type Purpose } from './purposes.ts';
import { readInThreads } from './read-in-threads.ts';
import { openThreads, type ReadingThreads } from './reading-threads.ts';
import { judgeStructure } from './rules/access-structure.ts';
import { judgeArchiveStandard, judgeMetadata } from './rules/archive-standard.ts';
import { judgeAlike } from './rules/page-boxes.ts';
import { judgePaper } from './rules/paper.ts';
import { judgePressStandard, pressProfileOf, saysPress } from './rules/press-standard.ts';
import { judgeSpotInks } from './rules/spot-inks.ts';
import { hindrance, judgeWholeFile } from './rules/whole-file.ts';
import { unreadableFile, verifyReadings, verifySheets, type ProofExpectation } from './verify-proof.ts';

/** What is known of a file that was built here. */
export interface FileExpectation extends ProofExpectation {
  /**
   * True where every page must show its lines and notes at their places. False for an output whose pages were proved in another:
   * then `pages` tell only where in the manuscript a place on a page was written, and `trim` what every trim box must be.
   */
  readonly proves: boolean;
  /** How the pages are to be bound, where it is known: stitched sheets are folded once and have four pages. */
  readonly binding?: 'stitched';
}

const fileRules: readonly FileRule[] = [
  judgeWholeFile,
  judgeMetadata,
  judgePressStandard,
  judgeSpotInks,
  judgeArchiveStandard,
  judgeStructure,
];

/** Finds where in the manuscript a place on a page was written: in the line that stands there. */
const placeFinder =
  (boxes: readonly PageBoxes[], expected: FileExpectation | undefined) =>
  (page: number, y: number): Place | undefined => {
    const paper = boxes[page]?.paper;
    if (expected === undefined || paper === undefined) return undefined;
    // Lines are measured from the corner of the sheet that the template lays out, which is the trimmed page with its bleed.
    const down = ptToPx(paper.top - y + mmToPt(expected.bleed));
    const line = expected.pages[page]?.lines.find(({ top, bottom }) => top <= down && down <= bottom);
    return line === undefined ? undefined : parsePlace(line.place);
  };

/** Faults that the proof of a build has told of already, in its own words. */
const provedElsewhere: ReadonlySet<Fault['rule']> = new Set([
  'preflight/font-not-embedded',
  'preflight/font-type3',
  'preflight/glyph-missing',
  'preflight/page-unreadable',
]);

const faultsOf = (
  judged: JudgedFile,
  purpose: Purpose,
  expected: FileExpectation | undefined,
): readonly Fault[] => {
  const demands = demandsOf[purpose];
  const sizes = judged.pages.map((page, index) => ({
    index,
    trim: judged.boxes[index]?.paper ?? { left: 0, bottom: 0, right: 0, top: 0 },
    rotation: rotationOf(judged.file, page),
  }));
  return [
    ...fileRules.flatMap((rule) => rule(judged, demands)),
    ...(demands.press ? judgeAlike(sizes) : []),
    ...judgePaper(judged, demands, expected),
  ];
};

/** What there is to say of a file, apart: what is wrong with its pages whatever they are for, and what forbids them for a purpose. */
export interface ProofAndJudgement {
  readonly proved: readonly Diagnostic[];
  readonly judged: readonly Diagnostic[];
}

const judgeOpened = async (
  file: PdfFile,
  purpose: Purpose,
  expected: FileExpectation | undefined,
  threads: ReadingThreads,
): Promise<ProofAndJudgement> => {
  const pages = pagesOf(file);
  const boxes = pages.map((page) => boxesOf(file, page));
  const proves = expected?.proves === true;
  const sheets = proves ? verifySheets(file, expected) : [];
  if (sheets.length > 0) return { proved: sheets, judged: [] };
  const pictureInks = demandsOf[purpose].offset
    ? await readPictureInks(file, pressProfileOf(file))
    : undefined;
  const order = {
    first: 0,
    count: pages.length,
    purpose,
    expected: proves ? expected.pages : undefined,
    pictureInks,
  };
  const reading = readInThreads(file, order, threads);
  // Other threads are still reading: the file as a whole is read meanwhile.
  const whole = judgedFile(file);
  const readings = await reading;
  const summaries = readings.flatMap((each) => each.summaries);
  const faults = [
    ...readings.flatMap((each) => each.faults),
    ...(whole === undefined ? [] : faultsOf({ ...whole, summaries }, purpose, expected)),
  ];
  const notYetTold = proves ? faults.filter(({ rule }) => !provedElsewhere.has(rule)) : faults;
  return {
    proved: proves ? verifyReadings(file, readings, expected) : [],
    judged: gatherFaults(notYetTold, {
      boxes,
      folio: (page) => expected?.folios[page] ?? String(page + 1),
      placeAt: placeFinder(boxes, expected),
    }),
  };
};

/**
 * Proves the pages of a file where it is expected to, and judges it, in one reading. Whatever the bytes are, it comes to an end and
 * throws nothing. `threads` read its pages beside this one; where none are given, they are started for it.
 */
export const proveAndJudge = async (
  bytes: Uint8Array,
  purpose: Purpose,
  expected?: FileExpectation,
  threads?: ReadingThreads,
): Promise<ProofAndJudgement> => {
  const file = openPdf(bytes);
  if (!isPdfFile(file)) return { proved: [unreadableFile(file)], judged: [] };
  const hindered = hindrance(file);
  if (hindered !== undefined) {
    const { rule, message, hint } = hindered;
    return { proved: [diagnose(rule, message, { hint })], judged: [] };
  }
  if (threads !== undefined) return judgeOpened(file, purpose, expected, threads);
  const own = openThreads(expected?.readers ?? 1, pagesOf(file).length);
  try {
    return await judgeOpened(file, purpose, expected, own);
  } finally {
    own.close();
  }
};

/**
 * Judges the bytes of a file. Resolves with everything there is to say, each fault once with the first of its pages; an error is
 * what forbids the file for its purpose.
 */
export const judgeFile = async (
  bytes: Uint8Array,
  purpose: Purpose,
  expected?: FileExpectation,
  threads?: ReadingThreads,
): Promise<readonly Diagnostic[]> => {
  const { proved, judged } = await proveAndJudge(bytes, purpose, expected, threads);
  return [...proved, ...judged];
};

/** What a file says that it is for: a press where it has an output intent for one, else the office and the archive. */
export const purposeOf = (bytes: Uint8Array): Purpose => {
  const file = openPdf(bytes);
  const whole = isPdfFile(file) ? judgedFile(file) : undefined;
  return whole !== undefined && saysPress({ ...whole, summaries: [] }) ? 'sheet' : 'print';
};
