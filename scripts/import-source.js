// @ts-check
/** Imports one module of src/ as the sources have it now, whether the rest of the program compiles or not. */
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './prepare.js';

/**
 * @param {...string} path below src/
 * @returns {Promise<any>} the module's exports
 */
export const importSource = async (...path) => {
  const bundle = await esbuild.build({
    entryPoints: [join(root, 'src', ...path)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const code = Buffer.from(bundle.outputFiles[0]?.contents ?? []).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
};
