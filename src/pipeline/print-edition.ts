/** A forme in, a proof out: laid out, made up, composed, printed. All outputs of an edition are made of this one proof. */
import type { FormePage } from '../chromium/forme-page.ts';
import { openForme } from '../chromium/forme-page.ts';
import { diagnose } from '../diagnostics/catalogue.ts';
import { isError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { destinationsOf } from '../makeup/destinations.ts';
import { folioOf } from '../makeup/number-pages.ts';
import { outlineOf } from '../makeup/outline.ts';
import { heightOf } from '../protocol/galley.ts';
import type { Quality } from '../project/report.ts';
import type { Destination, MakeupQuality, OutlineEntry } from '../protocol/makeup.ts';
import type { AssetAnswer, ExpectedPage, LineTotals } from '../protocol/paginator.ts';
import type { Forme } from '../template/forme.ts';
import type { Lease } from './browser-lease.ts';
import { assetDiagnostics, makeupDiagnostic, movedDiagnostic, paginatorDiagnostic } from './findings.ts';
import { proveLetters } from './prove-letters.ts';
import type { SettledPages } from './settle-pages.ts';
import { composePages, settlePages } from './settle-pages.ts';
import type { Stopwatch } from './stopwatch.ts';

/** What an edition is printed from. */
export interface PrintOrder {
  readonly forme: Forme;
  /** A name for its page, unique in the build: letters, digits and hyphens. */
  readonly host: string;
  /** Writes a page's ordinal in the edition's language. */
  readonly ordinal: (number: number) => string;
  /** `pages: {max}` of the publication. */
  readonly mostPages?: number | undefined;
  /** False where the author's faults forbid a file, or for `check`: everything but printing. Asked when the pages are composed. */
  readonly mayPrint: () => Promise<boolean>;
}

/** Chromium's PDF, and what is known of its pages. */
export interface Proof {
  readonly pdf: Uint8Array;
  /** What every page must show, in order. */
  readonly pages: readonly ExpectedPage[];
  /** The printed number of every page. */
  readonly folios: readonly string[];
  readonly outline: readonly OutlineEntry[];
  /** Where the targets of links inside the document stand, by id. */
  readonly destinations: ReadonlyMap<string, Destination>;
}

/** What came of it; `proof` is absent where nothing was printed. */
export interface PrintedEdition {
  readonly proof?: Proof;
  readonly pages: number;
  readonly quality: Quality;
  readonly diagnostics: readonly Diagnostic[];
}

/** An edition that may have only so many pages: by how many lines it runs over. */
const tooLong = (settled: SettledPages, most: number | undefined): readonly Diagnostic[] => {
  const { pages } = settled.makeup;
  if (most === undefined || pages.length <= most) return [];
  let lines = 0;
  for (const page of pages.slice(most)) {
    const run = settled.galley.runs[page.run];
    if (run === undefined || page.blank) continue;
    lines += Math.ceil((heightOf(run, page.from, page.to) + page.noteHeight) / run.line - 0.01);
  }
  return [
    diagnose(
      'makeup/too-many-pages',
      `Unexpected ${pages.length} pages, ${lines} lines more than fit, expected at most ${most}`,
      { hint: `shorten the text by about ${lines} lines, or raise \`pages: max\` in publication.yaml` },
    ),
  ];
};

/** What failed for the margin boxes and not before. */
const failedSince = (before: AssetAnswer, after: AssetAnswer): AssetAnswer => ({
  failedFonts: after.failedFonts.filter((font) => !before.failedFonts.includes(font)),
  failedPictures: after.failedPictures,
});

const findingsOf = (settled: SettledPages, forme: Forme): readonly Diagnostic[] => [
  ...assetDiagnostics(settled.assets),
  ...settled.findings.map((finding) => paginatorDiagnostic(finding)),
  ...settled.makeup.findings.map((finding) => {
    const page = settled.makeup.pages[finding.page];
    return makeupDiagnostic(finding, page === undefined ? undefined : folioOf(forme.rules, page));
  }),
  ...[...new Set(settled.moved.map(({ target }) => target))].map((target) =>
    movedDiagnostic(target, settled.passes),
  ),
];

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;

const qualityOf = (pages: MakeupQuality, lines: LineTotals): Quality => ({
  ...pages,
  looseLines: share(lines.loose, lines.justified),
  hyphenatedLines: share(lines.hyphenated, lines.lines),
  maxLadder: lines.ladder,
  thirdHyphens: lines.thirds,
  runts: lines.runts,
});

const printPages = async (page: FormePage, order: PrintOrder, watch: Stopwatch): Promise<PrintedEdition> => {
  const { forme } = order;
  const settled = await settlePages(page, forme.rules, order.ordinal, watch);
  const composed = await composePages(page, settled, forme.rules, watch);
  const diagnostics = [
    ...findingsOf(settled, forme),
    ...assetDiagnostics(failedSince(settled.assets, composed.assets)),
    ...tooLong(settled, order.mostPages),
    ...(await watch.time('compose', () => proveLetters(page, forme.faces))),
    ...page.diagnostics(),
  ];
  const { galley, makeup } = settled;
  const base = {
    pages: makeup.pages.length,
    quality: qualityOf(makeup.quality, composed.lines),
    diagnostics,
  };
  if (diagnostics.some(isError) || !(await order.mayPrint())) return base;
  const proof: Proof = {
    pdf: await watch.time('print', () => page.print()),
    pages: composed.pages,
    folios: makeup.pages.map((made) => folioOf(forme.rules, made)),
    outline: outlineOf(galley, makeup, forme.rules),
    destinations: destinationsOf(galley, makeup, forme.rules),
  };
  return { ...base, proof };
};

/** Prints the proof of an edition. Rejects with a BrowserFailure when the browser ends or falls silent. */
export const printEdition = async (
  lease: Lease,
  order: PrintOrder,
  watch: Stopwatch,
): Promise<PrintedEdition> => {
  const page = await watch.time('browser', () =>
    openForme(lease.running, order.forme, order.host, lease.paginator, lease.cache),
  );
  try {
    return await printPages(page, order, watch);
  } finally {
    await page.close();
  }
};
