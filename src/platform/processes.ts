/** Processes: which are alive, starting one whose end we answer for, ending what we started. */
import { spawn, spawnSync } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** True while a process of that id runs, also one that is not ours. */
export const isAlive = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** A process that we started: with two pipes to talk to it, and what it complains of. */
export interface StartedProcess {
  readonly id: number;
  /** What it reads as file 3. */
  readonly input: Writable;
  /** What it writes as file 4. */
  readonly output: Readable;
  /** Resolves when it has ended, with words for how. Never rejects. */
  readonly ended: Promise<string>;
  /** The last of what it wrote to its error stream. */
  readonly complaints: () => string;
  /** Ends it and its children at once. Safe to call again. */
  readonly stop: () => void;
}

const complaintLimit = 8192;

const started = new Map<number, () => void>();

/** Ends every process we started and that still runs. Synchronous, for the last moment of our own process. */
export const stopAllProcesses = (): void => {
  for (const stop of started.values()) stop();
};

const endTree = (id: number): void => {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(id), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    // Its own group (detached): the minus sign takes its children too.
    process.kill(-id, 'SIGKILL');
  } catch {
    // It had ended already.
  }
};

/** Starts a program with two pipes (files 3 and 4) and the given environment. Rejects with the system's error. */
export const startProcess = async (
  path: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<StartedProcess> => {
  const child = spawn(path, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: environment,
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const id = child.pid ?? 0;
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-complaintLimit);
  });
  const stop = (): void => {
    if (started.delete(id)) endTree(id);
  };
  started.set(id, stop);
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      // The group may outlive its leader by a moment; it goes with it.
      stop();
      resolve(signal === null ? `exit code ${String(code)}` : `signal ${signal}`);
    });
  });
  const [, , , input, output] = child.stdio;
  // A process that dies closes its pipes: that it ended is told by `ended`, not by an error here.
  input?.on('error', () => undefined);
  output?.on('error', () => undefined);
  return {
    id,
    input: input as Writable,
    output: output as Readable,
    ended,
    complaints: () => complaints,
    stop,
  };
};
