/** Runs the compiled program as a person would: another process, its own working folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the checkout. */
export const checkout: string = join(import.meta.dirname, '..', '..');

/** The compiled command line. */
export const compiledCli: string = join(checkout, 'build', 'cli.js');

/** How the program is started. */
export interface CliOptions {
  /** The working folder; the checkout where none is given. */
  readonly cwd?: string;
  /** Added to the environment of the tests; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What the program reads on stdin; nothing where none is given. */
  readonly input?: string | Uint8Array;
  /** Another user (and group) to run it as; only root may ask for that. */
  readonly user?: number;
  /** Options of Node itself, before the program. */
  readonly node?: readonly string[];
}

/** What a run left behind. */
export interface CliResult {
  readonly stdout: string;
  readonly stderr: string;
  /** The exit code; absent where a signal ended the program. */
  readonly code?: number;
  readonly signal?: NodeJS.Signals;
}

/** A program that is still running. */
export interface RunningCli {
  readonly child: ChildProcess;
  /** Resolves when stdout or stderr has the text; rejects when the program ends before. */
  readonly said: (text: string) => Promise<void>;
  readonly finished: Promise<CliResult>;
}

const environmentOf = (changes: CliOptions['env'] = {}): NodeJS.ProcessEnv => {
  const environment: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', ...changes };
  // Vitest says that colours are welcome and that this is a test: our program must not hear of either.
  for (const name of ['FORCE_COLOR', 'NODE_ENV', 'VITEST']) if (!(name in changes)) delete environment[name];
  for (const [name, value] of Object.entries(environment)) if (value === undefined) delete environment[name];
  return environment;
};

/** Starts the program and returns at once: for tests that interrupt it. Its process must be ended by the test. */
export const startCli = (args: readonly string[], options: CliOptions = {}): RunningCli => {
  if (!existsSync(compiledCli))
    throw new Error('build/cli.js is missing: compile with `npm test` or `npm start`');
  const child = spawn(process.execPath, [...(options.node ?? []), compiledCli, ...args], {
    cwd: options.cwd ?? checkout,
    env: environmentOf(options.env),
    ...(options.user === undefined ? {} : { uid: options.user, gid: options.user }),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  const heard = (): void => {
    for (const check of waiting) check();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    heard();
  });
  // A program that ends before it has read everything is no fault of the test.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const finished = new Promise<CliResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({
        stdout,
        stderr,
        ...(code === null ? {} : { code }),
        ...(signal === null ? {} : { signal }),
      });
    });
  });
  const said = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (!stdout.includes(text) && !stderr.includes(text)) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
      finished.then(
        () => reject(new Error(`the program ended without saying "${text}":\n${stdout}${stderr}`)),
        reject,
      );
    });
  return { child, said, finished };
};

/** Runs the program to its end. Goes out: what it wrote and its exit code; a code other than 0 is no error here. */
export const runCli = (args: readonly string[], options: CliOptions = {}): Promise<CliResult> =>
  startCli(args, options).finished;
