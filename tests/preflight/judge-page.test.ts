/** Judging a page: what is allowed to differ from the text as it was written, and what is not. Pages are lists of glyphs. */
import { expect, test } from 'vitest';
import { judgePage } from '../../src/preflight/judge-page.ts';
import { lettersOf } from '../../src/preflight/letters.ts';
import type { PageText } from '../../src/preflight/page-text.ts';
import type { ExpectedPage } from '../../src/protocol/paginator.ts';

/** Text painted at a place: x, baseline, letters 5 px wide. */
type Painted = readonly [x: number, y: number, text: string];

const pageText = (painted: readonly Painted[]): PageText => {
  const glyphs = painted.flatMap(([x, y, text]) =>
    [...text].map((letters, index) => ({ letters, x: x + index * 5, y })),
  );
  return {
    letters: glyphs.map(({ letters }) => letters),
    x: glyphs.map(({ x }) => x),
    y: glyphs.map(({ y }) => y),
    codes: glyphs.map(() => 1),
    fontOf: glyphs.map(() => 0),
    fonts: [],
    whole: true,
  };
};

/** Lines 20 px high from 100 down, in a text area 400 px wide from 100 on. */
const expectedPage = (lines: readonly string[], more: Partial<ExpectedPage> = {}): ExpectedPage => ({
  lines: lines.map((text, index) => ({
    top: 100 + index * 20,
    bottom: 120 + index * 20,
    text,
    place: `en.md:${index + 1}:1`,
  })),
  notes: [],
  repeats: [],
  furniture: [],
  textArea: { left: 100, top: 60, right: 500, bottom: 400 },
  noteArea: { left: 100, top: 400, right: 500, bottom: 500 },
  ...more,
});

const judge = (painted: readonly Painted[], expected: ExpectedPage): readonly string[] =>
  judgePage(0, pageText(painted), expected, lettersOf).map((finding) =>
    finding.kind === 'unreadable' ? finding.kind : `${finding.kind} ${finding.words.join(' ')}`,
  );

test('spaces, hyphens and punctuation do not count, letters do', () => {
  const expected = expectedPage(['land- mines, “1 234”']);
  expect(judge([[100, 115, 'land\u00ADmines 1234']], expected)).toEqual([]);
  expect(judge([[100, 115, 'landmines 123']], expected)).toEqual(['lost 234”']);
});

test('ligatures and composed letters count as their letters', () => {
  expect(judge([[100, 115, 'oﬃce ё']], expectedPage(['office ё']))).toEqual([]);
});

test('a raised call is painted after its line and stands in order', () => {
  const painted: readonly Painted[] = [
    [100, 115, 'one'],
    [120, 115, 'two'],
    [100, 135, 'next'],
    [115, 109, '1'],
  ];
  expect(judge(painted, expectedPage(['one1 two', 'next']))).toEqual([]);
});

test('a list’s marker is Chromium’s own', () => {
  const expected = expectedPage(['first']);
  expect(
    judge(
      [
        [90, 115, '10.'],
        [110, 115, 'first'],
      ],
      expected,
    ),
  ).toEqual([]);
  expect(
    judge(
      [
        [60, 115, 'iv.'],
        [110, 115, 'first'],
      ],
      expected,
    ),
  ).toEqual([]);
  expect(
    judge(
      [
        [110, 115, 'first'],
        [150, 115, '10'],
      ],
      expected,
    ),
  ).toEqual(['extra first10']);
});

test('the cells of a row stand side by side', () => {
  const row = { top: 100, bottom: 160, text: 'a long cell and another', place: 'en.md:1:1' };
  const expected = { ...expectedPage([]), lines: [row] };
  const cells: readonly Painted[] = [
    [100, 115, 'a long'],
    [100, 135, 'cell'],
    [300, 115, 'and'],
    [300, 135, 'another'],
  ];
  expect(judge(cells, expected)).toEqual([]);
  expect(judge(cells.toReversed(), expected)).toEqual([]);
  expect(judge(cells.slice(1), expected)).toEqual(['lost long']);
});

test('a margin box beside a line is not the line’s', () => {
  const painted: readonly Painted[] = [
    [100, 115, 'line'],
    [600, 115, 'Chapter 1'],
  ];
  expect(judge(painted, expectedPage(['line'], { furniture: ['Chapter 1'] }))).toEqual([]);
  expect(judge(painted, expectedPage(['line']))).toEqual(['extra Chapter 1']);
});

test('a repeated head stands between head margin and first line', () => {
  const expected = expectedPage(['120'], { repeats: ['Donor'] });
  expect(
    judge(
      [
        [100, 80, 'Donor'],
        [100, 115, '120'],
      ],
      expected,
    ),
  ).toEqual([]);
  expect(judge([[100, 115, '120']], expected)).toEqual(['lost Donor']);
});

test('a baseline may lie a pixel outside its line, not four', () => {
  const expected = expectedPage(['one', 'two']);
  expect(
    judge(
      [
        [100, 115, 'one'],
        [100, 141, 'two'],
      ],
      expected,
    ),
  ).toEqual([]);
  expect(
    judge(
      [
        [100, 115, 'one'],
        [100, 144, 'two'],
      ],
      expected,
    ),
  ).toEqual(['moved two']);
});

test('two lines in each other’s place were moved, not lost', () => {
  expect(
    judge(
      [
        [100, 135, 'one'],
        [100, 115, 'two'],
      ],
      expectedPage(['one', 'two']),
    ),
  ).toEqual(['moved one', 'moved two']);
});

test('the notes of an area may have their numbers painted last', () => {
  const notes = [
    { id: 'a', text: '1 First note', continued: false },
    { id: 'b', text: '2 Second', continued: false },
  ];
  const painted: readonly Painted[] = [
    [110, 415, 'First note'],
    [110, 435, 'Second'],
    [100, 411, '1'],
    [100, 431, '2'],
  ];
  expect(judge(painted, expectedPage([], { notes }))).toEqual([]);
  expect(judge(painted.slice(0, 3), expectedPage([], { notes }))).toEqual(['lost 2']);
  expect(judge(painted.toSpliced(1, 1), expectedPage([], { notes }))).toEqual(['note Second']);
});

test('numbers may hang out of the note area; a margin box beside it is not a note', () => {
  const notes = [{ id: 'a', text: '1 First note', continued: false }];
  const hanging: readonly Painted[] = [
    [90, 415, '1'],
    [110, 415, 'First note'],
  ];
  expect(judge(hanging, expectedPage([], { notes }))).toEqual([]);
  const boxed: readonly Painted[] = [...hanging, [600, 415, 'Part 2']];
  const inside = boxed.with(0, [100, 415, '1']);
  expect(judge(inside, expectedPage([], { notes, furniture: ['Part 2'] }))).toEqual([]);
  expect(judge(inside, expectedPage([], { notes }))).toEqual(['extra Part 2']);
});
