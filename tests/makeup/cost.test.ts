/** The cost formula says what its comment says. */
import { describe, expect, test } from 'vitest';
import type { PageFacts } from '../../src/makeup/cost.ts';
import { breakCost, facingCost, isHole, pageCost, roundedSlack, weights } from '../../src/makeup/cost.ts';
import type { Break } from '../../src/protocol/galley.ts';

const page: PageFacts = {
  closing: 0,
  slack: 0,
  depth: 40,
  ends: false,
  opens: false,
  late: 0,
  split: false,
  splitClosing: 0,
  shortSides: 0,
  textless: false,
  overflows: false,
};

const free: Break = {
  avoid: 0,
  orphans: 0,
  widows: 0,
  hyphen: false,
  before: 0,
  after: 0,
  repeats: [],
};

describe('the cost of a page', () => {
  test('a full page costs nothing, and every line of slack more than the one before', () => {
    const costs = Array.from({ length: 80 }, (_, slack) => pageCost({ ...page, slack }));
    expect(costs.slice(0, 5)).toEqual([0, 10, 40, 1090, 1150]);
    const steps = costs.slice(1).map((cost, index) => cost - (costs[index] ?? 0));
    expect(steps.every((step) => step > 0)).toBe(true);
  });

  test('no rule is broken to fill a page', () => {
    const worst = pageCost({ ...page, slack: 80 });
    expect(pageCost({ ...page, closing: weights.keepInside })).toBeGreaterThan(worst);
    expect(pageCost({ ...page, closing: weights.strayLine })).toBeGreaterThan(worst);
    expect(pageCost({ ...page, split: true, shortSides: 1 })).toBeGreaterThan(worst);
  });

  test('cutting a note is worse than one line of slack, and better than two', () => {
    const cut = pageCost({ ...page, split: true });
    expect(cut).toBeGreaterThan(pageCost({ ...page, slack: 1 }));
    expect(cut).toBeLessThan(pageCost({ ...page, slack: 2 }));
  });

  test('a late note is worse than a page of notes alone, and that worse than any one broken rule', () => {
    const textless = pageCost({ ...page, textless: true });
    expect(pageCost({ ...page, late: 1 })).toBeGreaterThan(textless);
    expect(textless).toBeGreaterThan(weights.keepWithNext);
    expect(textless).toBeGreaterThan(pageCost({ ...page, split: true, shortSides: 1 }));
    expect(pageCost({ ...page, late: 2 })).toBe(2 * pageCost({ ...page, late: 1 }));
  });

  test('white at the end of a segment is free, a short last page is not', () => {
    const end = { ...page, ends: true, slack: 30 };
    expect([1, 2, 3, 4, 10].map((depth) => pageCost({ ...end, depth }))).toEqual([900, 400, 100, 0, 0]);
    expect(pageCost({ ...end, depth: 1, opens: true })).toBe(0);
  });
});

describe('the cost of a break', () => {
  test('it is the sum of what it does not keep', () => {
    expect(breakCost(free)).toBe(0);
    expect(breakCost({ ...free, avoid: 1 })).toBe(weights.keepInside);
    expect(breakCost({ ...free, avoid: 2, hyphen: true })).toBe(weights.keepWithNext + weights.hyphen);
    expect(breakCost({ ...free, avoid: 3 })).toBe(weights.sealed);
    expect(breakCost({ ...free, widows: 1, orphans: 2 })).toBe(3 * weights.strayLine);
  });
});

describe('facing pages', () => {
  test('the difference counts in whole lines, up to four', () => {
    expect([0, 1, 2, 3, 4, 5, 8].map((slack) => facingCost(slack, 0))).toEqual([0, 5, 20, 45, 80, 80, 80]);
    expect(facingCost(3, -1)).toBe(0);
    expect(facingCost(-1, 3)).toBe(0);
    expect([-2, 0.4, 2.5, 40].map(roundedSlack)).toEqual([0, 0, 3, 8]);
  });

  test('a hole begins at three lines, sums of fractions allowed for', () => {
    expect([2.9, 3 - 1e-9, 3, 12].map(isHole)).toEqual([false, true, true, true]);
  });
});
