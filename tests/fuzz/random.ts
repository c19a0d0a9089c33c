/** Chance from a seed: the same seed gives the same documents on every machine. */

/** Draws of one sequence. */
export interface Random {
  /** A whole number from 0 up to `below`, without it. */
  readonly number: (below: number) => number;
  /** One of a list, which is not empty. */
  readonly of: <T>(list: readonly T[]) => T;
  /** True once in so many draws. */
  readonly once: (times: number) => boolean;
  /** Between `least` and `most` things. */
  readonly some: <T>(least: number, most: number, make: (index: number) => T) => readonly T[];
}

/** The seed of this run: `TRIFOLIO_SEED`, else always the same one. */
export const runSeed: number = Number(process.env['TRIFOLIO_SEED'] ?? 2000);

/** Begins a sequence (the generator is Mulberry32: one word of state, good enough to write nonsense with). */
export const randomFrom = (seed: number): Random => {
  let state = Math.trunc(seed) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const number = (below: number): number => Math.floor(next() * below);
  return {
    number,
    of: (list) => {
      const drawn = list[number(list.length)];
      if (drawn === undefined) throw new Error('an empty list has nothing to draw');
      return drawn;
    },
    once: (times) => number(times) === 0,
    some: (least, most, make) =>
      Array.from({ length: least + number(most - least + 1) }, (_, index) => make(index)),
  };
};
