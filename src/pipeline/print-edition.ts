/** A forme in, a finished PDF out: laid out, made up, composed, printed, rewritten, proved. Nothing is written to disk. */
import type { FormePage } from '../chromium/forme-page.ts';
import { openForme } from '../chromium/forme-page.ts';
import { diagnose } from '../diagnostics/catalogue.ts';
import { isError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { destinationsOf } from '../makeup/destinations.ts';
import { folioOf } from '../makeup/number-pages.ts';
import { outlineOf } from '../makeup/outline.ts';
import { heightOf } from '../protocol/galley.ts';
import type { Meta } from '../manuscript/manuscript.ts';
import { verifyProof } from '../preflight/verify-proof.ts';
import type { DocumentInformation } from '../prepress/document-information.ts';
import { printOutput } from '../prepress/print-output.ts';
import { shippedProfile, srgbProfile } from '../prepress/shipped-profile.ts';
import { proofDocument, tagDocument } from '../prepress/tag-document.ts';
import { writeDocument } from '../prepress/write-document.ts';
import type { Quality } from '../project/report.ts';
import type { MakeupQuality } from '../protocol/makeup.ts';
import type { AssetAnswer, LineTotals } from '../protocol/paginator.ts';
import type { Forme } from '../template/forme.ts';
import type { Lease } from './browser-lease.ts';
import { assetDiagnostics, makeupDiagnostic, movedDiagnostic, paginatorDiagnostic } from './findings.ts';
import type { SettledPages } from './settle-pages.ts';
import { composePages, settlePages } from './settle-pages.ts';
import type { Stopwatch } from './stopwatch.ts';

/** What an edition is printed from. */
export interface PrintOrder {
  readonly forme: Forme;
  readonly meta: Meta;
  /** A name for its page, unique in the build: letters, digits and hyphens. */
  readonly host: string;
  /** Writes a page's ordinal in the edition's language. */
  readonly ordinal: (number: number) => string;
  /** The date the file carries; the clock's never. */
  readonly date?: Date | undefined;
  /** `pages: {max}` of the publication. */
  readonly mostPages?: number | undefined;
  /** False where the author's faults forbid a file, or for `check`: everything but printing. Asked when the pages are composed. */
  readonly mayPrint: () => Promise<boolean>;
  /** Threads that read the proof back. */
  readonly readers: number;
}

/** What came of it; `pdf` is absent where nothing was printed or the proof failed. */
export interface PrintedEdition {
  readonly pdf?: Uint8Array;
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
  runts: lines.runts,
});

const printPages = async (page: FormePage, order: PrintOrder, watch: Stopwatch): Promise<PrintedEdition> => {
  const { forme, meta } = order;
  const settled = await settlePages(page, forme.rules, order.ordinal, watch);
  const fonts = await watch.time('galley', () => page.judgeFonts());
  const composed = await composePages(page, settled, forme.rules, watch);
  const diagnostics = [
    ...findingsOf(settled, forme),
    ...fonts,
    ...assetDiagnostics(failedSince(settled.assets, composed.assets)),
    ...tooLong(settled, order.mostPages),
    ...page.diagnostics(),
  ];
  const { makeup } = settled;
  const base = { pages: makeup.pages.length, quality: qualityOf(makeup.quality, composed.lines) };
  if (diagnostics.some(isError) || !(await order.mayPrint())) return { ...base, diagnostics };
  const proof = await watch.time('print', () => page.print());
  const { value: profile, diagnostics: faults } = shippedProfile(srgbProfile);
  if (profile === undefined) return { ...base, diagnostics: [...diagnostics, ...faults] };
  const information: DocumentInformation = {
    title: forme.title,
    author: meta.authors.join(', '),
    subject: meta.subtitle,
    keywords: meta.keywords.join(', '),
    language: forme.tag,
    date: order.date,
  };
  const tagged = watch.timeSync('prepress', () =>
    tagDocument(proofDocument(proof), {
      trim: forme.rules.trim,
      bleed: forme.rules.bleed,
      language: forme.tag,
      folios: makeup.pages.map((made) => folioOf(forme.rules, made)),
      outline: outlineOf(settled.galley, makeup, forme.rules),
      destinations: destinationsOf(settled.galley, makeup, forme.rules),
    }),
  );
  const pdf = watch.timeSync('prepress', () =>
    writeDocument(printOutput(tagged, { ...information, profile })),
  );
  const proved = await watch.time('preflight', () =>
    verifyProof(pdf, {
      pages: composed.pages,
      folios: makeup.pages.map((made) => folioOf(forme.rules, made)),
      trim: forme.rules.trim,
      bleed: forme.rules.bleed,
      fonts: forme.fonts,
      readers: order.readers,
    }),
  );
  const all = [...diagnostics, ...proved];
  return all.some(isError) ? { ...base, diagnostics: all } : { ...base, pdf, diagnostics: all };
};

/** Prints an edition. Rejects with a BrowserFailure when the browser ends or falls silent. */
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
