/** Exit codes: what a script may rely on. 130, interrupted, is `interruptedCode` of the room `platform`. */

/** Nothing to complain of. */
export const cleanCode = 0;

/** Errors in the content, or warnings with `--strict`. */
export const faultyContentCode = 1;

/** The command was called wrongly. */
export const wrongUseCode = 2;

/** The machine failed: disk, browser, memory. */
export const machineFailedCode = 3;

/** A fault of the program itself (EX_SOFTWARE of sysexits.h). */
export const ownBugCode = 70;
