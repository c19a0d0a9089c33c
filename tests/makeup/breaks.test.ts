/** Breaks, holes and blank pages, drawn in text; drawing.ts says how. */
import { describe, expect, test } from 'vitest';
import { makeUp } from '../../src/makeup/make-up.ts';
import { drawMakeup, expectPages, galleyOf, roomsOf } from './drawing.ts';

const lines = (block: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${block}${index + 1}`).join(' ');

const loose = { orphans: 1, widows: 1 };

describe('widows-and-orphans', () => {
  test('no line stands alone at the head or foot of a page', () => {
    const { quality } = expectPages(
      { text: 'a1 a2 a3 a4 b1 b2 b3 b4', page: 5 },
      `1R: a1 a2 a3 a4 ·
       2V: b1 b2 b3 b4 ·`,
    );
    expect(quality).toMatchObject({ widows: 0, orphans: 0, meanSlack: 1 });
  });

  test('unless nothing else is possible, and then they are counted', () => {
    const { quality } = expectPages(
      { text: 'a1 a2 a3', page: 2 },
      `1R: a1 ·
       2V: a2 a3`,
    );
    expect(quality).toMatchObject({ widows: 0, orphans: 1 });
  });
});

describe('keeps', () => {
  test('a heading, and a heading after it, stay with what follows', () => {
    expectPages(
      { text: 'a1 a2 a3 a4 h1! i1! b1 b2 b3 b4', page: 6 },
      `1R: a1 a2 a3 a4 ··
       2V: h1 i1 b1 b2 b3 b4`,
    );
  });

  test('a caption stays with its figure, and a figure is not cut', () => {
    expectPages(
      { text: 'a1 a2 a3 a4 f1[5]! g1 b1 b2 b3 b4', page: 8 },
      `1R: a1 a2 a3 a4 ····
       2V: f1 g1 ··
       3R: b1 b2 b3 b4 ····`,
    );
  });

  test('a box that should stay whole does', () => {
    expectPages(
      { text: 'a1 a2 a3 a4 b1~ b2~ b3 c1 c2', page: 6 },
      `1R: a1 a2 a3 a4 ··
       2V: b1 b2 b3 c1 c2 ·`,
    );
  });

  test('and is cut where it is taller than a page', () => {
    expectPages(
      { text: 'a1 a2 b1~ b2~ b3~ b4~ b5~ b6~ b7~ b8 c1 c2', page: 6 },
      `1R: a1 a2 b1 b2 b3 b4
       2V: b5 b6 b7 b8 c1 c2`,
    );
  });

  test('a hole is better than a break where none may be', () => {
    expectPages(
      { text: 'a1 a2 a3 r1^ r2^ r3^ r4 b1 b2', page: 6, ...loose },
      `1R: a1 a2 a3 ···
       2V: r1 r2 r3 r4 b1 b2`,
    );
  });

  test('what may not be cut is cut all the same where no page can hold it', () => {
    expectPages(
      { text: 'a1 a2 r1^ r2^ r3^ r4^ r5^ r6^ r7^ r8 b1 b2', page: 6, ...loose },
      `1R: a1 a2 ····
       2V: r1 r2 r3 r4 r5 r6
       3R: r7 r8 b1 b2 ··`,
    );
  });

  test('an item taller than a page stands alone, and is reported', () => {
    const { findings } = expectPages(
      { text: 'a1 a2 f1[12] b1 b2', page: 8 },
      `1R: a1 a2 ······
       2V: f1
       3R: b1 b2 ······
       ! makeup/item-overflows f1`,
    );
    expect(findings[0]?.detail).toEqual({ height: 120, room: 80, by: 40 });
  });
});

describe('white', () => {
  test('a last page is not left with a line or two', () => {
    expectPages(
      { text: lines('a', 13), page: 6, ...loose },
      `1R: a1 a2 a3 a4 ··
       2V: a5 a6 a7 a8 a9 ·
       3R: a10 a11 a12 a13 ··`,
    );
  });

  test('facing pages end at one depth', () => {
    expectPages(
      { text: 'p1 p2 p3 p4 a1 a2 a3 a4 a5 b1 b2 b3 b4 c1 c2 c3 c4 c5 d1 d2 d3 d4', page: 6 },
      `1R: p1 p2 p3 p4 a1 a2
       2V: a3 a4 a5 b1 b2 ·
       3R: b3 b4 c1 c2 c3 ·
       4V: c4 c5 d1 d2 d3 d4`,
    );
  });

  test('a page does not end in a hyphen where a line less would do', () => {
    expectPages(
      { text: 'a1 a2 a3- a4 a5 a6 a7 a8', page: { recto: 3, verso: 4 }, ...loose },
      `1R: a1 a2 ·
       2V: a3 a4 a5 ·
       3R: a6 a7 a8`,
    );
  });

  test('rooms may differ by side, and on the first page', () => {
    expectPages(
      { text: lines('a', 15), page: { recto: 5, verso: 4, first: 2 }, ...loose },
      `1R: a1 a2
       2V: a3 a4 a5 a6
       3R: a7 a8 a9 a10 a11
       4V: a12 a13 a14 a15`,
    );
  });
});

describe('forced-breaks', () => {
  test('blank pages stand where the other side is asked for, and only there', () => {
    const { quality } = expectPages(
      { text: 'a1 a2 |recto b1 b2 |recto c1 |verso d1 |left e1 |right f1', page: 4 },
      `1R: a1 a2 ··
       2V: (blank)
       3R: b1 b2 ··
       4V: (blank)
       5R: c1 ···
       6V: d1 ···
       7R: (blank)
       8V: e1 ···
       9R: f1 ···`,
    );
    expect(quality).toMatchObject({ holes: 0, meanSlack: 0 });
  });

  test('a text that must open on a verso has a blank recto before it', () => {
    const { pages } = expectPages(
      { text: '|verso a1 a2 a3', page: { recto: 4, verso: 4, first: 2 } },
      `1R: (blank)
       2V: a1 a2 a3 ·`,
    );
    expect(pages.map(({ first }) => first)).toEqual([true, false]);
  });

  test('a run opens a page of its name, and the page counter begins again where it is told to', () => {
    const { pages } = expectPages(
      { text: '||cover c1 ||auto |recto a1 a2#5 a3 | b1 b2', page: 4 },
      `1R cover: c1 ···
       2V: (blank)
       5R: a1 a2 a3 ·
       6V: b1 b2 ··`,
    );
    expect(pages.map(({ run, index }) => [run, index])).toEqual([
      [0, 0],
      [1, 1],
      [1, 2],
      [1, 3],
    ]);
  });
});

describe('nothing', () => {
  test('there are no pages without text', () => {
    const galley = { ...galleyOf({ text: 'a1', page: 4 }), runs: [] };
    expect(makeUp(galley, roomsOf(4))).toEqual({
      pages: [],
      cost: 0,
      findings: [],
      quality: { holes: 0, widows: 0, orphans: 0, lateNotes: 0, splitNotes: 0, offGrid: 0, meanSlack: 0 },
    });
  });

  test('runs without items take no page', () => {
    const galley = galleyOf({ text: 'a1 a2', page: 4 });
    const empty = { page: 'empty', measure: 400, line: 10, items: [], breaks: [] };
    const runs = [empty, ...galley.runs, empty];
    expect(drawMakeup({ ...galley, runs }, makeUp({ ...galley, runs }, roomsOf(4)))).toBe('1R: a1 a2 ··');
  });
});
