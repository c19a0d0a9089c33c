/** Galleys that no page ever was: makeup must end, and lose nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeUp } from '../../src/makeup/make-up.ts';
import type { Break, Galley } from '../../src/protocol/galley.ts';

describe('nonsense', () => {
  const length = fc.constantFrom(0, 0.1, 10, 33.333, 5_000, 1e9);
  const flow = fc
    .array(
      fc.record({
        height: length,
        calls: fc.array(fc.constantFrom('1', '2', '3', 'nobody'), { maxLength: 3 }),
        avoid: fc.constantFrom<Break['avoid']>(0, 1, 2, 3),
        before: length,
        after: length,
      }),
      { maxLength: 12 },
    )
    .map((plans) => {
      let top = 0;
      return {
        items: plans.map(({ height, calls }) => {
          top += height;
          const empty = { anchors: [], strings: [], running: [], place: '' };
          return { top: top - height, bottom: top, calls, ...empty };
        }),
        breaks: plans.map(({ avoid, before, after, calls }) => ({
          ...{ avoid, before, after, repeats: calls },
          ...{ orphans: 0, widows: 0, hyphen: false },
        })),
      };
    });
  const nonsense: fc.Arbitrary<{ readonly galley: Galley; readonly height: number }> = fc.record({
    galley: fc.record({
      runs: fc.array(
        flow.map((each) => ({ page: 'auto', measure: 0, line: 0, ...each })),
        { maxLength: 3 },
      ),
      notes: fc.uniqueArray(
        fc
          .tuple(fc.constantFrom('1', '2', '3'), flow, length)
          .map(([id, each, gap]) => ({ id, ...each, gap, line: 0, place: '' })),
        { selector: ({ id }) => id },
      ),
      noteArea: fc.record({ head: length, continuedHead: length, foot: length, max: length }),
    }),
    height: fc.constantFrom(-10, 0, 10, 40, 1e9),
  });

  test('calls out of order, calls of nothing, pages of no height: it ends, and nothing is lost', () => {
    fc.assert(
      fc.property(nonsense, ({ galley, height }) => {
        const { pages } = makeUp(galley, () => ({ height }));
        const text = pages.reduce((sum, { from, to }) => sum + to - from, 0);
        const notes = pages
          .flatMap((page) => page.notes.filter(({ repeated }) => !repeated))
          .reduce((sum, { from, to }) => sum + to - from, 0);
        const all = galley.runs.reduce((sum, { items }) => sum + items.length, 0);
        expect(text).toBe(all);
        expect(notes).toBe(all === 0 ? 0 : galley.notes.reduce((sum, { items }) => sum + items.length, 0));
      }),
      { seed: 1440, numRuns: 400 },
    );
  });
});
