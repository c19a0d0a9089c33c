/** A galley is the same after it was handed over. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Galley } from '../../src/protocol/galley.ts';
import { packGalley, unpackGalley, type PackedGalley } from '../../src/protocol/packed-galley.ts';
import { galleyOf } from './drawing.ts';
import { galleys } from './random-galley.ts';

const handedOver = (galley: Galley): Galley =>
  unpackGalley(JSON.parse(JSON.stringify(packGalley(galley))) as PackedGalley);

test('whatever is in it', () => {
  fc.assert(
    fc.property(galleys({ runs: 3, blocks: 6, lines: 6, notes: 6, noteLines: 5 }), (galley) => {
      expect(handedOver(galley)).toEqual(galley);
    }),
    { seed: 2000, numRuns: 300 },
  );
});

test('with everything that an item and a break may say', () => {
  const { runs, ...galley } = galleyOf({ text: 'a1 a2*1 | b1#3 b2! b3-', notes: { 1: 2 }, page: 9 });
  const [run] = runs;
  if (run === undefined) throw new Error('no run');
  const items = run.items.map((item, index) =>
    index === 2
      ? {
          ...item,
          grid: 40,
          anchors: ['x'],
          strings: [{ name: 'title', value: 'T' }],
          running: [{ name: 'head', element: 0 }],
          bookmarks: [{ level: 1, text: 'B' }],
          place: 'book.md:9:1',
        }
      : item,
  );
  const breaks = run.breaks.map((at, index) => (index === 3 ? { ...at, row: true, pad: 2, padAt: 4 } : at));
  const full: Galley = { ...galley, runs: [{ ...run, items, breaks }] };
  expect(handedOver(full)).toEqual(full);
  expect(JSON.stringify(packGalley(full)).length).toBeLessThan(JSON.stringify(full).length);
});
