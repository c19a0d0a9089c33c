/** Which processes run, read from Linux's `/proc` (https://man7.org/linux/man-pages/man5/proc.5.html). */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** True where processes can be looked at. */
export const canSeeProcesses: boolean = existsSync('/proc/self/stat');

const ids = (): readonly number[] =>
  readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));

/** A file of a process; empty where it has ended meanwhile. */
const read = (id: number, file: string): string => {
  try {
    return readFileSync(join('/proc', String(id), file), 'latin1');
  } catch {
    return '';
  }
};

/** State and parent stand after the name of the program, which is in brackets and may hold anything. */
const statusOf = (id: number): { readonly state: string; readonly parent: number } => {
  const stat = read(id, 'stat');
  const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state, parent: Number(parent) };
};

const isRunning = (id: number): boolean => !['', 'Z', 'X'].includes(statusOf(id).state);

/** The browser that a program started: its child that speaks over a pipe. Undefined where there is none. */
export const browserOf = (program: number): number | undefined =>
  ids().find(
    (id) =>
      statusOf(id).parent === program &&
      isRunning(id) &&
      read(id, 'cmdline').includes('--remote-debugging-pipe'),
  );

const descends = (id: number, from: number): boolean => {
  for (let up = statusOf(id).parent; up > 1; up = statusOf(up).parent) if (up === from) return true;
  return false;
};

/** The processes of a browser that lay out pages. */
export const pagesOf = (browser: number): readonly number[] =>
  ids().filter((id) => read(id, 'cmdline').includes('--type=renderer') && descends(id, browser));

/** The processes that know of a folder by their arguments or their environment: a browser and all its children. */
export const processesOf = (folder: string): readonly number[] => {
  const name = Buffer.from(folder, 'utf8').toString('latin1');
  return ids().filter(
    (id) => isRunning(id) && (read(id, 'cmdline').includes(name) || read(id, 'environ').includes(name)),
  );
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Waits until the processes of a folder have ended; goes out: those that have not after ten seconds. */
export const strayProcesses = async (folder: string): Promise<readonly number[]> => {
  for (let round = 0; round < 100 && processesOf(folder).length > 0; round += 1) await pause(100);
  return processesOf(folder);
};

/** Waits for the browser of a program, another than `earlier`; rejects where none comes within a minute. */
export const awaitBrowser = async (program: number, earlier?: number): Promise<number> => {
  for (let round = 0; round < 3000; round += 1) {
    const id = browserOf(program);
    if (id !== undefined && id !== earlier) return id;
    await pause(20);
  }
  throw new Error(`process ${program} has no browser`);
};
