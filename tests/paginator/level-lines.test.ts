/** Lines of unlike height in a paragraph on the baseline grid: read from the lines that the pages are proved by. */
import { describe, expect, test } from 'vitest';
import { gridPitch } from '../../src/protocol/galley.ts';
import { ptToPx } from '../../src/protocol/length.ts';
import { prose, smallPress } from './print-forme.ts';
import type { SmallBook } from './print-forme.ts';

const press = smallPress();

/** The pitch of the small press: `line-height: 14pt`. */
const pitch = gridPitch(ptToPx(14));

/** How many pitches each line of the first page is high. */
const heightsOf = async (book: SmallBook): Promise<readonly number[]> => {
  const printed = await press({ ...book, grid: true });
  expect(printed.diagnostics).toEqual([]);
  expect(printed.quality.offGrid).toBe(0);
  const lines = printed.proof?.pages[0]?.lines ?? [];
  expect(lines.length).toBeGreaterThan(3);
  return lines.map(({ top, bottom }) => Math.round(((bottom - top) / pitch) * 20) / 20);
};

const drawing = (height: number, style = ''): string =>
  `<svg width="9" height="${height}" style="${style}"><rect width="9" height="9"/></svg>`;

describe('a line with', () => {
  test.each([
    ['letters of another size', '<span style="font-size: 1.1em">larger</span>'],
    ['raised letters', '<span style="vertical-align: 3px">raised</span>'],
    ['lowered letters', '<b style="vertical-align: -4px; font-size: 0.8em">lowered</b>'],
  ])('%s is as high as the others: there is room in the leading', async (_, word) => {
    const heights = await heightsOf({ flow: `<p>${prose(12)} ${word} ${prose(30)}</p>` });
    expect(new Set(heights)).toEqual(new Set([1]));
  });

  test.each([
    ['a small drawing', drawing(10), 1],
    ['a drawing a little higher than the line', drawing(22), 2],
    ['a drawing of three lines', drawing(50), 3],
    ['a drawing that hangs', drawing(30, 'vertical-align: -15px'), 2],
    ['a box of words', '<span style="display: inline-block; padding: 3px">boxed</span>', 3],
    ['letters twice as large', '<span style="font-size: 2em">large</span>', 2],
  ])('%s is a whole multiple of the others', async (_, word, most) => {
    const heights = await heightsOf({ flow: `<p>${prose(12)} ${word} ${prose(30)}</p><p>${prose(20)}</p>` });
    expect(
      heights.every((height) => Number.isInteger(height)),
      heights.join(' '),
    ).toBe(true);
    expect(Math.max(...heights)).toBe(most);
    expect(heights.filter((height) => height > 1).length).toBeLessThanOrEqual(1);
  });

  test('a drawing is level after its paragraph was numbered anew', async () => {
    const flow = `<p>${prose(12)} ${drawing(30)} see page <span class="tf-page" data-target="there" data-form="plain"></span> ${prose(30)}</p><p>${prose(400)}</p><p id="there">${prose(20)}</p>`;
    const heights = await heightsOf({ flow });
    expect(heights.every((height) => Number.isInteger(height))).toBe(true);
    expect(heights.filter((height) => height > 1)).toHaveLength(1);
  });
});

test('the pitch is the distance of lines that Chromium lays out, whatever the line height', async () => {
  for (const height of [13, 13.3, 13.7, 14, 14.4, 15.9]) {
    const css = `body { line-height: ${height}pt }`;
    const printed = await press({ flow: `<p>${prose(90)}</p>`.repeat(5), css, grid: true });
    expect(printed.quality.offGrid).toBe(0);
    const tops = printed.proof?.pages[0]?.lines.map(({ top }) => top) ?? [];
    const [first = 0] = tops;
    const last = tops.at(-1) ?? 0;
    // Five paragraphs follow each other without a line between them.
    expect((last - first) / (tops.length - 1)).toBeCloseTo(gridPitch(ptToPx(height)), 3);
  }
});
