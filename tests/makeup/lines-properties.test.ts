/** What holds of the lines of every paragraph. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakParagraph } from '../../src/makeup/lines/break-paragraph.ts';
import { extraAt, isHyphen, lineRules, tightnessOf } from '../../src/makeup/lines/line-cost.ts';
import { makeLineMemory } from '../../src/makeup/lines/line-memory.ts';
import type { Paragraph, Setting } from '../../src/protocol/paragraph.ts';
import { joint } from '../../src/protocol/paragraph.ts';
import { paragraphs } from './random-paragraph.ts';

const settings: fc.Arbitrary<Setting> = fc.record({
  measure: fc.integer({ min: 8, max: 60 }),
  firstIndent: fc.constantFrom(0, 3, -2),
  em: fc.constant(2),
  justify: fc.boolean(),
});

const memory = makeLineMemory();

/** Breaks many paragraphs and checks each. */
const holds = (check: (paragraph: Paragraph, setting: Setting) => void): void => {
  fc.assert(fc.property(paragraphs(60), settings, check), { seed: 1437, numRuns: 600 });
};

test('every segment stands on one line, in order, and lines end where they may', () => {
  holds((paragraph, setting) => {
    const { ends } = breakParagraph(paragraph, setting, { memory });
    const last = paragraph.joints.length - 1;
    expect([...ends]).toEqual([...new Set(ends)].sort((a, b) => a - b));
    expect(ends.at(-1)).toBe(last);
    for (const [at, kind] of paragraph.joints.entries()) {
      if (at === last) continue;
      if (kind === joint.forced) expect(ends).toContain(at);
      if (kind === joint.none || kind === joint.unbreakable) expect(ends).not.toContain(at);
    }
  });
});

test('only a line that nothing can divide is wider than the measure', () => {
  holds((paragraph, setting) => {
    const { ends, widths, extras } = breakParagraph(paragraph, setting, { memory });
    const closed: ReadonlySet<number> = new Set<number>([joint.none, joint.unbreakable]);
    const spaced: ReadonlySet<number> = new Set<number>([joint.space, joint.tie, joint.unbreakable]);
    for (const [line, end] of ends.entries()) {
      const inside = [...paragraph.joints.subarray(line === 0 ? 0 : (ends[line - 1] ?? 0) + 1, end)];
      const spaces = inside.filter((kind) => spaced.has(kind)).length;
      const width = (widths[line] ?? 0) + (extras[line] ?? 0) * spaces;
      if (inside.some((kind) => !closed.has(kind))) expect(width).toBeLessThanOrEqual(setting.measure + 1e-4);
    }
  });
});

test('the first two passes keep their limits: spaces, and no third hyphen', () => {
  holds((paragraph, setting) => {
    const { ends, extras, pass } = breakParagraph(paragraph, setting, { memory });
    if (pass === 3) return;
    const spaces = paragraph.spaces.filter((width) => width > 0);
    const tightness = tightnessOf(lineRules, spaces.length === 0 ? 0 : 0.5, setting.em);
    const widest = extraAt(lineRules.limits[pass - 1] ?? 0, tightness, setting.em);
    let run = 0;
    for (const [line, end] of ends.entries()) {
      expect(extras[line] ?? 0).toBeLessThanOrEqual(widest + 1e-6);
      expect(extras[line] ?? 0).toBeGreaterThanOrEqual(-tightness.shrink - 1e-6);
      run = line < ends.length - 1 && isHyphen(paragraph.joints[end]) ? run + 1 : 0;
      expect(run).toBeLessThanOrEqual(2);
    }
  });
});

test('used memory changes nothing', () => {
  holds((paragraph, setting) => {
    expect(breakParagraph(paragraph, setting, { memory })).toEqual(breakParagraph(paragraph, setting));
  });
});
