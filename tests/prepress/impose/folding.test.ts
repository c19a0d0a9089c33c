/** Sheets are printed, folded and leafed through: the pages come in order, whatever edge the printer turns them over. */
import { describe, expect, test } from 'vitest';
import type { Imposition } from '../../../src/prepress/impose/imposition.ts';
import { planBooklet } from '../../../src/prepress/impose/plan-booklet.ts';
import { planNUp } from '../../../src/prepress/impose/plan-n-up.ts';
import { planTrifold } from '../../../src/prepress/impose/plan-trifold.ts';
import type { BookletSettings } from '../../../src/protocol/imposition.ts';
import { defaultImposition } from '../../../src/protocol/imposition.ts';
import { expectDiagnostics, expectNoDiagnostics } from '../../support/diagnostics.ts';
import { foldLeftOver, foldRightOver, leafedThrough, sheetsOf, turnedOver } from './folding.ts';

const a4 = { width: 210, height: 297 };
const a5 = { width: 148, height: 210 };
const a6 = { width: 105, height: 148 };
const halfLetter = { width: 139.7, height: 215.9 };
const letter = { width: 215.9, height: 279.4 };

const booklet = (
  trim: typeof a4,
  count: number,
  more: Partial<BookletSettings> = {},
): Imposition | undefined => planBooklet(trim, count, { ...defaultImposition.booklet, ...more }).value;

/** The sheets as they are gathered: the outermost below, the middle of the booklet on top, then folded. */
const leafed = (plan: Imposition) =>
  leafedThrough(
    foldLeftOver(
      sheetsOf(plan)
        .map((sheet) => turnedOver(sheet))
        .toReversed(),
      plan.width / 2,
    ),
  );

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe('a booklet', () => {
  test.each(
    (['short', 'long'] as const).flatMap((flip) =>
      [a5, a4, halfLetter, letter].map((trim) => [`${trim.width} × ${trim.height}`, flip, trim] as const),
    ),
  )('of 1 to 64 pages of %s, sheets turned over the %s edge', (_, flip, trim) => {
    for (const count of range(64).map((index) => index + 1)) {
      const plan = booklet(trim, count, { flip });
      if (plan === undefined) throw new Error('no plan');
      const prints = leafed(plan);
      expect(prints.length % 4).toBe(0);
      expect(prints.length - count).toBeLessThan(4);
      const pages = prints.map((print) => print?.page);
      expect(pages.filter((page) => page !== undefined)).toEqual(range(count));
      expect(prints.every((print) => print === undefined || print.isUpright)).toBe(true);
      // Blank pages stand before the back cover, which is the last page.
      if (count > 1) expect(pages.at(-1)).toBe(count - 1);
    }
  });

  test('a printer that turns sheets over the other edge than it was told would spoil it', () => {
    const plan = booklet(a5, 8);
    if (plan === undefined) throw new Error('no plan');
    const wrong = leafed({ ...plan, duplex: 'DuplexFlipLongEdge' });
    expect(wrong.every((print) => print?.isUpright === true)).toBe(false);
  });

  test.each([
    ['A5 on A4', a5, 297, 210],
    ['A4 on A3', a4, 420, 297],
    ['half a Letter on Letter', halfLetter, 279.4, 215.9],
    ['Letter on Tabloid', letter, 431.8, 279.4],
  ])('%s', (_, trim, width, height) => {
    const plan = booklet(trim, 8);
    expect(plan).toMatchObject({ width, height, scale: 1, duplex: 'DuplexFlipShortEdge' });
  });

  test('inner sheets, pushed out by the paper around them, are moved back: cut at the front, margins are alike', () => {
    const paper = 0.12;
    const plan = booklet(a5, 32, { paper });
    if (plan === undefined) throw new Error('no plan');
    const fold = plan.width / 2;
    for (const [index, { placements }] of plan.sides.entries()) {
      const sheet = Math.floor(index / 2);
      for (const { left, window } of placements) {
        const front = window.right === fold ? fold - left : left + a5.width - fold;
        // Folded, the sheet sticks out by the paper of the sheets around it.
        expect(front + sheet * paper).toBeCloseTo(a5.width, 9);
      }
    }
    expect(booklet(a5, 32, { paper: 0 })?.sides.every(({ placements }) => placements[1]?.left === fold)).toBe(
      true,
    );
  });

  test('pages meet at the fold and nowhere else', () => {
    const plan = booklet(a5, 12);
    for (const { placements } of plan?.sides ?? [])
      expect(placements.map(({ window }) => [window.left, window.right])).toEqual([
        [0, 148.5],
        [148.5, 297],
      ]);
  });

  test('another page size needs a sheet, or permission to be made smaller', () => {
    const settings = defaultImposition.booklet;
    const trim = { width: 170, height: 240 };
    const unknown = planBooklet(trim, 8, settings);
    expect(unknown.value).toBeUndefined();
    expectDiagnostics(unknown.diagnostics, ['- prepress/sheet-unknown']);
    const small = planBooklet(trim, 8, { ...settings, sheet: 'A4' });
    expectDiagnostics(small.diagnostics, ['- prepress/sheet-too-small']);
    const large = planBooklet(trim, 8, { ...settings, sheet: 'A3', marks: ['fold', 'cut'] });
    expectNoDiagnostics(large.diagnostics);
    expect(large.value?.scale).toBe(1);
    const fit = planBooklet(a4, 8, { ...settings, fit: true });
    expect(fit.value).toMatchObject({ width: 297, height: 210 });
    expect(fit.value?.scale).toBeCloseTo(210 / 297, 2);
    expect(planBooklet(letter, 8, { ...settings, fit: true }).value).toMatchObject({ width: 279.4 });
    // Larger than the page the sheet never makes it.
    expect(planBooklet(a6, 8, { ...settings, fit: true }).value?.scale).toBe(1);
  });

  test('blank pages and too many sheets are told', () => {
    expectDiagnostics(planBooklet(a5, 15, defaultImposition.booklet).diagnostics, [
      '- prepress/blank-pages info',
    ]);
    expectDiagnostics(planBooklet(a5, 68, defaultImposition.booklet).diagnostics, [
      '- prepress/booklet-thick warning',
    ]);
  });

  test('marks: folds on the fold, cuts at the corners of what is cut out, none where nothing is to be cut', () => {
    const filled = planBooklet(a5, 8, { ...defaultImposition.booklet, marks: ['fold', 'cut'] });
    expectDiagnostics(filled.diagnostics, ['- prepress/marks-without-room warning']);
    expect(filled.value?.sides[0]?.lines).toEqual([
      { mark: 'fold', from: [148.5, 0], to: [148.5, 10] },
      { mark: 'fold', from: [148.5, 200], to: [148.5, 210] },
    ]);
    const roomy = booklet(a5, 8, { sheet: 'A3', marks: ['cut'] });
    const lines = roomy?.sides[0]?.lines ?? [];
    expect(lines).toHaveLength(8);
    // The block is 296 × 210 mm in the middle of 420 × 297 mm.
    expect(lines).toContainEqual({ mark: 'cut', from: [62, 30.5], to: [62, 40.5] });
    expect(lines).toContainEqual({ mark: 'cut', from: [361, 253.5], to: [371, 253.5] });
  });
});

describe('n-up', () => {
  const nUp = (trim: typeof a4, count: number, more = {}) =>
    planNUp(trim, count, { ...defaultImposition.nUp, ...more });

  /** Pages as a reader reads a side: along the rows, from the top. */
  const readSide = (plan: Imposition | undefined, side: number): readonly number[] =>
    (plan?.sides[side]?.placements ?? [])
      .toSorted((a, b) => b.bottom - a.bottom || a.left - b.left)
      .map(({ page }) => page);

  test('four to a sheet: along the rows, then the next side', () => {
    const plan = nUp(a6, 10, { pages: 4 }).value;
    expect(plan).toMatchObject({ width: 210, height: 297, duplex: 'DuplexFlipLongEdge', scale: 1 });
    expect([0, 1, 2].map((side) => readSide(plan, side))).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
  });

  test('two to a sheet: beside each other, wide ones above each other', () => {
    expect(nUp(a5, 3).value).toMatchObject({ width: 297, height: 210 });
    const wide = nUp({ width: 210, height: 148 }, 3).value;
    expect(wide).toMatchObject({ width: 210, height: 297 });
    expect(readSide(wide, 0)).toEqual([0, 1]);
    expect(nUp(a5, 2).value?.duplex).toBe('Simplex');
  });

  test('made smaller only where it is allowed', () => {
    expectDiagnostics(nUp(a4, 8, { sheet: 'A4' }).diagnostics, ['- prepress/sheet-too-small']);
    expect(nUp(a4, 8, { fit: true, pages: 4 }).value?.scale).toBe(0.5);
  });

  test('cuts between the pages', () => {
    const lines = nUp(a6, 4, { pages: 4, marks: ['cut'] }).value?.sides[0]?.lines ?? [];
    expect(lines).toContainEqual({ mark: 'cut', from: [105, 0], to: [105, 10.5] });
    expect(lines).toContainEqual({ mark: 'cut', from: [200, 148.5], to: [210, 148.5] });
  });
});

describe('a leaflet of six panels', () => {
  const panel = { width: 100, height: 210 };

  test.each(['short', 'long'] as const)('folds, opens and reads, turned over the %s edge', (flip) => {
    const plan = planTrifold(panel, 6, { marks: [], flip }).value;
    if (plan === undefined) throw new Error('no plan');
    const [sheet] = sheetsOf(plan);
    if (sheet === undefined) throw new Error('no sheet');
    const open = turnedOver(sheet);
    // Open, the inside reads from left to right.
    const inside = open.top.toSorted((a, b) => a.x - b.x);
    expect(inside.map(({ page }) => page + 1)).toEqual([2, 3, 4]);
    expect([...open.top, ...open.bottom].every(({ isUpright }) => isUpright)).toBe(true);
    // The flap is folded in first and lies within the middle panel.
    const flapped = foldRightOver([open], 200);
    const [flap] = flapped;
    expect(flap?.top.map(({ page }) => page + 1)).toEqual([5]);
    expect((flap?.to ?? 0) - (flap?.from ?? 0)).toBeCloseTo(97, 9);
    expect(flap?.from).toBeGreaterThan(100);
    // Then the left panel: the cover is on top, the back below.
    const closed = foldLeftOver(flapped, 100);
    expect(closed).toHaveLength(3);
    expect(closed[0]?.top.map(({ page }) => page + 1)).toEqual([1]);
    expect(closed[0]?.bottom.map(({ page }) => page + 1)).toEqual([2]);
    expect(closed[2]?.bottom.map(({ page }) => page + 1)).toEqual([6]);
  });

  test('folds are marked where they are on each side', () => {
    const plan = planTrifold(panel, 6, { marks: ['fold'] }).value;
    expect(plan?.sides.map(({ lines }) => [...new Set(lines.map(({ from }) => from[0]))])).toEqual([
      [97, 197],
      [100, 200],
    ]);
  });

  test('six pages of the size of a panel, or it is told what is wanted', () => {
    const wrong = planTrifold(a4, 5, { marks: [] });
    expect(wrong.value).toBeUndefined();
    expectDiagnostics(wrong.diagnostics, ['- prepress/trifold-size', '- prepress/trifold-pages']);
  });
});
