/** Notes on pages drawn in text; drawing.ts says how. */
import { describe, expect, test } from 'vitest';
import { expectPages } from './drawing.ts';

/** The lines of a block, some of them with calls. */
const lines = (block: string, count: number, calls: Readonly<Record<number, string>> = {}): string =>
  Array.from({ length: count }, (_, index) => `${block}${index + 1}${calls[index + 1] ?? ''}`).join(' ');

const loose = { orphans: 1, widows: 1 };

describe('footnote-invariant', () => {
  test('notes stand on the pages of their calls, in order', () => {
    expectPages(
      { text: 'a1*1*2 a2 a3 a4 a5*3 a6', notes: { 1: 1, 2: 1, 3: 1 }, page: 6, ...loose },
      `1R: a1 a2 · / 1 2
       2V: a3 a4 a5 a6 / 3`,
    );
  });

  test('a note called again has no second body', () => {
    expectPages(
      { text: 'a1*1 a2 b1 b2 b3*1 b4 b5', notes: { 1: 1 }, page: 5 },
      `1R: a1 a2 · / 1
       2V: b1 b2 b3 b4 b5`,
    );
  });

  test('space between notes is kept between two, and not above the first', () => {
    expectPages(
      { text: 'a1*1 a2*2 a3 a4 a5 a6', notes: { 1: 1, 2: 1 }, page: 6, gap: 1, ...loose },
      `1R: a1 a2 / 1 2
       2V: a3 a4 a5 a6 ··`,
    );
  });

  test('a note that nothing in the galley calls stands with the last item', () => {
    expectPages({ text: 'a1*1 a2 a3', notes: { 1: 1, 2: 1 }, page: 6 }, '1R: a1 a2 a3 / 1 2');
  });
});

describe('migration', () => {
  test('a calling line moves on rather than leave its note, or cut a short one', () => {
    expectPages(
      { text: lines('a', 14, { 8: '*1' }), notes: { 1: 3 }, page: 9, ...loose },
      `1R: a1 a2 a3 a4 a5 a6 a7 ··
       2V: a8 a9 a10 ·· / 1
       3R: a11 a12 a13 a14 ·····`,
    );
  });

  test('even where that leaves a hole', () => {
    const { quality } = expectPages(
      { text: lines('a', 14, { 7: '*1' }), notes: { 1: 2 }, page: 9, ...loose },
      `1R: a1 a2 a3 a4 a5 a6 ···
       2V: a7 a8 a9 a10 ·· / 1
       3R: a11 a12 a13 a14 ·····`,
    );
    expect(quality).toMatchObject({ holes: 1, lateNotes: 0, splitNotes: 0 });
  });

  test('but not where a long note can go on, on the next page', () => {
    expectPages(
      { text: lines('a', 16, { 6: '*1' }), notes: { 1: 6 }, page: 10, ...loose },
      `1R: a1 a2 a3 a4 a5 a6 / 1:1-3>
       2V: a7 a8 a9 a10 a11 a12 / >1:4-6
       3R: a13 a14 a15 a16 ······`,
    );
  });
});

describe('continuation', () => {
  test('only the last note of a page is cut, two lines at least on each side', () => {
    expectPages(
      { text: lines('a', 14, { 3: '*1', 5: '*2' }), notes: { 1: 2, 2: 5 }, page: 10, ...loose },
      `1R: a1 a2 a3 a4 a5 / 1 2:1-2>
       2V: a6 a7 a8 a9 a10 · / >2:3-5
       3R: a11 a12 a13 a14 ······`,
    );
  });

  test('a note of four lines is cut in the middle', () => {
    expectPages(
      { text: lines('a', 12, { 5: '*1' }), notes: { 1: 4 }, page: 8, ...loose },
      `1R: a1 a2 a3 a4 a5 / 1:1-2>
       2V: a6 a7 a8 ·· / >1:3-4
       3R: a9 a10 a11 a12 ····`,
    );
  });

  test('the area of the rest has its own head', () => {
    const { pages } = expectPages(
      {
        text: lines('a', 12, { 5: '*1' }),
        notes: { 1: 6 },
        page: 9,
        noteArea: { head: 1, continuedHead: 2, foot: 1 },
        ...loose,
      },
      `1R: a1 a2 a3 a4 a5 / 1:1-2>
       2V: a6 a7 / >1:3-6
       3R: a8 a9 a10 a11 a12 ····`,
    );
    expect(pages.map(({ noteHeight }) => noteHeight)).toEqual([40, 70, 0]);
  });

  test('breaks inside a note count as in the text', () => {
    expectPages(
      { text: lines('a', 14, { 5: '*1' }), notes: { 1: 'x x x! x x x' }, page: 9, ...loose },
      `1R: a1 a2 a3 a4 a5 a6 / 1:1-2>
       2V: a7 a8 a9 a10 / >1:3-6
       3R: a11 a12 a13 a14 ·····`,
    );
  });

  test('a note taller than a page goes on over several', () => {
    const { quality } = expectPages(
      { text: lines('a', 12, { 3: '*1' }), notes: { 1: 20 }, page: 8, ...loose },
      `1R: a1 a2 a3 / 1:1-4>
       2V: a4 / >1:5-10>
       3R: a5 / >1:11-16>
       4V: a6 a7 a8 / >1:17-20
       5R: a9 a10 a11 a12 ····`,
    );
    expect(quality.splitNotes).toBe(1);
  });

  test('a note is done before a forced break, if need be on a page of its own', () => {
    expectPages(
      { text: 'a1 a2*1 | b1 b2', notes: { 1: 12 }, page: 8, ...loose },
      `1R: a1 a2 / 1:1-5>
       2V: / >1:6-12
       3R: b1 b2 ······`,
    );
  });

  test('an area may not grow beyond its greatest height', () => {
    expectPages(
      { text: lines('a', 10, { 2: '*1' }), notes: { 1: 6 }, page: 8, noteArea: { max: 4 }, ...loose },
      `1R: a1 a2 a3 · / 1:1-3>
       2V: a4 a5 a6 · / >1:4-6
       3R: a7 a8 a9 a10 ····`,
    );
  });

  test('but one line always may stand, or the note would never begin', () => {
    expectPages(
      { text: 'a1 a2*1 a3 a4', notes: { 1: 2 }, page: 8, noteArea: { max: 1 }, ...loose },
      `1R: a1 a2 ···· / 1:1>
       2V: a3 a4 ···· / >1:2
       ! makeup/note-split-short note 1`,
    );
  });
});

describe('late-notes', () => {
  test('where a page holds only some of the notes of a line, the others follow in order', () => {
    const { quality, findings } = expectPages(
      {
        text: 'a1*1*2*3*4*5*6 a2 a3 a4',
        notes: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1 },
        page: 5,
        ...loose,
      },
      `1R: a1 / 1 2 3
       2V: a2 / 4 5 6
       3R: a3 a4 ···
       ! makeup/note-late note 4
       ! makeup/note-late note 5
       ! makeup/note-late note 6`,
    );
    expect(quality.lateNotes).toBe(3);
    expect(findings[0]).toEqual({
      rule: 'makeup/note-late',
      page: 1,
      place: 'note 4',
      detail: { note: '4', called: 1, set: 2 },
    });
  });

  test('a hundred calls in one line', () => {
    const labels = Array.from({ length: 100 }, (_, index) => String(index + 1));
    const range = (from: number, to: number): string => labels.slice(from - 1, to).join(' ');
    const late = labels.slice(28).map((label) => `! makeup/note-late note ${label}`);
    expectPages(
      {
        text: `a1*${labels.join('*')} a2 a3 a4 a5 a6 a7`,
        notes: Object.fromEntries(labels.map((label) => [label, 1])),
        page: 30,
        ...loose,
      },
      `1R: a1 / ${range(1, 28)}
       2V: a2 / ${range(29, 56)}
       3R: a3 / ${range(57, 84)}
       4V: a4 a5 a6 a7 ········· / ${range(85, 100)}
       ${late.join('\n')}`,
    );
  });

  test('a part of a note taller than a page stands alone, and is reported', () => {
    const { findings } = expectPages(
      { text: 'a1 a2*1 a3 a4', notes: { 1: 'x x x[12] x x' }, page: 8, ...loose },
      `1R: a1 a2 a3 ·· / 1:1-2>
       2V: / >1:3>
       3R: a4 ···· / >1:4-5
       ! makeup/note-overflows note 1
       ! makeup/note-split-short note 1`,
    );
    expect(findings[0]?.detail).toEqual({ note: '1', height: 130, room: 80, by: 50 });
  });
});

describe('notes-in-notes', () => {
  test('a note called in a note follows it', () => {
    expectPages({ text: 'a1 a2*1 a3 a4', notes: { 1: 'x x*2 x', 2: 2 }, page: 10 }, '1R: a1 a2 a3 a4 / 1 2');
  });

  test('and stands on the page of the line that calls it, where that is the rest', () => {
    expectPages(
      { text: lines('a', 8, { 4: '*1' }), notes: { 1: 'x x x x*2 x x', 2: 1 }, page: 8, ...loose },
      `1R: a1 a2 a3 a4 · / 1:1-2>
       2V: a5 · / >1:3-6 2
       3R: a6 a7 a8 ·····`,
    );
  });
});

describe('repeated-heads', () => {
  test('the note of a table head stands on every page that repeats the head', () => {
    expectPages(
      { text: 't0[2]*1 t1 t2 t3@1 t4@1 t5@1 t6@1 t7@1 t8@1 t9@1', notes: { 1: 1 }, page: 7, ...loose },
      `1R: t0 t1 t2 t3 / 1
       2V: t4 t5 t6 · / 1=
       3R: t7 t8 t9 · / 1=`,
    );
  });

  test('also where the author ends the page', () => {
    expectPages(
      { text: 't0[2]*1 t1 t2@1 | t3@1 t4@1', notes: { 1: 1 }, page: 7, ...loose },
      `1R: t0 t1 t2 · / 1
       2V: t3 t4 ·· / 1=`,
    );
  });

  test('after the rest of a cut note, which must open the area', () => {
    expectPages(
      {
        text: 'a1 t0[2]*1 t1@1 t2*2@1 t3@1 t4@1 t5@1 t6@1 t7@1',
        notes: { 1: 1, 2: 5 },
        page: 9,
        ...loose,
      },
      `1R: a1 t0 t1 t2 / 1 2:1-2>
       2V: t3 t4 · / >2:3-5 1=
       3R: t5 t6 t7 ··· / 1=`,
    );
  });

  test('a head note that was late is set first, and repeated afterwards', () => {
    expectPages(
      {
        text: 't0*1*2*3*4*5 t1@5 t2@5 t3@5',
        notes: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 },
        page: 5,
        ...loose,
      },
      `1R: t0 / 1 2 3
       2V: t1 / 4 5
       3R: t2 t3 / 5=
       ! makeup/note-late note 4
       ! makeup/note-late note 5`,
    );
  });

  test('it is left out, and reported, where it would leave no room for a row', () => {
    expectPages(
      { text: 't0*1 t1@1 t2@1 t3@1', notes: { 1: 4 }, page: 6, ...loose },
      `1R: t0 / 1
       2V: t1 t2 t3 ··
       ! makeup/note-overflows note 1`,
    );
  });
});
