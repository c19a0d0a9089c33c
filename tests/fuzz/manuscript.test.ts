/** Any text at all is read to an end: what comes out is a manuscript, diagnostics, or both; never an error of ours. */
import { expect, test } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readChapters } from '../manuscript/read-text.ts';
import { randomBook } from './random-book.ts';
import { randomSoup } from './random-soup.ts';
import { randomFrom, runSeed } from './random.ts';

const soups = 500;
const books = 60;

/** What is told of a text; fails with the seed and the text where reading it throws. */
const read = (text: string, seed: number): readonly Diagnostic[] => {
  try {
    return readChapters([text]).diagnostics;
  } catch (error) {
    throw new Error(`seed ${seed}: ${JSON.stringify(text)}`, { cause: error });
  }
};

test(`${soups} texts of broken pieces`, () => {
  for (let index = 0; index < soups; index += 1) {
    const seed = runSeed * 100_000 + index;
    const random = randomFrom(seed);
    const text = randomSoup(random, random.of([5, 20, 60, 200]));
    for (const { rule, place, message } of read(text, seed)) {
      expect(Object.hasOwn(catalogue, rule), `seed ${seed}: ${rule}`).toBe(true);
      expect(place, `seed ${seed}: ${message}`).toBeDefined();
    }
  }
});

test(`${books} books without a fault, of which none is told`, () => {
  for (let index = 0; index < books; index += 1) {
    const seed = runSeed * 100_000 + index;
    const text = randomBook(randomFrom(seed));
    const { manuscript, diagnostics } = readChapters([text]);
    // The pictures of these books do not lie anywhere.
    const told = diagnostics.filter(({ rule }) => rule !== 'manuscript/picture-missing');
    expect(told, `seed ${seed}:\n${text}`).toEqual([]);
    expect(manuscript?.words).toBeGreaterThan(0);
  }
});
