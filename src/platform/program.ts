/** Our own process: how it was called, where it speaks, how it ends. */
import { isatty } from 'node:tty';

/** One of the two streams a person reads. */
export interface Output {
  /** Writes at once; a reader that went away (`| head`) is no fault. */
  readonly write: (text: string) => void;
  /** True for a terminal, where a line can be rewritten. */
  readonly isTerminal: boolean;
  /** True where colours are wanted: a terminal, and no NO_COLOR (https://no-color.org); FORCE_COLOR asks for them anyway. */
  readonly hasColours: boolean;
  /** Width in columns as it is now, 80 where there is no terminal. */
  readonly columns: () => number;
}

/** How the program was called. */
export interface Program {
  /** What follows the name of the program. */
  readonly arguments: readonly string[];
  /** The folder it was started in, absolute. */
  readonly folder: string;
  /** What is typed or piped in, line by line as it comes, each with its line end. */
  readonly inputLines: () => AsyncIterable<Uint8Array>;
  /** For results. */
  readonly output: Output;
  /** For progress and faults. */
  readonly errors: Output;
}

const outputOn = (stream: NodeJS.WriteStream & { readonly fd: number }): Output => {
  // A closed pipe would otherwise end the process in the middle of the work.
  stream.on('error', () => undefined);
  const { NO_COLOR: never, FORCE_COLOR: always, TERM: terminal } = process.env;
  const isTerminal = isatty(stream.fd);
  const wanted = never === undefined || never === '';
  const forced = always !== undefined && always !== '' && always !== '0';
  return {
    write: (text) => void stream.write(text),
    isTerminal,
    hasColours: wanted && (forced || (isTerminal && terminal !== 'dumb')),
    columns: () => (stream.columns > 0 ? stream.columns : 80),
  };
};

/** Reads how the program was called. Call it once. */
export const readProgram = (): Program => ({
  arguments: process.argv.slice(2),
  folder: process.cwd(),
  inputLines: () => linesOf(process.stdin),
  output: outputOn(process.stdout),
  errors: outputOn(process.stderr),
});

const lineFeed = 0x0a;

/** A longer line is handed on in pieces: what comes in without an end must not fill the memory. */
const longestLine = 1024 * 1024;

/** Divides what a stream brings into lines. */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = Buffer.alloc(0);
  for await (const chunk of stream) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(lineFeed); end >= 0; end = rest.indexOf(lineFeed)) {
      yield rest.subarray(0, end + 1);
      rest = rest.subarray(end + 1);
    }
    if (rest.length <= longestLine) continue;
    yield rest;
    rest = Buffer.alloc(0);
  }
  if (rest.length > 0) yield rest;
}

const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) resolve();
    else stream.write('', () => resolve());
  });

/** Ends the process with an exit code, when all that was said has been passed on. */
export const endProgram = async (code: number): Promise<void> => {
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exit(code);
};

/** What was thrown and caught nowhere is told to `tell`, once; what that returns is the exit code. */
export const watchForBugs = (tell: (error: unknown) => number): void => {
  const onBug = (error: unknown): void => {
    process.removeListener('uncaughtException', onBug);
    process.removeListener('unhandledRejection', onBug);
    void endProgram(tell(error));
  };
  process.on('uncaughtException', onBug);
  process.on('unhandledRejection', onBug);
};
