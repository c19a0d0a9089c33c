// @ts-check
/**
 * Compiles: `tsc -b` of the three zones into build/, and esbuild for what is loaded whole: the in-page program
 * (build/paginator.js, one global `trifolio`).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrepareFault, root, runStep } from './prepare.js';

const require = createRequire(import.meta.url);

/** Type-checks and compiles the zones neutral, browser and node. */
const compileZones = () => {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const run = spawnSync(process.execPath, [tsc, '-b', 'tsconfig.browser.json', 'tsconfig.node.json'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (run.status !== 0) throw new PrepareFault('the sources do not compile: see above');
};

/** The major version of Chromium that comes with the program: what the in-page program may use. */
const chromiumMajor = () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return String(dependencies['@sparticuz/chromium']).split('.')[0];
};

/** A name for the sources of the in-page program, so that a bundle tells what it was made of. */
const paginatorId = () => {
  const hash = createHash('sha256');
  for (const folder of ['protocol', 'makeup', 'paginator'].map((name) => join(root, 'src', name))) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 12);
};

const bundlePaginator = async () => {
  const entry = join(root, 'src', 'paginator', 'index.ts');
  if (!existsSync(entry)) throw new PrepareFault('src/paginator/index.ts is missing');
  /** @type {typeof import('esbuild')} */
  const esbuild = require('esbuild');
  await esbuild.build({
    entryPoints: [entry],
    outfile: join(root, 'build', 'paginator.js'),
    bundle: true,
    format: 'iife',
    globalName: 'trifolio',
    platform: 'browser',
    target: `chrome${chromiumMajor()}`,
    banner: { js: `/* trifolio paginator ${paginatorId()} */` },
    logLevel: 'warning',
  });
};

/** Compiles everything. Throws a {@link PrepareFault} when the sources do not compile. */
export const compile = async () => {
  compileZones();
  await bundlePaginator();
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await runStep(compile);
