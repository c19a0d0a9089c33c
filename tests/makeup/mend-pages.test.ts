/** Pages that paragraphs mend with a line more or fewer, drawn in text; drawing.ts says how. */
import { expect, test } from 'vitest';
import { changeLines } from '../../src/makeup/change-lines.ts';
import { lackingPages } from '../../src/makeup/lacking-pages.ts';
import { makeUp } from '../../src/makeup/make-up.ts';
import { chooseOffers } from '../../src/makeup/mend-pages.ts';
import type { Galley } from '../../src/protocol/galley.ts';
import type { Makeup } from '../../src/protocol/makeup.ts';
import type { LineOffer } from '../../src/protocol/paginator.ts';
import { drawMakeup, galleyOf, roomsOf } from './drawing.ts';

interface Book {
  readonly text: string;
  readonly notes?: Readonly<Record<string, number | string>>;
  readonly page: number;
}

const offer = (item: number, lines: number, change: -1 | 1, demerits = 1): LineOffer => ({
  run: 0,
  item,
  lines,
  change,
  demerits,
});

/** Mends a book with some offers: how it was and what became of it. */
const mend = (book: Book, offers: readonly LineOffer[]) => {
  const galley = galleyOf(book);
  const decide = (from: Galley): Makeup => makeUp(from, roomsOf(book.page));
  const before = decide(galley);
  const lacking = lackingPages(galley, before);
  const taken = chooseOffers(galley, before, lacking, offers, decide);
  const changed = changeLines(galley, taken);
  const after = decide(changed);
  return { before, lacking, taken, after, drawn: drawMakeup(changed, after) };
};

test('a page with a hole of three lines gets a line more', () => {
  const { before, taken, after } = mend({ text: 'a1 a2 a3 a4 a5 f1[8] b1 b2 b3 b4', page: 8 }, [
    offer(0, 5, 1),
    offer(6, 4, 1),
  ]);
  expect(before.quality.holes).toBe(1);
  expect(taken).toEqual([offer(0, 5, 1)]);
  expect(after.quality.holes).toBe(0);
});

test('a figure that one line keeps from the page comes onto it', () => {
  const { before, lacking, taken, after } = mend({ text: 'a1 a2 a3 a4 a5 a6 f1[5] b1 b2 b3 b4', page: 10 }, [
    offer(0, 6, -1),
  ]);
  expect(before.quality.holes).toBe(1);
  expect(lacking).toEqual([{ run: 0, from: 0, to: 6, fewer: 1, more: 2 }]);
  expect(taken).toHaveLength(1);
  expect(after.quality.holes).toBe(0);
  expect(after.pages[0]).toMatchObject({ from: 0, to: 6, slack: 0 });
});

test('where two lines are lacking, two paragraphs give one each, those that lose least', () => {
  const { taken, after } = mend({ text: 'a1 a2 a3 a4 b1 b2 b3 b4 c1 c2 c3 c4 f1[5] d1 d2 d3 d4', page: 15 }, [
    offer(0, 4, -1, 7),
    offer(4, 4, -1, 9),
    offer(8, 4, -1, 8),
  ]);
  expect(new Set(taken.map(({ item }) => item))).toEqual(new Set([0, 8]));
  expect(after.quality.holes).toBe(0);
});

test('a note that would be cut stays whole', () => {
  const { before, taken, after } = mend(
    { text: 'a1 a2 a3 a4 a5 a6*1 b1 b2 b3 b4 c1 c2 c3 c4', notes: { 1: 5 }, page: 11 },
    [offer(0, 6, -1)],
  );
  expect(before.quality.splitNotes).toBe(1);
  expect(taken).toHaveLength(1);
  expect(after.quality.splitNotes).toBe(0);
});

test('nothing is asked of a book without faults, and nothing taken that makes it no better', () => {
  const whole = mend({ text: 'a1 a2 a3 a4 b1 b2 b3 b4', page: 4 }, [offer(0, 4, 1)]);
  expect(whole.lacking).toEqual([]);
  const hopeless = mend({ text: 'a1 a2 a3 a4 f1[9] b1 b2 b3 b4', page: 10 }, [
    offer(0, 4, -1),
    offer(0, 4, 1),
  ]);
  expect(hopeless.taken).toEqual([]);
});

test('a paragraph of the page before gives nothing', () => {
  const { taken } = mend({ text: 'z1 z2 z3 z4 | a1 a2 a3 a4 a5 f1[8] b1 b2 b3 b4', page: 8 }, [
    offer(0, 4, 1),
  ]);
  expect(taken).toEqual([]);
});

test('a changed galley keeps every call, and nothing else moves', () => {
  const galley = galleyOf({ text: 'a1 a2*1 a3*2 a4 b1 b2*3', notes: { 1: 1, 2: 1, 3: 1 }, page: 9 });
  const calls = ({ runs }: Galley): readonly string[] =>
    runs.flatMap((run) => run.items.flatMap((item) => item.calls));
  for (const change of [-1, 1] as const) {
    const [run] = changeLines(galley, [offer(0, 4, change)]).runs;
    const [before] = galley.runs;
    expect(run?.items).toHaveLength(6 + change);
    expect(run?.breaks).toHaveLength(6 + change);
    expect((run?.items.at(-1)?.bottom ?? 0) - (before?.items.at(-1)?.bottom ?? 0)).toBe(10 * change);
    expect(calls(changeLines(galley, [offer(0, 4, change)]))).toEqual(calls(galley));
  }
});
