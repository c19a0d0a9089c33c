/** Small paragraphs are set as cheaply as the cheapest of all settings. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakParagraph } from '../../src/makeup/lines/break-paragraph.ts';
import { lineRules } from '../../src/makeup/lines/line-cost.ts';
import { makeLineMemory } from '../../src/makeup/lines/line-memory.ts';
import type { Setting } from '../../src/protocol/paragraph.ts';
import { cheapestOf } from './lines-brute-force.ts';
import { paragraphs } from './random-paragraph.ts';

const settings: fc.Arbitrary<Setting> = fc.record({
  measure: fc.integer({ min: 6, max: 24 }),
  firstIndent: fc.constantFrom(0, 2, 4, -2),
  em: fc.constant(2),
  justify: fc.oneof(
    { weight: 3, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  balance: fc.boolean(),
});

/** One for all, so that what a paragraph leaves behind would be noticed. */
const memory = makeLineMemory();

test('a paragraph costs what trying everything costs, in the same pass', () => {
  fc.assert(
    fc.property(paragraphs(11), settings, (paragraph, setting) => {
      const { best } = cheapestOf(paragraph, setting, lineRules);
      const lines = breakParagraph(paragraph, setting, { memory });
      expect(lines.pass).toBe(best.pass);
      expect((1 + lines.demerits) / (1 + best.demerits)).toBeCloseTo(1, 6);
    }),
    { seed: 1981, numRuns: 2_000 },
  );
});

test('with a line more or fewer it costs what trying everything with as many lines costs', () => {
  fc.assert(
    fc.property(paragraphs(11), settings, fc.constantFrom(-1, 1), (paragraph, setting, looseness) => {
      const { best, byLines } = cheapestOf(paragraph, setting, lineRules);
      const ordinary = breakParagraph(paragraph, setting, { memory });
      const lines = breakParagraph(paragraph, { ...setting, looseness }, { memory });
      const expected = byLines.get(ordinary.ends.length + looseness) ?? Infinity;
      if (expected === Infinity) expect(lines).toEqual(ordinary);
      else expect((1 + lines.demerits) / (1 + expected)).toBeCloseTo(1, 6);
      expect(lines.pass).toBe(best.pass);
    }),
    { seed: 1982, numRuns: 2_000 },
  );
});
