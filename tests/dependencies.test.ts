/** What is installed: pinned, willing to run here, and under licences that bind nobody who prints with it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { inRange } from './support/node-range.ts';
import { checkout } from './support/run-cli.ts';
import { textOf } from './support/source-files.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly licenses?: unknown;
  readonly engines?: { readonly node?: string };
}

interface LockEntry {
  readonly dev?: boolean;
  readonly resolved?: string;
}

const lock = (JSON.parse(textOf('package-lock.json')) as { packages: Record<string, LockEntry> }).packages;

/** Every package that is installed, with its entry in package-lock.json. */
const installed = Object.entries(lock).flatMap(([path, entry]) => {
  const file = join(checkout, path, 'package.json');
  if (path === '' || !existsSync(file)) return [];
  return [{ path, entry, manifest: JSON.parse(readFileSync(file, 'utf8')) as Manifest }];
});

const licenceOf = ({ license, licenses }: Manifest): string => {
  if (typeof license === 'string') return license;
  return Array.isArray(licenses)
    ? licenses.map((entry) => String((entry as { type?: unknown }).type)).join(' OR ')
    : 'unknown';
};

test('the test sees what is installed', () => {
  expect(installed.length).toBeGreaterThan(200);
});

test('package.json names exact versions, and they are the installed ones', () => {
  const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
  const wanted = { ...manifest['dependencies'], ...manifest['devDependencies'] };
  const versions = new Map(installed.map(({ path, manifest: { version } }) => [path, version]));
  const faults = Object.entries(wanted).filter(
    ([name, version]) => versions.get(`node_modules/${name}`) !== version,
  );
  expect(faults, 'write the exact version, and run `npm install`').toEqual([]);
});

test('docs/upgrading.md names every package of package.json with its version where it is held back', () => {
  const page = textOf('docs/upgrading.md');
  const held = [...page.matchAll(/^\| ([@a-z][^ |]*)[^|]*\| ([\d.]+) /gm)].map(([, name, version]) => [
    name,
    version,
  ]);
  const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
  const wanted = { ...manifest['dependencies'], ...manifest['devDependencies'] };
  expect(held.length).toBeGreaterThan(5);
  expect(held.filter(([name, version]) => wanted[name ?? ''] !== version)).toEqual([]);
  const named = new Set(held.map(([name]) => name));
  const missing = Object.keys(wanted).filter((name) => !named.has(name) && !page.includes(`\`${name}\``));
  expect(missing, 'say what holds it back, or that nothing does').toEqual([]);
  const free = page.slice(page.indexOf('Everything else'), page.indexOf('## How to upgrade one'));
  const gone = [...free.matchAll(/`([@a-z][^` ]*)`/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => !(name in wanted));
  expect(gone, 'take out what is no longer used').toEqual([]);
});

describe('licences', () => {
  const permissive =
    /^(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|CC0-1\.0|OFL-1\.1|BlueOak-1\.0\.0|Unlicense|Zlib|Python-2\.0|CC-BY-4\.0)$/;
  const isPermissive = (licence: string, more?: RegExp): boolean =>
    licence
      .replaceAll(/[()]/g, '')
      .split(' AND ')
      .every((part) => part.split(' OR ').some((name) => permissive.test(name) || more?.test(name) === true));

  test('of what the program needs to run', () => {
    const faults = installed
      .filter(({ entry, manifest }) => entry.dev !== true && !isPermissive(licenceOf(manifest)))
      // A library of its own that is loaded, not linked in, and may be replaced: see docs/upgrading.md.
      .filter(({ path }) => !path.startsWith('node_modules/@img/sharp-libvips-'))
      .map(({ path, manifest }) => `${path}: ${licenceOf(manifest)}`);
    expect(faults, 'find another library, or weigh the licence in docs/upgrading.md').toEqual([]);
  });

  test('of what tests and checks need: file-level copyleft is allowed, nothing of it is passed on', () => {
    const faults = installed
      .filter(({ entry, manifest }) => entry.dev === true && !isPermissive(licenceOf(manifest), /^MPL-2\.0$/))
      .map(({ path, manifest }) => `${path}: ${licenceOf(manifest)}`);
    expect(faults).toEqual([]);
  });

  test('NOTICES.md names every library', async () => {
    const generator = (await import(pathToFileURL(join(checkout, 'scripts', 'notices.js')).href)) as {
      readonly librariesOf: () => readonly unknown[];
      readonly noticesPage: (text: string, libraries: readonly unknown[]) => string;
    };
    const text = textOf('NOTICES.md');
    expect(generator.librariesOf().length).toBeGreaterThan(100);
    expect(text, 'run `npm run notices`').toBe(generator.noticesPage(text, generator.librariesOf()));
  });
});

describe('engines', () => {
  test('ranges are read rightly', () => {
    const inside = [
      '>=18',
      '^20.19.0 || >=22.12.0',
      '20 || >=22',
      '>= 14.16',
      '*',
      '>=20 <21',
      '20.x',
      '>=0.4.x',
    ];
    const outside = ['>=22.12', '^18 || >=21', '<20', '~20.18.0', '^20.20.0'];
    expect(inside.filter((range) => !inRange('20.19.0', range))).toEqual([]);
    expect(outside.filter((range) => inRange('20.19.0', range))).toEqual([]);
  });

  test.each(['20.19.0', '22.12.0', '24.0.0', process.versions.node])(
    'no package refuses Node %s (npm only warns)',
    (version) => {
      const faults = installed.flatMap(({ path, manifest }) => {
        const range = manifest.engines?.node;
        return range === undefined || inRange(version, range) ? [] : [`${path}: ${range}`];
      });
      expect(faults, 'pin the last line that accepts it, and say so in docs/upgrading.md').toEqual([]);
    },
  );
});

test('no package runs a script when it is installed', () => {
  expect(textOf('.npmrc')).toMatch(/^ignore-scripts=true$/m);
});
