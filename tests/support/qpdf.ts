/** Asks qpdf about a file: it shares no code with ours. As WebAssembly, so that every machine has it. */
import createModule from '@neslinesli93/qpdf-wasm';
import { createRequire } from 'node:module';

/** What its types do not tell: that it can be told to wait, and to take a file into its own file system. */
type StartQpdf = (settings: { readonly locateFile: () => string; readonly noInitialRun: true }) => Promise<{
  readonly callMain: (args: readonly string[]) => number;
  readonly FS: { readonly writeFile: (path: string, bytes: Uint8Array) => void };
}>;

const wasm = createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm');

/** Runs qpdf with `args` on a file, e.g. `--check`. Goes out: 0 clean, 2 errors, 3 warnings; what it says stands in the test's own output. */
export const askQpdf = async (bytes: Uint8Array, ...args: readonly string[]): Promise<number> => {
  const start = createModule as unknown as StartQpdf;
  const qpdf = await start({ locateFile: () => wasm, noInitialRun: true });
  qpdf.FS.writeFile('/file.pdf', bytes);
  return qpdf.callMain([...args, '/file.pdf']);
};
