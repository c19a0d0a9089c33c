// @ts-check
/** Runs a whole process and says what it cost: time from start to exit, share of the cores, peak memory. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/**
 * @typedef {{
 *   readonly seconds: number,
 *   readonly busy: number | undefined,
 *   readonly stdout: string,
 * }} Run
 * `busy` is the number of cores the machine kept busy meanwhile, absent where the system does not say.
 */
/** @typedef {{ readonly node: number, readonly browser: number }} Memory Peaks in bytes. */

/** @param {string} path @returns {string} */
const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Busy and all ticks of all cores since the machine started (proc(5)). */
const ticks = () => {
  const line = read('/proc/stat').split('\n')[0] ?? '';
  const numbers = line.split(/\s+/).slice(1, 9).map(Number);
  const all = numbers.reduce((sum, value) => sum + value, 0);
  return { all, busy: all - (numbers[3] ?? 0) - (numbers[4] ?? 0) };
};

/** Children of every process, by the parent's id. @returns {ReadonlyMap<number, readonly number[]>} */
const childrenByParent = () => {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The name in brackets may hold anything, brackets too: what follows the last one is numbers.
    const stat = read(`/proc/${name}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
};

/** @param {number} pid @returns {readonly number[]} the process's children, their children and so on */
const descendantsOf = (pid) => {
  const children = childrenByParent();
  /** @param {number} parent @returns {readonly number[]} */
  const below = (parent) => (children.get(parent) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
};

/** Peak resident memory of a process in bytes (VmHWM). @param {number} pid */
const peakOf = (pid) => Number(/^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;

/**
 * @param {readonly string[]} args arguments of Node
 * @param {{ readonly cwd: string, readonly env?: Readonly<Record<string, string>> }} options
 * @param {(pid: number) => void} [watch]
 * @returns {Promise<Run>}
 */
const start = (args, options, watch) =>
  new Promise((resolve, reject) => {
    const before = ticks();
    const begin = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    const timer =
      watch === undefined || child.pid === undefined ? undefined : setInterval(watch, 40, child.pid);
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = (performance.now() - begin) / 1000;
      clearInterval(timer);
      const after = ticks();
      const cores = coresOfSystem();
      if (code !== 0) {
        reject(
          new Error(`${args.join(' ')} ended with ${code}\n${stdout.slice(-2000)}${stderr.slice(-4000)}`),
        );
        return;
      }
      const all = after.all - before.all;
      resolve({ seconds, stdout, busy: all === 0 ? undefined : ((after.busy - before.busy) / all) * cores });
    });
  });

/** Cores that the system counts, whether we may use them or not. */
const coresOfSystem = () => (read('/proc/stat').match(/^cpu\d+/gm) ?? []).length;

/**
 * Runs a process and measures its time. Rejects when it ends with anything but 0.
 * @param {readonly string[]} args
 * @param {{ readonly cwd: string, readonly env?: Readonly<Record<string, string>> }} options
 */
export const timed = (args, options) => start(args, options);

/**
 * Runs a process and measures its memory (Linux): the peak of Node, and the peaks of all processes below it, added. Peaks of
 * different processes need not fall together and count shared pages more than once: the sum is an upper bound.
 * @param {readonly string[]} args
 * @param {{ readonly cwd: string, readonly env?: Readonly<Record<string, string>> }} options
 * @returns {Promise<Memory>}
 */
export const peakMemory = async (args, options) => {
  let node = 0;
  /** @type {Map<number, number>} */
  const peaks = new Map();
  await start(args, options, (pid) => {
    node = Math.max(node, peakOf(pid));
    for (const child of descendantsOf(pid)) peaks.set(child, Math.max(peaks.get(child) ?? 0, peakOf(child)));
  });
  return { node, browser: [...peaks.values()].reduce((sum, peak) => sum + peak, 0) };
};

/** @param {readonly number[]} values @returns {number} the middle one */
export const median = (values) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
