/** The machine we run on, read once: system, cores, memory, environment. */
import { availableParallelism, homedir, release, totalmem } from 'node:os';

/** What the rest of the program may know of the machine. */
export interface Machine {
  /** `linux`, `darwin`, `win32`… */
  readonly system: string;
  /** `x64`, `arm64`… */
  readonly architecture: string;
  readonly release: string;
  /** Node's version, `20.19.0`. */
  readonly node: string;
  /** Cores this process may use. */
  readonly cores: number;
  /** Bytes of memory this process may use, as far as the system says. */
  readonly memory: number;
  /** True for root, to whom Chromium refuses its sandbox. */
  readonly root: boolean;
  readonly home: string;
  /** The environment variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Reads the machine. */
export const readMachine = (): Machine => {
  const constrained = process.constrainedMemory();
  const total = totalmem();
  return {
    system: process.platform,
    architecture: process.arch,
    release: release(),
    node: process.versions.node,
    cores: availableParallelism(),
    memory: constrained > 0 ? Math.min(constrained, total) : total,
    root: process.getuid?.() === 0,
    home: homedir(),
    environment: process.env,
  };
};
