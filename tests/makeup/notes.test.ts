/** Notes on pages drawn in text. */
import { describe, expect, test } from 'vitest';
import { expectPages } from './drawing.ts';

/** Lines `from` to `to` of a block, one of them calling notes. */
const lines = (block: string, count: number, calls: Readonly<Record<number, string>> = {}): string =>
  Array.from({ length: count }, (_, index) => `${block}${index + 1}${calls[index + 1] ?? ''}`).join(' ');

const loose = { orphans: 1, widows: 1 };

describe('footnote-invariant', () => {
  test('a note stands on the page of its call', () => {
    expectPages(
      { text: 'a1 a2 a3*1 a4 a5 a6 b1 b2 b3*2 b4', notes: { 1: 1, 2: 2 }, page: 6 },
      `1R: a1 a2 a3 · / 1
       2V: a4 a5 a6 b1 b2 ·
       3R: b3 b4 · / 2`,
    );
  });

  test('a note called again has no second body, and its page keeps the room', () => {
    expectPages(
      { text: 'a1*1 a2 a3 a4 a5*1 a6', notes: { 1: 1 }, page: 5 },
      `1R: a1 a2 a3 · / 1
       2V: a4 a5 a6 ··`.replace('a3 · / 1\n       2V: a4 a5 a6 ··', 'a3 · / 1\n2V: a4 a5 a6 ··'),
    );
  });
});
