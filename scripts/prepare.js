// @ts-check
/**
 * Puts the checkout in order before the program runs: installs what is missing, compiles what changed. When nothing
 * changed it starts no other process: it compares two checksums and returns.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const installStamp = join(root, 'node_modules', '.trifolio-installed');
const compileStamp = join(root, 'build', '.trifolio-compiled');

/** @param {string} path @returns {string} the text of a file, empty where there is none */
const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** The fault of a step that did not work: told in a sentence, without a stack. */
export class PrepareFault extends Error {}

/**
 * True when npm installed exactly what package-lock.json asks for, by hand or before stamps were kept: npm's own record
 * of what lies in node_modules has the same versions.
 * @param {string} lock
 */
const isInstalledByHand = (lock) => {
  const record = textOf(join(root, 'node_modules', '.package-lock.json'));
  if (record === '') return false;
  /** @typedef {{ version?: string, optional?: boolean }} Entry */
  /** @type {Record<string, Entry>} */
  const wanted = JSON.parse(lock).packages;
  /** @type {Record<string, Entry>} */
  const present = JSON.parse(record).packages;
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional === true || present[name]?.version === entry.version,
  );
};

/** npm's own program, so that no shell is asked: npm tells where it is, else it lies beside Node. */
export const npmProgram = () => {
  const told = process.env['npm_execpath'];
  // Other package managers put their own program there.
  if (told !== undefined && /npm-cli\.[cm]?js$/.test(told)) return told;
  const beside = dirname(process.execPath);
  return [
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ].find(existsSync);
};

/** @param {string} version @returns {number} one number that orders versions: 20.19.0 → 20019000 */
const orderOf = (version) => version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);

/** Refuses a Node that package.json (`engines`) does not allow: it would fail later, and say something else. */
const ensureNode = () => {
  const range = JSON.parse(textOf(join(root, 'package.json'))).engines.node;
  const own = process.versions.node;
  const fits = String(range)
    .split('||')
    .some((part) => {
      const [, sign = '', least = ''] = /^\s*(\^|>=)(\d+\.\d+\.\d+)\s*$/.exec(part) ?? [];
      const isSameMajor = own.split('.')[0] === least.split('.')[0];
      return orderOf(own) >= orderOf(least) && (sign === '>=' || isSameMajor);
    });
  if (!fits)
    throw new PrepareFault(
      `Node ${own} cannot run this, expected ${range}: install the LTS version of nodejs.org`,
    );
};

/** Installs the dependencies when they are missing or package-lock.json changed since. */
export const ensureInstalled = () => {
  ensureNode();
  const lock = textOf(join(root, 'package-lock.json'));
  const id = createHash('sha256').update(lock).update(process.platform).update(process.arch).digest('hex');
  if (textOf(installStamp) === id) return;
  if (!isInstalledByHand(lock)) {
    const npm = npmProgram();
    if (npm === undefined)
      throw new PrepareFault('npm was not found beside Node: run `npm ci` and start again');
    say('Installing what is missing…');
    const run = spawnSync(process.execPath, [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (run.status !== 0) throw new PrepareFault('`npm ci` failed: see what it says above');
  }
  writeFileSync(installStamp, id);
};

/** @param {string} folder @param {import('node:crypto').Hash} hash */
const addFolder = (folder, hash) => {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(path, hash);
    else addFile(path, hash);
  }
};

/** @param {string} path @param {import('node:crypto').Hash} hash */
const addFile = (path, hash) => {
  const status = statSync(path);
  hash.update(`${path}\0${status.size}\0${status.mtimeMs}\n`);
};

/** What the compiled code depends on, as one checksum of names, sizes and times. */
const sourcesId = () => {
  const hash = createHash('sha256').update(textOf(installStamp));
  addFolder(join(root, 'src'), hash);
  for (const name of [
    'compile.js',
    '../tsconfig.base.json',
    '../tsconfig.browser.json',
    '../tsconfig.neutral.json',
    '../tsconfig.node.json',
  ]) {
    addFile(join(root, 'scripts', name), hash);
  }
  return hash.digest('hex');
};

/** Compiles when the sources changed since the last time. */
export const ensureCompiled = async () => {
  const id = sourcesId();
  if (textOf(compileStamp) === id && existsSync(join(root, 'build', 'cli.js'))) return;
  say('Compiling…');
  const { compile } = await import('./compile.js');
  await compile();
  mkdirSync(dirname(compileStamp), { recursive: true });
  writeFileSync(compileStamp, id);
};

/**
 * Runs a step of a script: a {@link PrepareFault} is told without a stack and ends with 3 (the machine failed).
 * @param {() => Promise<void>} step
 */
export const runStep = async (step) => {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof PrepareFault)) throw error;
    say(`error: ${error.message}`);
    process.exit(3);
  }
};
