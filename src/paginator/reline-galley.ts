/** Breaks paragraphs anew with a line more or fewer, and tells which paragraphs can have that: makeup mends pages with it. */
import { breakParagraph } from '../makeup/lines/break-paragraph.ts';
import type { LineMemory } from '../makeup/lines/line-memory.ts';
import { makeLineMemory } from '../makeup/lines/line-memory.ts';
import type { SetLines } from '../protocol/paragraph.ts';
import { joint } from '../protocol/paragraph.ts';
import type { LineChange, LineOffer, OfferRequest, RelineRequest } from '../protocol/paginator.ts';
import type { LineBlock } from './block-tree.ts';
import type { FixedBlock } from './fix-lines.ts';
import { fixLines, takeBackLines } from './fix-lines.ts';
import type { GalleyPage, MeasuredGalley } from './galley-page.ts';
import { levelLines, strutsOf } from './level-lines.ts';
import type { LineCounts, LineSource, Looseness } from './line-chooser.ts';
import { countLines } from './total-fit.ts';

/** Shorter paragraphs have no lines to give. */
const fewestLines = 4;

/** Hyphens that a paragraph may have more for it. */
const moreHyphens = 2;

/** Fixes the lines of blocks again whose lines were taken back. */
export const fixAgain = (page: GalleyPage, blocks: readonly LineBlock[]): void => {
  const { blocks: fixed } = fixLines(blocks, (block) =>
    page.choose(block, page.looseness.get(block.element) ?? 0),
  );
  for (const each of fixed) page.fixed.set(each.block.element, each);
  levelLines(
    blocks.filter((block) => page.onGrid.has(block)),
    page.paged,
  );
};

/** Whether lines are as good as those of the best setting, as a reader sees them: none looser, no ladder, no runt. */
const isAsGood = (lines: LineCounts, best: LineCounts): boolean =>
  lines.loose <= best.loose &&
  lines.hyphenated <= best.hyphenated + moreHyphens &&
  lines.ladder <= Math.max(2, best.ladder) &&
  (best.runt || !lines.runt);

/** The widest mean word space of the lines, px. */
const widestSpace = ({ wordSpaces }: SetLines): number => Math.max(0, ...wordSpaces);

/** A last line that begins with the rest of a word is at least so many ems wide. */
const leastRest = 5;

/** Whether the last line is hardly more than the rest of a word. */
const endsInRest = ({ paragraph, setting }: LineSource, { ends, widths }: SetLines): boolean =>
  paragraph.joints[ends.at(-2) ?? -1] === joint.softHyphen && (widths.at(-1) ?? 0) < leastRest * setting.em;

const changes = [-1, 1] as const;

/** What one paragraph offers. */
const offersOf = (
  source: LineSource,
  best: LineCounts,
  where: { readonly run: number; readonly item: number },
  memory: LineMemory,
): readonly LineOffer[] => {
  const set = (looseness: Looseness) =>
    breakParagraph(source.paragraph, { ...source.setting, looseness }, { memory });
  const ordinary = set(0);
  const widest = widestSpace(ordinary);
  return changes.flatMap((change): readonly LineOffer[] => {
    const lines = set(change);
    if (lines.ends.length !== best.lines + change || endsInRest(source, lines)) return [];
    // The last pass permits any line: none may be looser than the loosest there is.
    if (lines.pass === 3 && widestSpace(lines) > widest) return [];
    if (!isAsGood(countLines(source, lines), best)) return [];
    return [{ ...where, lines: best.lines, change, demerits: lines.demerits - ordinary.demerits }];
  });
};

/** The block of lines that begins with an item, if it does and if it is justified. */
const fixedAt = (
  page: GalleyPage,
  measured: MeasuredGalley,
  run: number,
  item: number,
): FixedBlock | undefined => {
  const element = measured.composition.runs[run]?.elements[item];
  if (element?.block.kind !== 'lines' || element.line > 0 || !element.block.justify) return undefined;
  return page.fixed.get(element.block.element);
};

/** The paragraphs that end within stretches of items and can have a line more or fewer and look as good. Reads only. */
export const offerLines = (
  page: GalleyPage,
  measured: MeasuredGalley,
  { stretches }: OfferRequest,
): readonly LineOffer[] => {
  const memory = makeLineMemory();
  return stretches.flatMap(({ run, from, to }) => {
    const offers: LineOffer[] = [];
    // A paragraph that began on the page before has its first lines there.
    const first = from - (measured.composition.runs[run]?.elements[from]?.line ?? 0);
    for (let item = first; item < to; item += 1) {
      const found = fixedAt(page, measured, run, item);
      if (found === undefined) continue;
      const { counts, source } = found.chosen;
      if (counts === undefined || source === undefined || counts.lines < fewestLines) continue;
      // A line that was made higher may then be another one.
      if (strutsOf(found.block.element).length > 0) continue;
      if (item + counts.lines <= to) offers.push(...offersOf(source, counts, { run, item }, memory));
    }
    return offers;
  });
};

/** Breaks paragraphs anew as makeup asks. The galley measured before no longer holds. */
export const relineGalley = (page: GalleyPage, measured: MeasuredGalley, request: RelineRequest): void => {
  const fixed = request.changes.flatMap(({ run, item, change }: LineChange) => {
    const found = fixedAt(page, measured, run, item);
    if (found === undefined) return [];
    page.looseness.set(found.block.element, change);
    return [found];
  });
  for (const each of fixed) takeBackLines(each);
  fixAgain(
    page,
    fixed.map(({ block }) => block),
  );
};
