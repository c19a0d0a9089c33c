/** On small documents makeup is as cheap as the cheapest of all makeups. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeUp } from '../../src/makeup/make-up.ts';
import type { RoomOf } from '../../src/protocol/makeup.ts';
import { leastCost } from './brute-force.ts';
import { drawMakeup } from './drawing.ts';
import { galleys, rooms } from './random-galley.ts';

test('makeup costs what trying everything costs', () => {
  fc.assert(
    fc.property(
      galleys({ runs: 2, blocks: 4, lines: 4, notes: 3, noteLines: 5 }),
      rooms,
      (galley, { recto, verso, first }) => {
        const roomOf: RoomOf = (page) => ({
          height: page.first ? first : page.side === 'recto' ? recto : verso,
        });
        const makeup = makeUp(galley, roomOf);
        expect(makeup.cost, drawMakeup(galley, makeup)).toBeCloseTo(leastCost(galley, roomOf), 4);
      },
    ),
    { seed: 1907, numRuns: 400 },
  );
});
