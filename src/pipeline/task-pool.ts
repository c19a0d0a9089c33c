/** Runs so many tasks at a time, in the order in which they were given. */

/** A pool of tasks. */
export interface TaskPool {
  /** Gives a task its turn: at once where there is room, else when another ends. */
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
}

/** A pool of `atOnce` tasks, at least one. */
export const taskPool = (atOnce: number): TaskPool => {
  let free = Math.max(1, atOnce);
  const waiting: (() => void)[] = [];
  const enter = (): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return {
    run: async (task) => {
      await enter();
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
};
