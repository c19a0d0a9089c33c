// @ts-check
/**
 * Compiles: `tsc -b` of the three zones into build/, and esbuild for what is loaded whole: the in-page program
 * (build/paginator.js, one global `trifolio`), and the command line with its workers. Node takes 0.8 s to find and read the
 * 600 modules of a build one by one; from a few files with the same code, 0.4 s.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    for (const name of names.sort()) {
      hash.update(name.replaceAll('\\', '/')).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 12);
};

/** @type {() => typeof import('esbuild')} esbuild is loaded when it is needed: most runs compile nothing */
const loadEsbuild = () => require('esbuild');

const bundlePaginator = async () => {
  const entry = join(root, 'src', 'paginator', 'index.ts');
  if (!existsSync(entry)) throw new PrepareFault('src/paginator/index.ts is missing');
  const esbuild = loadEsbuild();
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

/** The workers of the program: each is a file of its own, started by its path. @returns {string[]} */
const workers = () =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('-worker.ts'))
    .map((name) => join(root, 'src', name));

/** How long a chunk that is no longer used is kept, in ms: a program that runs may load it yet. */
const chunkLife = 10 * 60 * 1000;

/** @param {string} folder @param {ReadonlySet<string>} used absolute paths of the chunks in use */
const sweepChunks = (folder, used) => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!used.has(path) && Date.now() - statSync(path).mtimeMs > chunkLife) rmSync(path);
  }
};

/**
 * Puts the command line into few files: build/cli.js and what it loads later, in build/chunks/. They take the place of what
 * tsc wrote under the same names; the rest of build/ is for those who import the program. Chunks are named for their
 * content and written before what loads them: a program that is started meanwhile finds the old ones or the new ones.
 */
const bundleProgram = async () => {
  const esbuild = loadEsbuild();
  const build = join(root, 'build');
  const chunks = join(build, 'chunks');
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, 'src', 'cli.ts'), ...workers()],
    outbase: join(root, 'src'),
    outdir: build,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // CommonJS packages in the bundle still ask for Node's own modules.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
    },
    // css-tree reads its tables from files beside it; its own bundle has them inside.
    alias: { 'css-tree': 'css-tree/dist/csstree.esm' },
    // pdfium and hyphenopoly load WebAssembly from beside them; typescript is asked for by a part of puppeteer that is never used.
    external: ['@hyzyla/pdfium', 'hyphenopoly', 'sharp', 'typescript'],
    legalComments: 'none',
    logLevel: 'warning',
  });
  const isChunk = (/** @type {{ path: string }} */ file) => dirname(file.path) === chunks;
  mkdirSync(chunks, { recursive: true });
  for (const file of [...outputFiles.filter(isChunk), ...outputFiles.filter((each) => !isChunk(each))]) {
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(`${file.path}.partial`, file.contents);
    renameSync(`${file.path}.partial`, file.path);
  }
  sweepChunks(chunks, new Set(outputFiles.map(({ path }) => path)));
};

/** Compiles everything. Throws a {@link PrepareFault} when the sources do not compile. */
export const compile = async () => {
  compileZones();
  await Promise.all([bundlePaginator(), bundleProgram()]);
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await runStep(compile);
