// @ts-check
/**
 * `npm run notices`: writes the table of libraries in NOTICES.md from what is installed. With `--check` it writes nothing and
 * ends with 1 when the table is not up to date.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, runStep } from './prepare.js';

/**
 * @typedef {{
 *   readonly dev?: boolean, readonly devOptional?: boolean, readonly optional?: boolean, readonly os?: unknown,
 * }} LockEntry
 */
/** @typedef {{ readonly name: string, readonly version: string, readonly licence: string, readonly copyright: string }} Library */

const page = join(root, 'NOTICES.md');
const begin = '<!-- begin libraries -->\n';
const end = '<!-- end libraries -->';

/** @param {Record<string, unknown>} manifest package.json @returns {string} its licence, by the old field too */
const licenceOf = ({ license, licenses }) => {
  if (typeof license === 'string') return license;
  return Array.isArray(licenses) ? licenses.map(({ type }) => type).join(' OR ') : 'unknown';
};

/** @param {string} folder @returns {string} the first line of its licence that names a holder */
const copyrightOf = (folder) => {
  const names = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|readme|copying)/i.test(name))
    .sort();
  for (const name of names) {
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      const text = line.replace(/^[\s*#>]+|[\s*]+$/g, '');
      if (/^(copyright|©|\(c\))/i.test(text) && !/notice|holder|owner|licen[cs]e|\[yyyy\]/i.test(text))
        return text.replaceAll('|', '\\|');
    }
  }
  return '';
};

/** What the program needs to run, by name. @returns {readonly Library[]} */
export const librariesOf = () => {
  /** @type {Record<string, LockEntry>} */
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  /** @type {Map<string, Library>} */
  const libraries = new Map();
  for (const [path, entry] of Object.entries(lock)) {
    const folder = join(root, path);
    if (path === '' || entry.dev === true || entry.devOptional === true || entry.os !== undefined) continue;
    if (!existsSync(join(folder, 'package.json'))) continue;
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const { name, version } = manifest;
    libraries.set(`${name} ${version}`, {
      name,
      version,
      licence: licenceOf(manifest),
      copyright: copyrightOf(folder),
    });
  }
  return [...libraries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, library]) => library);
};

/** @param {readonly Library[]} libraries @returns {string} */
const table = (libraries) =>
  [
    '| package | version | licence | copyright |',
    '| --- | --- | --- | --- |',
    ...libraries.map((library) => `| ${Object.values(library).join(' | ')} |`),
  ].join('\n');

/** The text of NOTICES.md with its table made anew. @param {string} text @param {readonly Library[]} libraries */
export const noticesPage = (text, libraries) => {
  const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
  return `${text.slice(0, from)}\n${table(libraries)}\n\n${text.slice(to)}`;
};

const writePage = async () => {
  const old = readFileSync(page, 'utf8');
  const text = noticesPage(old, librariesOf());
  if (text === old) return;
  if (process.argv.includes('--check')) {
    process.stderr.write('NOTICES.md is not up to date: run `npm run notices`\n');
    process.exitCode = 1;
  } else writeFileSync(page, text);
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await runStep(writePage);
