// @ts-check
/**
 * `node scripts/browser-files.js`: prints src/chromium/browser-files.ts anew, from the browser package that is installed; with
 * `--write` it replaces the file. Run it after an upgrade of @sparticuz/chromium: npm has then proved the package's archives
 * against package-lock.json.
 */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import * as prettier from 'prettier';
import { importSource } from './import-source.js';
import { root, runStep } from './prepare.js';

/** @typedef {{ readonly path: string, readonly sha256: string }} BrowserFile */

const folder = join(root, 'node_modules', '@sparticuz', 'chromium');

/** What is unpacked of each archive, as src/chromium/package-browser.ts does. */
const archives = [
  { name: 'al2023.tar.br', accept: /^lib\/[^/]+$/ },
  { name: 'fonts.tar.br', accept: /^fonts\/Open_Sans\/[^/]+\.ttf$/ },
];

/** @returns {Promise<BrowserFile>} */
const browser = async () => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(folder, 'bin', 'chromium.br')), createBrotliDecompress(), hash);
  return { path: 'chromium', sha256: hash.digest('hex') };
};

/** @returns {Promise<readonly BrowserFile[]>} */
const companions = async () => {
  /** @type {typeof import('../build/chromium/tar.js')} */
  const { readTar } = await importSource('chromium', 'tar.ts');
  return archives.flatMap(({ name, accept }) =>
    readTar(brotliDecompressSync(readFileSync(join(folder, 'bin', name))))
      .filter(({ path }) => accept.test(path))
      .map(({ path, bytes }) => ({ path, sha256: createHash('sha256').update(bytes).digest('hex') }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
};

/** @param {BrowserFile} file */
const entry = ({ path, sha256 }) => `{ path: '${path}', sha256: '${sha256}' }`;

await runStep(async () => {
  const target = join(root, 'src', 'chromium', 'browser-files.ts');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const list = (await companions()).map((file) => `${entry(file)},\n`).join('');
  const text = readFileSync(target, 'utf8')
    .replace(/(packageVersion = )'[^']*'/, `$1'${version}'`)
    .replace(/(browserFile: BrowserFile = )\{[^}]*\}/, `$1${entry(await browser())}`)
    .replace(/(companionFiles: readonly BrowserFile\[\] = )\[[\s\S]*?\n\]/, `$1[\n${list}]`);
  const options = await prettier.resolveConfig(target);
  const formatted = await prettier.format(text, { ...options, parser: 'typescript' });
  if (process.argv.includes('--write')) writeFileSync(target, formatted);
  else process.stdout.write(formatted);
});
