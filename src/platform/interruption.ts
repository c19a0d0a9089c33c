/** Ctrl-C and its kin: the first asks everything to stop, the second ends at once; nothing of ours is left behind. */
import { removeAllTemporaryFolders } from './folders.ts';
import { stopAllProcesses } from './processes.ts';

/** Exit code of an interrupted program (128 + SIGINT). */
export const interruptedCode = 130;

const controller = new AbortController();

/** True since the first signal. What ends in an unexpected way after it does so because everything was asked to stop. */
export const wasInterrupted = (): boolean => controller.signal.aborted;

/** Ends our processes, then removes our temporary folders, which those may have held. */
const cleanUp = (): void => {
  stopAllProcesses();
  removeAllTemporaryFolders();
};

/**
 * Listens for SIGINT, SIGTERM and SIGHUP. The signal returned is aborted by the first; a second ends the process with code
 * 130. Whatever way the process ends, what it started is ended with it.
 */
export const watchForInterruption = (): AbortSignal => {
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(interruptedCode);
    controller.abort();
    // The work that goes on must not wait for a browser that nobody needs any more.
    stopAllProcesses();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  process.on('exit', cleanUp);
  return controller.signal;
};
