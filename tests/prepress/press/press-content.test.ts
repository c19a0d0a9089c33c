/** Content streams in inks: what is exchanged, what overprints, and that nothing else is touched. */
import { expect, test } from 'vitest';
import { identity } from '../../../src/prepress/matrix.ts';
import type { InkTable } from '../../../src/prepress/press/inks.ts';
import { screenColour } from '../../../src/prepress/press/inks.ts';
import { pressContent } from '../../../src/prepress/press/press-content.ts';
import { latinBytes, latinText } from '../../../src/prepress/pdf-values.ts';

/** A press on which greys are as black as they are dark. */
const inks: InkTable = {
  blackTone: Array.from({ length: 256 }, (_, grey) => 1 - grey / 255),
  process: new Map([[screenColour(1, 0, 0), [0, 0.95, 1, 0]]]),
};

const rewrite = (content: string, lineWidths: Readonly<Record<string, number>> = {}) =>
  pressContent(latinBytes(content), {
    inks,
    matrix: identity,
    lineWidths: new Map(Object.entries(lineWidths)),
  });

const inked = (content: string, lineWidths: Readonly<Record<string, number>> = {}): string =>
  latinText(rewrite(content, lineWidths).bytes);

test.each([
  ['1 0 0 rg 1 0 0 RG', '0 0.95 1 0 k 0 0.95 1 0 K'],
  ['0 0 0 rg', '0 0 0 1 k'],
  ['.4 .4 .4 RG', '0 0 0 0.6 K'],
  ['.5 g 1 G', '0 0 0 0.498 k 0 0 0 0 K'],
  ['0 0 0 1 k', '0 0 0 1 k'],
  ['/Pattern cs /P1 scn', '/Pattern cs /P1 scn'],
  ['[<00> -12 (1 0 0 rg)] TJ % 1 0 0 rg\n', '[<00> -12 (1 0 0 rg)] TJ % 1 0 0 rg\n'],
])('%s becomes %s', (content, expected) => {
  expect(inked(content).replaceAll(/\/Overprint\d gs /g, '')).toBe(expected);
});

test.each([
  ['small black text', '0 0 0 rg BT /T 9 Tf <00> Tj ET', '0 0 0 1 k BT /T 9 Tf /Overprint1 gs <00> Tj ET'],
  ['large black text', '0 0 0 rg BT /T 12 Tf <00> Tj ET', '0 0 0 1 k BT /T 12 Tf <00> Tj ET'],
  [
    'text made small',
    '0 0 0 rg .5 0 0 .5 0 0 cm BT /T 20 Tf <00> Tj ET',
    '0 0 0 1 k .5 0 0 .5 0 0 cm BT /T 20 Tf /Overprint1 gs <00> Tj ET',
  ],
  ['small grey text', '.5 g BT /T 9 Tf <00> Tj ET', '0 0 0 0.498 k BT /T 9 Tf <00> Tj ET'],
  ['a thin rectangle', '0 0 0 rg 0 0 100 1 re f', '0 0 0 1 k /Overprint1 gs 0 0 100 1 re f'],
  ['a black area', '0 0 0 rg 0 0 100 50 re f', '0 0 0 1 k 0 0 100 50 re f'],
  ['a line beside an area', '0 0 0 rg 0 0 9 1 re 0 9 9 9 re f', '0 0 0 1 k 0 0 9 1 re 0 9 9 9 re f'],
  ['a thin stroke', '0 0 0 RG 1.5 w 0 0 m 9 9 l S', '0 0 0 1 K 1.5 w /Overprint2 gs 0 0 m 9 9 l S'],
  ['a thick stroke', '0 0 0 RG 2 w 0 0 m 9 9 l S', '0 0 0 1 K 2 w 0 0 m 9 9 l S'],
  ['a path that only clips', '0 0 0 rg 0 0 100 1 re W n', '0 0 0 1 k 0 0 100 1 re W n'],
  [
    'text, then grey',
    '0 g BT /T 9 Tf <00> Tj .5 g <00> Tj ET',
    '0 0 0 1 k BT /T 9 Tf /Overprint1 gs <00> Tj 0 0 0 0.498 k /Overprint0 gs <00> Tj ET',
  ],
  [
    'what is saved',
    'q 0 g BT /T 9 Tf <00> Tj ET Q .5 g 0 0 9 9 re f',
    'q 0 0 0 1 k BT /T 9 Tf /Overprint1 gs <00> Tj ET Q 0 0 0 0.498 k 0 0 9 9 re f',
  ],
  [
    'a form after text',
    '0 g BT /T 9 Tf <00> Tj ET /F Do',
    '0 0 0 1 k BT /T 9 Tf /Overprint1 gs <00> Tj ET /Overprint0 gs /F Do',
  ],
  [
    'two pieces of text',
    '0 g BT /T 9 Tf <00> Tj <01> Tj ET',
    '0 0 0 1 k BT /T 9 Tf /Overprint1 gs <00> Tj <01> Tj ET',
  ],
])('%s', (_, content, expected) => {
  expect(inked(content)).toBe(expected);
});

test('a width that a graphics state sets counts', () => {
  expect(inked('0 G /W gs 0 0 m 9 9 l S', { W: 3 })).not.toContain('Overprint');
  expect(inked('0 G /W gs 0 0 m 9 9 l S', { W: 0.5 })).toContain('/Overprint2 gs 0 0 m');
});

test('inside a mask colours become their light, and nothing overprints', () => {
  const made = pressContent(latinBytes('1 0 0 rg 0 0 0 RG BT /T 9 Tf <00> Tj ET'), {
    inks: undefined,
    matrix: identity,
    lineWidths: new Map(),
  });
  expect(latinText(made.bytes)).toBe('0.3 g 0 G BT /T 9 Tf <00> Tj ET');
});

test('forms and patterns are told with where they are put', () => {
  expect(rewrite('2 0 0 2 5 6 cm /F Do /Pattern cs /P scn').uses).toEqual([
    { kind: 'XObject', name: 'F', matrix: [2, 0, 0, 2, 5, 6] },
    { kind: 'Pattern', name: 'P', matrix: identity },
  ]);
});

test.each([
  ['/Lab cs', 'colour space `Lab`'],
  ['.5 .5 .5 scn', 'colour in a space of its own'],
  ['BI /W 1 ID x EI ', 'picture inside a page description'],
])('%s cannot be turned into inks', (content, fault) => {
  expect([...rewrite(content).faults]).toEqual([fault]);
});
