/** Liang's patterns: levels in competition, word ends, whole words. */
import { describe, expect, test } from 'vitest';
import { markedBreaks, readPatterns } from '../../src/language/liang-patterns.ts';

const breaks = (patterns: string, word: string): readonly number[] => {
  const file = readPatterns(`\\patterns{${patterns}}`);
  expect(file.faults).toEqual([]);
  return file.breaks(word);
};

describe('levels', () => {
  test('an odd level permits, a higher even one forbids, a still higher odd one permits again', () => {
    expect(breaks('a1b', 'aabb')).toEqual([2]);
    expect(breaks('a1b a2bb', 'aabb')).toEqual([]);
    expect(breaks('a1b a2bb aa3bb', 'aabb')).toEqual([2]);
  });

  test('the order of the patterns means nothing', () => {
    expect(breaks('aa3bb a2bb a1b', 'aabb')).toEqual([2]);
  });

  test('a digit may stand at either end of a pattern, and several in one', () => {
    expect(breaks('1b2', 'abba')).toEqual([1]);
    expect(breaks('a1b1c', 'abc')).toEqual([1, 2]);
  });

  test('a point is the end of the word', () => {
    expect(breaks('.a1b', 'abab')).toEqual([1]);
    expect(breaks('a1b.', 'abab')).toEqual([3]);
    expect(breaks('.1a b1.', 'ab')).toEqual([]);
  });

  test('the example of Liang’s thesis', () => {
    // From appendix and §3: hyphenation = hy-phen-ation.
    expect(breaks('hy3ph he2n hena4 hen5at 1na n2at 1tio 2io', 'hyphenation')).toEqual([2, 6]);
  });
});

describe('the file', () => {
  test('counts its patterns, and has comments and whole words', () => {
    const file = readPatterns('% a\n\\patterns{ % b\na1b\n.c2d }\n\\hyphenation{ab ta-ble}');
    expect(file.size).toBe(2);
    expect(file.faults).toEqual([]);
    expect([file.breaks('ab'), file.breaks('table'), file.breaks('xab')]).toEqual([[], [2], [2]]);
  });

  test('an empty file has none', () => {
    const file = readPatterns('');
    expect([file.size, file.faults, file.breaks('ab')]).toEqual([0, [], []]);
  });

  test('says what it does not close', () => {
    expect(readPatterns('\\patterns{a1b\n').faults).toEqual([
      { text: 'end of file', expected: '`}`', line: 2, column: 1 },
    ]);
    expect(readPatterns('\\patterns{a1b \\hyphenation{x}').faults).toHaveLength(1);
    expect(readPatterns('\\pattern{a1b}').faults.length).toBeGreaterThan(0);
  });
});

test('marked words', () => {
  expect(markedBreaks('az-bu-ka')).toEqual({ word: 'azbuka', breaks: [2, 4] });
  expect(markedBreaks('az')).toEqual({ word: 'az', breaks: [] });
  expect(markedBreaks('-az--ka-')).toEqual({ word: 'azka', breaks: [2] });
});
