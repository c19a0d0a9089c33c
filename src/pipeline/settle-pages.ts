/**
 * From a loaded forme to settled pages: lay out, measure, make up, write the numbers that depend on pages, and again until
 * they stand; mend once; then compose.
 */
import type { FormePage } from '../chromium/forme-page.ts';
import { makeUp } from '../makeup/make-up.ts';
import { numberTexts } from '../makeup/number-pages.ts';
import { geometriesOf, roomsOf, sheetOf } from '../makeup/page-geometry.ts';
import { planPages } from '../makeup/plan-pages.ts';
import type { Galley } from '../protocol/galley.ts';
import type { Makeup } from '../protocol/makeup.ts';
import type { PageRules } from '../protocol/paged-css.ts';
import type {
  AssetAnswer,
  ComposeAnswer,
  NumberTexts,
  PageReference,
  PaginatorFinding,
} from '../protocol/paginator.ts';
import { measureGalley } from './measure-galley.ts';
import { mendPages } from './mend-pages.ts';
import type { Stopwatch } from './stopwatch.ts';

/** Passes after which the makeup is frozen and the true numbers are written into it. */
export const mostPasses = 5;

/** Pages that stand. */
export interface SettledPages {
  readonly galley: Galley;
  readonly makeup: Makeup;
  /** Passes it took; more than {@link mostPasses} never. */
  readonly passes: number;
  /** References whose number still moved when the makeup was frozen. */
  readonly moved: readonly PageReference[];
  readonly assets: AssetAnswer;
  readonly findings: readonly PaginatorFinding[];
}

/** References whose text differs between two numberings. */
const movedBetween = (
  references: readonly PageReference[],
  before: NumberTexts,
  after: NumberTexts,
): readonly PageReference[] =>
  references.filter(({ index }) => before.references[index] !== after.references[index]);

/** Lays out and makes up until the numbers stand. `ordinal` writes a page's ordinal in the edition's language. */
export const settlePages = async (
  page: FormePage,
  rules: PageRules,
  ordinal: (number: number) => string,
  watch: Stopwatch,
): Promise<SettledPages> => {
  const roomOf = roomsOf(rules);
  const assets = await watch.time('galley', () => page.call('awaitAssets', {}));
  const prepared = await watch.time('galley', () =>
    page.call('prepare', {
      sheet: sheetOf(rules),
      geometries: geometriesOf(rules),
      notes: { numbering: rules.notes.numbering, call: rules.notes.call, marker: rules.notes.marker },
      grid: rules.grid === true,
      hanging: rules.hanging === true,
    }),
  );
  const measure = (): Promise<Galley> => measureGalley(page, watch);
  const decide = (from: Galley): Makeup => watch.timeSync('makeup', () => makeUp(from, roomOf));
  const number = (from: Galley, made: Makeup): NumberTexts =>
    numberTexts(from, made, prepared.references, rules, ordinal);
  let galley = await measure();
  let makeup = decide(galley);
  let texts = number(galley, makeup);
  let moved: readonly PageReference[] = [];
  const settledWith = async (frozen: boolean): Promise<boolean> => {
    const answer = await watch.time('galley', () => page.call('renumber', { ...texts, frozen }));
    return answer.reflowed === 0;
  };
  const again = async (): Promise<boolean> => {
    const written = texts;
    galley = await measure();
    makeup = decide(galley);
    texts = number(galley, makeup);
    moved = movedBetween(prepared.references, written, texts);
    return lengthOf(texts) > lengthOf(written);
  };
  const settled = (passes: number): SettledPages => {
    const { findings } = prepared;
    return { galley, makeup, passes, moved: passes < mostPasses ? [] : moved, assets, findings };
  };
  let mended = false;
  for (let passes = 1; passes < mostPasses; passes += 1) {
    if (await settledWith(false)) {
      const better = mended ? undefined : await mendPages(page, { galley, makeup }, decide, watch);
      if (better === undefined) return settled(passes);
      mended = true;
      ({ galley, makeup } = better);
      texts = number(galley, makeup);
      passes -= 1;
      continue;
    }
    const longer = await again();
    // Numbers are frozen into lines that were set for longer ones: those have the room.
    if (passes === mostPasses - 1 && longer && !(await settledWith(false))) await again();
  }
  await settledWith(true);
  return settled(mostPasses);
};

/** Letters of all numbers together. */
const lengthOf = (texts: NumberTexts): number =>
  Object.values(texts.references).reduce((sum, text) => sum + text.length, 0);

/** Composes settled pages; what each must show in the proof comes back. */
export const composePages = async (
  page: FormePage,
  settled: SettledPages,
  rules: PageRules,
  watch: Stopwatch,
): Promise<ComposeAnswer> => {
  const pages = planPages(settled.galley, settled.makeup, rules);
  return watch.time('compose', () => page.call('compose', { pages }));
};
