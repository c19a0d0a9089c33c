/** The ink on a page: an upper bound, which takes off what is surely covered and adds what may lie on one another. */
import { expect, test } from 'vitest';
import { judgeFile } from '../../src/preflight/judge-file.ts';
import { pressContent, pressFile } from './clean-files.ts';

/** The most ink in a square in percent, as it is told; undefined where it is not. */
const inkOf = async (content: string): Promise<number | undefined> => {
  const told = await judgeFile(pressFile({ content: `${content} ${pressContent}` }), 'sheet');
  const fault = told.find(({ rule }) => rule === 'preflight/ink-limit');
  return fault === undefined ? undefined : Number(/up to (\d+) %/.exec(fault.message)?.[1]);
};

const heavy = '1 1 1 0.8 k';

test('an area that is as large as the square', async () => {
  expect(await inkOf(`${heavy} 50 50 150 150 re f`)).toBe(380);
});

test('a small area is averaged with the paper around it', async () => {
  expect(await inkOf(`${heavy} 50 50 20 20 re f`)).toBeUndefined();
  expect(await inkOf(`${heavy} 50 50 39 200 re f`)).toBeGreaterThan(320);
});

test('what is covered by plain colour counts no more', async () => {
  expect(await inkOf(`${heavy} 50 50 150 150 re f 0 0 0 0.2 k 40 40 170 170 re f`)).toBeUndefined();
});

test('what may be covered or not is taken for the worst', async () => {
  const star = '60 60 m 190 60 l 120 190 l h f';
  expect(await inkOf(`${heavy} 50 50 150 150 re f 0 0 0 0.2 k ${star}`)).toBe(380);
});

test('what overprints is added', async () => {
  const both = '0 0 1 1 k 50 50 150 150 re f /Over gs 1 0.5 0 0 k 50 50 150 150 re f';
  expect(await inkOf(both)).toBe(350);
  expect(await inkOf(both.replace('/Over gs', ''))).toBeUndefined();
});
