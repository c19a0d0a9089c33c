// @ts-check
/** Invented prose: the same seed always gives the same text. */

/** @typedef {import('./words.js').WordList} WordList */
/** @typedef {() => number} Chance A number from 0 (inclusive) to 1 (exclusive). */
/** @typedef {{ readonly paragraph: (words: number) => string, readonly phrase: (words: number) => string }} Prose */

/**
 * A sequence of pseudo-random numbers (mulberry32, a 32-bit generator).
 * @param {number} seed
 * @returns {Chance}
 */
export const chanceOf = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/**
 * All stems with all endings, in an order of their own: the first are the frequent ones.
 * @param {WordList} list @param {Chance} chance @returns {readonly string[]}
 */
const vocabularyOf = (list, chance) => {
  const all = list.stems.flatMap((stem) =>
    list.endings.map((ending) => (ending === '-' ? stem : `${stem}${ending}`)),
  );
  return all
    .map((word) => ({ word, key: chance() }))
    .sort((a, b) => a.key - b.key)
    .map(({ word }) => word);
};

/**
 * A writer of prose in one language.
 * @param {WordList} list @param {string} tag @param {Chance} chance
 * @returns {Prose}
 */
export const proseOf = (list, tag, chance) => {
  const vocabulary = vocabularyOf(list, chance);
  /** @param {readonly string[]} from @param {number} slope how much the first are preferred */
  const pick = (from, slope) => from[Math.floor(from.length * chance() ** slope)] ?? '';
  const word = () => (chance() < 0.42 ? pick(list.small, 1.5) : pick(vocabulary, 2.5));
  /** @param {string} text */
  const capital = (text) => text.charAt(0).toLocaleUpperCase(tag) + text.slice(1);

  /** @param {number} words */
  const phrase = (words) => {
    /** @type {string[]} */
    const out = [];
    for (let at = 0; at < words; at++) {
      const comma = at > 2 && at < words - 2 && chance() < 0.08 ? ',' : '';
      out.push(`${word()}${comma}`);
    }
    return out.join(' ');
  };

  /** @param {number} words */
  const paragraph = (words) => {
    /** @type {string[]} */
    const sentences = [];
    for (let left = words; left > 0;) {
      const length = Math.min(left, 8 + Math.floor(chance() * 18));
      sentences.push(`${capital(phrase(length))}.`);
      left -= length;
    }
    return sentences.join(' ');
  };

  return { paragraph, phrase: (words) => capital(phrase(words)) };
};
