/** Adds up how long the stages of one edition take. */
import { milliseconds } from '../platform/clock.ts';
import type { Stage } from '../project/report.ts';

/** A stopwatch of one edition. `began` hears of a stage when it begins for the first time. */
export interface Stopwatch {
  readonly time: <T>(stage: Stage, work: () => Promise<T>) => Promise<T>;
  readonly timeSync: <T>(stage: Stage, work: () => T) => T;
  /** Whole milliseconds by stage so far. */
  readonly read: () => Readonly<Partial<Record<Stage, number>>>;
}

/** Starts a stopwatch, with what was measured before if there is any. */
export const startStopwatch = (
  began: (stage: Stage) => void,
  before: Readonly<Partial<Record<Stage, number>>> = {},
): Stopwatch => {
  const sums = new Map<Stage, number>(Object.entries(before) as [Stage, number][]);
  const begin = (stage: Stage): number => {
    if (!sums.has(stage)) {
      sums.set(stage, 0);
      began(stage);
    }
    return milliseconds();
  };
  const end = (stage: Stage, start: number): void => {
    sums.set(stage, (sums.get(stage) ?? 0) + milliseconds() - start);
  };
  return {
    time: async (stage, work) => {
      const start = begin(stage);
      try {
        return await work();
      } finally {
        end(stage, start);
      }
    },
    timeSync: (stage, work) => {
      const start = begin(stage);
      try {
        return work();
      } finally {
        end(stage, start);
      }
    },
    read: () => Object.fromEntries([...sums].map(([stage, sum]) => [stage, Math.round(sum)])),
  };
};
